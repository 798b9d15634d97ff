import { basename, join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { NodeEngine } from '../support/nodeEngine.ts'

test('a page and our engine in Node give each other what they share', async ({ newPeer, site, folder }) => {
  const node = await NodeEngine.start(site.url, join(folder, 'fetched'))
  try {
    const page = await newPeer()
    await test.step('the page gives', async () => {
      const path = join(folder, 'from the page.bin')
      const sha1 = await makeFile(path, MB, 'from the page to our engine')
      const given = await page.chooseFiles(path)
      await given.reaches('seeding')
      expect(await node.take(await given.link())).toEqual({ [basename(path)]: sha1 })
    })
    await test.step('Node gives', async () => {
      const path = join(folder, 'from node.bin')
      const sha1 = await makeFile(path, MB, 'from our engine to the page')
      const taken = await page.download(await node.give(path, basename(path)))
      await taken.reaches('seeding')
      expect(await taken.save()).toEqual({ name: 'from node.bin', sha1 })
    })
  } finally {
    await node.stop()
  }
})

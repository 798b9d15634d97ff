import { basename, join } from 'node:path'
import { makeFile, MB, sha1OfFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { ShoalCommand } from '../support/shoalCommand.ts'

test('a page and the command line give each other what they share', async ({ newPeer, site, folder }) => {
  const page = await newPeer()
  await test.step('the page gives', async () => {
    const path = join(folder, 'from the page.bin')
    const sha1 = await makeFile(path, MB, 'from the page to our engine')
    const given = await page.chooseFiles(path)
    await given.reaches('seeding')
    const get = new ShoalCommand('get', await given.link(), '--to', join(folder, 'fetched'))
    const { path: fetched } = await get.told('done')
    expect(await sha1OfFile(String(fetched))).toBe(sha1)
    expect(await get.ends()).toBe(0)
  })
  await test.step('the command line gives', async () => {
    const path = join(folder, 'from node.bin')
    const sha1 = await makeFile(path, MB, 'from our engine to the page')
    const seed = new ShoalCommand('seed', path, '--at', site.url)
    try {
      const taken = await page.download(String((await seed.told('seeding'))['link']))
      await taken.reaches('seeding')
      expect(await taken.save()).toEqual({ name: basename(path), sha1 })
    } finally {
      await seed.stop()
    }
  })
})

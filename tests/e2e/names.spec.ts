import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'
import { makeTorrent } from '../support/torrents.ts'

/** Names are text from strangers: shown as they are, never run, never a way out of a folder. */

const HOSTILE = '<img src=x onerror="document.title=`owned`"><b>bold</b>'

async function expectOnlyText(peer: Peer): Promise<void> {
  await expect(peer.page.locator('article :is(img, script, [onclick], [onerror])')).toHaveCount(0)
  expect(await peer.page.title()).not.toBe('owned')
}

const CLIMBING: readonly (readonly [what: string, path: readonly string[]])[] = [
  ['parents as parts', ['..', '..', 'etc', 'passwd.txt']],
  ['parents in one part', ['../../etc/passwd.txt']],
  ['backslashes', ['..\\..\\etc\\passwd.txt']],
  ['an absolute path', ['/etc/passwd.txt']],
]

test('names in a .torrent are text, and none climbs out of its folder', async ({ newPeer, folder }) => {
  const torrent = makeTorrent(`share ${HOSTILE}`, [
    { path: [`folder ${HOSTILE}`, `file ${HOSTILE}`], data: Buffer.from('one') },
    { path: ['"><script>alert(1)</script>'], data: Buffer.from('two') },
  ])
  const path = join(folder, 'hostile.torrent')
  await writeFile(path, torrent.bytes)
  const peer = await newPeer()
  const share = await peer.chooseFiles(path)
  await expect(share.article).toHaveAttribute('data-infohash', torrent.infoHash)
  await expect(share.heading).toContainText('<b>bold')
  await expect(share.article).toContainText('file <img')
  await expectOnlyText(peer)

  for (const [what, climbing] of CLIMBING) {
    const climber = makeTorrent(`climber by ${what}`, [
      { path: climbing, data: Buffer.from('root') },
      { path: ['plain.txt'], data: Buffer.from('plain') },
    ])
    const file = join(folder, `${what}.torrent`)
    await writeFile(file, climber.bytes)
    await peer.chooseFiles(file)
    const { article } = peer.share(climber.infoHash)
    await expect(article).toContainText('passwd.txt')
    await expect(article).not.toContainText(/\.\.\s*[/\\]/)
  }
})

test('HTML in the names of real files travels with them', async ({ newPeer, folder }) => {
  const name = '<b onclick=alert(1)>&amp; ’x’.txt'
  const path = join(folder, name)
  const sha1 = await makeFile(path, 5_000, name)
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  await expect(given.heading).toHaveText(name)
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await expect(taken.heading).toHaveText(name)
  expect((await taken.save()).sha1).toBe(sha1)
  for (const peer of [giver, taker]) await expectOnlyText(peer)
})

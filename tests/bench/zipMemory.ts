import { mkdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Peer } from '../support/peer.ts'
import { offerNoFile } from '../support/pickedFile.ts'
import type { ShareView } from '../support/shareView.ts'
import { rendererGrowth } from './rendererMemory.ts'
import { report } from './runner.ts'
import { onStage } from './stage.ts'

/**
 * How much the renderers grow while a share is made into one ZIP by the service worker: of the user's own files,
 * and of files fetched from another page; and while it is fetched. Memory, so in one run each.
 */

/** Bytes of the share; less for a quick look. */
const SIZE = Number(process.env['ZIP_BYTES'] ?? 5_000_000_000)
const FILES = 5
const MB = 1e6

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    // The taker keeps what it fetches on the disk, as people's browsers do: private windows keep it in memory.
    const profile = await stage.newProfile()
    const takersBrowser = profile.browser()
    if (!takersBrowser) throw new Error('The browser with a profile is not known.')
    const givers = [await stage.browser.newBrowserCDPSession()]
    const takers = [await takersBrowser.newBrowserCDPSession()]

    const giver = await visitor(await stage.newPeer())
    const given = await giver.chooseFolder(await sparseFolder(stage.folder))
    await given.reaches('seeding')
    let ownRate = 0
    const own = await rendererGrowth(givers, async () => void (ownRate = await saveZip(giver, given)))

    const taker = await visitor(new Peer(profile, await profile.newPage(), stage.site.url))
    const link = await given.link()
    const taken = await taker.open(link)
    await taken.reaches('ready')
    let fetching = 0
    const giving = await rendererGrowth(givers, async () => {
      fetching = await rendererGrowth(takers, async () => {
        await taken.button('Download').click()
        await taken.reaches('seeding')
      })
    })
    let fetchedRate = 0
    const fetched = await rendererGrowth(takers, async () => void (fetchedRate = await saveZip(taker, taken)))

    report('zipMemory', [
      { name: `growth, ZIP of ${SIZE / MB} MB of own files`, unit: 'MB', value: own / MB },
      { name: 'its rate', unit: 'MB/s', value: ownRate },
      { name: 'growth of who fetches it', unit: 'MB', value: fetching / MB },
      { name: 'growth of who gives it', unit: 'MB', value: giving / MB },
      { name: 'growth, ZIP of what was fetched', unit: 'MB', value: fetched / MB },
      { name: 'its rate', unit: 'MB/s', value: fetchedRate },
    ])
  })
}

async function visitor(peer: Peer): Promise<Peer> {
  await offerNoFile(peer.page)
  await peer.home()
  return peer
}

/** Files that take no disk: what is in them makes no difference to memory. */
async function sparseFolder(folder: string): Promise<string> {
  const root = join(folder, 'large')
  await mkdir(root)
  for (let index = 0; index < FILES; index++) {
    const path = join(root, `${index}.bin`)
    await writeFile(path, String(index))
    await truncate(path, SIZE / FILES)
  }
  return root
}

/** MB/s of the ZIP, until the browser has it on the disk. */
async function saveZip(peer: Peer, share: ShareView): Promise<number> {
  const started = performance.now()
  const coming = peer.page.waitForEvent('download')
  await share.button('Save as a ZIP').click()
  const download = await coming
  const { size } = await stat(await download.path())
  const seconds = (performance.now() - started) / 1000
  await download.delete()
  if (size < SIZE) throw new Error(`The ZIP has only ${size} bytes.`)
  return size / MB / seconds
}

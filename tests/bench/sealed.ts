import { mkdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { offerNoFile } from '../support/pickedFile.ts'
import type { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { watchDrop } from './dropToLink.ts'
import { rendererGrowth } from './rendererMemory.ts'
import { median, report, type Figure } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/**
 * What it costs to seal: `npm run bench -- sealed` from drop to link and from page to page, beside the same file shared
 * openly; `npm run bench -- sealed memory` what the page grows by while 5 GB are sealed, and while they are opened again
 * into a ZIP.
 */

const DROPPED_MB = 500
const FETCHED_MB = 60
const HELD_MB = 5_000
const MB = 1e6

type Way = 'open' | 'sealed'

const { parts, rounds, megabytes } = benchOptions()

export async function run(): Promise<void> {
  const [part = 'speed'] = parts
  await onStage(async (stage) => {
    report(`sealed ${part}`, part === 'memory' ? await memory(stage) : await speed(stage))
  })
}

async function speed(stage: Stage): Promise<Figure[]> {
  const dropped = join(stage.folder, 'large.bin')
  const droppedMB = megabytes ?? DROPPED_MB
  await makeFile(dropped, droppedMB * MB, 'sealed, and open')
  const fetched = join(stage.folder, 'small.bin')
  const fetchedMB = Math.min(droppedMB, FETCHED_MB)
  await makeFile(fetched, fetchedMB * MB, 'from page to page')
  const link = await both(async (way) => droppedMB / (await dropToLink(stage, dropped, way)))
  const transfer = await both(async (way) => fetchedMB / (await pageToPage(stage, fetched, way)))
  const figure = (name: string, { open, sealed }: Record<Way, number>) => ({
    name,
    unit: 'MB/s',
    value: sealed,
    baseline: { name: 'an open share', value: open },
  })
  return [figure('drop to link, sealed', link), figure('page to page, sealed', transfer)]
}

/** One beside the other, so that both meet the same machine. */
async function both(measure: (way: Way) => Promise<number>): Promise<Record<Way, number>> {
  const values: Record<Way, number[]> = { open: [], sealed: [] }
  for (let round = 0; round < rounds; round++)
    for (const way of ['open', 'sealed'] as const) values[way].push(await measure(way))
  return { open: median(values.open), sealed: median(values.sealed) }
}

async function newPeer(stage: Stage, way: Way): Promise<Peer> {
  const peer = await stage.newPeer()
  await peer.page.evaluate(
    (sealed) => localStorage.setItem('shoal.sealed', sealed),
    way === 'sealed' ? 'yes' : 'no',
  )
  await peer.page.reload()
  return peer
}

async function dropToLink(stage: Stage, path: string, way: Way): Promise<number> {
  const peer = await newPeer(stage, way)
  const { seconds } = await watchDrop(peer.page, path)
  await peer.leave()
  return seconds
}

/** Until all of it is there, and can be saved. */
async function pageToPage(stage: Stage, path: string, way: Way): Promise<number> {
  const giver = await newPeer(stage, way)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await newPeer(stage, way)
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  const started = performance.now()
  await taken.button('Download').click()
  await taken.reaches('seeding')
  const seconds = (performance.now() - started) / 1000
  await Promise.all([giver.leave(), taker.leave()])
  return seconds
}

/** In one round: what is sealed is not kept, so what counts is whether it grows with the files. */
async function memory(stage: Stage): Promise<Figure[]> {
  const heldMB = megabytes ?? HELD_MB
  const root = join(stage.folder, 'large')
  await mkdir(root)
  // Files that take no disk: what is in them makes no difference to memory.
  for (const name of ['a.bin', 'b.bin']) {
    await writeFile(join(root, name), name)
    await truncate(join(root, name), (heldMB / 2) * MB)
  }
  const peer = await newPeer(stage, 'sealed')
  await offerNoFile(peer.page)
  await peer.page.reload()
  const renderers = [await stage.browser.newBrowserCDPSession()]
  const sealing = await rendererGrowth(renderers, async () => {
    await peer.chooseFolder(root)
    await peer.opened.reaches('seeding')
  })
  const opening = await rendererGrowth(renderers, async () => {
    const coming = peer.page.waitForEvent('download')
    await peer.opened.button('Save as a ZIP').click()
    const download = await coming
    const { size } = await stat(await download.path())
    await download.delete()
    if (size < heldMB * MB) throw new Error(`The ZIP has only ${size} bytes.`)
  })
  return [
    { name: `growth while ${heldMB} MB are sealed`, unit: 'MB', value: sealing / MB },
    { name: 'growth while they are opened into a ZIP', unit: 'MB', value: opening / MB },
  ]
}

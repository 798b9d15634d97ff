import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import type { Peer } from '../support/peer.ts'
import { watchDrop } from './dropToLink.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** What it costs to seal: from drop to link, and from page to page, beside the same file shared openly. */

const DROPPED = Number(process.env['DROP_BYTES'] ?? 500_000_000)
const FETCHED = Number(process.env['FETCH_BYTES'] ?? 60_000_000)
const RUNS = Number(process.env['RUNS'] ?? 3)

type Way = 'open' | 'sealed'

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const dropped = join(stage.folder, 'large.bin')
    await makeFile(dropped, DROPPED, 'sealed, and open')
    const fetched = join(stage.folder, 'small.bin')
    await makeFile(fetched, FETCHED, 'from page to page')
    const link = await both(async (way) => DROPPED / 1e6 / (await dropToLink(stage, dropped, way)))
    const transfer = await both(async (way) => FETCHED / 1e6 / (await pageToPage(stage, fetched, way)))
    const figure = (name: string, { open, sealed }: Record<Way, number>) => ({
      name,
      unit: 'MB/s',
      value: sealed,
      baseline: { name: 'an open share', value: open },
    })
    report('sealed', [figure('drop to link, sealed', link), figure('page to page, sealed', transfer)])
  })
}

/** One beside the other, so that both meet the same machine. */
async function both(measure: (way: Way) => Promise<number>): Promise<Record<Way, number>> {
  const values: Record<Way, number[]> = { open: [], sealed: [] }
  for (let run = 0; run < RUNS; run++)
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

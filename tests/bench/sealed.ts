import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFile, sha1OfFile } from '../support/files.ts'
import { Firefox } from '../support/firefox.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { watchDrop } from './dropToLink.ts'
import { rendererGrowth, treeGrowth } from './rendererMemory.ts'
import { median, report, type Figure } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/**
 * What it costs to seal: `npm run bench -- sealed` from drop to link and from page to page, beside the same file shared
 * openly; `npm run bench -- sealed memory` what pages grow by while 5 GB go from one to another: sealed, given, fetched,
 * opened and saved; `npm run bench -- sealed firefox` the same of a Firefox that fetches and saves them.
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
    report(`sealed ${part}`, await (PARTS[part] ?? speed)(stage))
  })
}

const PARTS: Readonly<Record<string, (stage: Stage) => Promise<Figure[]>>> = { speed, memory, firefox }

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

/**
 * In one round: what counts is whether it grows with the file. The taker keeps what it fetches on the disk, as people's
 * browsers do: private windows keep it in memory.
 */
async function memory(stage: Stage): Promise<Figure[]> {
  const size = (megabytes ?? HELD_MB) * MB
  const path = join(stage.folder, 'film.bin')
  await makeSparse(path, size)
  const profile = await stage.newProfile()
  const takersBrowser = profile.browser()
  if (!takersBrowser) throw new Error('The browser with a profile is not known.')
  const givers = [await stage.browser.newBrowserCDPSession()]
  const takers = [await takersBrowser.newBrowserCDPSession()]

  const giver = await newPeer(stage, 'sealed')
  const sealing = await rendererGrowth(givers, async () => {
    await giver.chooseFiles(path)
    await giver.opened.reaches('seeding')
  })
  const taker = new Peer(profile, await profile.newPage(), stage.site.url)
  const taken = await taker.open(await giver.opened.link())
  await taken.reaches('ready')
  const coming = taker.page.waitForEvent('download', { timeout: 0 })
  let fetching = 0
  const giving = await rendererGrowth(givers, async () => {
    fetching = await rendererGrowth(takers, async () => {
      await taken.button('Download').click()
      await taken.reaches('seeding')
    })
  })
  // It is saved by itself once it is here.
  let saved = ''
  const opening = await rendererGrowth(takers, async () => {
    saved = await (await coming).path()
  })
  if ((await sha1OfFile(saved)) !== (await sha1OfFile(path)))
    throw new Error('What was saved is another file.')
  const figure = (name: string, growth: number) => ({ name, unit: 'MB', value: growth / MB })
  return [
    figure(`growth while ${size / MB} MB are sealed`, sealing),
    figure('growth of who gives them', giving),
    figure('growth of who fetches them', fetching),
    figure('growth while they are opened and saved', opening),
  ]
}

/** All of Firefox's processes together. It keeps what it fetches on the disk, windows of tests as well. */
async function firefox(stage: Stage): Promise<Figure[]> {
  const size = (megabytes ?? HELD_MB) * MB
  const path = join(stage.folder, 'film.bin')
  await makeSparse(path, size)
  const giver = await newPeer(stage, 'sealed')
  await giver.chooseFiles(path)
  await giver.opened.reaches('seeding')
  const browser = await Firefox.start()
  try {
    const taker = await browser.newPeer()
    await taker.open(await giver.opened.link())
    await taker.reaches('ready')
    const fetching = await treeGrowth(browser.pid, async () => {
      await taker.press('Download')
      await taker.reaches('seeding', 0)
    })
    const saving = await treeGrowth(browser.pid, () => hasSaved(taker.downloadPath('film.bin'), size))
    if ((await sha1OfFile(taker.downloadPath('film.bin'))) !== (await sha1OfFile(path)))
      throw new Error('What was saved is another file.')
    return [
      { name: `growth of Firefox while it fetches ${size / MB} MB`, unit: 'MB', value: fetching / MB },
      { name: 'growth while they are opened and saved', unit: 'MB', value: saving / MB },
    ]
  } finally {
    await browser.stop()
  }
}

/** An empty file holds the place until all of it is there. */
async function hasSaved(path: string, size: number): Promise<void> {
  while ((await stat(path).catch(() => null))?.size !== size) await sleep(500)
}

/** A file that takes no disk: what is in it makes no difference to memory. Where it begins and ends can be told. */
async function makeSparse(path: string, size: number): Promise<void> {
  const file = await open(path, 'w')
  await file.truncate(size)
  await file.write('begins', 0)
  await file.write('ends', size - 4)
  await file.close()
}

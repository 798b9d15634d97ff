import { join } from 'node:path'
import type { Page } from 'playwright'
import { choosePieceLength, pieceCount } from '../../src/torrent/pieces.ts'
import { makeFile } from '../support/files.ts'
import { keptPiecesReach, openAside } from '../support/kept.ts'
import { Peer } from '../support/peer.ts'
import { startPlainSite } from './plainSite.ts'
import { median, medianOf, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** From reloading the page to serving a large share that was fetched whole. */

const SIZE = Number(process.env['RESUME_BYTES'] ?? 2_000_000_000)
const RUNS = 7
/** Re-hashing is the same each time, and slow. */
const SLOW_RUNS = 1

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const path = join(stage.folder, 'resumed.bin')
    await makeFile(path, SIZE, 'resume')
    const ours = await resumeOurs(stage, path)
    const plain = await resumePlain(stage, path)
    const share = `${SIZE / 1e6} MB`
    const baselines = [
      { name: 'plain webtorrent, which hashes it again', value: plain.hashing },
      { name: 'plain webtorrent, given the bitfield by hand', value: plain.bitfield },
    ]
    report('resume', [
      ...baselines.map((baseline) => ({
        name: `reload to seeding ${share}`,
        unit: 'ms',
        value: ours.whole,
        baseline,
      })),
      { name: 'of it, before the first script could run', unit: 'ms', value: ours.toScript },
      { name: 'of it, from the first script on', unit: 'ms', value: ours.whole - ours.toScript },
      { name: 'of it, from the engine’s code on', unit: 'ms', value: ours.whole - ours.toEngine },
    ])
  })
}

/** Milliseconds since the navigation began. */
interface Resumed {
  readonly whole: number
  /** The page's own script had come. */
  readonly toScript: number
  /** The engine's code had come. */
  readonly toEngine: number
}

async function resumeOurs({ newPeer, newProfile, site }: Stage, path: string): Promise<Resumed> {
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const link = await given.link()

  // What would take a minute over WebRTC is put where it would end; the page then finds it by its hashes.
  const context = await newProfile()
  const aside = await openAside(context, site.url)
  const infoHash = await given.infoHash()
  await putOnDisk(aside, infoHash, path)
  const taker = new Peer(context, await context.newPage(), site.url)
  await taker.page.addInitScript(tellWhenSeeding)
  const taken = await taker.open(link)
  await taken.reaches('seeding')
  await keptPiecesReach(aside, infoHash, pieceCount(SIZE, choosePieceLength(SIZE)))
  await giver.leave()

  const times: Resumed[] = []
  for (let run = 0; run < RUNS; run++) {
    await taker.page.reload()
    times.push(await taker.page.evaluate(resumed))
    // What the page looks through when it has time must not be in the way of the next run's beginning.
    await taker.page.waitForLoadState('networkidle')
  }
  const of = (what: keyof Resumed) => median(times.map((time) => time[what]))
  return { whole: of('whole'), toScript: of('toScript'), toEngine: of('toEngine') }
}

declare global {
  var seedingAt: Promise<number> | undefined
}

/** Runs in the page, before anything else does. */
function tellWhenSeeding(): void {
  globalThis.seedingAt = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('article[data-state="seeding"]')) return
      observer.disconnect()
      resolve(performance.now())
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/** Runs in the page. */
async function resumed(): Promise<Resumed> {
  const whole = (await globalThis.seedingAt) ?? NaN
  const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const came = (name: string) => scripts.find((script) => script.name.includes(name))?.responseEnd ?? NaN
  return { whole, toScript: came('/assets/index-'), toEngine: came('/assets/createEngine-') }
}

/** Writes a share's bytes where the page keeps what it fetched. */
async function putOnDisk(page: Page, infoHash: string, path: string): Promise<void> {
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file' })),
  )
  await page.locator('input').setInputFiles(path)
  await page.evaluate(async (share) => {
    const file = document.querySelector('input')?.files?.[0]
    if (!file) throw new Error('No file chosen.')
    const root = await navigator.storage.getDirectory()
    const shares = await root.getDirectoryHandle('shares', { create: true })
    const folder = await shares.getDirectoryHandle(share, { create: true })
    const handle = await folder.getFileHandle('data', { create: true })
    await file.stream().pipeTo(await handle.createWritable())
  }, infoHash)
}

/** Milliseconds from the reload to the moment that all of it is there to be served. */
async function resumePlain(
  { newProfile }: Stage,
  path: string,
): Promise<{ hashing: number; bitfield: number }> {
  const plain = await startPlainSite()
  const page = await (await newProfile()).newPage()
  await page.goto(plain.url)
  await page.waitForFunction(() => globalThis.newClient !== undefined)
  await page.locator('input').setInputFiles(path)
  const kept = await page.evaluate(
    (options) =>
      new Promise<{ torrentFile: number[]; bitfield: number[] }>((resolve) => {
        const files = document.querySelector('input')?.files
        if (!files) throw new Error('No files chosen.')
        globalThis.newClient?.(options).seed(files, { announce: [] }, (torrent) => {
          const { torrentFile, bitfield } = torrent
          resolve({ torrentFile: [...torrentFile], bitfield: [...bitfield.buffer] })
        })
      }),
    OFFLINE,
  )
  const reloaded = (bitfield: number[] | null) => async () => {
    await page.reload()
    await page.waitForFunction(() => globalThis.newClient !== undefined)
    return page.evaluate(
      ([options, file, bits]) =>
        new Promise<number>((resolve) => {
          const known = bits ? { bitfield: new Uint8Array(bits) } : {}
          const torrent = globalThis
            .newClient?.(options)
            .add(new Uint8Array(file), { announce: [], ...known })
          torrent?.on('done', () => resolve(performance.now()))
        }),
      [OFFLINE, kept.torrentFile, bitfield] as const,
    )
  }
  const hashing = await medianOf(SLOW_RUNS, reloaded(null))
  const bitfield = await medianOf(RUNS, reloaded(kept.bitfield))
  await plain.stop()
  return { hashing, bitfield }
}

const OFFLINE = { dht: false, tracker: false }

import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { megabytesPerSecond, type End } from './ends/end.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { PlainEnd } from './ends/plainEnd.ts'
import { rawTransfer } from './ends/rawChannel.ts'
import { startPlainSite } from './plainSite.ts'
import { processorSeconds } from './processor.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/**
 * What a transfer between two pages on this machine takes: messages of data channels, and time of the processor. Each
 * page is of a browser of its own with a profile on the disk, as people have it: what a private window "writes" goes to
 * another process instead.
 */

const USUAL_MEGABYTES = 200
const LIMIT_MS = 120_000
/** Longer messages carry a block, at least in part. */
const SHORT = 1024
/** Blocks on their way over the bare channel: with twice as many it is slower. */
const BARE_IN_FLIGHT = 40

type Kind = 'ours' | 'plain'

interface Cost {
  /** Seconds for 100 MB. */
  readonly processor: number
  /** MB/s */
  readonly speed: number
}

interface Outcome extends Cost {
  /** Messages a megabyte that both pages sent: those that carry no block, and all. */
  readonly short: number
  readonly all: number
}

declare global {
  var sentMessages: { short: number; all: number } | undefined
}

export async function run(): Promise<void> {
  const { rounds, megabytes } = benchOptions()
  const size = (megabytes ?? USUAL_MEGABYTES) * MB
  const outcomes: Readonly<Record<Kind, Outcome[]>> = { plain: [], ours: [] }
  const bare: Cost[] = []
  const plain = await startPlainSite()
  try {
    for (let round = 0; round < rounds; round++) {
      for (const kind of ['plain', 'ours'] as const) {
        const outcome = await onStage((stage) => measure(stage, kind, plain.url, size))
        outcomes[kind].push(outcome)
        console.log(`  ${kind}: ${JSON.stringify(outcome)}`)
      }
      bare.push(await onStage((stage) => measureBare(stage, size)))
      console.log(`  bare: ${JSON.stringify(bare.at(-1))}`)
    }
  } finally {
    await plain.stop()
  }
  const figureOf = (name: string, unit: string, of: (outcome: Outcome) => number) => ({
    name,
    unit,
    value: median(outcomes.ours.map(of)),
    baseline: { name: 'plain webtorrent', value: median(outcomes.plain.map(of)) },
  })
  const toBare = (name: string, unit: string, of: (cost: Cost) => number) => ({
    ...figureOf(name, unit, of),
    baseline: { name: 'a bare data channel', value: median(bare.map(of)) },
  })
  report('messages', [
    figureOf('messages without a block', 'a MB', ({ short }) => short),
    figureOf('messages', 'a MB', ({ all }) => all),
    figureOf('processor', 's for 100 MB', ({ processor }) => processor),
    toBare('processor', 's for 100 MB', ({ processor }) => processor),
    figureOf('speed', 'MB/s', ({ speed }) => speed),
    toBare('speed', 'MB/s', ({ speed }) => speed),
  ])
}

async function measure(stage: Stage, kind: Kind, plainUrl: string, size: number): Promise<Outcome> {
  const path = join(stage.folder, 'messages.bin')
  await makeFile(path, size, 'messages')
  const giver = await newEnd(stage, kind, plainUrl)
  const infoHash = await giver.give(path)
  const taker = await newEnd(stage, kind, plainUrl)
  await taker.prepare(infoHash)
  const pages = [giver.page.context(), taker.page.context()]
  const before = await secondsOf(pages)
  const transfer = await taker.fetch(LIMIT_MS)
  const processor = (await secondsOf(pages)) - before
  const moved = (size * transfer.progress) / MB
  const counts = await Promise.all([giver, taker].map(({ page }) => sentBy(page)))
  const sum = (of: 'short' | 'all') => counts.reduce((total, count) => total + count[of], 0) / moved
  return {
    short: sum('short'),
    all: sum('all'),
    processor: (processor / moved) * 100,
    speed: megabytesPerSecond(transfer, size),
  }
}

async function measureBare(stage: Stage, size: number): Promise<Cost> {
  const contexts = [await newContext(stage), await newContext(stage)] as const
  const before = await secondsOf(contexts)
  const options = { size, inFlight: BARE_IN_FLIGHT, limitMs: LIMIT_MS }
  const speed = await rawTransfer(contexts, stage.site.url, options)
  return { speed, processor: ((await secondsOf(contexts)) - before) / (size / MB / 100) }
}

/** Of all processes of the contexts' browsers. */
async function secondsOf(contexts: readonly BrowserContext[]): Promise<number> {
  let seconds = 0
  for (const context of contexts) {
    const browser = context.browser()
    if (!browser) throw new Error('A profile has a browser of its own.')
    seconds += await processorSeconds(browser)
  }
  return seconds
}

async function newContext(stage: Stage): Promise<BrowserContext> {
  // Painting has a bench of its own.
  return stage.newProfile({ reducedMotion: 'reduce' })
}

async function newEnd(stage: Stage, kind: Kind, plainUrl: string): Promise<End> {
  const context = await newContext(stage)
  await context.addInitScript(countSends, SHORT)
  if (kind === 'plain') return PlainEnd.open(context, plainUrl, stage.site.trackerUrl)
  const peer = new Peer(context, await context.newPage(), stage.site.url)
  await peer.home()
  return new OurEnd(peer, stage.site.url)
}

function sentBy(page: Page): Promise<{ short: number; all: number }> {
  return page.evaluate(() => globalThis.sentMessages ?? { short: 0, all: 0 })
}

/** Runs in the page, before its own scripts. */
function countSends(short: number): void {
  const counts = (globalThis.sentMessages = { short: 0, all: 0 })
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const send = RTCDataChannel.prototype.send as (this: RTCDataChannel, data: ArrayBufferView) => void
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
    const { byteLength } = data as ArrayBufferView
    counts.all++
    if (byteLength < short) counts.short++
    send.call(this, data as ArrayBufferView)
  }
}

import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { benchOptions } from './benchOptions.ts'
import { startBuiltPage } from './builtPage.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { Peer } from '../support/peer.ts'
import { onLabStage, type LabStage } from './labStage.ts'
import type { Churn, LateJoin } from './pages/notesPage.ts'
import { median, quantile, report, type Figure } from './runner.ts'

/**
 * Notes: how long one takes from Enter on one page to being seen on another, while pieces fill the line between
 * them; how soon one who comes late has all of them; what they weigh; and how soon a mesh in motion is equal.
 */

const USER: LineOptions = { upKbit: 10_000, downKbit: 50_000, delay: 10 }
const FRIEND: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
/** To the server beside the backbone and back. */
const PING_MS = 2 * USER.delay
const ROUND_TRIP_MS = 2 * (USER.delay + FRIEND.delay)
/** More than moves in the time. */
const MEGABYTES = 40
const WATCHED_MS = 20_000
/** Every transfer begins with a search for the line's rate. */
const WARM_UP_MS = 4000
const NOTES = 30
const NOTE_EVERY_MS = 500

export async function run(): Promise<void> {
  const { rounds, only } = benchOptions()
  const figures: Figure[] = []
  await onLabStage(async (stage) => {
    if ('latency'.includes(only)) figures.push(...(await latency(stage, rounds)))
    if ('late'.includes(only) || 'mesh'.includes(only)) {
      const site = await startBuiltPage('pages/notesPage.ts', join(stage.folder, 'page'))
      const context = await stage.browser.newContext()
      const page = await context.newPage()
      await page.goto(site.url)
      await page.waitForFunction(() => globalThis.churn !== undefined)
      if ('late'.includes(only)) figures.push(...(await late(page, rounds)))
      if ('mesh'.includes(only)) figures.push(...(await mesh(page, rounds)))
      await context.close()
      await site.stop()
    }
  })
  report('notes', figures)
}

async function latency(stage: LabStage, rounds: number): Promise<Figure[]> {
  const path = join(stage.folder, 'notes.bin')
  await makeFile(path, MEGABYTES * MB, 'notes')
  const times = { beside: [] as number[], behind: [] as number[], idle: [] as number[] }
  const pings: number[] = []
  for (let round = 0; round < rounds; round++) {
    const idle = await writeOverLine(stage, path, round, { channel: true, busy: false })
    const beside = await writeOverLine(stage, path, round, { channel: true, busy: true })
    const behind = await writeOverLine(stage, path, round, { channel: false, busy: true })
    times.idle.push(...idle.times)
    times.beside.push(...beside.times)
    times.behind.push(...behind.times)
    pings.push(...beside.pings)
  }
  const over = (values: readonly number[], share: number) => quantile(values, share) - ROUND_TRIP_MS
  return [
    { name: 'a note beside an upload at full rate, over the round trip, median', share: 0.5 },
    { name: 'a note beside an upload at full rate, over the round trip, 95 % stay below', share: 0.95 },
  ].flatMap(({ name, share }) => [
    {
      name,
      unit: 'ms',
      value: over(times.beside, share),
      baseline: { name: 'behind the pieces, without the second channel', value: over(times.behind, share) },
    },
    {
      name,
      unit: 'ms',
      value: over(times.beside, share),
      baseline: { name: 'with nothing else on the line', value: over(times.idle, share) },
    },
    {
      name,
      unit: 'ms',
      value: over(times.beside, share),
      baseline: { name: 'added to a ping meanwhile', value: quantile(pings, share) - PING_MS },
    },
  ])
}

interface Way {
  /** Whether there is a second channel. */
  readonly channel: boolean
  /** Whether a transfer runs. */
  readonly busy: boolean
}

/** Milliseconds from Enter to being seen, of each note that the giver writes, and of pings meanwhile. */
async function writeOverLine(
  stage: LabStage,
  path: string,
  seed: number,
  { channel, busy }: Way,
): Promise<{ times: number[]; pings: readonly number[] }> {
  return stage.onNetwork({ user: USER, friend: FRIEND }, seed, async ({ lab, newContext }) => {
    const open = async (host: string): Promise<OurEnd> => {
      const context: BrowserContext = await newContext(host)
      if (!channel) await context.addInitScript(withoutSecondChannel)
      const peer = new Peer(context, await context.newPage(), stage.site.url)
      await peer.home()
      return new OurEnd(peer, stage.site.url)
    }
    const [giver, taker] = [await open('user'), await open('friend')]
    await taker.prepare(await giver.give(path))
    const seen = taker.peer.page.evaluate(seeNotes, { count: NOTES, limitMs: 60_000 })
    const transfer = busy ? taker.fetch(WATCHED_MS) : null
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))
    await lab.pings('user')
    const pinging = setInterval(() => void lab.ping('user'), NOTE_EVERY_MS)
    const written = await giver.peer.page.evaluate(writeNotes, { count: NOTES, everyMs: NOTE_EVERY_MS })
    clearInterval(pinging)
    const pings = (await lab.pings('user')).roundTrips
    const seenAt = await seen
    const moved = await transfer
    if (moved && moved.progress === 1) throw new Error('The transfer ended before the notes were written.')
    const times = written.map((at, note) => (seenAt[note] ?? Infinity) - at)
    console.log(
      `  ${channel ? 'beside' : 'behind'}${busy ? '' : ', idle'}: ${median(times).toFixed(0)} ms, ${times.filter((time) => !Number.isFinite(time)).length} never`,
    )
    return { times, pings }
  })
}

/** Runs in the page: the second channel never opens, so that notes go behind the pieces. */
function withoutSecondChannel(): void {
  const { prototype } = RTCPeerConnection
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each connection below
  const create = prototype.createDataChannel
  prototype.createDataChannel = function (label, options) {
    const channel = create.call(this, label, label === 'shoal-notes' ? { ...options, id: 900 } : options)
    if (label === 'shoal-notes') Object.defineProperty(channel, 'readyState', { value: 'connecting' })
    return channel
  }
}

/** Runs in the page: when each note was entered, in milliseconds since 1970. */
async function writeNotes({ count, everyMs }: { count: number; everyMs: number }): Promise<number[]> {
  const now = () => performance.timeOrigin + performance.now()
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const field = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="New note"]')
  if (!field) throw new Error('There is no field for a note.')
  const written: number[] = []
  for (let note = 0; note < count; note++) {
    // The one before has been kept by then, and the field is empty again.
    await pause(everyMs)
    field.value = `A note of the bench, number ${note}.`
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await pause(0)
    written.push(now())
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  }
  return written
}

/** Runs in the page: when each note was in the document, in milliseconds since 1970. */
function seeNotes({ count, limitMs }: { count: number; limitMs: number }): Promise<number[]> {
  const now = () => performance.timeOrigin + performance.now()
  const seen: number[] = []
  return new Promise((resolve) => {
    const look = (text: string, at: number) => {
      for (const [, number] of text.matchAll(/note of the bench, number (\d+)\./g))
        seen[Number(number)] ??= at
      if (seen.filter((each) => each > 0).length < count) return
      observer.disconnect()
      resolve(seen)
    }
    const observer = new MutationObserver((changes) => {
      const at = now()
      for (const { addedNodes } of changes) {
        for (const { textContent } of addedNodes) look(textContent ?? '', at)
      }
    })
    observer.observe(document.body, { childList: true, subtree: true })
    setTimeout(() => resolve(seen), limitMs)
  })
}

async function late(page: Page, rounds: number): Promise<Figure[]> {
  const task = { authors: 10, notes: 5000, drawings: 200 }
  const runs: LateJoin[] = []
  for (let round = 0; round < rounds; round++) {
    const result = await page.evaluate(async (given) => globalThis.lateJoin?.(given), task)
    if (!result) throw new Error('The page has not said how.')
    console.log(`  late: ${result.ms.toFixed(0)} ms, ${result.bytes} bytes`)
    runs.push(result)
  }
  const of = (key: 'ms' | 'bytes' | 'bytesPerNote') => median(runs.map((result) => result[key]))
  return [
    { name: '5,000 notes and 200 drawings of 10 people, to one who comes late', unit: 'ms', value: of('ms') },
    { name: 'the same', unit: 'bytes', value: of('bytes') },
    { name: 'one more note of 72 characters, there and back', unit: 'bytes', value: of('bytesPerNote') },
  ]
}

async function mesh(page: Page, rounds: number): Promise<Figure[]> {
  const runs: Churn[] = []
  for (let round = 0; round < rounds; round++) {
    const result = await page.evaluate(async (given) => globalThis.churn?.(given), {
      rooms: 12,
      seconds: 15,
      seed: round + 1,
    })
    if (!result) throw new Error('The page has not said how.')
    console.log(`  mesh: ${result.ms.toFixed(0)} ms, split ${result.splitMs.toFixed(0)} ms`)
    runs.push(result)
  }
  const of = (key: 'ms' | 'splitMs') => median(runs.map((result) => result[key]))
  return [
    { name: '12 in a partial mesh that changes, equal after the last note', unit: 'ms', value: of('ms') },
    { name: 'two halves of 6 with 50 notes each, equal after they meet', unit: 'ms', value: of('splitMs') },
  ]
}

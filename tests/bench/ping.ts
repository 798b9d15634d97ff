import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import type { Lab } from '../support/lab/lab.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { benchOptions } from './benchOptions.ts'
import { onLabStage, type Kind, type LabStage } from './labStage.ts'
import { median, quantile, report, type Figure } from './runner.ts'

/** How much longer a ping takes beside an upload: whether the rest of what the user does still works. */

const USER: LineOptions = { upKbit: 10_000, downKbit: 50_000, delay: 10 }
const FRIEND: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
const PAIRS: readonly (readonly [giver: Kind, taker: Kind])[] = [
  ['plain', 'plain'],
  ['ours', 'plain'],
  ['plain', 'ours'],
  ['ours', 'ours'],
]

/** More than moves in the time. */
const MEGABYTES = 40
const WATCHED_MS = 15_000
/** Every transfer begins with a search for the line's rate; what it does then counts too. */
const PING_EVERY_MS = 50

/** A ping that found the buffer full would have come back had it been longer; it counts as the buffer's length. */
const BUFFER_MS = 250

export async function run(): Promise<void> {
  const { rounds, only } = benchOptions()
  const figures: Figure[] = []
  await onLabStage(async (stage) => {
    const path = join(stage.folder, 'ping.bin')
    await makeFile(path, MEGABYTES * MB, 'ping')
    const pairs = PAIRS.filter((pair) => nameOf(pair).includes(only))
    const results = new Map(pairs.map((pair) => [nameOf(pair), [] as Result[]]))
    for (let round = 0; round < rounds; round++) {
      for (const pair of pairs) {
        const result = await upload(stage, pair, path, round)
        results.get(nameOf(pair))?.push(result)
        console.log(
          `  ${nameOf(pair)}: +${result.median.toFixed(0)} ms, p95 +${result.p95.toFixed(0)} ms, ${result.rate.toFixed(2)} MB/s`,
        )
      }
    }
    for (const [name, each] of results) {
      const of = (which: keyof Result) => median(each.map((result) => result[which]))
      figures.push(
        { name: `${name}, added to a ping, median`, unit: 'ms', value: of('median') },
        { name: `${name}, added to a ping, 95 % stay below`, unit: 'ms', value: of('p95') },
        {
          name: `${name}, uploaded meanwhile`,
          unit: 'MB/s',
          value: of('rate'),
          baseline: { name: 'the uplink', value: USER.upKbit / 8000 },
        },
      )
    }
  })
  report('ping', figures)
}

interface Result {
  readonly median: number
  readonly p95: number
  readonly rate: number
}

function nameOf([giver, taker]: readonly [Kind, Kind]): string {
  return `${giver} to ${taker}`
}

async function upload(
  stage: LabStage,
  [giverKind, takerKind]: readonly [Kind, Kind],
  path: string,
  round: number,
): Promise<Result> {
  return stage.onNetwork({ user: USER, friend: FRIEND }, round, async ({ lab, newEnd }) => {
    const giver = await newEnd(giverKind, 'user')
    const taker = await newEnd(takerKind, 'friend')
    const infoHash = await giver.give(path)
    await taker.prepare(infoHash)
    const idle = median(await pingFor(lab, Promise.resolve()))
    const before = await lab.report()
    const transfer = taker.fetch(WATCHED_MS)
    const busy = await pingFor(lab, transfer)
    const { from, to } = await transfer
    const after = await lab.report()
    const sent = (after.hosts['user']?.sent ?? 0) - (before.hosts['user']?.sent ?? 0)
    return {
      median: median(busy) - idle,
      p95: quantile(busy, 0.95) - idle,
      rate: sent / 1000 / (to - from),
    }
  })
}

/** Pings until something is over, but a few at least; round trips in milliseconds. */
async function pingFor(lab: Lab, something: Promise<unknown>): Promise<number[]> {
  const FEWEST = 5
  const over = new AbortController()
  const ended = something.finally(() => over.abort())
  for (let sent = 0; sent < FEWEST || !over.signal.aborted; sent++) {
    await lab.ping('user')
    await new Promise((resolve) => setTimeout(resolve, PING_EVERY_MS))
  }
  await ended
  // What is still under way is due within the buffer's length and the round trip.
  await new Promise((resolve) => setTimeout(resolve, 2 * BUFFER_MS))
  const { roundTrips, sent } = await lab.pings('user')
  return [...roundTrips, ...Array.from({ length: sent - roundTrips.length }, () => BUFFER_MS)]
}

import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { benchOptions } from './benchOptions.ts'
import { megabytesPerSecond } from './ends/end.ts'
import { rawTransfer } from './ends/rawChannel.ts'
import { onLabStage, type Kind, type LabStage } from './labStage.ts'
import { median, report, type Figure } from './runner.ts'

/** One page fetches from another over a line: ours, plain webtorrent, one of each, and a bare data channel. */

interface Scenario {
  readonly name: string
  /** Both have it. */
  readonly line: LineOptions
  readonly size: number
  /** Who does not come to an end by then is measured by what has moved. */
  readonly limitMs: number
  /** Blocks that keep the line busy without filling its buffer. */
  readonly rawInFlight: number
  readonly pairs: readonly Pair[]
}

interface Pair {
  readonly giver: Kind
  readonly taker: Kind
}

const PLAIN: Pair = { giver: 'plain', taker: 'plain' }
const OURS: Pair = { giver: 'ours', taker: 'ours' }
const OURS_FROM_PLAIN: Pair = { giver: 'plain', taker: 'ours' }
const PLAIN_FROM_OURS: Pair = { giver: 'ours', taker: 'plain' }
const BARE = 'a bare data channel'
const ALL_PAIRS = [PLAIN, OURS, OURS_FROM_PLAIN, PLAIN_FROM_OURS]

/** Half of the round trip's half each. */
const NEAR: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
const FAR: LineOptions = { upKbit: 20_000, downKbit: 20_000, delay: 25 }

const SCENARIOS: readonly Scenario[] = [
  {
    name: '50 Mbit/s, RTT 40 ms, 20 MB',
    line: NEAR,
    size: 20 * MB,
    limitMs: 25_000,
    rawInFlight: 40,
    pairs: ALL_PAIRS,
  },
  {
    name: '50 Mbit/s, RTT 40 ms, 60 MB',
    line: NEAR,
    size: 60 * MB,
    limitMs: 40_000,
    rawInFlight: 40,
    pairs: [PLAIN, OURS],
  },
  ...[20, 40].map((standstill) => ({
    name: `50 Mbit/s, RTT 40 ms, standstills up to ${standstill} ms, 60 MB`,
    line: { ...NEAR, standstill },
    size: 60 * MB,
    limitMs: 40_000,
    rawInFlight: 40,
    pairs: [PLAIN, OURS],
  })),
  {
    name: '50 Mbit/s, RTT 40 ms, 0.5 % loss, 20 MB',
    line: { ...NEAR, loss: 0.005 },
    size: 20 * MB,
    limitMs: 25_000,
    rawInFlight: 40,
    pairs: ALL_PAIRS,
  },
  {
    name: '20 Mbit/s, RTT 100 ms, 0.2 % loss, 20 MB',
    line: { ...FAR, loss: 0.002 },
    size: 20 * MB,
    limitMs: 25_000,
    rawInFlight: 30,
    pairs: ALL_PAIRS,
  },
]

export async function run(): Promise<void> {
  const { rounds, only, megabytes } = benchOptions()
  const figures: Figure[] = []
  await onLabStage(async (stage) => {
    for (const scenario of SCENARIOS.filter(({ name }) => name.includes(only))) {
      const resized = megabytes === null ? scenario : { ...scenario, size: megabytes * MB }
      figures.push(...(await playScenario(stage, resized, rounds)))
    }
  })
  report('line', figures)
}

async function playScenario(stage: LabStage, scenario: Scenario, rounds: number): Promise<Figure[]> {
  const path = join(stage.folder, `${scenario.size}.bin`)
  await makeFile(path, scenario.size, 'line')
  const rates = new Map<string, number[]>()
  const note = (name: string, rate: number): void => {
    rates.set(name, [...(rates.get(name) ?? []), rate])
    console.log(`  ${scenario.name}: ${name} ${rate.toFixed(2)} MB/s`)
  }
  // Round by round, so that what else the machine does meanwhile falls on all alike.
  for (let round = 0; round < rounds; round++) {
    for (const pair of scenario.pairs) note(nameOf(pair), await transfer(stage, scenario, pair, path, round))
    note(BARE, await raw(stage, scenario, round))
  }
  const medians = new Map([...rates].map(([name, values]) => [name, median(values)]))
  const baseline = (name: string) => ({ name, value: medians.get(name) ?? NaN })
  const line = { name: 'the line', value: scenario.line.upKbit / 8000 }
  return [...medians].flatMap(([name, value]) => {
    const figure = { name: `${scenario.name}, ${name}`, unit: 'MB/s', value }
    const others = [nameOf(PLAIN), BARE].filter((other) => other !== name)
    return [
      { ...figure, baseline: line },
      ...others.map((other) => ({ ...figure, baseline: baseline(other) })),
    ]
  })
}

function nameOf({ giver, taker }: Pair): string {
  return giver === taker ? `${giver} to ${taker}` : `${taker} fetching from ${giver}`
}

async function transfer(
  stage: LabStage,
  { line, size, limitMs }: Scenario,
  pair: Pair,
  path: string,
  round: number,
): Promise<number> {
  return stage.onNetwork({ giver: line, taker: line }, round, async ({ lab, newEnd }) => {
    const giver = await newEnd(pair.giver, 'giver')
    const taker = await newEnd(pair.taker, 'taker')
    const infoHash = await giver.give(path)
    await taker.prepare(infoHash)
    const result = await taker.fetch(limitMs)
    const { hosts } = await lab.report()
    if ((hosts['taker']?.received ?? 0) < size * result.progress)
      throw new Error('Bytes went around the lab.')
    return megabytesPerSecond(result, size)
  })
}

async function raw(
  stage: LabStage,
  { line, size, limitMs, rawInFlight: inFlight }: Scenario,
  round: number,
): Promise<number> {
  return stage.onNetwork({ giver: line, taker: line }, round, async ({ newContext }) =>
    rawTransfer([await newContext('giver'), await newContext('taker')], stage.plainUrl, {
      size,
      inFlight,
      limitMs,
    }),
  )
}

import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { benchOptions } from './benchOptions.ts'
import { onLabStage, type Kind, type LabStage } from './labStage.ts'
import { median, report, type Figure } from './runner.ts'

/** One page has a file, six others fetch it at the same time, everyone behind a line with a slow uplink. */

const LINE: LineOptions = { upKbit: 4000, downKbit: 50_000, delay: 10 }
const TAKERS = ['taker 1', 'taker 2', 'taker 3', 'taker 4', 'taker 5', 'taker 6']
const USUAL_MEGABYTES = 8
const LIMIT_MS = 120_000

/** Bytes on the line for one of payload through a data channel: headers of IP, UDP, DTLS and SCTP. Measured. */
const ON_THE_LINE = 1.075

interface Outcome {
  /** From the first to begin to the last to end. */
  readonly seconds: number
  /** How many times the seed sent the whole. */
  readonly copies: number
}

export async function run(): Promise<void> {
  const { rounds, only, megabytes } = benchOptions()
  const size = (megabytes ?? USUAL_MEGABYTES) * MB
  const outcomes: Readonly<Record<Kind, Outcome[]>> = { plain: [], ours: [] }
  const kinds = (['plain', 'ours'] as const).filter((kind) => kind.includes(only))
  await onLabStage(async (stage) => {
    const path = join(stage.folder, 'crowd.bin')
    await makeFile(path, size, 'crowd')
    for (let round = 0; round < rounds; round++) {
      for (const kind of kinds) {
        const outcome = await gather(stage, kind, path, size, round)
        outcomes[kind].push(outcome)
        console.log(`  ${kind}: ${outcome.seconds.toFixed(1)} s, ${outcome.copies.toFixed(2)} copies`)
      }
    }
  })
  // What the seed takes to send everything once.
  const bound = { name: 'the bound', value: (size * 8) / 1000 / LINE.upKbit }
  report(
    'crowd',
    kinds.flatMap((kind) => figuresOf(kind, outcomes, bound)),
  )
}

function figuresOf(
  kind: Kind,
  outcomes: Readonly<Record<Kind, readonly Outcome[]>>,
  bound: { readonly name: string; readonly value: number },
): Figure[] {
  const secondsOf = (whose: Kind) => median(outcomes[whose].map(({ seconds }) => seconds))
  const seconds = { name: `${kind}, until the last has it`, unit: 's', value: secondsOf(kind) }
  const copies = median(outcomes[kind].map((outcome) => outcome.copies))
  return [
    { ...seconds, baseline: bound },
    ...(kind === 'ours' && outcomes.plain.length > 0
      ? [{ ...seconds, baseline: { name: 'plain webtorrent', value: secondsOf('plain') } }]
      : []),
    { name: `${kind}, copies that the seed sends`, unit: '', value: copies },
  ]
}

async function gather(
  stage: LabStage,
  kind: Kind,
  path: string,
  size: number,
  round: number,
): Promise<Outcome> {
  const hosts = Object.fromEntries(['seed', ...TAKERS].map((host) => [host, LINE]))
  return stage.onNetwork(hosts, round, async ({ lab, newEnd }) => {
    const seed = await newEnd(kind, 'seed')
    const infoHash = await seed.give(path)
    const takers = await Promise.all(TAKERS.map((host) => newEnd(kind, host)))
    await Promise.all(takers.map((taker) => taker.prepare(infoHash)))
    const before = await lab.report()
    const transfers = await Promise.all(takers.map((taker) => taker.fetch(LIMIT_MS)))
    const after = await lab.report()
    const unfinished = transfers.filter(({ progress }) => progress < 1).length
    if (unfinished > 0) console.log(`  ${kind}: ${unfinished} had not finished after ${LIMIT_MS / 1000} s`)
    const sent = (after.hosts['seed']?.sent ?? 0) - (before.hosts['seed']?.sent ?? 0)
    return {
      seconds:
        (Math.max(...transfers.map(({ to }) => to)) - Math.min(...transfers.map(({ from }) => from))) / 1000,
      copies: sent / ON_THE_LINE / size,
    }
  })
}

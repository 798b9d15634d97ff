import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { megabytesPerSecond } from './ends/end.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { PlainEnd } from './ends/plainEnd.ts'
import { startPlainSite } from './plainSite.ts'
import { processorSeconds } from './processor.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/**
 * A file by WebRTC from a process of Node to a page on this machine: MB/s, and the processor's time a byte of both, beside
 * plain webtorrent at both ends. `npm run bench -- nodeToPage`
 */

const USUAL_MEGABYTES = 200
const LIMIT_MS = 120_000

type Kind = 'ours' | 'plain'

interface Outcome {
  /** MB/s */
  readonly speed: number
  /** Nanoseconds of the processor a byte: of the process, and of the page's browser. */
  readonly giver: number
  readonly taker: number
}

export async function run(): Promise<void> {
  const { rounds, megabytes, only } = benchOptions()
  const size = (megabytes ?? USUAL_MEGABYTES) * MB
  const outcomes: Readonly<Record<Kind, Outcome[]>> = { plain: [], ours: [] }
  const plain = await startPlainSite()
  try {
    for (let round = 0; round < rounds; round++) {
      for (const kind of ['plain', 'ours'] as const) {
        if (!kind.includes(only)) continue
        const outcome = await onStage((stage) => measure(stage, kind, plain.url, size))
        outcomes[kind].push(outcome)
        console.log(`  ${kind}: ${JSON.stringify(outcome)}`)
      }
    }
  } finally {
    await plain.stop()
  }
  if (outcomes.ours.length === 0 || outcomes.plain.length === 0) return
  const figureOf = (name: string, unit: string, of: (outcome: Outcome) => number) => ({
    name,
    unit,
    value: median(outcomes.ours.map(of)),
    baseline: { name: 'plain webtorrent', value: median(outcomes.plain.map(of)) },
  })
  report('nodeToPage', [
    figureOf('speed', 'MB/s', ({ speed }) => speed),
    figureOf('processor of both', 'ns a byte', ({ giver, taker }) => giver + taker),
    figureOf('processor of Node', 'ns a byte', ({ giver }) => giver),
  ])
}

async function measure(stage: Stage, kind: Kind, plainUrl: string, size: number): Promise<Outcome> {
  const path = join(stage.folder, 'film.bin')
  await makeFile(path, size, 'from Node')
  const giver = await startGiver(kind, stage, path)
  const context = await stage.newProfile({ reducedMotion: 'reduce' })
  const browser = context.browser()
  if (!browser) throw new Error('A profile has a browser of its own.')
  const taker =
    kind === 'plain'
      ? await PlainEnd.open(context, plainUrl, stage.site.trackerUrl)
      : new OurEnd(new Peer(context, await context.newPage(), stage.site.url), stage.site.url)
  await taker.prepare(giver.infoHash)
  const before = await processorSeconds(browser)
  const transfer = await taker.fetch(LIMIT_MS)
  const seconds = (await processorSeconds(browser)) - before
  const moved = size * transfer.progress
  return {
    speed: megabytesPerSecond(transfer, size),
    giver: ((await giver.end()) * 1e9) / moved,
    taker: (seconds * 1e9) / moved,
  }
}

interface Said {
  readonly kind: string
  readonly infoHash?: string
  readonly cpuSeconds?: number
}

async function startGiver(kind: Kind, { site, folder }: Stage, path: string) {
  const child = spawn(
    process.execPath,
    ['tests/bench/ends/nodeEnd.ts', kind, site.url, path, join(folder, 'node')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const told = async (kind: string): Promise<Said> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('The process in Node has ended.')
      const said = JSON.parse(value) as Said
      if (said.kind === kind) return said
    }
  }
  const { infoHash = '' } = await told('ready')
  return {
    infoHash,
    async end(): Promise<number> {
      child.stdin.write('end\n')
      return (await told('used')).cpuSeconds ?? NaN
    },
  }
}

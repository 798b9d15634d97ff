import { join } from 'node:path'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { megabytesPerSecond, type End } from './ends/end.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { PlainEnd } from './ends/plainEnd.ts'
import { onLabStage, type Kind, type LabNetwork, type LabStage } from './labStage.ts'
import { median, report } from './runner.ts'

/** A transfer into a page that nobody looks at, another tab being in front: timers run once a second there. */

const LINE: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
const USUAL_MEGABYTES = 20
const LIMIT_MS = 30_000

/** Playwright keeps hidden pages as awake as visible ones, unless told not to. */
const KEPT_AWAKE_BY = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

export async function run(): Promise<void> {
  const { rounds, megabytes } = benchOptions()
  const size = (megabytes ?? USUAL_MEGABYTES) * MB
  const port = await freePort()
  const rates = new Map<string, number[]>()
  await onLabStage(
    async (stage) => {
      // Its own pages Playwright tells that they are looked at; those of a browser it only connects to, it does not.
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
      const [context] = browser.contexts()
      if (!context) throw new Error('The browser has no window.')
      await stage.onNetwork({ giver: LINE, taker: LINE }, 1, async (network) => {
        await network.lab.join(context, 'taker')
        for (let round = 0; round < rounds; round++) {
          for (const kind of ['plain', 'ours'] as const) {
            for (const seen of ['hidden', 'visible'] as const) {
              const name = `${kind}, ${seen}`
              const rate = await transfer({
                stage,
                network,
                context,
                kind,
                seen,
                size,
                name: `${name} ${round}`,
              })
              rates.set(name, [...(rates.get(name) ?? []), rate])
              console.log(`  ${name}: ${rate.toFixed(2)} MB/s`)
            }
          }
        }
      })
    },
    { flags: [`--remote-debugging-port=${port}`], withoutFlags: KEPT_AWAKE_BY },
  )
  const medianOf = (name: string) => median(rates.get(name) ?? [])
  report(
    'hidden',
    (['plain', 'ours'] as const).map((kind) => ({
      name: `${kind}, hidden`,
      unit: 'MB/s',
      value: medianOf(`${kind}, hidden`),
      baseline: { name: 'the same, visible', value: medianOf(`${kind}, visible`) },
    })),
  )
}

interface Transferring {
  readonly stage: LabStage
  readonly network: LabNetwork
  readonly context: BrowserContext
  readonly kind: Kind
  readonly seen: 'hidden' | 'visible'
  readonly size: number
  /** A file of its own for each: the context remembers what it has. */
  readonly name: string
}

async function transfer({ stage, network, context, kind, seen, size, name }: Transferring): Promise<number> {
  const path = join(stage.folder, `${name}.bin`)
  await makeFile(path, size, name)
  const giver = await network.newEnd(kind, 'giver')
  const { end: taker, page } = await takerIn(stage, context, kind)
  const infoHash = await giver.give(path)
  await taker.prepare(infoHash)
  const inFront = seen === 'hidden' ? await context.newPage() : null
  await inFront?.bringToFront()
  const visibility = await page.evaluate(() => document.visibilityState)
  if (visibility !== seen) throw new Error(`The page is ${visibility}, not ${seen}.`)
  const result = await taker.fetch(LIMIT_MS)
  await giver.leave()
  await page.close()
  await inFront?.close()
  return megabytesPerSecond(result, size)
}

async function takerIn(
  stage: LabStage,
  context: BrowserContext,
  kind: Kind,
): Promise<{ end: End; page: Page }> {
  if (kind === 'plain') {
    const end = await PlainEnd.open(context, stage.plainUrl, stage.site.trackerUrl)
    return { end, page: end.page }
  }
  const peer = new Peer(context, await context.newPage(), stage.site.url)
  return { end: new OurEnd(peer, stage.site.url), page: peer.page }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return address.port
}

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright'
import { browserPath, CHROMIUM, CHROMIUM_FLAGS } from '../support/browsers.ts'
import { makeFile, MB } from '../support/files.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { secondsByThread } from './processor.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** What a page takes of a core to show that a file moves, beside the same transfer into a page that shows nothing. */

const WINDOW = { width: 1280, height: 800 }
const USUAL_MEGABYTES = 60
/** The giver's limit, so that the file moves for as long as is measured. */
const RATE = 2 * MB
const SETTLING_MS = 4_000
const MEASURED_MS = 15_000

type Seen = 'seen' | 'not seen'

/** Percent of a core, by thread. */
type Load = ReadonlyMap<string, number>

export async function run(): Promise<void> {
  const { rounds, megabytes } = benchOptions()
  const loads: Readonly<Record<Seen, Load[]>> = { 'not seen': [], seen: [] }
  for (let round = 0; round < rounds; round++) {
    for (const seen of ['not seen', 'seen'] as const) {
      const load = await onStage((stage) => measure(stage, seen, (megabytes ?? USUAL_MEGABYTES) * MB))
      loads[seen].push(load)
      console.log(`  ${seen}: ${inAll(load).toFixed(1)} % of a core`)
    }
  }
  const [whole, bare] = [median(loads.seen.map(inAll)), median(loads['not seen'].map(inAll))]
  for (const thread of dearest(loads)) {
    const of = (seen: Seen) => median(loads[seen].map((load) => load.get(thread) ?? 0)).toFixed(1)
    console.log(`  ${thread}: ${of('seen')} %, ${of('not seen')} % when not seen`)
  }
  const unit = '% of a core'
  report('painting', [
    {
      name: 'a page that fetches',
      unit,
      value: whole,
      baseline: { name: 'the same, showing nothing', value: bare },
    },
    { name: 'of it for what is shown', unit, value: whole - bare },
  ])
}

async function measure(stage: Stage, seen: Seen, size: number): Promise<Load> {
  const path = join(stage.folder, 'painting.bin')
  await makeFile(path, size, 'painting')
  const giver = await stage.newPeer()
  await giver.givesAtMost(RATE)
  const link = await (await giver.chooseFiles(path)).link()
  // A browser of its own, whose processor time is all the taker's.
  const browser = await chromium.launch({ executablePath: browserPath(CHROMIUM), args: [...CHROMIUM_FLAGS] })
  try {
    const context = await browser.newContext({ viewport: WINDOW })
    const taker = new Peer(context, await context.newPage(), stage.site.url)
    const share = await taker.download(link)
    await share.reaches('downloading')
    if (seen === 'not seen') await taker.page.evaluate(() => (document.body.hidden = true))
    await wait(SETTLING_MS)
    const before = await secondsByThread(browser)
    await wait(MEASURED_MS)
    const after = await secondsByThread(browser)
    const progress = await share.progress()
    if (progress >= 1) throw new Error('The file was there before the time was up.')
    const load = [...after].map(
      ([thread, seconds]) =>
        [thread, ((seconds - (before.get(thread) ?? 0)) * 100_000) / MEASURED_MS] as const,
    )
    return new Map(load.filter(([, percent]) => percent > 0))
  } finally {
    await browser.close()
  }
}

function inAll(load: Load): number {
  return [...load.values()].reduce((sum, percent) => sum + percent, 0)
}

/** The threads that take more when the page is seen. */
function dearest(loads: Readonly<Record<Seen, readonly Load[]>>): string[] {
  const MOST = 8
  const of = (seen: Seen, thread: string) => median(loads[seen].map((load) => load.get(thread) ?? 0))
  const threads = new Set(loads.seen.flatMap((load) => [...load.keys()]))
  const more = [...threads].map((thread) => [thread, of('seen', thread) - of('not seen', thread)] as const)
  return more
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST)
    .map(([thread]) => thread)
}

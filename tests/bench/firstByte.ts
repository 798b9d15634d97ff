import { join } from 'node:path'
import type { Page } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { startSlowWay } from '../support/lab/slowWay.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { OurEnd } from './ends/ourEnd.ts'
import { PlainEnd } from './ends/plainEnd.ts'
import { watchPlain, watchSteps, type Steps } from './ends/steps.ts'
import { onLabStage, type LabStage } from './labStage.ts'
import { median, report } from './runner.ts'

/**
 * From a click on a link to the first piece that is here and right, and where that time goes. Everybody is 40 ms from
 * everybody, the site and its tracker included; the click on Download follows as soon as there is such a button.
 */

const LINE: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
const TO_SITE: LineOptions = { ...LINE, delay: 20 }
const SIZE = 20 * MB

/** Seconds after the click that were asked for. */
const GOALS = { cold: 1.5, warm: 0.4 }

const KINDS = ['cold', 'warm', 'plain cold', 'plain warm'] as const
type Kind = (typeof KINDS)[number]

export async function run(): Promise<void> {
  const { rounds, only } = benchOptions(5)
  const runs = new Map<Kind, Steps[]>()
  await onLabStage(async (stage) => {
    const path = join(stage.folder, 'shared.bin')
    await makeFile(path, SIZE, 'first byte')
    const [site, plain] = [
      await startSlowWay(stage.site.url, TO_SITE),
      await startSlowWay(stage.plainUrl, TO_SITE),
    ]
    for (let round = 0; round < rounds; round++) {
      for (const kind of KINDS.filter((each) => each.includes(only))) {
        const steps = await play(stage, kind, { site: site.url, plain: plain.url, path, round })
        runs.set(kind, [...(runs.get(kind) ?? []), steps])
      }
    }
    await Promise.all([site.stop(), plain.stop()])
  })
  for (const [kind, steps] of runs) print(kind, steps)
  const total = (kind: Kind): number => median((runs.get(kind) ?? []).map(({ piece = NaN }) => piece))
  report(
    'firstByte',
    (['cold', 'warm'] as const)
      .filter((kind) => runs.has(kind))
      .flatMap((kind) => {
        const figure = {
          name:
            kind === 'cold' ? 'link to first piece, page loaded for it' : 'link to first piece, page open',
          unit: 's',
          value: total(kind),
        }
        return [
          { ...figure, baseline: { name: 'what was asked for', value: GOALS[kind] } },
          ...(runs.has(`plain ${kind}`)
            ? [{ ...figure, baseline: { name: 'plain webtorrent', value: total(`plain ${kind}`) } }]
            : []),
        ]
      }),
  )
}

interface Place {
  readonly site: string
  readonly plain: string
  readonly path: string
  readonly round: number
}

async function play(stage: LabStage, kind: Kind, { site, plain, path, round }: Place): Promise<Steps> {
  return stage.onNetwork({ giver: LINE, taker: LINE }, round, async ({ newContext }) => {
    const [from, to] = [await newContext('giver'), await newContext('taker')]
    const tracker = new URL('announce', site.replace(/^http/, 'ws')).href
    if (kind === 'plain cold' || kind === 'plain warm') {
      const giver = await PlainEnd.open(from, plain, tracker)
      const infoHash = await giver.give(path)
      const page = await to.newPage()
      await page.addInitScript(watchSteps)
      await page.addInitScript(watchPlain, { infoHash, tracker, waits: kind === 'plain warm' })
      await page.goto(plain)
      if (kind === 'plain warm') {
        await page.waitForFunction(() => globalThis.newClient !== undefined)
        await page.evaluate(() => globalThis.startPlain?.())
      }
      return stepsOf(page)
    }
    const giverPage = await from.newPage()
    await giverPage.addInitScript(watchSteps)
    const giver = new Peer(from, giverPage, site)
    await giver.home()
    const infoHash = await new OurEnd(giver, site).give(path)
    await giverPage.evaluate(() => globalThis.stepsBegin?.())
    const page = await to.newPage()
    await page.addInitScript(watchSteps)
    if (kind === 'cold') {
      await page.goto(`${site}#${infoHash}`, { waitUntil: 'commit' })
      return withGivers(await stepsOf(page), page, giverPage)
    }
    await page.goto(site)
    // The engine is loaded when the field is touched, as it is by whoever is about to paste a link.
    await page.getByRole('textbox', { name: 'Magnet link, info hash or share link' }).focus()
    await page.waitForLoadState('networkidle')
    await page.evaluate((hash) => {
      globalThis.stepsBegin?.()
      location.hash = hash
    }, infoHash)
    return withGivers(await stepsOf(page), page, giverPage)
  })
}

/** With what the page at the other end has done meanwhile. */
async function withGivers(steps: Steps, page: Page, giver: Page): Promise<Steps> {
  const clockOf = (each: Page) => each.evaluate(() => globalThis.stepsByClock?.())
  const [ours, theirs] = [await clockOf(page), await clockOf(giver)]
  const told = Object.entries(theirs?.steps ?? {}).map(
    ([name, at]) => [`        giver: ${name}`, (at - (ours?.began ?? 0)) / 1000] as const,
  )
  return { ...steps, ...Object.fromEntries(told.filter(([, at]) => at > 0)) }
}

async function stepsOf(page: Page): Promise<Steps> {
  await page.waitForFunction(() => globalThis.steps?.['piece'] !== undefined, undefined, { polling: 100 })
  return page.evaluate(() => globalThis.stepsTold?.() ?? {})
}

/** Each step, when it was done, and how long it was after the one before. */
function print(kind: Kind, runs: readonly Steps[]): void {
  const names = [...new Set(runs.flatMap((steps) => Object.keys(steps)))]
  const rows = names
    .map((name) => ({ name, at: median(runs.flatMap((steps) => steps[name] ?? [])) }))
    .sort((left, right) => left.at - right.at)
  console.log(`${kind}:`)
  let before = 0
  for (const { name, at } of rows) {
    console.log(
      `  ${(at * 1000).toFixed(0).padStart(6)} ms  +${((at - before) * 1000).toFixed(0).padStart(4)}  ${name}`,
    )
    before = at
  }
}

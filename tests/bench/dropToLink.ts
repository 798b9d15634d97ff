import { join } from 'node:path'
import type { Page } from 'playwright'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { startPlainSite } from './plainSite.ts'
import { rendererGrowth } from './rendererMemory.ts'
import { medianOf, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** From letting go of a file to holding its link, against plain webtorrent and against SHA-1 alone. */

/** More shows what memory does with size: `DROP_BYTES=5000000000`. */
const SIZE = Number(process.env['DROP_BYTES'] ?? 1_000_000_000)
const RUNS = 3
/** SHA-1 alone is measured on bytes already in memory, over and over, until as much went through. */
const SLICE = 1 << 20

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const path = join(stage.folder, 'large.bin')
    await makeFile(path, SIZE, 'drop to link')
    const smooth: Smoothness[] = []
    const ours = await rate(() => dropToLink(stage, path, smooth))
    const most = (what: keyof Smoothness) => Math.max(...smooth.map((run) => run[what]))
    const fewest = (what: keyof Smoothness) => Math.min(...smooth.map((run) => run[what]))
    const plain = await rate(() => plainSeed(stage, path))
    const oneWorker = await rate(() => sha1Alone(stage, 1))
    const allCores = await rate(() => sha1Alone(stage, navigator.hardwareConcurrency))
    const reading = await rate(() => readAlone(stage, path))
    // Reading takes the same cores as SHA-1: one after the other, both on all of them, is what they allow.
    const possible = 1 / (1 / reading + 1 / allCores)
    const figure = { name: 'drop to link', unit: 'MB/s', value: ours }
    report('dropToLink', [
      { ...figure, baseline: { name: 'plain client.seed', value: plain } },
      { ...figure, baseline: { name: 'SHA-1 alone, one thread', value: oneWorker } },
      { ...figure, baseline: { name: 'SHA-1 alone, a worker per core', value: allCores } },
      { ...figure, baseline: { name: 'reading the file alone, a worker per core', value: reading } },
      { ...figure, baseline: { name: 'reading, and then SHA-1, on all cores', value: possible } },
      { name: 'frames a second meanwhile, fewest of the runs', unit: '', value: fewest('framesPerSecond') },
      { name: 'long tasks meanwhile, most of the runs', unit: '', value: most('longTasks') },
      { name: 'the longest task', unit: 'ms', value: most('longestTaskMs') },
      { name: 'growth of the renderers, most of the runs', unit: 'MB', value: most('growthMB') },
    ])
  })
}

/** MB/s, from seconds for the whole file. */
async function rate(measure: () => Promise<number>): Promise<number> {
  const seconds = await medianOf(RUNS, measure)
  return SIZE / 1e6 / seconds
}

/** What somebody who looks at the page meanwhile would notice. */
interface Smoothness {
  readonly framesPerSecond: number
  /** Tasks of the page's thread of more than 50 ms. */
  readonly longTasks: number
  readonly longestTaskMs: number
  readonly growthMB: number
}

async function dropToLink({ browser, newPeer }: Stage, path: string, smooth: Smoothness[]): Promise<number> {
  const devtools = await browser.newBrowserCDPSession()
  const peer = await newPeer()
  let watched: Watched | undefined
  const growth = await rendererGrowth([devtools], async () => {
    watched = await watchDrop(peer.page, path)
  })
  await peer.leave()
  await devtools.detach()
  if (!watched) throw new Error('Nothing was dropped.')
  const { seconds, frames, tasks } = watched
  smooth.push({
    framesPerSecond: frames / seconds,
    longTasks: tasks.length,
    longestTaskMs: Math.max(0, ...tasks),
    growthMB: growth / 1e6,
  })
  return seconds
}

/** Drops a file on an open page, and watches it until there is a link. */
export async function watchDrop(page: Page, path: string): Promise<Watched> {
  await page.evaluate(watchLink)
  await dropOn(page, [path])
  const watched = await page.evaluate(() => globalThis.linked)
  if (!watched) throw new Error('The page was loaded anew.')
  return watched
}

export interface Watched {
  /** Between the drop and the link, both as the page itself sees them. */
  readonly seconds: number
  readonly frames: number
  /** Milliseconds of each long task. */
  readonly tasks: readonly number[]
}

/** Runs in the page. */
function watchLink(): void {
  globalThis.linked = new Promise((resolve) => {
    let dropped = 0
    let frames = 0
    const tasks: number[] = []
    const onFrame = () => {
      if (dropped > 0) frames++
      requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) if (dropped > 0) tasks.push(task.duration)
    }).observe({ type: 'longtask' })
    window.addEventListener('drop', () => (dropped = performance.now()), { capture: true, once: true })
    new MutationObserver((_, observer) => {
      if (!document.querySelector('article[data-state="seeding"]:not([data-infohash=""])')) return
      observer.disconnect()
      resolve({ seconds: (performance.now() - dropped) / 1000, frames, tasks })
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
}

declare global {
  var linked: Promise<Watched> | undefined
}

async function plainSeed({ browser, site }: Stage, path: string): Promise<number> {
  const plain = await startPlainSite()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(plain.url)
  await page.waitForFunction(() => globalThis.newClient !== undefined)
  await page.locator('input').setInputFiles(path)
  const seconds = await page.evaluate(
    (announce) =>
      new Promise<number>((resolve) => {
        const files = document.querySelector('input')?.files
        if (!files) throw new Error('No files chosen.')
        const client = globalThis.newClient?.({ dht: false, tracker: { rtcConfig: { iceServers: [] } } })
        const started = performance.now()
        client?.seed(files, { announce }, () => resolve((performance.now() - started) / 1000))
      }),
    [site.trackerUrl],
  )
  await context.close()
  await plain.stop()
  return seconds
}

/** The file through the fastest way that browsers have, on workers that do nothing else with it. */
async function readAlone({ browser }: Stage, path: string): Promise<number> {
  const plain = await startPlainSite()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(plain.url)
  await page.locator('input').setInputFiles(path)
  const seconds = await page.evaluate(async (slice) => {
    const script = `onmessage = async ({ data }) => {
      globalThis.reader = data.stream().getReader({ mode: 'byob' })
      let view = new Uint8Array(${slice})
      for (;;) {
        const { value, done } = await reader.read(new Uint8Array(view.buffer))
        if (done) break
        view = value
      }
      postMessage('done')
    }`
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const file = document.querySelector('input')?.files?.[0]
    if (!file) throw new Error('No file chosen.')
    const count = navigator.hardwareConcurrency
    const share = Math.ceil(file.size / count)
    const threads = Array.from({ length: count }, () => new Worker(url))
    const started = performance.now()
    await Promise.all(
      threads.map(
        (thread, index) =>
          new Promise<void>((resolve) => {
            thread.onmessage = () => resolve()
            thread.postMessage(file.slice(index * share, (index + 1) * share))
          }),
      ),
    )
    return (performance.now() - started) / 1000
  }, SLICE)
  await context.close()
  await plain.stop()
  return seconds
}

/** SHA-1 by the browser itself, on workers that do nothing else. */
async function sha1Alone({ browser }: Stage, workers: number): Promise<number> {
  const plain = await startPlainSite()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(plain.url)
  const seconds = await page.evaluate(
    async ([size, slice, count]) => {
      const script = `onmessage = async ({ data: { rounds, slice } }) => {
        const bytes = new Uint8Array(slice)
        for (let at = 0; at < slice; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536))
        postMessage('ready')
        onmessage = async () => {
          for (let round = 0; round < rounds; round++) await crypto.subtle.digest('SHA-1', bytes)
          postMessage('done')
        }
      }`
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
      const threads = Array.from({ length: count }, () => new Worker(url))
      const all = (message: unknown) =>
        Promise.all(
          threads.map(
            (thread) =>
              new Promise<void>((resolve) => {
                thread.onmessage = () => resolve()
                thread.postMessage(message)
              }),
          ),
        )
      await all({ rounds: Math.ceil(size / slice / count), slice })
      const started = performance.now()
      await all('go')
      return (performance.now() - started) / 1000
    },
    [SIZE, SLICE, workers] as const,
  )
  await context.close()
  await plain.stop()
  return seconds
}

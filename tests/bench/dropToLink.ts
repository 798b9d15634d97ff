import { join } from 'node:path'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import { startPlainSite } from './plainSite.ts'
import { medianOf, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** From letting go of a file to holding its link, against plain webtorrent and against SHA-1 alone. */

const SIZE = 1_000_000_000
const RUNS = 3
/** SHA-1 alone is measured on bytes already in memory, over and over, until as much went through. */
const SLICE = 1 << 20

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const path = join(stage.folder, 'large.bin')
    await makeFile(path, SIZE, 'drop to link')
    const ours = await rate(() => dropToLink(stage, path))
    const plain = await rate(() => plainSeed(stage, path))
    const oneWorker = await rate(() => sha1Alone(stage, 1))
    const allCores = await rate(() => sha1Alone(stage, navigator.hardwareConcurrency))
    const figure = { name: 'drop to link', unit: 'MB/s', value: ours }
    report('dropToLink', [
      { ...figure, baseline: { name: 'plain client.seed', value: plain } },
      { ...figure, baseline: { name: 'SHA-1 alone, one thread', value: oneWorker } },
      { ...figure, baseline: { name: 'SHA-1 alone, a worker per core', value: allCores } },
    ])
  })
}

/** MB/s, from seconds for the whole file. */
async function rate(measure: () => Promise<number>): Promise<number> {
  const seconds = await medianOf(RUNS, measure)
  return SIZE / 1e6 / seconds
}

async function dropToLink({ newPeer }: Stage, path: string): Promise<number> {
  const peer = await newPeer()
  await peer.page.evaluate(watchLink)
  await dropOn(peer.page, [path])
  const seconds = await peer.page.evaluate(() => globalThis.linkSeconds)
  await peer.leave()
  if (seconds === undefined) throw new Error('The page was loaded anew.')
  return seconds
}

/** Runs in the page: seconds between the drop and the link, both as the page itself sees them. */
function watchLink(): void {
  globalThis.linkSeconds = new Promise((resolve) => {
    let dropped = 0
    window.addEventListener('drop', () => (dropped = performance.now()), { capture: true, once: true })
    new MutationObserver((_, observer) => {
      if (!document.querySelector('article[data-state="seeding"]:not([data-infohash=""])')) return
      observer.disconnect()
      resolve((performance.now() - dropped) / 1000)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
}

declare global {
  var linkSeconds: Promise<number> | undefined
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

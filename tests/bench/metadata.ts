import { join } from 'node:path'
import type { Page } from 'playwright'
import { makeFile } from '../support/files.ts'
import { startPlainSite } from './plainSite.ts'
import { medianOf, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** From opening a link to seeing what it is, between two pages on one machine. */

const RUNS = 7
const SIZE = 5_000_000

export async function run(): Promise<void> {
  await onStage(async (stage) => {
    const path = join(stage.folder, 'shared.bin')
    await makeFile(path, SIZE, 'metadata')
    const warm = await ours(stage, path, 'warm')
    const cold = await ours(stage, path, 'cold')
    const plain = await plainPages(stage, path)
    const baseline = { name: 'plain webtorrent, page to page', value: plain }
    report('metadata', [
      { name: 'link to metadata, page open', unit: 's', value: warm, baseline },
      { name: 'link to metadata, page loaded for it', unit: 's', value: cold, baseline },
    ])
  })
}

async function ours({ newPeer }: Stage, path: string, start: 'warm' | 'cold'): Promise<number> {
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const link = await given.link()
  const seconds = await medianOf(RUNS, async () => {
    const taker = await newPeer()
    const { seconds: told } = await watchReady(taker.page)
    if (start === 'warm') {
      // The engine is loaded when the field is touched, as it is by whoever is about to paste a link.
      await taker.pasteField.focus()
      await taker.page.waitForLoadState('networkidle')
      await taker.page.evaluate((hash) => {
        sessionStorage.setItem('opened', String(performance.timeOrigin + performance.now()))
        location.hash = hash
      }, new URL(link).hash)
    } else {
      await taker.page.goto('about:blank')
      await taker.page.goto(link)
    }
    const value = await told
    await taker.leave()
    return value
  })
  await giver.leave()
  return seconds
}

/** Seconds until the share is ready, told by the page itself at the moment it is; no polling in between. */
async function watchReady(page: Page): Promise<{ seconds: Promise<number> }> {
  const { promise: seconds, resolve } = Promise.withResolvers<number>()
  await page.exposeFunction('toldReady', resolve)
  await page.addInitScript(tellWhenReady)
  await page.evaluate(tellWhenReady)
  return { seconds }
}

/** Runs in the page. Without a mark of when the link was opened, the page was loaded for it. */
function tellWhenReady(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('article[data-state="ready"]')) return
    observer.disconnect()
    const now = performance.timeOrigin + performance.now()
    const opened = Number(sessionStorage.getItem('opened') ?? performance.timeOrigin)
    ;(window as unknown as { toldReady: (seconds: number) => void }).toldReady((now - opened) / 1000)
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

async function plainPages({ browser, site }: Stage, path: string): Promise<number> {
  const plain = await startPlainSite()
  // The same STUN server as ours: gathering candidates is part of the time.
  const { iceServers } = (await (await fetch(`${site.url}config.json`)).json()) as { iceServers: unknown }
  const clientOptions = { dht: false, tracker: { rtcConfig: { iceServers } } }
  const announce = [site.trackerUrl]
  const seedContext = await browser.newContext()
  const seedPage = await seedContext.newPage()
  await seedPage.goto(plain.url)
  await seedPage.waitForFunction(() => globalThis.newClient !== undefined)
  await seedPage.locator('input').setInputFiles(path)
  const magnet = await seedPage.evaluate(
    ([options, announce]) =>
      new Promise<string>((resolve) => {
        const files = document.querySelector('input')?.files
        if (!files) throw new Error('No files chosen.')
        globalThis.newClient?.(options).seed(files, { announce }, (torrent) => resolve(torrent.magnetURI))
      }),
    [clientOptions, announce] as const,
  )
  const seconds = await medianOf(RUNS, async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(plain.url)
    await page.waitForFunction(() => globalThis.newClient !== undefined)
    const value = await page.evaluate(
      ([magnetURI, options, announce]) =>
        new Promise<number>((resolve) => {
          const client = globalThis.newClient?.(options)
          const started = performance.now()
          client
            ?.add(magnetURI, { announce, deselect: true })
            .on('metadata', () => resolve((performance.now() - started) / 1000))
        }),
      [magnet, clientOptions, announce] as const,
    )
    await context.close()
    return value
  })
  await seedContext.close()
  await plain.stop()
  return seconds
}

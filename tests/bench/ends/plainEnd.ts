import type { BrowserContext, Page } from 'playwright'
import type { End, Transfer } from './end.ts'

/** Without STUN: a server that is not there would only cost time. */
const CLIENT_OPTIONS = { dht: false, tracker: { rtcConfig: { iceServers: [] } } }

/** A page of webtorrent as it comes. */
export class PlainEnd implements End {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #announce: readonly string[]
  #infoHash = ''

  private constructor(context: BrowserContext, page: Page, trackerUrl: string) {
    this.#context = context
    this.page = page
    this.#announce = [trackerUrl]
  }

  /** @param url of a plain site, see plainSite.ts */
  static async open(context: BrowserContext, url: string, trackerUrl: string): Promise<PlainEnd> {
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForFunction(() => globalThis.newClient !== undefined)
    return new PlainEnd(context, page, trackerUrl)
  }

  async give(path: string): Promise<string> {
    await this.page.locator('input').setInputFiles(path)
    return this.page.evaluate(
      ([options, announce]) =>
        new Promise<string>((resolve) => {
          const files = document.querySelector('input')?.files
          if (!files) throw new Error('No files chosen.')
          globalThis.newClient?.(options).seed(files, { announce }, (torrent) => {
            globalThis.plainGiven = torrent
            resolve(torrent.infoHash)
          })
        }),
      [CLIENT_OPTIONS, this.#announce] as const,
    )
  }

  async prepare(infoHash: string): Promise<void> {
    this.#infoHash = infoHash
  }

  async fetch(limitMs: number): Promise<Transfer> {
    return this.page.evaluate(
      ([infoHash, options, announce, limitMs]) =>
        new Promise<Transfer>((resolve) => {
          const now = () => performance.timeOrigin + performance.now()
          let from = now()
          // In order, as it would by itself, all peers have the same, and nobody has anything to give.
          const torrent = globalThis
            .newClient?.(options)
            .add(`magnet:?xt=urn:btih:${infoHash}`, { announce, strategy: 'rarest' })
          if (!torrent) throw new Error('The page has not loaded.')
          const end = () => {
            clearTimeout(limit)
            resolve({ from, to: now(), progress: torrent.progress })
          }
          const limit = setTimeout(end, limitMs)
          torrent.on('metadata', () => (from = now()))
          torrent.on('done', end)
        }),
      [this.#infoHash, CLIENT_OPTIONS, this.#announce, limitMs] as const,
    )
  }

  async leave(): Promise<void> {
    await this.#context.close()
  }
}

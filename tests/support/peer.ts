import type { BrowserContext, Locator, Page } from '@playwright/test'
import { watchForTrouble } from './trouble.ts'
import { ShareView } from './shareView.ts'

/** One visitor of the site: a page in a browser context of its own, and what a person does there. */
export class Peer {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors that the page told, in words; see {@link watchForTrouble}. */
  readonly trouble: readonly string[]
  readonly #site: string

  constructor(context: BrowserContext, page: Page, site: string) {
    this.context = context
    this.page = page
    this.trouble = watchForTrouble(page)
    this.#site = site
  }

  /** The share on the page. Where there are several (on Home), name its info hash. */
  share(infoHash?: string): ShareView {
    const selector = infoHash === undefined ? 'article[data-state]' : `article[data-infohash="${infoHash}"]`
    return new ShareView(this.page, this.page.locator(selector))
  }

  /** The share that the page is about, where it lists others below. */
  get opened(): ShareView {
    return new ShareView(this.page, this.page.locator('article[data-state]:has(h1)'))
  }

  get pasteField(): Locator {
    return this.page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
  }

  async home(): Promise<void> {
    await this.page.goto(this.#site)
  }

  /** Opens a link that somebody sent, as a click in a mail does. */
  async open(link: string): Promise<ShareView> {
    if (new URL(this.page.url()).origin !== new URL(link).origin) {
      await this.page.goto(link)
      return this.share()
    }
    // Not a change of the part behind the # in this page, but a page that is loaded for it; the tab's process stays.
    await this.page.evaluate((address) => history.replaceState(history.state, '', address), link)
    await this.page.reload()
    return this.share()
  }

  /** As somebody who has chosen it in an earlier visit: what the page keeps in the browser. */
  async keeps(key: 'limits' | 'dial' | 'profile', value: object): Promise<void> {
    const entry = [`shoal.${key}`, JSON.stringify(value)] as const
    await this.page.evaluate(([name, text]) => localStorage.setItem(name, text), entry)
    await this.page.reload()
  }

  /** From now on gives so many bytes a second, so that something can happen in the middle of a small share. */
  async givesAtMost(perSecond: number): Promise<void> {
    await this.keeps('limits', { give: perSecond, get: null })
  }

  /**
   * Gives so many bytes in all and then none, until it {@link givesOn}: the middle of a transfer lasts as long as
   * a test needs it. Before the page is opened.
   */
  async givesOnly(bytes: number): Promise<void> {
    await this.page.addInitScript((aDay) => {
      // The blank page has no storage. What the visitor has chosen since, stays.
      if (!location.protocol.startsWith('http') || localStorage.getItem('shoal.dial') !== null) return
      localStorage.setItem('shoal.dial', JSON.stringify({ peersFrom: 0, aDay }))
    }, bytes)
  }

  /** Lifts what {@link givesOnly} or {@link givesUpTo} said. */
  async givesOn(): Promise<void> {
    await this.#stopAfterGiving('')
  }

  /** As {@link givesOnly}, on the open page: so many bytes in all, those that went already counted. */
  async givesUpTo(bytes: number): Promise<void> {
    await this.#stopAfterGiving(String(bytes / 1_000_000))
  }

  async #stopAfterGiving(megabytes: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Speed limits/ }).click()
    await this.page.getByLabel('Stop for the day after sending').fill(megabytes)
    await this.page.getByRole('button', { name: 'Done', exact: true }).click()
  }

  /** Types into the one field and presses Get. */
  async get(text: string): Promise<void> {
    await this.pasteField.fill(text)
    await this.page.getByRole('button', { name: 'Get', exact: true }).click()
  }

  async chooseFiles(...paths: readonly string[]): Promise<ShareView> {
    await this.page.getByLabel('Choose files', { exact: true }).setInputFiles([...paths])
    return this.share()
  }

  async chooseFolder(path: string): Promise<ShareView> {
    await this.page.getByLabel('Choose a folder', { exact: true }).setInputFiles(path)
    return this.share()
  }

  /** Opens a link and clicks on Download, once the page shows what it is. */
  async download(link: string): Promise<ShareView> {
    const share = await this.open(link)
    await share.reaches('ready')
    await share.button('Download').click()
    return share
  }

  /** Closes the page, as somebody does who has enough. */
  async leave(): Promise<void> {
    await this.context.close()
  }
}

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import puppeteer, {
  type Browser,
  type BrowserContext,
  type ElementHandle,
  type KeyInput,
  type Page,
} from 'puppeteer-core'
import { browserPath, FIREFOX, FIREFOX_PREFERENCES } from './browsers.ts'
import { sha1OfFile } from './files.ts'
import { filmOutcome } from './filmKinds.ts'

/** More than all that can be focused on a page of a share. */
const FAR_ENOUGH = 80

/** A Firefox for the visitors of a whole worker: to start one costs more than most of what is tested in it. */
export class Firefox {
  readonly #browser: Browser
  readonly #downloads: string

  private constructor(browser: Browser, downloads: string) {
    this.#browser = browser
    this.#downloads = downloads
  }

  /** @param preferences of the visitor's own, on top */
  static async start(
    preferences: Readonly<Record<string, boolean | number | string>> = {},
  ): Promise<Firefox> {
    const downloads = await mkdtemp(join(tmpdir(), 'shoal-firefox-'))
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: browserPath(FIREFOX),
      headless: true,
      extraPrefsFirefox: {
        ...FIREFOX_PREFERENCES,
        'ui.prefersReducedMotion': 1,
        // Nobody has clicked on the page as far as the browser can tell.
        'media.autoplay.default': 0,
        // Where there is nothing to be heard with, it plays no sound alone, unless that is silent.
        'media.default_volume': '0.0',
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        ...preferences,
      },
    })
    return new Firefox(browser, downloads)
  }

  /** Somebody of whom it keeps nothing yet; what they downloaded goes with them. */
  async newPeer(): Promise<FirefoxPeer> {
    const context = await this.#browser.createBrowserContext()
    return new FirefoxPeer(context, await openTab(context), this.#downloads)
  }

  /** The process that has started all others of it. */
  get pid(): number {
    const pid = this.#browser.process()?.pid
    if (pid === undefined) throw new Error('Firefox does not run.')
    return pid
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await rm(this.#downloads, { recursive: true, force: true })
  }
}

/** A visitor with Firefox, driven over WebDriver BiDi: as much of the page as interoperation needs. */
export class FirefoxPeer {
  readonly #context: BrowserContext
  /** The tab that is used. */
  #page: Page
  readonly #downloads: string

  constructor(context: BrowserContext, page: Page, downloads: string) {
    this.#context = context
    this.#page = page
    this.#downloads = downloads
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  /** In the page that is open, as a click on a link to the same site does. */
  async follow(link: string): Promise<void> {
    await this.#page.evaluate((hash) => (location.hash = hash), new URL(link).hash)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  /** Waits until the page is loaded once more, not by us. */
  async loadsAnew(): Promise<void> {
    await this.#page.waitForNavigation()
  }

  /** Cuts requests for code whose path holds a text off, as without a connection, until it is told to stop. */
  async cutOff(text: string): Promise<() => void> {
    const page = this.#page
    let off = true
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      void (off && request.url().includes(text) ? request.abort() : request.continue())
    })
    return () => (off = false)
  }

  /** Goes on in another tab at the same address; what is answered closes the one before. */
  async newTab(): Promise<{ readonly closeLast: () => Promise<void> }> {
    const last = this.#page
    this.#page = await openTab(this.#context)
    await this.#page.goto(last.url())
    return { closeLast: () => last.close() }
  }

  async shows(text: string): Promise<void> {
    await this.#page.waitForSelector(`::-p-text(${text})`)
  }

  async finds(selector: string): Promise<void> {
    await this.#page.waitForSelector(selector)
  }

  async chooseFiles(...paths: readonly string[]): Promise<void> {
    const input = await this.#page.waitForSelector('input[type=file]:not([webkitdirectory])')
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths)
  }

  async reaches(state: string, timeout = 60_000): Promise<void> {
    await expect
      .poll(() => this.#attribute('data-state'), { message: `Firefox: ${state}`, timeout })
      .toBe(state)
  }

  async progressReaches(progress: number): Promise<void> {
    await expect
      .poll(async () => Number(await this.#attribute('data-progress')), {
        message: `Firefox: progress of ${progress}`,
        timeout: 60_000,
        intervals: [50],
      })
      .toBeGreaterThanOrEqual(progress)
  }

  /** How far the share was when the page first said that it is at work. */
  async progressAtFirst(): Promise<number> {
    const states = ['waiting', 'downloading', 'seeding', 'paused']
    const article = await this.#page.waitForSelector(
      states.map((state) => `article[data-state="${state}"]`).join(),
    )
    return Number(await article?.evaluate((element) => element.getAttribute('data-progress')))
  }

  async progress(): Promise<string | null> {
    return this.#attribute('data-progress')
  }

  /** Seconds that the film on the page has come to; -1 while there is none. */
  async videoTime(): Promise<number> {
    const video = await this.#page.$('video')
    return video?.evaluate((element) => element.currentTime) ?? -1
  }

  async filmEnded(): Promise<boolean> {
    const video = await this.#page.$('video')
    return video?.evaluate((element) => element.ended) ?? false
  }

  /** What has become of the film that is played; see filmKinds.ts. */
  async filmOutcome(pictured: boolean): Promise<string> {
    return this.#page.evaluate(filmOutcome, pictured)
  }

  /** Clicks on a button of a long list, which takes the browser's own search for names half a minute. */
  async click(button: string): Promise<void> {
    await this.#page.waitForFunction(
      (name) => {
        const found = [...document.querySelectorAll<HTMLElement>('button')].find(
          (each) => (each.querySelector('.visually-hidden') ?? each).textContent.trim() === name,
        )
        found?.click()
        return found !== undefined
      },
      {},
      button,
    )
  }

  /** What an element of the page says of itself; null while there is none. */
  async told(selector: string, attribute: string): Promise<string | null> {
    const found = await this.#page.$(selector)
    return found?.evaluate((element, name) => element.getAttribute(name), attribute) ?? null
  }

  async seek(seconds: number): Promise<void> {
    const video = await this.#page.waitForSelector('video')
    await video?.evaluate((element, to) => (element.currentTime = to), seconds)
  }

  /** Waits for the picture of a moment. */
  async showsFilmAt(seconds: number): Promise<void> {
    const shown = async () =>
      (await this.#page.$('video'))?.evaluate(
        ({ seeking, readyState, currentTime }, at) => !seeking && readyState >= 2 && currentTime >= at,
        seconds,
      )
    await expect.poll(shown, { message: `Firefox: the picture at ${seconds} s`, intervals: [50] }).toBe(true)
  }

  async link(): Promise<string> {
    const field = await this.#page.waitForSelector('::-p-aria([name="Share link"][role="textbox"])')
    return (field as ElementHandle as ElementHandle<HTMLInputElement>).evaluate((input) => input.value)
  }

  async press(button: string): Promise<void> {
    const found = await this.#page.waitForSelector(`article ::-p-aria([name="${button}"][role="button"])`)
    await found?.click()
  }

  /** Types into a field, and Enter. */
  async writes(field: string, text: string): Promise<void> {
    const found = await this.#page.waitForSelector(`::-p-aria([name="${field}"][role="textbox"])`)
    await found?.type(text)
    await found?.press('Enter')
  }

  /** Types a password, over what is chosen in its field, and Enter. No role tells such a field. */
  async givesPassword(password: string): Promise<void> {
    const found = await this.#page.waitForSelector('article input[type=password]')
    await found?.type(password)
    await found?.press('Enter')
  }

  /** A button that belongs to no share. */
  async pressAnywhere(button: string): Promise<void> {
    const found = await this.#page.waitForSelector(`::-p-aria([name="${button}"][role="button"])`)
    await found?.click()
  }

  /** Presses Tab until what has that name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < FAR_ENOUGH; presses++) {
      if ((await this.#focused()) === name) return
      await this.#page.keyboard.press('Tab')
    }
    throw new Error(`Firefox: Tab never came to “${name}”`)
  }

  /** Of the keyboard alone: it goes to whatever has the focus. */
  async key(key: KeyInput): Promise<void> {
    await this.#page.keyboard.press(key)
  }

  /** As typed, or pasted from elsewhere, into what has the focus. */
  async types(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Opens the system's file chooser by a key, and chooses in it. */
  async choosesByKey(key: KeyInput, ...paths: string[]): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForFileChooser(), this.key(key)])
    await chooser.accept(paths)
  }

  /** Waits until that file lies on the disk, whole. */
  async hasSaved(name: string, sha1: string): Promise<void> {
    const path = this.downloadPath(name)
    // An empty file holds the place until all of it is there.
    await expect
      .poll(() => (existsSync(path) ? sha1OfFile(path) : null), { message: `Firefox saves ${name}` })
      .toBe(sha1)
  }

  /** Bytes that the browser lets this site have besides what it has. */
  async room(): Promise<number> {
    return this.#page.evaluate(async () => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate()
      return quota - usage
    })
  }

  /** Takes all but so many bytes of what the site may have, as another of its files; answers what it was refused with. */
  async fillsAllBut(bytes: number): Promise<string> {
    const all = (await this.room()) - bytes
    return this.#page.evaluate(async (length) => {
      const root = await navigator.storage.getDirectory()
      const file = await root.getFileHandle('ballast', { create: true })
      const writable = await file.createWritable()
      try {
        await writable.write(new Uint8Array(length))
        await writable.close()
        return ''
      } catch (error) {
        return error instanceof DOMException ? error.name : String(error)
      }
    }, all)
  }

  /** All that the page shows, as text. */
  async text(): Promise<string> {
    const body = await this.#page.waitForSelector('body')
    return body?.evaluate(({ innerText }) => innerText) ?? ''
  }

  /** The names of what was downloaded. */
  async downloads(): Promise<readonly string[]> {
    return readdir(this.#downloads)
  }

  /** Where a download of that name lies, or will. */
  downloadPath(name: string): string {
    return join(this.#downloads, name)
  }

  /** Saves the only file and waits until it lies on the disk, whole. */
  async saves(name: string, sha1: string): Promise<void> {
    await this.press('Save')
    await this.hasSaved(name, sha1)
  }

  async leave(): Promise<void> {
    await this.#context.close()
    for (const name of await readdir(this.#downloads)) await rm(join(this.#downloads, name), { force: true })
  }

  /** What is called so, as far as its own words tell. */
  async #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined
      return (element.getAttribute('aria-label') ?? label ?? element.innerText).trim()
    })
  }

  async #attribute(name: string): Promise<string | null> {
    const article = await this.#page.$('article[data-state]')
    return article?.evaluate((element, attribute) => element.getAttribute(attribute), name) ?? null
  }
}

/** A page that may be left whatever it warns of; nothing else of the site opens a dialog of the browser's. */
async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  // A busy machine makes it slow, as it does the others.
  page.setDefaultTimeout(60_000)
  page.on('dialog', (dialog) => void dialog.accept())
  return page
}

import { expect, type Locator, type Page } from '@playwright/test'
import type { ShareState } from '../../src/swarm/snapshot.ts'
import { sha1OfFile } from './files.ts'

/** How often to look at something that passes by. */
const LOOK_EVERY_MS = 25

/** How long a transfer may take on a busy machine; one that stands still runs out of it. */
const WAIT_MS = 400_000

/** A share as the page shows it. */
export class ShareView {
  readonly article: Locator
  readonly #page: Page

  constructor(page: Page, article: Locator) {
    this.#page = page
    this.article = article
  }

  button(name: string): Locator {
    return this.article.getByRole('button', { name, exact: true })
  }

  get heading(): Locator {
    return this.article.getByRole('heading').first()
  }

  /** Waits for a state; a share that fails meanwhile is told at once, with what it says. */
  async reaches(state: ShareState, timeoutMs = WAIT_MS): Promise<void> {
    await this.#waits(
      async () => (await this.#attribute('data-state')) === state,
      `the state ${state}`,
      timeoutMs,
    )
  }

  async progressReaches(progress: number, timeoutMs = WAIT_MS): Promise<void> {
    await this.#waits(async () => (await this.progress()) >= progress, `progress of ${progress}`, timeoutMs)
  }

  async progress(): Promise<number> {
    return Number((await this.#attribute('data-progress')) ?? 'NaN')
  }

  async state(): Promise<string | null> {
    return this.#attribute('data-state')
  }

  async infoHash(): Promise<string> {
    return (await this.#attribute('data-infohash')) ?? ''
  }

  async link(): Promise<string> {
    const field = this.article.getByLabel('Share link', { exact: true })
    await expect(field).toHaveValue(/#/)
    return field.inputValue()
  }

  async magnet(): Promise<string> {
    const field = this.article.getByLabel('Magnet link', { exact: true })
    await this.#uncover(field)
    await expect(field).toHaveValue(/^magnet:/)
    return field.inputValue()
  }

  /** The row of one file. */
  file(name: string): Locator {
    return this.article.getByRole('listitem').filter({ has: this.#page.getByTitle(name, { exact: true }) })
  }

  /** Saves the only file, or the one named, and answers the name it got and the SHA-1 of its bytes. */
  async save(name?: string): Promise<{ name: string; sha1: string }> {
    const scope = name === undefined ? this.article : this.file(name)
    const coming = this.#page.waitForEvent('download')
    await scope.getByRole('button', { name: 'Save', exact: true }).click()
    const download = await coming
    return { name: download.suggestedFilename(), sha1: await sha1OfFile(await download.path()) }
  }

  /** The .torrent file, as the browser downloads it. */
  async torrentFile(): Promise<{ name: string; path: string }> {
    const coming = this.#page.waitForEvent('download')
    const link = this.article.getByRole('link', { name: '.torrent file', includeHidden: true })
    await this.#uncover(link)
    await link.click()
    const download = await coming
    // The browser keeps its copy under a name of its own; a .torrent is known by its ending.
    const path = `${await download.path()}.torrent`
    await download.saveAs(path)
    return { name: download.suggestedFilename(), path }
  }

  /** Opens the disclosure that hides something, if one does. */
  async #uncover(hidden: Locator): Promise<void> {
    await expect(hidden).toBeAttached()
    const closed = hidden.locator('xpath=ancestor::details[not(@open)]')
    for (let depth = await closed.count(); depth > 0; depth = await closed.count()) {
      await closed.first().locator('summary').first().click()
    }
  }

  async #attribute(name: string): Promise<string | null> {
    return (await this.article.count()) === 0 ? null : this.article.getAttribute(name)
  }

  /** Polls; answers early, with an error, when the share fails instead. */
  async #waits(reached: () => Promise<boolean>, what: string, timeoutMs: number): Promise<void> {
    const look = async (): Promise<'reached' | 'failed' | 'not yet'> => {
      if (await reached()) return 'reached'
      return (await this.state()) === 'failed' ? 'failed' : 'not yet'
    }
    await expect
      .poll(look, { message: `waiting for ${what}`, timeout: timeoutMs, intervals: [LOOK_EVERY_MS] })
      .not.toBe('not yet')
    if ((await look()) === 'failed') {
      throw new Error(`The share failed while waiting for ${what}: ${await this.article.innerText()}`)
    }
  }
}

import { setTimeout } from 'node:timers/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import type { ShareState } from '../../src/swarm/snapshot.ts'
import { sha1OfFile } from './files.ts'

/** How often to look: each look takes the processes of test, browser and page some milliseconds. */
const LOOK_EVERY_MS = 100

/** How long a share may stand still on a busy machine; one that moves is waited for as long as its test may take. */
const STILL_MS = 180_000

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
  async reaches(state: ShareState): Promise<void> {
    await this.#waits((look) => look.state === state, `the state ${state}`)
  }

  async progressReaches(progress: number): Promise<void> {
    await this.#waits((look) => look.progress >= progress, `progress of ${progress}`)
  }

  async progress(): Promise<number> {
    return (await this.#look()).progress
  }

  async state(): Promise<string | null> {
    return (await this.#look()).state
  }

  async infoHash(): Promise<string> {
    return (await this.#look()).infoHash
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

  /** What the page shows now, all of the same moment; nothing of it while the share is not there. */
  async #look(): Promise<Look> {
    return this.article.evaluateAll(([article]) => ({
      state: article?.getAttribute('data-state') ?? null,
      progress: Number(article?.getAttribute('data-progress') ?? 'NaN'),
      infoHash: article?.getAttribute('data-infohash') ?? '',
    }))
  }

  /** Polls for as long as the share moves; answers early, with an error, when it fails instead. */
  async #waits(reached: (look: Look) => boolean, what: string): Promise<void> {
    let last = await this.#look()
    let movedAt = Date.now()
    while (!reached(last)) {
      if (last.state === 'failed') {
        throw new Error(`The share failed while waiting for ${what}: ${await this.article.innerText()}`)
      }
      if (Date.now() - movedAt > STILL_MS) {
        throw new Error(`Stood still at ${JSON.stringify(last)} while waiting for ${what}`)
      }
      await setTimeout(LOOK_EVERY_MS)
      const look = await this.#look()
      if (look.state !== last.state || !Object.is(look.progress, last.progress)) movedAt = Date.now()
      last = look
    }
  }
}

/** A share at one moment, as its hooks tell it. */
interface Look {
  state: string | null
  /** From 0 to 1; NaN while there is no share. */
  progress: number
  infoHash: string
}

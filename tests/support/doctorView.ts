import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright'
import type { Cause } from '../../src/state/doctor/conclude.ts'
import { causeWords } from '../../src/ui/words/causes.ts'
import { words } from '../../src/ui/words/words.ts'

await words.bring('settings', 'doctor', 'faults')

/** As long as it takes until the page itself has lost patience with whom it cannot reach. */
const PATIENCE_MS = 90_000

/** Addresses of either family, names of hosts that browsers make up, links and info hashes. */
const ADDRESS = /\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f]*:[\da-f]+|\.local\b|:\/\/|[\da-f]{40}/i

/** The dialog that says why nothing moves. */
export class DoctorView {
  readonly #page: Page
  readonly #dialog: Locator
  readonly #isShare: boolean

  private constructor(page: Page, heading: string, isShare: boolean) {
    this.#page = page
    this.#dialog = page.getByRole('dialog', { name: heading })
    this.#isShare = isShare
  }

  /** Asks about the page as a whole. */
  static async ofPage(page: Page): Promise<DoctorView> {
    await page.getByRole('button', { name: words.page.speedLimits }).first().click()
    await page.getByRole('button', { name: words.page.checkConnection }).click()
    return new DoctorView(page, words.doctor.heading, false)
  }

  /** Asks about the share on the page. */
  static async ofShare({ article }: { readonly article: Locator }): Promise<DoctorView> {
    const question = words.page.whyNothingMoves
    await article.getByRole('button', { name: question, exact: true }).click()
    return new DoctorView(article.page(), question, true)
  }

  /** Waits for a cause, and looks at what is said of it: the sentence, what helps, and the report. */
  async names(cause: Cause): Promise<void> {
    await this.#reports(await this.says(cause))
  }

  /** Without the report. Answers the sentence. */
  async says(cause: Cause): Promise<string> {
    const status = this.#dialog.getByRole('status')
    // A component of its own is loaded for the dialog.
    await status.waitFor()
    const named = this.#dialog.locator(`[data-cause="${cause.kind}"]`)
    await named.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
      const told = [await status.getAttribute('data-cause'), await this.#dialog.innerText()].join('\n')
      assert.fail(`Not ${cause.kind}, but ${told}`)
    })
    const { sentence, help, remedy } = causeWords(cause, this.#isShare)
    // It is told anew with each change of the share, which may come between two looks at the page.
    const told = named.filter({ has: this.#page.getByText(sentence, { exact: true }) })
    await told.waitFor({ timeout: PATIENCE_MS }).catch(() => undefined)
    assert.deepEqual(await named.locator('p').allInnerTexts(), [sentence, help])
    const primary = this.#dialog.locator('button.primary')
    assert.deepEqual(await primary.allInnerTexts(), [remedy?.label ?? words.page.close])
    return sentence
  }

  /** Presses the button that helps. */
  async help(): Promise<void> {
    await this.#dialog.locator('button.primary').click()
    await this.#dialog.waitFor({ state: 'detached' })
  }

  async lookAgain(): Promise<void> {
    await this.#press(words.doctor.lookAgain)
  }

  async close(): Promise<void> {
    await this.#press(words.page.close)
  }

  async #reports(sentence: string): Promise<void> {
    await this.#page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    // Only a page in front may write there.
    await this.#page.bringToFront()
    await this.#press(words.doctor.copyReport)
    await this.#dialog.getByRole('button', { name: words.page.copied, exact: true }).waitFor()
    const [report, browser] = await this.#page.evaluate(
      async () => [await navigator.clipboard.readText(), navigator.userAgent] as const,
    )
    const [said, ...rows] = report.split('\n')
    assert.equal(said, sentence)
    assert.ok(rows.length > 8, report)
    // A browser's version and the time of day look like addresses.
    assert.doesNotMatch(report.replace(browser, '').replace(/T[\d:.]+Z/, ''), ADDRESS)
    assert.ok(!report.includes(new URL(this.#page.url()).host), report)
  }

  async #press(name: string): Promise<void> {
    await this.#dialog.getByRole('button', { name, exact: true }).click()
  }
}

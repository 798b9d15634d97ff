import { expect, type Locator } from '@playwright/test'
import type { Peer } from './peer.ts'

/** The notes on the share that a page shows, and what a person does with them. */
export class NotesView {
  readonly #peer: Pick<Peer, 'page'>

  constructor(peer: Pick<Peer, 'page'>) {
    this.#peer = peer
  }

  get region(): Locator {
    return this.#peer.page.getByRole('region', { name: 'Notes' })
  }

  /** The note that has this in it, with its answers. */
  thread(text: string): Locator {
    return this.region.getByRole('listitem').filter({ hasText: text })
  }

  async becomes(name: string): Promise<void> {
    await this.region.getByLabel('Your name').fill(name)
    await this.region.getByLabel('Your name').press('Tab')
  }

  async write(text: string): Promise<void> {
    await this.region.getByLabel('New note').fill(text)
    await this.region.getByLabel('New note').press('Enter')
    await expect(this.region.getByLabel('New note')).toHaveValue('')
  }

  async answer(to: string, text: string): Promise<void> {
    await this.thread(to).getByRole('button', { name: 'Answer' }).click()
    await this.region.getByLabel('Your answer').fill(text)
    await this.region.getByLabel('Your answer').press('Enter')
  }

  async edit(from: string, text: string): Promise<void> {
    const thread = this.thread(from)
    await thread.getByRole('button', { name: 'Edit' }).first().click()
    await this.region.getByLabel('Your note').fill(text)
    await this.region.getByLabel('Your note').press('Enter')
  }

  async resolve(text: string): Promise<void> {
    await this.thread(text).getByRole('button', { name: 'Resolve' }).click()
  }

  /** Shows each of these texts once, however often and by however many ways they came. */
  async shows(texts: readonly string[]): Promise<void> {
    for (const text of texts) await expect(this.region.getByText(text, { exact: true })).toHaveCount(1)
  }

  async showsNone(texts: readonly string[]): Promise<void> {
    for (const text of texts) await expect(this.region.getByText(text, { exact: true })).toHaveCount(0)
  }
}

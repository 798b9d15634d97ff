import type { InfoHash } from '../core/infoHash.ts'
import { parseReviewToken, type ReviewToken } from '../core/reviewToken.ts'

const KEY = 'shoal.review'

/**
 * The secret of a private review that stood in the address, until the review is open. It outlives a reload, in this
 * tab alone: who lost it before the engine was there would write in the open.
 */
export class ReviewSecret {
  /** An info hash and a token; empty for none. */
  #kept: string
  readonly #storage: Storage | null

  constructor(window: Window) {
    this.#storage = storageOf(window)
    this.#kept = this.#storage?.getItem(KEY) ?? ''
  }

  put(share: InfoHash, token: ReviewToken): void {
    this.#keep(`${share} ${token}`)
  }

  of(share: InfoHash): ReviewToken | null {
    const [kept, text] = this.#kept.split(' ')
    return kept === share ? parseReviewToken(text ?? '') : null
  }

  /** The review is open, or the page has asked whether it should be. */
  used(share: InfoHash, token: ReviewToken): void {
    if (this.#kept === `${share} ${token}`) this.#keep('')
  }

  #keep(text: string): void {
    this.#kept = text
    if (text === '') this.#storage?.removeItem(KEY)
    else this.#storage?.setItem(KEY, text)
  }
}

/** It may be switched off, and then even reading the property throws. */
function storageOf(window: Window): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

import type { InfoHash } from '../../core/infoHash.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import { LazyPart } from '../../state/lazyPart.svelte.ts'
import type { Page } from '../../state/page.ts'
import { isShut } from '../shut.ts'
import { withWords } from '../words/words.ts'
import type { ReviewKit } from './review.ts'

/** The review of the share that is shown. Only when there is something to be said about is the code for it fetched. */
export class ShareReview {
  kit: ReviewKit | null = $state.raw(null)

  readonly #page: Page
  readonly #share: () => ShareSnapshot
  readonly #code = new LazyPart(() => withWords(import('./kit.ts'), 'notes', 'keys'))
  /** Null while nothing can be said about it. */
  readonly #reviewed: InfoHash | null = $derived.by(() => {
    const share = this.#share()
    const canBe = !isShut(share) && share.state !== 'hashing' && share.files.length > 0
    return this.#page.notes.here && canBe ? share.infoHash : null
  })

  constructor(page: Page, share: () => ShareSnapshot) {
    this.#page = page
    this.#share = share
    $effect(() => {
      if (this.#reviewed !== null && !this.kit) void this.#bring(this.#reviewed, this.#code.fetch())
    })
  }

  get isPossible(): boolean {
    return this.#reviewed !== null
  }

  get failed(): boolean {
    return this.#code.failed
  }

  async again(): Promise<void> {
    if (this.#reviewed !== null) await this.#bring(this.#reviewed, this.#code.again())
  }

  async #bring(infoHash: InfoHash, coming: Promise<typeof import('./kit.ts') | null>): Promise<void> {
    const code = await coming
    // It may have gone on to something else while the code came, as one that is woken does.
    if (code && infoHash === this.#reviewed) this.kit ??= code.makeKit(this.#page, infoHash, this.#share)
  }
}

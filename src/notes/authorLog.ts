import type { Bytes } from '../core/brand.ts'
import { hexOf } from '../core/bytes.ts'
import { MAX_BASE, MAX_CHANGE } from '../wire/noteEnvelope.ts'
import { AuthorDocument, type Added } from './authorDocument.ts'
import type { VerifiedEnvelope } from './signing.ts'
import type { NotesProblem } from './problems.ts'

/** What becomes of an envelope. */
export type Outcome =
  | 'applied'
  | 'known'
  /** Its author has sent something before it that is not here. */
  | 'gap'
  /** The author has signed another one with this seq, or one that does not follow from what is here. */
  | 'fork'
  /** Its author may not do that. */
  | 'illegal'
  /** It is more than anybody takes of one author. */
  | 'large'

/** What a base says, or why it makes no document. */
export type MadeDocument = AuthorDocument | 'illegal' | 'large'

/** Changes since the last base, together. */
const MAX_TAIL: Bytes = 2 * MAX_BASE
/** Left for taking things away, when no more can be added. */
const RESERVE: Bytes = 64 * 1024

/** Below that it is not worth a base. */
const LEAST_TAIL: Bytes = 16 * 1024

/**
 * One author's envelopes from the last base on, in order and without gaps, and the document that they make.
 * What an author says twice differently is found as long as the envelope is here; before the last base nothing is.
 */
export class AuthorLog {
  /** The last base, if any, and all changes after it. */
  #envelopes: VerifiedEnvelope[] = []
  readonly #bounded: boolean
  #document: AuthorDocument
  #base: Bytes = 0
  #tail: Bytes = 0

  /** @param bounded see {@link AuthorDocument} */
  constructor(bounded = true) {
    this.#bounded = bounded
    this.#document = new AuthorDocument(bounded)
  }

  get head(): number {
    return this.#envelopes.at(-1)?.seq ?? 0
  }

  get headHash(): string | null {
    return this.#envelopes.at(-1)?.hash ?? null
  }

  /** Of all envelopes that are kept. */
  get bytes(): Bytes {
    return this.#base + this.#tail
  }

  get document(): AuthorDocument {
    return this.#document
  }

  /** Whether all that is here now would be told in much less. */
  get wantsBase(): boolean {
    return this.#tail > LEAST_TAIL + this.#base / 2
  }

  /** Whether all others would take that base, and it is less than what it stands for. */
  isWorthBase(length: Bytes): boolean {
    return length <= MAX_BASE && length < this.bytes
  }

  /** Why nobody would take so much more; null when they would, as far as can be told beforehand. */
  problemWithEntries(more: Added): NotesProblem | null {
    return this.#document.fits(more) ? null : { code: 'written-too-much' }
  }

  /** Why an update of that length would be taken by nobody, for who writes it; null when it would. */
  problemWith(length: Bytes, adds: boolean): NotesProblem | null {
    if (length > MAX_CHANGE) return { code: 'note-too-long' }
    // With room for the rest of the envelope.
    const room = MAX_TAIL - this.#tail - 512 - (adds ? RESERVE : 0)
    return length > room ? { code: 'written-too-much' } : null
  }

  /** @param made of a base, beforehand; null for a change */
  accept(envelope: VerifiedEnvelope, made: MadeDocument | null): Outcome {
    if (envelope.seq <= this.head) {
      const mine = this.at(envelope.seq)
      return mine && mine.hash !== envelope.hash ? 'fork' : 'known'
    }
    const follows = envelope.seq === this.head + 1
    if (follows && this.headHash !== null && hexOf(envelope.previous) !== this.headHash) return 'fork'
    if (made !== null) return typeof made === 'string' ? made : this.#rebase(envelope, made)
    if (!follows) return 'gap'
    if (this.#tail + envelope.bytes.length > MAX_TAIL) return 'illegal'
    const outcome = this.#document.apply(envelope.update, 'change')
    if (outcome === 'applied') this.#push(envelope)
    return outcome
  }

  /** Takes what was just written to {@link document} here. */
  append(envelope: VerifiedEnvelope): void {
    if (envelope.kind === 'base') this.#rebase(envelope, this.#document)
    else this.#push(envelope)
  }

  /** Makes the document anew of what is here. */
  rebuild(): void {
    const document = new AuthorDocument(this.#bounded)
    for (const { update, kind } of this.#envelopes) document.apply(update, kind)
    this.#document = document
  }

  at(seq: number): VerifiedEnvelope | undefined {
    return this.#envelopes[seq - (this.#envelopes[0]?.seq ?? 0)]
  }

  /** What somebody lacks who has the author's envelopes up to `seq`, in order. */
  after(seq: number): readonly VerifiedEnvelope[] {
    const first = this.#envelopes[0]?.seq ?? 0
    return this.#envelopes.slice(Math.max(0, seq + 1 - first))
  }

  #push(envelope: VerifiedEnvelope): void {
    this.#envelopes.push(envelope)
    this.#tail += envelope.bytes.length
  }

  #rebase(envelope: VerifiedEnvelope, made: AuthorDocument): Outcome {
    this.#document = made
    this.#envelopes = [envelope]
    this.#base = envelope.bytes.length
    this.#tail = 0
    return 'applied'
  }
}

import type { AuthorId } from '../wire/noteEnvelope.ts'
import type { VerifiedEnvelope } from './signing.ts'

/** A peer sends an author's envelopes in order, so there is hardly ever one to keep. */
const MOST_PER_PEER = 32

/** Envelopes whose author's earlier ones are not here yet. */
export class PendingEnvelopes<Peer> {
  readonly #waiting = new Map<AuthorId, Map<number, { envelope: VerifiedEnvelope; from: Peer }>>()

  /** False when the peer has had more kept than it may. */
  add(envelope: VerifiedEnvelope, from: Peer): boolean {
    let count = 0
    for (const ofAuthor of this.#waiting.values()) {
      for (const waiting of ofAuthor.values()) if (waiting.from === from) count++
    }
    if (count >= MOST_PER_PEER) return false
    const ofAuthor = this.#waiting.get(envelope.author) ?? new Map<number, never>()
    ofAuthor.set(envelope.seq, { envelope, from })
    this.#waiting.set(envelope.author, ofAuthor)
    return true
  }

  /** Takes out the one that follows `head`, if it is here, and forgets those before. */
  next(author: AuthorId, head: number): { envelope: VerifiedEnvelope; from: Peer } | null {
    const ofAuthor = this.#waiting.get(author)
    if (!ofAuthor) return null
    const found = ofAuthor.get(head + 1) ?? null
    for (const seq of ofAuthor.keys()) if (seq <= head + 1) ofAuthor.delete(seq)
    if (ofAuthor.size === 0) this.#waiting.delete(author)
    return found
  }

  forget(peer: Peer): void {
    for (const [author, ofAuthor] of this.#waiting) {
      for (const [seq, { from }] of ofAuthor) if (from === peer) ofAuthor.delete(seq)
      if (ofAuthor.size === 0) this.#waiting.delete(author)
    }
  }
}

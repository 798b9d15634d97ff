import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, equalBytes, hexOf } from '../core/bytes.ts'
import { HASH_LENGTH, type AuthorId, type Envelope } from '../wire/noteEnvelope.ts'
import { FORKED, MAX_AUTHORS, type Head, type Heads } from '../wire/noteMessages.ts'
import { AuthorLog, type Outcome } from './authorLog.ts'
import { signEnvelope, type Identity, type VerifiedEnvelope } from './signing.ts'

/** All envelopes of one review together. */
const MAX_REVIEW: Bytes = 48 * 1024 * 1024
/** So much of each author fits however much the others have written. */
const GUARANTEED: Bytes = 96 * 1024

/** Two envelopes that prove an author to have told people different things. */
export type Fork = readonly [VerifiedEnvelope, VerifiedEnvelope]

/**
 * All notes on one share as this page has them: a log for each author. Two replicas with the same
 * {@link heads} hold the same notes. Of an author who has signed two things for one place nothing is kept but the
 * proof: whom to believe is not for each replica to choose.
 */
export class NoteReplica {
  readonly #logs = new Map<AuthorId, AuthorLog>()
  readonly #forks = new Map<AuthorId, Fork>()
  /** Authors of whom something did not fit any more: what follows it is missing for no other reason. */
  readonly #refused = new Set<AuthorId>()
  #bytes: Bytes = 0

  get logs(): ReadonlyMap<AuthorId, AuthorLog> {
    return this.#logs
  }

  get forks(): ReadonlyMap<AuthorId, Fork> {
    return this.#forks
  }

  /** The last envelope of each author. */
  heads(): Heads {
    const heads = new Map<AuthorId, Head>()
    for (const [author, { head, headHash }] of this.#logs) {
      if (headHash !== null) heads.set(author, { seq: head, hash: headHash.slice(0, 16) })
    }
    for (const author of this.#forks.keys()) heads.set(author, FORKED)
    return heads
  }

  /** Whether the very same envelope is here: then it need not be verified again. */
  has(envelope: Envelope): boolean {
    if (this.#forks.has(envelope.author)) return true
    const mine = this.#logs.get(envelope.author)?.at(envelope.seq)
    return mine !== undefined && equalBytes(mine.bytes, envelope.bytes)
  }

  /** `full` when the share carries no more; nobody is to blame for that. */
  accept(envelope: VerifiedEnvelope): Outcome | 'full' {
    const { author } = envelope
    if (this.#forks.has(author)) return 'known'
    const log = this.#logs.get(author) ?? new AuthorLog()
    if (log.head === 0 && this.#logs.size + this.#forks.size >= MAX_AUTHORS) return 'full'
    if (!this.#fits(log, envelope)) {
      this.#refused.add(author)
      return 'full'
    }
    const before = log.bytes
    const outcome = log.accept(envelope)
    if (outcome === 'gap' && this.#refused.has(author)) return 'full'
    if (outcome === 'fork') {
      const other = log.at(envelope.seq) ?? log.at(envelope.seq - 1)
      if (other) this.#mark(author, other.seq < envelope.seq ? [other, envelope] : [envelope, other])
    } else if (outcome === 'applied') {
      this.#logs.set(author, log)
      this.#bytes += log.bytes - before
      this.#refused.delete(author)
    }
    return outcome
  }

  #fits(log: AuthorLog, { kind, bytes: { length } }: Envelope): boolean {
    const now = kind === 'base' ? 0 : log.bytes
    return now + length <= GUARANTEED || this.#bytes - log.bytes + now + length <= MAX_REVIEW
  }

  /** False when it proves nothing. */
  acceptFork([first, second]: Fork): boolean {
    if (first.author !== second.author) return false
    const twice = first.seq === second.seq && first.hash !== second.hash
    const torn = first.seq + 1 === second.seq && hexOf(second.previous) !== first.hash
    if (!twice && !torn) return false
    if (!this.#forks.has(first.author)) this.#mark(first.author, [first, second])
    return true
  }

  /**
   * Writes to one's own log (`undefined` removes an entry); answers the new envelopes, to be sent. Each has been
   * kept before it is here: were it told and then lost, its author would contradict themselves. Not to be called
   * again before that has settled; when it rejects, nothing is written.
   */
  async write(
    identity: Identity,
    changes: ReadonlyMap<string, unknown>,
    keep: (envelope: VerifiedEnvelope) => Promise<void>,
  ): Promise<readonly VerifiedEnvelope[]> {
    if (this.#forks.has(identity.author)) throw new Error('Nobody believes this author any more.')
    const log = this.#logs.get(identity.author) ?? new AuthorLog()
    const update = log.document.write(changes)
    if (!update) return []
    const written: VerifiedEnvelope[] = []
    try {
      const adds = [...changes.values()].some((value) => value !== undefined)
      const problem = log.problemWith(update.length, adds)
      if (problem) throw new Error(problem)
      written.push(await this.#append(identity, log, 'change', update, keep))
      const state = log.wantsBase ? log.document.state() : null
      if (state && log.isWorthBase(state.length)) {
        written.push(await this.#append(identity, log, 'base', state, keep))
      }
    } catch (error) {
      // What is not said is not in the document either: all later updates would build on it.
      log.rebuild()
      if (written.length === 0) throw error
    }
    return written
  }

  async #append(
    identity: Identity,
    log: AuthorLog,
    kind: Envelope['kind'],
    update: Uint8Array,
    keep: (envelope: VerifiedEnvelope) => Promise<void>,
  ): Promise<VerifiedEnvelope> {
    const previous = log.headHash === null ? new Uint8Array(HASH_LENGTH) : bytesOfHex(log.headHash)
    const envelope = await signEnvelope(identity, { kind, seq: log.head + 1, previous, update })
    await keep(envelope)
    const before = log.bytes
    log.append(envelope)
    this.#bytes += log.bytes - before
    this.#logs.set(identity.author, log)
    return envelope
  }

  #mark(author: AuthorId, fork: Fork): void {
    this.#bytes -= this.#logs.get(author)?.bytes ?? 0
    this.#logs.delete(author)
    this.#forks.set(author, fork)
  }
}

import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, hexOf } from '../core/hex.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { HASH_LENGTH, type AuthorId, type Envelope } from '../wire/noteEnvelope.ts'
import { FORKED, MAX_AUTHORS, type Head, type Heads } from '../wire/noteMessages.ts'
import { AuthorLog, type Outcome } from './authorLog.ts'
import { signEnvelope, type Identity, type VerifiedEnvelope } from './signing.ts'

/** All envelopes of one share together. */
const MAX_SHARE: Bytes = 48 * 1024 * 1024

/** Two envelopes that prove an author to have told people different things. */
export type Fork = readonly [VerifiedEnvelope, VerifiedEnvelope]

/**
 * All notes on one share as this page has them: a log for each author. Two replicas with the same
 * {@link heads} hold the same notes. Of an author who has signed two things for one place nothing is kept but the
 * proof: whom to believe is not for each replica to choose.
 */
export class NoteReplica {
  readonly #share: InfoHash
  readonly #logs = new Map<AuthorId, AuthorLog>()
  readonly #forks = new Map<AuthorId, Fork>()
  #bytes: Bytes = 0

  constructor(share: InfoHash) {
    this.#share = share
  }

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
    return mine !== undefined && equal(mine.bytes, envelope.bytes)
  }

  /** `full` when the share carries no more; nobody is to blame for that. */
  accept(envelope: VerifiedEnvelope): Outcome | 'full' {
    const { author } = envelope
    if (this.#forks.has(author)) return 'known'
    const log = this.#logs.get(author) ?? new AuthorLog()
    if (log.head === 0 && this.#logs.size + this.#forks.size >= MAX_AUTHORS) return 'full'
    if (this.#bytes + envelope.bytes.length > MAX_SHARE) return 'full'
    const before = log.bytes
    const outcome = log.accept(envelope)
    if (outcome === 'fork') {
      const other = log.at(envelope.seq) ?? log.at(envelope.seq - 1)
      if (other) this.#mark(author, other.seq < envelope.seq ? [other, envelope] : [envelope, other])
    } else if (outcome === 'applied') {
      this.#logs.set(author, log)
      this.#bytes += log.bytes - before
    }
    return outcome
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
   * Writes to one's own log (`undefined` removes an entry); answers the new envelopes, to be kept and sent. Not to
   * be called again before that has settled.
   */
  async write(
    identity: Identity,
    changes: ReadonlyMap<string, unknown>,
  ): Promise<readonly VerifiedEnvelope[]> {
    if (this.#forks.has(identity.author)) throw new Error('Nobody believes this author any more.')
    const log = this.#logs.get(identity.author) ?? new AuthorLog()
    const update = log.document.write(changes)
    if (!update) return []
    const written = [await this.#append(identity, log, 'change', update)]
    this.#logs.set(identity.author, log)
    if (log.wantsBase) written.push(await this.#append(identity, log, 'base', log.document.state()))
    return written
  }

  async #append(
    identity: Identity,
    log: AuthorLog,
    kind: Envelope['kind'],
    update: Uint8Array,
  ): Promise<VerifiedEnvelope> {
    const previous = log.headHash === null ? new Uint8Array(HASH_LENGTH) : bytesOfHex(log.headHash)
    const envelope = await signEnvelope(this.#share, identity, { kind, seq: log.head + 1, previous, update })
    const before = log.bytes
    log.append(envelope)
    this.#bytes += log.bytes - before
    return envelope
  }

  #mark(author: AuthorId, fork: Fork): void {
    this.#bytes -= this.#logs.get(author)?.bytes ?? 0
    this.#logs.delete(author)
    this.#forks.set(author, fork)
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

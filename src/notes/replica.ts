import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, equalBytes, hexOf } from '../core/bytes.ts'
import { HASH_LENGTH, type AuthorId, type Envelope } from '../wire/noteEnvelope.ts'
import { FORKED, MAX_AUTHORS, type Head, type Heads } from '../wire/noteMessages.ts'
import { AuthorDocument, NOTHING, type Added } from './authorDocument.ts'
import { AuthorLog, type MadeDocument, type Outcome } from './authorLog.ts'
import { Pauses } from './pauses.ts'
import { MOST_STRUCTS } from './scanUpdate.ts'
import { signEnvelope, type Identity, type VerifiedEnvelope } from './signing.ts'
import { NotesError } from './problems.ts'

/** All envelopes of one review together. */
const MAX_REVIEW: Bytes = 48 * 1024 * 1024
/** So much of each author fits however much the others have written. */
const GUARANTEED: Bytes = 96 * 1024
/** The same of notes, marks and all else, whatever they weigh. */
const MAX_ENTRIES = 20_000
const GUARANTEED_ENTRIES = 50
/** As many as there are when each author has what is guaranteed to them, and one change more. */
const ALL_ENTRIES = MAX_ENTRIES + MAX_AUTHORS * GUARANTEED_ENTRIES + MOST_STRUCTS.change
/** Proofs against authors: the oldest go first. */
const MOST_FORKS = 100
/** Authors that made room and are remembered, so that neighbours do not bring them back. */
const MOST_GONE = 1000

/** Two envelopes that prove an author to have told people different things. */
export type Fork = readonly [VerifiedEnvelope, VerifiedEnvelope]

/**
 * All notes on one share as this page has them: a log for each author. Two replicas with the same
 * {@link heads} hold the same notes. Of an author who has signed two things for one place nothing is kept but the
 * proof: whom to believe is not for each replica to choose.
 *
 * At most {@link MAX_AUTHORS} have a log or a proof here. When one more writes a note, room is made by somebody who
 * is hidden here, by a proof, or by who has no note; of those the one who has been here longest.
 */
export class NoteReplica {
  readonly #madeRoom: (author: AuthorId) => void
  readonly #logs = new Map<AuthorId, AuthorLog>()
  readonly #forks = new Map<AuthorId, Fork>()
  /** Authors of whom something did not fit any more: what follows it is missing for no other reason. */
  readonly #refused = new Set<AuthorId>()
  /** The last seq of each author that made room; 0 once they have written something new, and may come back. */
  readonly #gone = new Map<AuthorId, number>()
  #hidden: ReadonlySet<AuthorId> = new Set()
  #own: AuthorId | null = null
  #bytes: Bytes = 0

  /** @param madeRoom nothing of the author is here any more */
  constructor(madeRoom: (author: AuthorId) => void = () => undefined) {
    this.#madeRoom = madeRoom
  }

  get logs(): ReadonlyMap<AuthorId, AuthorLog> {
    return this.#logs
  }

  get forks(): ReadonlyMap<AuthorId, Fork> {
    return this.#forks
  }

  /** Whether somebody has written what did not fit here. */
  get full(): boolean {
    return this.#refused.size > 0
  }

  /** The author of this page is never refused and makes room for nobody. */
  own(author: AuthorId): void {
    this.#own = author
  }

  /** Whose notes nobody sees on this page. */
  hide(authors: ReadonlySet<AuthorId>): void {
    this.#hidden = authors
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

  /** Makes of a base, in portions, what {@link accept} needs of it; null when it needs nothing. */
  async prepare({ kind, author, seq, update }: Envelope, pauses: Pauses): Promise<MadeDocument | null> {
    if (kind !== 'base' || this.#forks.has(author)) return null
    if (seq <= (this.#logs.get(author)?.head ?? this.#gone.get(author) ?? 0)) return null
    return AuthorDocument.of(update, pauses, author !== this.#own)
  }

  /**
   * `full` when the share carries no more; nobody is to blame for that.
   *
   * @param prepared what {@link prepare} has answered; a base for which that was null changes nothing
   */
  accept(envelope: VerifiedEnvelope, prepared: MadeDocument | null): Outcome | 'full' {
    const { author, seq, kind } = envelope
    if (this.#forks.has(author)) return 'known'
    if (this.#isGone(author, seq)) return 'full'
    const log = this.#logs.get(author) ?? new AuthorLog(author !== this.#own)
    if (kind === 'base' && prepared === null && seq > log.head) return 'gap'
    if (!this.#fits(log, envelope, prepared)) return this.#refuse(author)
    const before = log.bytes
    const outcome = log.accept(envelope, prepared)
    if (outcome === 'large') return this.#refuse(author)
    if (outcome === 'gap' && (this.#refused.has(author) || this.#gone.has(author))) return 'full'
    if (outcome === 'fork') {
      const other = log.at(seq) ?? log.at(seq - 1)
      if (other) this.#mark(author, other.seq < seq ? [other, envelope] : [envelope, other])
    } else if (outcome === 'applied') {
      // Only now: an envelope that is refused for another reason costs nobody their place.
      if (!this.#logs.has(author) && !this.#admits(author, log.document.notes > 0))
        return this.#refuse(author)
      this.#logs.set(author, log)
      this.#bytes += log.bytes - before
      this.#refused.delete(author)
      this.#gone.delete(author)
    }
    return outcome
  }

  /** False when it proves nothing. */
  acceptFork([first, second]: Fork): boolean {
    const { author } = first
    if (author !== second.author) return false
    const twice = first.seq === second.seq && first.hash !== second.hash
    const torn = first.seq + 1 === second.seq && hexOf(second.previous) !== first.hash
    if (!twice && !torn) return false
    if (this.#forks.has(author)) return true
    if (this.#logs.has(author) || this.#admits(author, true)) this.#mark(author, [first, second])
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
    const { author } = identity
    if (this.#forks.has(author)) throw new NotesError({ code: 'author-forked' })
    const log = this.#logs.get(author) ?? new AuthorLog(false)
    const more = log.document.addedByWriting(changes)
    const noRoom = log.problemWithEntries(more)
    if (noRoom !== null) throw new NotesError(noRoom)
    // Here as there: what does not fit on this page would reach nobody, and nobody would say so.
    if (!this.#hasRoomForEntries(log.document, more)) throw new NotesError({ code: 'review-full' })
    if (log.head === 0 && !this.#admits(author, true))
      throw new NotesError({ code: 'review-full-of-people', people: MAX_AUTHORS })
    const update = log.document.write(changes)
    if (!update) return []
    const written: VerifiedEnvelope[] = []
    try {
      const adds = [...changes.values()].some((value) => value !== undefined)
      const problem = log.problemWith(update.length, adds)
      if (problem) throw new NotesError(problem)
      if (adds && !this.#hasRoomForBytes(log, log.bytes + update.length))
        throw new NotesError({ code: 'review-full' })
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

  #fits(log: AuthorLog, { author, kind, bytes, update }: Envelope, prepared: MadeDocument | null): boolean {
    if (author === this.#own || typeof prepared === 'string') return true
    const isBase = kind === 'base'
    if (!this.#hasRoomForBytes(log, (isBase ? 0 : log.bytes) + bytes.length)) return false
    const { document } = log
    const added = isBase ? moreOf(document, prepared) : document.addedBy(update)
    return this.#hasRoomForEntries(document, added)
  }

  /** @param weight what there would be of the author then */
  #hasRoomForBytes(log: AuthorLog, weight: Bytes): boolean {
    return weight <= GUARANTEED || this.#bytes - log.bytes + weight <= MAX_REVIEW
  }

  #hasRoomForEntries({ size }: AuthorDocument, { added, again }: Added): boolean {
    if (added > 0 && size + added > GUARANTEED_ENTRIES && this.#entries + added > MAX_ENTRIES) return false
    // Entries that are written again were deleted meanwhile, maybe; those who change theirs have no more than these.
    return again === 0 || this.#entries + added + again <= ALL_ENTRIES
  }

  get #entries(): number {
    return Array.from(this.#logs.values()).reduce((sum, { document }) => sum + document.size, 0)
  }

  #refuse(author: AuthorId): 'full' {
    // A stranger may name any number of authors.
    if (this.#refused.size >= MOST_GONE) this.#refused.clear()
    this.#refused.add(author)
    return 'full'
  }

  #isGone(author: AuthorId, seq: number): boolean {
    const last = this.#gone.get(author)
    if (last === undefined) return false
    if (seq <= last) return true
    this.#gone.set(author, 0)
    return false
  }

  /** Whether one more has a place here, if need be by somebody else's making room for what they have to say. */
  #admits(author: AuthorId, says: boolean): boolean {
    if (this.#logs.size + this.#forks.size < MAX_AUTHORS) return true
    const leaves = says || author === this.#own ? this.#leastMissed() : undefined
    if (leaves === undefined) return false
    this.#forget(leaves)
    return true
  }

  #leastMissed(): AuthorId | undefined {
    const others = [...this.#logs].filter(([author]) => author !== this.#own)
    const hidden = others.find(([author]) => this.#hidden.has(author))
    if (hidden) return hidden[0]
    const [proof] = this.#forks.keys()
    return proof ?? others.find(([, { document }]) => document.notes === 0)?.[0]
  }

  #forget(author: AuthorId): void {
    this.#gone.set(author, this.#forks.has(author) ? FORKED.seq : (this.#logs.get(author)?.head ?? 0))
    const [oldest] = this.#gone.keys()
    if (this.#gone.size > MOST_GONE && oldest !== undefined) this.#gone.delete(oldest)
    this.#refused.delete(author)
    this.#drop(author)
    this.#forks.delete(author)
    this.#madeRoom(author)
  }

  #mark(author: AuthorId, fork: Fork): void {
    this.#drop(author)
    this.#forks.set(author, fork)
    const [oldest] = this.#forks.keys()
    if (this.#forks.size > MOST_FORKS && oldest !== undefined) this.#forget(oldest)
  }

  #drop(author: AuthorId): void {
    const log = this.#logs.get(author)
    if (!log) return
    this.#bytes -= log.bytes
    this.#logs.delete(author)
  }
}

/** How many entries a document has that the one before has not. */
function moreOf(before: AuthorDocument, after: MadeDocument | null): Added {
  if (after === null || typeof after === 'string') return NOTHING
  return { ...NOTHING, added: after.size - before.size }
}

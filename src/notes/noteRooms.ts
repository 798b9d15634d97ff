import type { Milliseconds } from '../core/brand.ts'
import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'
import { paced } from '../core/paced.ts'
import { parseReviewToken, readReviewToken, type ReviewToken } from '../core/reviewToken.ts'
import { NoteStore } from '../storage/library/noteStore.ts'
import type { Versions } from '../storage/library/siteDatabase.ts'
import type { ShareNoteHandler } from '../swarm/wireNotes.ts'
import { NoteRoom, type RoomKeys } from './noteRoom.ts'
import type { Profile } from './profile.ts'
import { deriveReview, makeReview, type ReviewKeys } from './reviewKeys.ts'
import { openScope } from './signing.ts'
import { ShareNotes } from './shareNotes.ts'

/** Changes that come faster than that are told together. */
const TOGETHER: Milliseconds = 60

/** The private review that is open on a share. */
export interface Review {
  /** Lets others write; null when this page may only read. */
  readonly write: ReviewToken | null
  /** Lets others read; null until it has been derived, a moment after the page has opened. */
  readonly read: ReviewToken | null
}

/** The notes on all shares of this page, each share's read when it is first asked for. */
export class NoteRooms {
  readonly #shares = new Map<InfoHash, ShareNotes>()
  readonly #reviews: Map<InfoHash, Review>
  readonly #store: NoteStore | null
  readonly #profile: () => Profile
  readonly #listeners = new Set<() => void>()
  readonly #peopleListeners = new Set<() => void>()

  readonly #tell = paced(() => callAll(this.#listeners), TOGETHER)
  readonly #tellPeople = paced(() => callAll(this.#peopleListeners), TOGETHER)

  private constructor(store: NoteStore | null, tokens: ReadonlyMap<string, string>, profile: () => Profile) {
    this.#store = store
    this.#profile = profile
    this.#reviews = reviewsOf(tokens)
  }

  static async open(profile: () => Profile, versions: Versions): Promise<NoteRooms> {
    const store = await NoteStore.open(versions)
    return new NoteRooms(store, (await store?.tokens()) ?? new Map<string, string>(), profile)
  }

  /** The room in which this page reads and writes: the private review's, if there is one. */
  room(share: InfoHash): NoteRoom {
    return this.#notesOf(share).room
  }

  /** What is done with what the swarm brings on a share. */
  handler(share: InfoHash): ShareNoteHandler {
    return this.#notesOf(share).handler
  }

  /** Null when the review is everybody's who has the share. */
  review(share: InfoHash): Review | null {
    return this.#reviews.get(share) ?? null
  }

  /** Begins a private review with a secret that nobody has yet. What was written so far stays with everybody. */
  makePrivate(share: InfoHash): Promise<Review> {
    return this.join(share, makeReview())
  }

  /**
   * Opens the private review of a link, in place of another one. Rejects where the browser cannot, with nothing
   * changed. Who may write already, and opens the same review's read-only link, goes on writing.
   */
  async join(share: InfoHash, token: ReviewToken): Promise<Review> {
    const keys = await deriveReview(share, token)
    const present = this.#reviews.get(share)
    const same = present && (present.read ?? (await this.#readTokenOf(share))) === keys.read
    if (same && (present.write !== null || keys.certifier === null)) return present
    const review = { write: keys.certifier ? token : null, read: keys.read }
    await this.#store?.putToken(share, token)
    this.#reviews.set(share, review)
    await this.#notesOf(share).use(this.#privateRoom(share, Promise.resolve(keys), keys.certifier !== null))
    this.#tell()
    return review
  }

  /** Goes back to the open review, and forgets the private one's secret. */
  async leave(share: InfoHash): Promise<void> {
    this.#reviews.delete(share)
    await this.#store?.putToken(share, null)
    await this.#notesOf(share).use(null)
    this.#tell()
  }

  /** Calls back after changes of notes; returns the way to stop. */
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** Calls back when somebody has come, moved or gone; returns the way to stop. */
  subscribePeople(changed: () => void): () => void {
    this.#peopleListeners.add(changed)
    return () => this.#peopleListeners.delete(changed)
  }

  /** Deletes what is kept of a share that was removed. */
  async forget(share: InfoHash): Promise<void> {
    await this.#shares.get(share)?.close()
    this.#shares.delete(share)
    this.#reviews.delete(share)
    await this.#store?.delete(share)
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#shares.values(), (notes) => notes.close()))
    this.#store?.close()
  }

  #notesOf(share: InfoHash): ShareNotes {
    const present = this.#shares.get(share)
    if (present) return present
    const open = Promise.resolve({ ...openScope(share), certifier: null })
    const notes = new ShareNotes(this.#makeRoom(share, open, true))
    this.#shares.set(share, notes)
    const review = this.#reviews.get(share)
    const token = review?.write ?? review?.read
    if (token) this.#reopen(share, notes, token)
    return notes
  }

  /** Opens the private review that the browser remembers. */
  #reopen(share: InfoHash, notes: ShareNotes, token: ReviewToken): void {
    const keys = deriveReview(share, token)
    void notes.use(this.#privateRoom(share, keys, readReviewToken(token).may === 'write'))
    const told = ({ read }: ReviewKeys) => {
      const review = this.#reviews.get(share)
      if (review?.read !== null || notes !== this.#shares.get(share)) return
      this.#reviews.set(share, { ...review, read })
      this.#tell()
    }
    void keys.then(told, () => undefined)
  }

  async #readTokenOf(share: InfoHash): Promise<ReviewToken | null> {
    return (await this.#notesOf(share).private?.keys)?.read ?? null
  }

  #privateRoom(
    share: InfoHash,
    keys: Promise<ReviewKeys>,
    canWrite: boolean,
  ): { room: NoteRoom; keys: Promise<ReviewKeys> } {
    return { room: this.#makeRoom(share, keys, canWrite), keys }
  }

  #makeRoom(share: InfoHash, keys: Promise<RoomKeys>, canWrite: boolean): NoteRoom {
    const look = () => this.#shares.get(share)?.look()
    return new NoteRoom({
      keys,
      canWrite,
      store: this.#store,
      profile: this.#profile,
      now: () => Date.now(),
      random: Math.random,
      changed: () => {
        this.#tell()
        look()
      },
      peopleChanged: this.#tellPeople,
      shown: look,
    })
  }
}

function callAll(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener()
}

function reviewsOf(tokens: ReadonlyMap<string, string>): Map<InfoHash, Review> {
  const reviews = new Map<InfoHash, Review>()
  for (const [share, text] of tokens) {
    const infoHash = parseInfoHash(share)
    const token = parseReviewToken(text)
    if (!infoHash || !token) continue
    const mayWrite = readReviewToken(token).may === 'write'
    reviews.set(infoHash, mayWrite ? { write: token, read: null } : { write: null, read: token })
  }
  return reviews
}

import type { Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { paced } from '../core/paced.ts'
import { parseReviewToken, readReviewToken, type ReviewToken } from '../core/reviewToken.ts'
import type { NoteStore } from '../storage/noteStore.ts'
import type { ShareNoteHandler } from '../swarm/wireNotes.ts'
import { NoteRoom } from './noteRoom.ts'
import type { Profile } from './profile.ts'
import { codeOf, deriveReview, makeReview, type ReviewCode, type ReviewKeys } from './reviewKeys.ts'
import { openScope, type ReviewName, type RoomKeys } from './signing.ts'
import { ShareNotes, type PrivateRoom } from './shareNotes.ts'

/** Changes that come faster than that are told together. */
const TOGETHER: Milliseconds = 60

/** A private review of a share whose secret this browser keeps. */
export interface Review {
  readonly name: ReviewName
  readonly code: ReviewCode
  /** Lets others write; null when this page may only read. */
  readonly write: ReviewToken | null
  /** Lets others read. */
  readonly read: ReviewToken
}

/** The private reviews of one share. */
interface Reviews {
  /** In the order of their codes; {@link shown} is among them. */
  readonly kept: readonly Review[]
  /** In which one reads and writes; null for the one that is everybody's. */
  readonly shown: Review | null
}

const NONE: Reviews = { kept: [], shown: null }

/** The notes on all shares of this page, each share's read when it is first asked for. */
export class NoteRooms {
  readonly #shares = new Map<InfoHash, ShareNotes>()
  readonly #tokens: Map<string, string>
  /** Ends with the last change to a share's reviews; the first is to read what the browser remembers. */
  readonly #settled = new WeakMap<ShareNotes, Promise<unknown>>()
  readonly #reviews = new Map<InfoHash, Reviews>()
  /** The reviews that take the place of everybody's on shares that are sealed. */
  readonly #sealed = new Map<InfoHash, ReviewToken>()
  readonly #store: NoteStore | null
  readonly #profile: () => Profile
  readonly #listeners = new Set<() => void>()
  readonly #peopleListeners = new Set<() => void>()

  readonly #tell = paced(() => callAll(this.#listeners), TOGETHER)
  readonly #tellPeople = paced(() => callAll(this.#peopleListeners), TOGETHER)

  private constructor(store: NoteStore | null, tokens: ReadonlyMap<string, string>, profile: () => Profile) {
    this.#store = store
    this.#profile = profile
    this.#tokens = new Map(tokens)
  }

  /** @param store null where nothing is kept */
  static async open(profile: () => Profile, store: NoteStore | null): Promise<NoteRooms> {
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

  /**
   * The share is sealed: in place of the review that everybody reads there is one for all who can open it, under a key
   * that comes from its own.
   */
  seal(share: InfoHash, token: ReviewToken): void {
    if (this.#sealed.get(share) === token) return
    this.#sealed.set(share, token)
    const notes = this.#notesOf(share)
    notes.closeOpen()
    if (!notes.isPrivate) void notes.use(this.#everybodys(share))
    this.#tell()
  }

  /** The private review that is shown; null when it is everybody's who has the share. */
  review(share: InfoHash): Review | null {
    this.#notesOf(share)
    return this.#reviewsOf(share).shown
  }

  /** All private reviews of a share whose secrets are kept here. */
  reviews(share: InfoHash): readonly Review[] {
    this.#notesOf(share)
    return this.#reviewsOf(share).kept
  }

  /** Begins a private review with a secret that nobody has yet. What was written so far stays where it is. */
  makePrivate(share: InfoHash): Promise<Review> {
    return this.join(share, makeReview())
  }

  /** The review that a token leads to. Rejects where the browser cannot tell. */
  async reviewOf(share: InfoHash, token: ReviewToken): Promise<Review> {
    await this.#settled.get(this.#notesOf(share))
    return this.#derive(share, token)
  }

  async #derive(share: InfoHash, token: ReviewToken): Promise<Review> {
    const { name, code, read, certifier } = await deriveReview(share, token)
    const known = this.#reviewsOf(share).kept.find((review) => review.code === code)
    // Who may write already, and opens the same review's read-only link, goes on writing.
    if (known && (known.write !== null || certifier === null)) return known
    return { name, code, read, write: certifier ? token : null }
  }

  /** Opens the private review of a link beside those that are here, and shows it. */
  join(share: InfoHash, token: ReviewToken): Promise<Review> {
    return this.#change(share, async () => {
      const review = await this.#derive(share, token)
      const { kept, shown } = this.#reviewsOf(share)
      if (shown && shown.code === review.code && shown.write === review.write) return shown
      await this.#store?.putToken(review.name, review.write ?? review.read)
      const others = kept.filter(({ code }) => code !== review.code)
      this.#reviews.set(share, { kept: [...others, review].sort(byCode), shown })
      await this.#show(share, review)
      return review
    })
  }

  /** Goes to one of the reviews that are kept, or (null) to the one that is everybody's. */
  show(share: InfoHash, review: Review | null): Promise<void> {
    return this.#change(share, () => this.#show(share, review))
  }

  async #show(share: InfoHash, review: Review | null): Promise<void> {
    const { kept } = this.#reviewsOf(share)
    await this.#store?.putToken(share, review && (review.write ?? review.read))
    this.#reviews.set(share, { kept, shown: review })
    const notes = this.#notesOf(share)
    if (review) {
      const keys = deriveReview(share, review.write ?? review.read)
      await notes.use(this.#privateRoom(share, keys, review.write !== null))
    } else await notes.use(this.#everybodys(share))
    this.#tell()
  }

  /**
   * Goes back to the review that is everybody's, and forgets the secret of the one that is shown.
   *
   * @param notes whether its notes are forgotten as well, and the key that one wrote them with
   */
  leave(share: InfoHash, notes: boolean): Promise<void> {
    return this.#change(share, async () => {
      const { shown } = this.#reviewsOf(share)
      await this.#show(share, null)
      if (!shown) return
      const { kept } = this.#reviewsOf(share)
      this.#reviews.set(share, { kept: kept.filter(({ code }) => code !== shown.code), shown: null })
      if (notes) await this.#store?.deleteReview(shown.name)
      else await this.#store?.putToken(shown.name, null)
      this.#tell()
    })
  }

  /** Changes a share's reviews, one change after another: a link may be opened while a review is being left. */
  #change<T>(share: InfoHash, make: () => Promise<T>): Promise<T> {
    const notes = this.#notesOf(share)
    const changed = Promise.resolve(this.#settled.get(notes)).then(make)
    this.#settled.set(
      notes,
      changed.catch(() => undefined),
    )
    return changed
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
    this.#sealed.delete(share)
    for (const of of this.#tokens.keys()) if (of.startsWith(share)) this.#tokens.delete(of)
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
    this.#settled.set(
      notes,
      this.#reopen(share, notes).catch(() => undefined),
    )
    return notes
  }

  /** What stands in place of the open review; null where that is open. */
  #everybodys(share: InfoHash): PrivateRoom | null {
    const token = this.#sealed.get(share)
    return token === undefined ? null : this.#privateRoom(share, deriveReview(share, token), true)
  }

  #reviewsOf(share: InfoHash): Reviews {
    return this.#reviews.get(share) ?? NONE
  }

  /** Opens the private reviews that the browser remembers. */
  async #reopen(share: InfoHash, notes: ShareNotes): Promise<void> {
    const shown = parseReviewToken(this.#tokens.get(share) ?? '')
    // At once: nobody writes in the open what they take for private.
    if (shown) {
      const keys = deriveReview(share, shown)
      void notes.use(this.#privateRoom(share, keys, readReviewToken(shown).may === 'write'))
    }
    const tokens = new Set(shown ? [shown] : [])
    for (const [name, text] of this.#tokens) {
      const token = codeOf(share, name) ? parseReviewToken(text) : null
      if (token) tokens.add(token)
    }
    const kept: Review[] = []
    let open: Review | null = null
    for (const token of tokens) {
      const { name, code, read, certifier } = await deriveReview(share, token)
      if (kept.some((review) => review.code === code)) continue
      const review = { name, code, read, write: certifier ? token : null }
      kept.push(review)
      if (token !== shown) continue
      open = review
      // Earlier versions kept it by the share alone.
      if (!this.#tokens.has(name)) await this.#store?.putToken(name, token)
    }
    if (notes !== this.#shares.get(share)) return
    this.#reviews.set(share, { kept: kept.sort(byCode), shown: open })
    if (kept.length > 0) this.#tell()
  }

  #privateRoom(share: InfoHash, keys: Promise<ReviewKeys>, canWrite: boolean): PrivateRoom {
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

function byCode(a: Review, b: Review): number {
  return a.code < b.code ? -1 : 1
}

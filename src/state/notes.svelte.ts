import { createSubscriber } from 'svelte/reactivity'
import type { InfoHash } from '../core/infoHash.ts'
import type { ReviewToken } from '../core/reviewToken.ts'
import { COLOURS, MAX_NAME, type Profile } from '../notes/profile.ts'
import type { NoteRoom } from '../notes/noteRoom.ts'
import type { NoteRooms, Review } from '../notes/noteRooms.ts'
import type { Person } from '../notes/presence.ts'

export { MAX_NAME } from '../notes/profile.ts'

/** How the notes come to the page, with the engine's code. */
export interface NotesAccess {
  /** Who writes here. */
  readonly profile: () => Profile
  /** Null when another tab has the engine. */
  readonly use: (rooms: NoteRooms | null) => void
}

const KEY = 'shoal.profile'

/** The notes on shares, and as whom this browser writes them. */
export class Notes {
  #rooms: NoteRooms | null = $state.raw(null)
  #asked: { readonly share: InfoHash; readonly review: Review } | null = $state.raw(null)
  #profile: Profile = $state.raw({ name: '', colour: 0 })
  readonly #storage: Storage | null
  #ended: readonly InfoHash[] = []
  readonly #follow = createSubscriber((changed) => this.#rooms?.subscribe(changed))
  readonly #followPeople = createSubscriber((changed) => this.#rooms?.subscribePeople(changed))

  constructor(storage: Storage | null) {
    this.#storage = storage
    this.#profile = profileOf(storage?.getItem(KEY) ?? null)
  }

  /** Whether notes can be read and written here and now. */
  get here(): boolean {
    return this.#rooms !== null
  }

  get profile(): Profile {
    return this.#profile
  }

  /** Kept in this browser, and told with the next note. */
  become(profile: Profile): void {
    this.#profile = { name: profile.name.trim().slice(0, MAX_NAME), colour: profile.colour % COLOURS }
    this.#storage?.setItem(KEY, JSON.stringify(this.#profile))
  }

  use(rooms: NoteRooms | null): void {
    this.#rooms = rooms
  }

  /** What is written on a share, with all its changes; null when another tab has the engine. */
  room(share: InfoHash): NoteRoom | null {
    if (!this.#rooms) return null
    this.#follow()
    return this.#rooms.room(share)
  }

  /** The private review that is shown of a share; null for the one that is everybody's. */
  review(share: InfoHash): Review | null {
    if (!this.#rooms) return null
    this.#follow()
    return this.#rooms.review(share)
  }

  /** All private reviews of a share that this browser can open. */
  reviews(share: InfoHash): readonly Review[] {
    if (!this.#rooms) return []
    this.#follow()
    return this.#rooms.reviews(share)
  }

  /** What a link asks for that was opened over another private review; null when nothing is to be decided. */
  asked(share: InfoHash): Review | null {
    return this.#asked?.share === share ? this.#asked.review : null
  }

  /** Goes to the review that a link asked for, which is kept beside the others; or does without it. */
  async decide(share: InfoHash, goes: boolean): Promise<void> {
    const review = this.asked(share)
    this.#asked = null
    if (review && goes) await this.#rooms?.join(share, review.write ?? review.read)
  }

  async makePrivate(share: InfoHash): Promise<void> {
    await this.#rooms?.makePrivate(share)
  }

  /** Null: the one that is everybody's. */
  async show(share: InfoHash, review: Review | null): Promise<void> {
    await this.#rooms?.show(share, review)
  }

  /** Back to the review that is everybody's; the secret is forgotten here, and the notes if so wished. */
  async leavePrivate(share: InfoHash, notes: boolean): Promise<void> {
    await this.#rooms?.leave(share, notes)
  }

  /** Who else has the share open. */
  people(share: InfoHash): readonly Person[] {
    if (!this.#rooms) return []
    this.#followPeople()
    return this.#rooms.room(share).people
  }

  /** What somebody at the other end of a connection calls themselves; null for who has not said. */
  nameOf(share: InfoHash, peer: string): string | null {
    return this.people(share).find((person) => person.peer === peer)?.name ?? null
  }

  /**
   * Opens the private review that a link leads to. Where another one is shown, that stays: whoever made the link
   * would read what is written next, and so it is asked first.
   */
  async join(share: InfoHash, token: ReviewToken): Promise<void> {
    const rooms = this.#rooms
    if (!rooms) return
    const review = await rooms.reviewOf(share, token)
    const shown = rooms.review(share)
    if (shown && shown.code !== review.code) this.#asked = { share, review }
    else await rooms.join(share, token)
  }

  /** Forgets what was noted on shares whose time is over, once each. */
  ended(shares: readonly InfoHash[]): void {
    const fresh = shares.filter((share) => !this.#ended.includes(share))
    this.#ended = [...this.#ended, ...fresh]
    for (const share of fresh) void this.forget(share)
  }

  async forget(share: InfoHash): Promise<void> {
    await this.#rooms?.forget(share)
  }
}

/** What the browser kept, or a colour by chance for who has not been here. */
function profileOf(kept: string | null): Profile {
  const fresh = { name: '', colour: Math.floor(Math.random() * COLOURS) }
  try {
    const found: unknown = kept === null ? null : JSON.parse(kept)
    if (typeof found !== 'object' || found === null || !('name' in found) || !('colour' in found))
      return fresh
    const { name, colour } = found
    if (typeof name !== 'string' || !isColour(colour)) return fresh
    return { name: name.slice(0, MAX_NAME), colour }
  } catch {
    return fresh
  }
}

function isColour(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < COLOURS
}

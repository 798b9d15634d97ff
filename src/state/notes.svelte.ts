import { createSubscriber } from 'svelte/reactivity'
import type { InfoHash } from '../core/infoHash.ts'
import type { ReviewToken } from '../core/reviewToken.ts'
import { COLOURS, MAX_NAME, type Profile } from '../notes/noteModel.ts'
import type { NoteRoom } from '../notes/noteRoom.ts'
import type { NoteRooms, Review } from '../notes/noteRooms.ts'
import type { Person } from '../notes/presence.ts'

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
  #profile: Profile = $state.raw({ name: '', colour: 0 })
  readonly #storage: Storage | null
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

  /** The private review that is open on a share; null for the one that is everybody's. */
  review(share: InfoHash): Review | null {
    if (!this.#rooms) return null
    this.#follow()
    return this.#rooms.review(share)
  }

  async makePrivate(share: InfoHash): Promise<void> {
    await this.#rooms?.makePrivate(share)
  }

  /** Back to the review that is everybody's; the secret is forgotten here. */
  async leavePrivate(share: InfoHash): Promise<void> {
    await this.#rooms?.leave(share)
  }

  /** Who else has the share open. */
  people(share: InfoHash): readonly Person[] {
    if (!this.#rooms) return []
    this.#followPeople()
    return this.#rooms.room(share).people
  }

  /** Opens the private review that a link leads to. */
  async join(share: InfoHash, token: ReviewToken): Promise<void> {
    await this.#rooms?.join(share, token)
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

import { createSubscriber } from 'svelte/reactivity'
import type { InfoHash } from '../core/infoHash.ts'
import type { ReviewToken } from '../core/reviewToken.ts'
import { COLOURS, MAX_NAME, type Note, type NoteContent, type Profile } from '../notes/noteModel.ts'
import type { NoteRooms } from '../notes/noteRooms.ts'

export type { Note } from '../notes/noteModel.ts'

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
  rename(name: string): void {
    this.#profile = { ...this.#profile, name: name.trim().slice(0, MAX_NAME) }
    this.#storage?.setItem(KEY, JSON.stringify(this.#profile))
  }

  use(rooms: NoteRooms | null): void {
    this.#rooms = rooms
  }

  of(share: InfoHash): readonly Note[] {
    const rooms = this.#rooms
    if (!rooms) return []
    this.#follow()
    return rooms.room(share).notes
  }

  isMine(share: InfoHash, note: Note): boolean {
    return this.#rooms?.room(share).isMine(note) ?? false
  }

  async add(share: InfoHash, content: NoteContent): Promise<void> {
    await this.#rooms?.room(share).add(content)
  }

  async edit(share: InfoHash, note: Note, text: string): Promise<void> {
    await this.#rooms?.room(share).edit(note, text)
  }

  async remove(share: InfoHash, note: Note): Promise<void> {
    await this.#rooms?.room(share).remove(note)
  }

  async resolve(share: InfoHash, note: Note, resolved: boolean): Promise<void> {
    await this.#rooms?.room(share).resolve(note, resolved)
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
    if (typeof name !== 'string' || typeof colour !== 'number') return fresh
    return { name: name.slice(0, MAX_NAME), colour }
  } catch {
    return fresh
  }
}

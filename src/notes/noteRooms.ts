import type { InfoHash } from '../core/infoHash.ts'
import { NoteStore } from '../storage/library/noteStore.ts'
import { NoteRoom } from './noteRoom.ts'
import type { Profile } from './noteModel.ts'

/** The notes on all shares of this page, each share's read when it is first asked for. */
export class NoteRooms {
  readonly #rooms = new Map<InfoHash, NoteRoom>()
  readonly #store: NoteStore | null
  readonly #profile: () => Profile
  readonly #listeners = new Set<() => void>()
  readonly #peopleListeners = new Set<() => void>()

  private constructor(store: NoteStore | null, profile: () => Profile) {
    this.#store = store
    this.#profile = profile
  }

  static async open(profile: () => Profile): Promise<NoteRooms> {
    return new NoteRooms(await NoteStore.open(), profile)
  }

  room(share: InfoHash): NoteRoom {
    const present = this.#rooms.get(share)
    if (present) return present
    const room = new NoteRoom({
      share,
      store: this.#store,
      profile: this.#profile,
      now: () => Date.now(),
      random: Math.random,
      changed: () => {
        for (const listener of this.#listeners) listener()
      },
      peopleChanged: () => {
        for (const listener of this.#peopleListeners) listener()
      },
    })
    this.#rooms.set(share, room)
    return room
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
    await this.#rooms.get(share)?.close()
    this.#rooms.delete(share)
    await this.#store?.delete(share)
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#rooms.values(), (room) => room.close()))
    this.#store?.close()
  }
}

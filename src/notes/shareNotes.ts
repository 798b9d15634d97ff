import { isSealed } from '../wire/sealedNotes.ts'
import type { NotePeer, ShareNoteHandler } from '../swarm/wireNotes.ts'
import type { NoteRoom } from './noteRoom.ts'
import type { ReviewKeys } from './reviewKeys.ts'
import { SealedTalk } from './sealedTalk.ts'

/** A private review as it is open on this page. */
export interface PrivateRoom {
  readonly room: NoteRoom
  readonly keys: Promise<ReviewKeys>
}

/**
 * The reviews of one share: the open one, which every page carries, and one that is private to those who have its
 * secret. Each connection serves both.
 */
export class ShareNotes {
  readonly open: NoteRoom
  /** What the swarm brings. */
  readonly handler: ShareNoteHandler
  #private: PrivateRoom | null = null
  /** False for a share that is sealed: nobody who cannot read it is told a word of what is said about it. */
  #isOpen = true
  #talk: SealedTalk | null = null
  /** Everybody here, and what they last greeted with: a private review may be opened later than they came. */
  readonly #greetings = new Map<NotePeer, Uint8Array | null>()

  readonly #sociable = new Set<() => void>()
  #wasSociable = false

  constructor(open: NoteRoom) {
    this.open = open
    const isSociable = () => this.#isSociable
    this.handler = {
      get isSociable() {
        return isSociable()
      },
      onSociable: (became) => {
        this.#sociable.add(became)
        return () => this.#sociable.delete(became)
      },
      joined: (peer) => {
        this.#greetings.set(peer, null)
        if (this.#isOpen) open.handler.joined(peer)
        this.#talk?.joined(peer)
      },
      left: (peer) => {
        this.#greetings.delete(peer)
        if (this.#isOpen) open.handler.left(peer)
        this.#talk?.left(peer)
      },
      received: (peer, message) => {
        if (!isSealed(message)) return this.#isOpen ? open.handler.received(peer, message) : undefined
        if (message.length <= MOST_GREETING) this.#greetings.set(peer, message)
        this.#talk?.received(peer, message)
      },
    }
  }

  /** The room that this page writes in. */
  get room(): NoteRoom {
    return this.#private?.room ?? this.open
  }

  /** Whether this page writes where not everybody reads. */
  get isPrivate(): boolean {
    return this.#private !== null
  }

  /** From now on there is no open review: the share is sealed. */
  closeOpen(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    for (const peer of this.#greetings.keys()) this.open.handler.left(peer)
  }

  /** To be called when a room has other notes, or is shown or not. */
  look(): void {
    const is = this.#isSociable
    if (is && !this.#wasSociable) for (const became of this.#sociable) became()
    this.#wasSociable = is
  }

  get #isSociable(): boolean {
    return (this.#isOpen && this.open.isSociable) || (this.#private?.room.isSociable ?? false)
  }

  /** Null: the open review and no other. */
  async use(room: PrivateRoom | null): Promise<void> {
    const [leftTalk, left] = [this.#talk, this.#private]
    this.#talk = null
    this.#private = room
    if (room) {
      const talk = new SealedTalk(
        room.keys.then((keys) => keys.talk),
        room.room.handler,
      )
      this.#talk = talk
      for (const [peer, greeting] of this.#greetings) {
        talk.joined(peer)
        if (greeting) talk.received(peer, greeting)
      }
    }
    await left?.room.close()
    // What was written last still goes out.
    await leftTalk?.settled()
    leftTalk?.close()
  }

  async close(): Promise<void> {
    await Promise.all([this.open.close(), this.use(null)])
  }
}

/** A hello, and nothing that was sealed. */
const MOST_GREETING = 17

import { equalBytes } from '../core/bytes.ts'
import type { NoteHandler, NotePeer } from '../swarm/wireNotes.ts'
import { NONCE_LENGTH, parseSealedMessage, serialiseSealedMessage } from '../wire/sealedNotes.ts'
import { SealedSession } from './sealedSession.ts'

/** Messages that say nothing here, that one connection may bring. */
const MOST_STRANGE = 2000
/** A hello makes the room begin anew. */
const HELLO_COST = 50

interface Conversation {
  readonly session: SealedSession
  /** The other end as the room within knows it. */
  readonly inner: NotePeer
  /** Whether anything has been understood: from then on all must be. */
  proven: boolean
}

interface Neighbour {
  readonly mine: Uint8Array<ArrayBuffer>
  conversation: Conversation | null
  strange: number
  /** What is sealed or unsealed side by side goes on in order. */
  sending: Promise<void>
  receiving: Promise<void>
}

/**
 * Between the swarm and the room of a private review: those who have the same secret hear each other in the room,
 * everybody else hears noise, and is not heard.
 */
export class SealedTalk implements NoteHandler {
  readonly #talk: Promise<CryptoKey>
  readonly #room: NoteHandler
  readonly #neighbours = new Map<NotePeer, Neighbour>()

  constructor(talk: Promise<CryptoKey>, room: NoteHandler) {
    this.#talk = talk
    this.#room = room
    talk.catch(() => undefined)
  }

  joined(peer: NotePeer): void {
    const mine = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH))
    const settled = Promise.resolve()
    this.#neighbours.set(peer, {
      mine,
      conversation: null,
      strange: 0,
      sending: settled,
      receiving: settled,
    })
    peer.send(serialiseSealedMessage({ kind: 'hello', nonce: mine }))
  }

  left(peer: NotePeer): void {
    const neighbour = this.#neighbours.get(peer)
    this.#neighbours.delete(peer)
    if (neighbour?.conversation) this.#room.left(neighbour.conversation.inner)
  }

  received(peer: NotePeer, bytes: Uint8Array): void {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return
    const message = parseSealedMessage(bytes)
    if (!message) return peer.drop('It sends what is no message.')
    if (message.kind === 'hello') {
      this.#countStrange(peer, neighbour, HELLO_COST)
      return this.#begin(peer, neighbour, message.nonce)
    }
    const { conversation } = neighbour
    if (!conversation) return this.#countStrange(peer, neighbour)
    const unsealed = conversation.session.unseal(message.count, message.content)
    neighbour.receiving = neighbour.receiving.then(async () => {
      const content = await unsealed
      // Either end may have begun another conversation meanwhile.
      if (neighbour.conversation !== conversation || this.#neighbours.get(peer) !== neighbour) return
      if (content) {
        conversation.proven = true
        this.#room.received(conversation.inner, content)
      } else if (conversation.proven) peer.drop('It says what it cannot have sealed.')
      else this.#countStrange(peer, neighbour)
    })
  }

  /** Settles when all that was said here has been sent, and all that has come has been told to the room. */
  async settled(): Promise<void> {
    const all = Array.from(this.#neighbours.values(), ({ sending, receiving }) => [sending, receiving])
    await Promise.all(all.flat())
  }

  /** Leaves all conversations. */
  close(): void {
    for (const peer of [...this.#neighbours.keys()]) this.left(peer)
  }

  #begin(peer: NotePeer, neighbour: Neighbour, theirs: Uint8Array<ArrayBuffer>): void {
    // An echo of oneself would be understood.
    if (equalBytes(theirs, neighbour.mine)) return
    if (neighbour.conversation) this.#room.left(neighbour.conversation.inner)
    const session = new SealedSession(this.#talk, { mine: neighbour.mine, theirs })
    const inner: NotePeer = {
      get busy() {
        return peer.busy
      },
      send: (message) => {
        const sealed = session.seal(message)
        sealed.catch(() => undefined)
        neighbour.sending = neighbour.sending.then(async () => {
          const bytes = await sealed.catch(() => null)
          if (bytes && this.#neighbours.get(peer) === neighbour) peer.send(bytes)
        })
      },
      drop: (why) => peer.drop(why),
    }
    neighbour.conversation = { session, inner, proven: false }
    this.#room.joined(inner)
  }

  #countStrange(peer: NotePeer, neighbour: Neighbour, cost = 1): void {
    neighbour.strange += cost
    if (neighbour.strange > MOST_STRANGE) peer.drop('It talks to nobody here.')
  }
}

import { hexOf } from '../core/bytes.ts'
import type { NoteHandler, NotePeer } from '../swarm/wireNotes.ts'
import { NONCE_LENGTH, parseSealedMessage, serialiseSealedMessage } from '../wire/sealedNotes.ts'
import { Agreement, parseProof } from './sealedProof.ts'
import { SealedSession } from './sealedSession.ts'

/** Messages that say nothing here, that one connection may bring. */
const MOST_STRANGE = 2000
/** A hello makes the room begin anew. */
const HELLO_COST = 50

interface Conversation {
  /** Another one as soon as both ends have agreed on a key. */
  session: SealedSession
  readonly agreement: Agreement
  /**
   * The other end as the room within knows it: null before it has sealed something, and so proved that it has the
   * review's key. From then on all of it must be understood.
   */
  inner: NotePeer | null
  /** Messages that wait for those before them to be unsealed: by which key is not known before. */
  waiting: number
}

interface Neighbour {
  readonly mine: Uint8Array<ArrayBuffer>
  /** All that it has greeted with: the same once more would make a key that has sealed something else before. */
  readonly greetings: Set<string>
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
      greetings: new Set([hexOf(mine)]),
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
    if (neighbour?.conversation?.inner) this.#room.left(neighbour.conversation.inner)
  }

  received(peer: NotePeer, bytes: Uint8Array): void {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return
    const message = parseSealedMessage(bytes)
    if (!message) return peer.drop('no-message')
    if (message.kind === 'hello') {
      this.#countStrange(peer, neighbour, HELLO_COST)
      return this.#begin(peer, neighbour, message.nonce)
    }
    const { conversation } = neighbour
    if (!conversation) return this.#countStrange(peer, neighbour)
    const unseal = () => conversation.session.unseal(message.count, message.content)
    const atOnce = conversation.inner && conversation.waiting === 0 ? unseal() : null
    if (!atOnce) conversation.waiting++
    neighbour.receiving = neighbour.receiving.then(async () => {
      if (!atOnce) conversation.waiting--
      const content = await (atOnce ?? unseal())
      // Either end may have begun another conversation meanwhile.
      if (neighbour.conversation !== conversation || this.#neighbours.get(peer) !== neighbour) return
      if (content && conversation.inner) this.#room.received(conversation.inner, content)
      else if (content) this.#open(peer, neighbour, conversation, content)
      else if (conversation.inner) peer.drop('not-sealed')
      else this.#countStrange(peer, neighbour)
    })
  }

  /** The other end has proved that it has the review's key: it comes into the room. */
  #open(
    peer: NotePeer,
    neighbour: Neighbour,
    conversation: Conversation,
    first: Uint8Array<ArrayBuffer>,
  ): void {
    const theirs = parseProof(first)
    if (theirs) conversation.session = conversation.session.renewed(conversation.agreement.with(theirs))
    const { session } = conversation
    const inner: NotePeer = {
      id: peer.id,
      get busy() {
        return peer.busy
      },
      send: (message) => this.#send(peer, neighbour, session.seal(message)),
      drop: (why) => peer.drop(why),
    }
    conversation.inner = inner
    this.#room.joined(inner)
    if (!theirs) this.#room.received(inner, first)
  }

  #send(peer: NotePeer, neighbour: Neighbour, sealed: Promise<Uint8Array<ArrayBuffer>>): void {
    sealed.catch(() => undefined)
    neighbour.sending = neighbour.sending.then(async () => {
      const bytes = await sealed.catch(() => null)
      if (bytes && this.#neighbours.get(peer) === neighbour) peer.send(bytes)
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
    // Nor is an echo of oneself a greeting.
    if (neighbour.greetings.has(hexOf(theirs))) return
    neighbour.greetings.add(hexOf(theirs))
    if (neighbour.conversation?.inner) this.#room.left(neighbour.conversation.inner)
    const session = new SealedSession(this.#talk, { mine: neighbour.mine, theirs })
    const agreement = new Agreement()
    neighbour.conversation = { session, agreement, inner: null, waiting: 0 }
    this.#send(peer, neighbour, session.seal(agreement.proof()))
  }

  #countStrange(peer: NotePeer, neighbour: Neighbour, cost = 1): void {
    neighbour.strange += cost
    if (neighbour.strange > MOST_STRANGE) peer.drop('talks-to-nobody')
  }
}

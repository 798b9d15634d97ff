import { SealedTalk } from '../../../src/notes/sealedTalk.ts'
import type { ReviewKeys } from '../../../src/notes/reviewKeys.ts'
import type { NotePeer } from '../../../src/swarm/wireNotes.ts'
import { Defragmenter, fragmentsOf } from '../../../src/wire/fragments.ts'
import { MAX_NOTE_MESSAGE } from '../../../src/wire/noteMessages.ts'
import { NONCE_LENGTH, serialiseSealedMessage } from '../../../src/wire/sealedNotes.ts'

export interface SealedLiarOptions {
  readonly random: () => number
  /** Of the private review: it has the link, and may be certified by it. */
  readonly keys: ReviewKeys
  /** Messages about notes that are well-formed, each a lie or not (see `noteLies.ts`). */
  readonly notes: readonly Uint8Array<ArrayBuffer>[]
  /** Which part of what is said is bent, 0…1: what cannot be unsealed ends a connection. */
  readonly bent: number
  /** Sends a fragment where the page listens for notes. */
  readonly send: (fragment: Uint8Array<ArrayBuffer>) => void
}

/** One who holds a private review's link, seals what is said as everybody does in it, and lies inside. */
export class SealedLiar {
  readonly #options: SealedLiarOptions
  readonly #talk: SealedTalk
  readonly #fragments = new Defragmenter(MAX_NOTE_MESSAGE)
  readonly #peer: NotePeer
  /** Once both have proved that they hold the link. */
  #inside: NotePeer | null = null
  #last: Uint8Array<ArrayBuffer> | null = null

  constructor(options: SealedLiarOptions) {
    this.#options = options
    this.#peer = {
      id: 'page',
      busy: false,
      send: (message) => this.#send((this.#last = message)),
      drop: () => undefined,
    }
    this.#talk = new SealedTalk(Promise.resolve(options.keys.talk), {
      joined: (inside) => (this.#inside = inside),
      left: () => (this.#inside = null),
      received: () => undefined,
    })
    this.#talk.joined(this.#peer)
  }

  /** Whether the page has heard something that nobody else could have said. */
  get isInside(): boolean {
    return this.#inside !== null
  }

  /** A fragment of what the page says. */
  hear(fragment: Uint8Array): void {
    const message = this.#fragments.add(fragment)
    if (message !== null && message !== 'broken') this.#talk.received(this.#peer, message)
  }

  lie(): void {
    const { random, notes, bent } = this.#options
    const note = notes[Math.floor(random() * notes.length)]
    if (!note) return
    if (random() >= bent) this.#inside?.send(bend(note, random, bent))
    // Said twice, greeted again, or nothing that anybody has sealed.
    else if (random() < 0.4 && this.#last) this.#send(this.#last)
    else if (random() < 0.6)
      this.#send(serialiseSealedMessage({ kind: 'hello', nonce: noise(NONCE_LENGTH, random) }))
    else
      this.#send(
        serialiseSealedMessage({
          kind: 'sealed',
          count: Math.floor(random() * 99),
          content: noise(40, random),
        }),
      )
  }

  close(): void {
    this.#talk.close()
  }

  #send(message: Uint8Array<ArrayBuffer>): void {
    for (const fragment of fragmentsOf(message)) this.#options.send(fragment)
  }
}

/** Sealed as it should be, and something else inside. */
function bend(note: Uint8Array<ArrayBuffer>, random: () => number, part: number): Uint8Array<ArrayBuffer> {
  if (random() >= part) return note
  const bent = note.slice(0, 1 + Math.floor(random() * note.length))
  bent[Math.floor(random() * bent.length)] = Math.floor(random() * 256)
  return bent
}

function noise(length: number, random: () => number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).map(() => Math.floor(random() * 256))
}

import { joined } from '../../../src/core/bytes.ts'
import { fragmentsOf } from '../../../src/wire/fragments.ts'
import { serialiseLaneMessage, serialiseLaneSignal, type LaneSignal } from '../../../src/wire/laneMessages.ts'
import { extended, extendedHandshake, KEEP_ALIVE, message, u32 } from './messages.ts'

/* A peer that says everything which our protocols know, in any order, with lies: the same for the same seed. */

/** Something to say, and over which channel. */
export interface Lie {
  readonly over: 'wire' | 'side' | 'lane'
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Victim {
  readonly pieces: number
  readonly pieceLength: number
  /** The numbers by which the page wants to be told of extensions. */
  readonly names: Readonly<Record<string, number>>
  /** What it shares; of some of it the liar tells the truth. */
  readonly content: Uint8Array
  /**
   * Messages about notes that are well-formed, each a lie or not (see `noteLies.ts`); null for who says nothing about
   * notes, because it has a private talk with the page (see `sealedLiar.ts`), which this would end.
   */
  readonly notes: readonly Uint8Array<ArrayBuffer>[] | null
  /** Which part of what is said is bent, 0…1: most of these end a connection. */
  readonly bent: number
}

const BLOCK = 16_384
const EXTENSIONS = ['lt_donthave', 'sh_echo', 'sh_lanes', 'sh_notes', 'ut_metadata'] as const

export class Liar {
  readonly #random: () => number
  readonly #victim: Victim

  constructor(random: () => number, victim: Victim) {
    this.#random = random
    this.#victim = victim
  }

  /** The next thing to say. */
  next(): Lie {
    const chosen = this.#oneOf(['wire', 'wire', 'wire', 'wire', 'side', 'lane'] as const)
    const over = chosen === 'side' && !this.#victim.notes ? 'wire' : chosen
    const bytes = { wire: () => this.#wire(), side: () => this.#side(), lane: () => this.#lane() }[over]()
    return { over, bytes: this.#chance(this.#victim.bent) ? this.#bent(bytes) : bytes }
  }

  /** What it sends for a block that it was asked for. */
  answer(piece: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
    const at = piece * this.#victim.pieceLength + offset
    const honest = this.#victim.content.slice(at, at + length)
    if (honest.length > 0 && this.#chance(0.1)) honest[0] = (honest[0] ?? 0) ^ 1
    return this.#chance(0.1) ? message(16, [piece, offset, length]) : message(7, [piece, offset], honest)
  }

  #wire(): Uint8Array<ArrayBuffer> {
    const id = this.#oneOf([
      0, 1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 6, 7, 7, 8, 9, 13, 14, 15, 16, 17, 20, 20, 20, 20, 99, -1,
    ])
    switch (id) {
      case -1:
        return KEEP_ALIVE
      case 4:
      case 13:
      case 17:
        return message(id, [this.#piece()])
      case 5:
        return message(id, [], this.#noise(this.#oneOf([0, 1, Math.ceil(this.#victim.pieces / 8), 5000])))
      case 6:
      case 8:
      case 16:
        return message(id, this.#place())
      case 7:
        return this.#block()
      case 9:
        return message(id, [], this.#noise(2))
      case 20:
        return this.#extension()
      default:
        return message(id, [], this.#chance(0.1) ? this.#noise(this.#below(300)) : new Uint8Array())
    }
  }

  #block(): Uint8Array<ArrayBuffer> {
    const [piece = 0, offset = 0] = this.#place()
    const at = piece * this.#victim.pieceLength + offset
    const honest = this.#victim.content.slice(at, at + BLOCK)
    return message(
      7,
      [piece, offset],
      this.#chance(0.5) ? honest : this.#noise(this.#oneOf([0, 1, BLOCK, BLOCK + 1])),
    )
  }

  #extension(): Uint8Array<ArrayBuffer> {
    const chosen = this.#oneOf([...EXTENSIONS, 'handshake', 'unknown'])
    const name = chosen === 'sh_notes' && !this.#victim.notes ? 'sh_echo' : chosen
    const number = this.#victim.names[name] ?? 0
    switch (name) {
      case 'handshake': {
        const some = EXTENSIONS.filter(() => this.#chance(0.8))
        const names = Object.fromEntries(some.map((each) => [each, this.#oneOf([0, 1, 2, 7, 300])]))
        return extendedHandshake(
          names,
          this.#oneOf(['', '13:metadata_sizei99999999999e', '1:v5:other', '1:pi-1e', 'x']),
        )
      }
      case 'ut_metadata': {
        const [kind, piece] = [this.#oneOf([0, 0, 1, 2, 9, -1]), this.#oneOf([0, 1, 640, 1_000_007, -1])]
        return extended(
          number,
          `d8:msg_typei${kind}e5:piecei${piece}e10:total_sizei${this.#number()}ee${'x'.repeat(this.#below(50))}`,
        )
      }
      case 'lt_donthave':
        return extended(number, u32(this.#piece()))
      case 'sh_echo':
        return extended(
          number,
          joined([Uint8Array.of(this.#below(3)), u32(this.#number()), this.#noise(this.#oneOf([0, 8, 9]))]),
        )
      case 'sh_lanes':
        return extended(number, serialiseLaneSignal(this.#signal()))
      case 'sh_notes':
        return extended(number, this.#side())
      default:
        return extended(this.#below(256), this.#noise(this.#below(3000)))
    }
  }

  #signal(): LaneSignal {
    const lane = this.#below(20)
    const kind = this.#oneOf(['offer', 'answer', 'refusal', 'refusal'] as const)
    return kind === 'refusal'
      ? { kind, lane }
      : { kind, lane, sdp: this.#oneOf(['v=0', 'junk', 'v=0\r\n'.repeat(300)]) }
  }

  /** A note, whole or in part. */
  #side(): Uint8Array<ArrayBuffer> {
    const { bent } = this.#victim
    const notes = this.#victim.notes ?? []
    const note =
      notes.length === 0 || this.#chance(bent)
        ? joined([
            Uint8Array.of(this.#below(8)),
            this.#noise(this.#oneOf([0, 1, 8, 16, 45, 180, 300, 20_000])),
          ])
        : this.#oneOf(notes)
    const fragments = [...fragmentsOf(note)]
    return fragments[this.#below(fragments.length)] ?? note
  }

  #lane(): Uint8Array<ArrayBuffer> {
    const [piece = 0, offset = 0, length = 0] = this.#place()
    const kind = this.#oneOf(['request', 'request', 'cancel', 'refusal', 'block', 'ask', 'answer'] as const)
    switch (kind) {
      case 'block':
        return serialiseLaneMessage({ kind, piece, offset, bytes: this.#noise(BLOCK) })
      case 'ask':
        return serialiseLaneMessage({ kind, token: this.#number() })
      case 'answer':
        return serialiseLaneMessage({ kind, token: this.#number(), receivedAt: this.#number() })
      default:
        return serialiseLaneMessage({ kind, piece, offset, length })
    }
  }

  #place(): number[] {
    if (this.#chance(0.97)) {
      const block = this.#below(this.#victim.pieceLength / BLOCK)
      return [this.#below(this.#victim.pieces), block * BLOCK, BLOCK]
    }
    return [this.#piece(), this.#number(), this.#oneOf([0, 1, BLOCK, 131_072, 131_073, 0xffff_ffff])]
  }

  #piece(): number {
    return this.#chance(0.9) ? this.#below(this.#victim.pieces) : this.#number()
  }

  #number(): number {
    return this.#oneOf([0, 1, 7, this.#victim.pieces, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])
  }

  /** With something else in one place, or cut off. */
  #bent(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (bytes.length === 0 || this.#chance(0.2)) return bytes.slice(0, this.#below(bytes.length + 1))
    const bent = bytes.slice()
    bent[this.#below(bent.length)] = this.#below(256)
    return bent
  }

  #noise(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(length).map(() => this.#below(256))
  }

  #chance(part: number): boolean {
    return this.#random() < part
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)] as Value
  }
}

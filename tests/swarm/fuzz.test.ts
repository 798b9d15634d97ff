import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joined } from '../../src/core/bytes.ts'
import { seededRandom } from '../../src/core/random.ts'
import { NoteRoom } from '../../src/notes/noteRoom.ts'
import { openScope } from '../../src/notes/signing.ts'
import { FrameReader } from '../support/fuzz/frames.ts'
import { Liar } from '../support/fuzz/liar.ts'
import { message } from '../support/fuzz/messages.ts'
import { noteLies } from '../support/fuzz/noteLies.ts'
import { PageInNode, turns, type RawPeer } from './support/pageInNode.ts'
import { StubConnection, type StubChannel } from './support/stubConnection.ts'

/*
 * Peers that say everything there is, in any order, with lies, to the engine in Node, beside a peer who is honest and
 * from whom everything has to come. The same for the same seed:
 *
 *     FUZZ_SEED=17 FUZZ_RUNS=1 npx vitest run tests/swarm/fuzz.test.ts
 *
 * `node tests/fuzz.ts` goes on for as long as it is told.
 */

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 3)
const FIRST = Number(process.env['FUZZ_SEED'] ?? 1)
const LIES = 1500
const LIARS = 3
const REQUEST = 6

const BLOCK = 16_384
const PIECE = 2 * BLOCK
const PIECES = 24
const content = new Uint8Array(PIECE * PIECES).map((_, at) => (at * 31 + (at >> 8)) % 251)
const digests = new Uint8Array(20 * PIECES)
for (let piece = 0; piece < PIECES; piece++) {
  const bytes = content.subarray(piece * PIECE, (piece + 1) * PIECE)
  digests.set(createHash('sha1').update(bytes).digest(), piece * 20)
}

let page: PageInNode
let room: NoteRoom | null

beforeEach(() => {
  StubConnection.made = []
})
afterEach(async () => {
  page.close()
  await room?.close()
})

const ignore = () => undefined

function openPage(has: Uint8Array<ArrayBuffer> | null): Promise<PageInNode> {
  const notes = (share: Parameters<typeof openScope>[0]) => {
    room = new NoteRoom({
      keys: Promise.resolve({ ...openScope(share), certifier: null }),
      canWrite: true,
      store: null,
      profile: () => ({ name: 'Ann', hue: 1 }) as never,
      now: Date.now,
      random: Math.random,
      changed: ignore,
      peopleChanged: ignore,
      shown: ignore,
    })
    return room.handler
  }
  return PageInNode.open({ pieces: PIECES, pieceLength: PIECE, content: has, digests, notes })
}

/** Answers each request for a block, once: the other end of the wire as an honest seed. */
class HonestSeed {
  readonly #peer: RawPeer
  readonly #frames = new FrameReader()
  #read = 0

  constructor(peer: RawPeer) {
    this.#peer = peer
    peer.wire.receive(message(14))
    peer.wire.receive(message(1))
  }

  answer(): void {
    const { sent } = this.#peer.wire
    if (sent.length === this.#read) return
    const frames = this.#frames.read(joined(sent.slice(this.#read)))
    this.#read = sent.length
    for (const { id, payload } of frames) {
      if (id !== REQUEST) continue
      const view = new DataView(payload.buffer, payload.byteOffset)
      const [piece, offset] = [view.getUint32(0), view.getUint32(4)]
      const from = piece * PIECE + offset
      this.#peer.wire.receive(message(7, [piece, offset], content.subarray(from, from + BLOCK)))
    }
  }
}

/** One who lies to the page, and comes back whenever it is let go. */
class Attack {
  readonly #random: () => number
  readonly #notes: readonly Uint8Array<ArrayBuffer>[]
  #peer: RawPeer | null = null
  #liar: Liar | null = null
  #lane: StubChannel | null = null

  constructor(random: () => number, notes: readonly Uint8Array<ArrayBuffer>[]) {
    this.#random = random
    this.#notes = notes
  }

  async say(): Promise<void> {
    if (!this.#peer || this.#peer.dropped) {
      this.#peer = await page.meet()
      this.#liar = new Liar(this.#random, {
        pieces: PIECES,
        pieceLength: PIECE,
        names: this.#peer.names,
        content,
        notes: this.#notes,
        bent: 0.03,
      })
      this.#lane = null
    }
    const lie = this.#liar?.next()
    if (!lie) return
    if (lie.over !== 'lane') this.#peer[lie.over].receive(lie.bytes)
    else {
      // The last that the page made for anybody.
      this.#lane ??=
        StubConnection.made.findLast(({ channels }) => channels[0]?.label === 'shoal-lane')?.channels[0] ??
        null
      if (this.#lane?.readyState === 'connecting') this.#lane.open()
      this.#lane?.receive(lie.bytes)
    }
  }
}

it.each(Array.from({ length: RUNS }, (_, run) => FIRST + run))(
  'an honest peer gives everything to a page that others lie to, with seed %i',
  async (seed) => {
    const random = seededRandom(seed)
    page = await openPage(null)
    const honest = new HonestSeed(await page.meet())
    const notes = await noteLies(page.metainfo.infoHash, random)
    const attacks = Array.from({ length: LIARS }, () => new Attack(random, notes))
    for (let lie = 0; lie < LIES; lie++) {
      for (const attack of attacks) await attack.say()
      if (random() < 0.1) await turns(1)
      if (random() < 0.02) honest.answer()
    }
    const isHere = () => page.here.size === PIECES
    await vi.waitFor(
      () => {
        honest.answer()
        expect(isHere()).toBe(true)
      },
      { timeout: 110_000, interval: 20 },
    )
  },
)

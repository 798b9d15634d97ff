import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joined } from '../../src/core/bytes.ts'
import { seededRandom } from '../../src/core/random.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { NoteRoom } from '../../src/notes/noteRoom.ts'
import { deriveReview, makeReview, type ReviewKeys } from '../../src/notes/reviewKeys.ts'
import { ShareNotes } from '../../src/notes/shareNotes.ts'
import { openScope, type RoomKeys } from '../../src/notes/signing.ts'
import { FrameReader } from '../support/fuzz/frames.ts'
import { Liar } from '../support/fuzz/liar.ts'
import { message } from '../support/fuzz/messages.ts'
import { noteLies } from '../support/fuzz/noteLies.ts'
import { SealedLiar } from '../support/fuzz/sealedLiar.ts'
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
let notes: ShareNotes
const secret = makeReview()

beforeEach(() => {
  StubConnection.made = []
})
afterEach(async () => {
  page.close()
  await notes.close()
})

const ignore = () => undefined

function openRoom(keys: Promise<RoomKeys>): NoteRoom {
  return new NoteRoom({
    keys,
    canWrite: true,
    store: null,
    profile: () => ({ name: 'Ann', colour: 1 }),
    now: Date.now,
    random: Math.random,
    changed: ignore,
    peopleChanged: ignore,
    shown: ignore,
  })
}

/** With the review that is everybody's, and a private one. */
function openPage(): Promise<PageInNode> {
  const handler = (share: InfoHash) => {
    notes = new ShareNotes(openRoom(Promise.resolve({ ...openScope(share), certifier: null })))
    const keys = deriveReview(share, secret)
    void notes.use({ room: openRoom(keys), keys })
    return notes.handler
  }
  return PageInNode.open({ pieces: PIECES, pieceLength: PIECE, content: null, digests, notes: handler })
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
  /** Null for who has no link to the private review. */
  readonly #keys: ReviewKeys | null
  #sealed: SealedLiar | null = null
  #heard = 0
  /** Private talks in which both ends have proved that they hold the link. */
  inside = 0
  #peer: RawPeer | null = null
  #liar: Liar | null = null
  #lane: StubChannel | null = null

  constructor(random: () => number, notes: readonly Uint8Array<ArrayBuffer>[], keys: ReviewKeys | null) {
    this.#random = random
    this.#notes = notes
    this.#keys = keys
  }

  async #greet(peer: RawPeer, keys: ReviewKeys): Promise<void> {
    this.#sealed?.close()
    this.#heard = 0
    const send = (fragment: Uint8Array<ArrayBuffer>) => peer.side.receive(fragment)
    const sealed = new SealedLiar({ random: this.#random, keys, notes: this.#notes, bent: 0.01, send })
    this.#sealed = sealed
    // It begins with the other lies, most of which end a connection, once it has been let in.
    await vi.waitFor(
      () => {
        this.#hear(peer)
        expect(sealed.isInside).toBe(true)
      },
      { timeout: 110_000, interval: 1 },
    )
    this.inside++
  }

  #hear({ side }: RawPeer): void {
    for (const fragment of side.sent.slice(this.#heard)) this.#sealed?.hear(fragment)
    this.#heard = side.sent.length
  }

  async say(): Promise<void> {
    if (!this.#peer || this.#peer.dropped) {
      this.#peer = await page.meet()
      this.#liar = new Liar(this.#random, {
        pieces: PIECES,
        pieceLength: PIECE,
        names: this.#peer.names,
        content,
        notes: this.#keys ? null : this.#notes,
        bent: 0.03,
      })
      this.#lane = null
      if (this.#keys) await this.#greet(this.#peer, this.#keys)
    }
    this.#hear(this.#peer)
    this.#sealed?.lie()
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
    page = await openPage()
    const { infoHash } = page.metainfo
    const honest = new HonestSeed(await page.meet())
    const lies = await noteLies({ ...openScope(infoHash), certifier: null }, random)
    const keys = await deriveReview(infoHash, secret)
    const holder = new Attack(random, await noteLies(keys, random), keys)
    const attacks = [holder, ...Array.from({ length: LIARS }, () => new Attack(random, lies, null))]
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
    expect(holder.inside).toBeGreaterThan(0)
  },
)

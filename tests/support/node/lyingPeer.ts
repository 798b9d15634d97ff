import { randomBytes } from 'node:crypto'
import { bytesOfHex } from '../../../src/core/bytes.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { parseLaneSignal, serialiseLaneSignal } from '../../../src/wire/laneMessages.ts'
import { serialiseClientMessage } from '../../../src/wire/serialiseTracker.ts'
import { parseTrackerMessage } from '../../../src/wire/parseTracker.ts'
import { parseOfferId, parsePeerId, type OfferId, type PeerId } from '../../../src/wire/trackerMessages.ts'
import { extensionsIn, FrameReader, type Frame } from '../fuzz/frames.ts'
import { Liar, type Victim } from '../fuzz/liar.ts'
import { extended, extendedHandshake, handshake, NAMES } from '../fuzz/messages.ts'
import { SealedLiar, type SealedLiarOptions } from '../fuzz/sealedLiar.ts'
import { RawLane, RawLink } from './rawLink.ts'

export interface LyingPeerShare extends Omit<Victim, 'names'> {
  readonly tracker: string
  readonly infoHash: InfoHash
  /** In which it lies, sealed as it should be; null for who has no link to one. */
  readonly review: Pick<SealedLiarOptions, 'keys' | 'notes'> | null
}

/** Counts of all that lie. */
export interface Said {
  lies: number
  /** Connections that opened. */
  met: number
  lanes: number
  /** Private talks in which both ends have proved that they hold the link. */
  sealed: number
}

/** Of them one is answered by each page, if there are so many; the rest is offered to other liars. */
const OFFERS = 4
/** Lies at once, and the pause after them: far fewer than a peer may say, so that others are heard as well. */
const AT_ONCE = 8
const PAUSE_MS = 40
/** What waits to be sent: beyond that the page is slower than the liar. */
const MOST_WAITING = 1_000_000
/** Nobody took an offer. */
const PATIENCE_MS = 5000
const REQUEST = 6

/** A peer that lies to pages, one life after the other. */
export class LyingPeer {
  readonly #share: LyingPeerShare
  readonly #random: () => number
  readonly #said: Said

  constructor(share: LyingPeerShare, random: () => number, said: Said) {
    this.#share = share
    this.#random = random
    this.#said = said
  }

  async live(): Promise<void> {
    for (;;) await this.#liveOnce()
  }

  /** Under one name, over one socket, until all pages that it met have let it go. */
  async #liveOnce(): Promise<void> {
    const { tracker, infoHash } = this.#share
    const peerId = known(parsePeerId(randomBytes(20).toString('hex')))
    const talks = new Map<OfferId, Talk>()
    for (let offer = 0; offer < OFFERS; offer++) {
      const id = known(parseOfferId(randomBytes(20).toString('hex')))
      talks.set(id, new Talk(this.#share, peerId, this.#random, this.#said))
    }
    const socket = new WebSocket(tracker)
    await new Promise((resolve) => (socket.onopen = socket.onerror = resolve))
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const message = parseTrackerMessage(data)
      if (message?.kind === 'answer') talks.get(message.offerId)?.accept(message.sdp)
    }
    const offers = await Promise.all(
      Array.from(talks, async ([offerId, talk]) => ({ offerId, sdp: await talk.offer() })),
    )
    // What is no description goes with them.
    offers.push({ offerId: known(parseOfferId(randomBytes(20).toString('hex'))), sdp: 'v=0\r\n' })
    if (socket.readyState === WebSocket.OPEN) {
      const counts = { uploaded: 0, downloaded: 0, left: this.#random() < 0.5 ? 0 : 1 }
      const announce = { kind: 'announce', infoHash, peerId, ...counts, numwant: OFFERS, offers } as const
      socket.send(serialiseClientMessage({ ...announce, event: 'started' }))
    }
    await Promise.all(Array.from(talks.values(), ({ ended }) => ended))
    socket.close()
  }
}

/** One connection to one page: all that is said over it. */
class Talk {
  readonly #link: RawLink
  readonly #lane = new RawLane()
  readonly #share: LyingPeerShare
  readonly #peerId: PeerId
  readonly #random: () => number
  readonly #said: Said
  readonly #frames = new FrameReader()
  readonly #end = Promise.withResolvers<undefined>()
  #liar: Liar | null = null
  #sealed: SealedLiar | null = null
  #wasInside = false
  #timer: ReturnType<typeof setTimeout>

  constructor(share: LyingPeerShare, peerId: PeerId, random: () => number, said: Said) {
    this.#share = share
    this.#peerId = peerId
    this.#random = random
    this.#said = said
    this.#link = new RawLink({
      opened: () => this.#greet(),
      received: (bytes) => this.#hear(bytes),
      aside: (bytes) => this.#sealed?.hear(bytes),
      closed: () => this.#leave(),
    })
    this.#timer = setTimeout(() => this.#leave(), PATIENCE_MS)
  }

  /** Settles when the page has let go, or has not answered. */
  get ended(): Promise<undefined> {
    return this.#end.promise
  }

  offer(): Promise<string> {
    return this.#link.offer()
  }

  accept(sdp: string): void {
    this.#link.accept(sdp)
  }

  #greet(): void {
    clearTimeout(this.#timer)
    this.#said.met++
    const { infoHash } = this.#share
    this.#link.send('wire', handshake(bytesOfHex(infoHash), bytesOfHex(this.#peerId)))
    this.#link.send('wire', extendedHandshake(NAMES))
  }

  #hear(bytes: Uint8Array): void {
    for (const frame of this.#frames.read(bytes)) {
      const names = extensionsIn(frame)
      if (names && !this.#liar) this.#begin(names)
      else if (frame.id === REQUEST) this.#answer(frame)
      else if (frame.id === 20 && frame.payload[0] === NAMES.sh_lanes) this.#openLane(frame)
      else if (frame.id === 20 && frame.payload[0] === NAMES.sh_notes)
        this.#sealed?.hear(frame.payload.subarray(1))
    }
  }

  #begin(names: Readonly<Record<string, number>>): void {
    this.#liar = new Liar(this.#random, { ...this.#share, names })
    const { review, bent } = this.#share
    if (review) {
      const send = (fragment: Uint8Array<ArrayBuffer>) => this.#link.send('side', fragment)
      this.#sealed = new SealedLiar({ ...review, random: this.#random, bent: bent / 4, send })
    }
    void this.#lane.offer().then((sdp) => {
      const signal = serialiseLaneSignal({ kind: 'offer', lane: 1, sdp })
      this.#link.send('wire', extended(names['sh_lanes'] ?? 0, signal))
    })
    this.#lie()
  }

  #answer({ payload }: Frame): void {
    if (payload.length < 12 || !this.#liar) return
    const view = new DataView(payload.buffer, payload.byteOffset)
    this.#link.send('wire', this.#liar.answer(view.getUint32(0), view.getUint32(4), view.getUint32(8)))
  }

  #openLane({ payload }: Frame): void {
    const signal = parseLaneSignal(payload.subarray(1))
    if (signal?.kind !== 'answer') return
    this.#said.lanes++
    this.#lane.accept(signal.sdp)
  }

  #lie(): void {
    for (let lie = 0; lie < AT_ONCE && this.#liar && this.#link.waiting < MOST_WAITING; lie++) {
      const { over, bytes } = this.#liar.next()
      if (over === 'lane') this.#lane.send(bytes)
      else this.#link.send(over, bytes)
      this.#said.lies++
    }
    this.#lieInPrivate()
    this.#timer = setTimeout(() => this.#lie(), PAUSE_MS)
  }

  /** Once between so many other lies: what ends the talk ends the connection. */
  #lieInPrivate(): void {
    if (!this.#sealed?.isInside) return
    if (!this.#wasInside) this.#said.sealed++
    this.#wasInside = true
    this.#sealed.lie()
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.#liar = null
    this.#sealed?.close()
    this.#sealed = null
    this.#lane.close()
    this.#link.close()
    this.#end.resolve(undefined)
  }
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('It is made here, and so well-formed.')
  return value
}

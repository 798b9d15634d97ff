import { LivePeers } from '../../../src/swarm/wireLive.ts'
import { bytesOfHex, joined } from '../../../src/core/bytes.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { MemoryStore } from '../../../src/storage/memoryStore.ts'
import type { TrackerListener, TrackerPool } from '../../../src/swarm/discovery/trackerConnection.ts'
import { ConnectionBudget } from '../../../src/swarm/link/connectionBudget.ts'
import { makeMetainfo, type Metainfo } from '../../../src/torrent/metainfo.ts'
import type { NoteHandler } from '../../../src/swarm/wireNotes.ts'
import { ReadyOffers } from '../../../src/swarm/link/readyOffers.ts'
import { People } from '../../../src/swarm/people/people.ts'
import { Uplink } from '../../../src/swarm/scheduler/uplink.ts'
import { TorrentSession } from '../../../src/swarm/torrentSession.ts'
import { TorrentStore } from '../../../src/swarm/torrentStore.ts'
import { PieceSet } from '../../../src/core/pieceSet.ts'
import { parseOfferId, parsePeerId } from '../../../src/wire/trackerMessages.ts'
import { extensionsIn, FrameReader } from '../../support/fuzz/frames.ts'
import { extendedHandshake, handshake, NAMES } from '../../support/fuzz/messages.ts'
import { StubConnection, type StubChannel } from './stubConnection.ts'
import { ledgerOf } from './ledger.ts'

/** One end of a connection to a page, that says whatever a test likes. */
export interface RawPeer {
  readonly wire: StubChannel
  readonly side: StubChannel
  readonly connection: StubConnection
  /** The numbers by which the page wants to be told. */
  readonly names: Readonly<Record<string, number>>
  /** Whether the page has ended the connection. */
  readonly dropped: boolean
}

export interface PageOptions {
  readonly pieces: number
  readonly pieceLength: number
  /** The content, all of it here; null for a page that has nothing yet. */
  readonly content: Uint8Array<ArrayBuffer> | null
  /** What is done with notes; nothing, unless it is told. */
  readonly notes?: (share: InfoHash) => NoteHandler
  /** SHA-1 digests of the pieces, 20 bytes each. */
  readonly digests: Uint8Array
}

/** The engine's share in Node, from the tracker's messages to the store, over connections that a test holds. */
export class PageInNode {
  readonly session: TorrentSession
  readonly metainfo: Metainfo
  readonly #ready: Promise<void>
  #listener: TrackerListener | null = null
  #next = 1
  notes = 0
  /** Pieces that came since it was opened. */
  readonly here = new Set<number>()

  private constructor(options: PageOptions, metainfo: Metainfo) {
    this.metainfo = metainfo
    const store = new TorrentStore(() => undefined)
    const memory = new MemoryStore(metainfo.size)
    if (options.content) void memory.write(0, options.content)
    store.use(memory)
    const here = options.content ? PieceSet.full(options.pieces) : []
    const peerId = known(parsePeerId('5'.repeat(40)))
    const ready = Promise.withResolvers<undefined>()
    const notes = options.notes?.(metainfo.infoHash)
    this.#ready = ready.promise
    this.session = new TorrentSession({
      infoHash: metainfo.infoHash,
      peerId,
      secure: false,
      trackers: ['wss://tracker.example'],
      classic: null,
      classicTrackers: () => [],
      presumedPrivate: false,
      pool: this.#pool(),
      satisfied: () => options.content !== null,
      people: new People({ peerId, keys: null }, () => performance.now()),
      readyOffers: new ReadyOffers(),
      link: { connect: () => StubConnection.connect(), iceServers: [], budget: new ConnectionBudget() },
      peersFrom: () => 0,
      stats: () => ({ uploaded: 0, downloaded: 0, left: 1 }),
      changed: () => undefined,
      refused: () => undefined,
      store,
      relay: { moved: () => undefined, mayMove: () => true },
      uplink: new Uplink(() => performance.now()),
      random: Math.random,
      known: { metainfo, pieces: ledgerOf(metainfo.size, metainfo.pieceLength, here) },
      metadata: () => undefined,
      notes: {
        isSociable: false,
        onSociable: () => () => undefined,
        joined: (peer) => notes?.joined(peer),
        left: (peer) => notes?.left(peer),
        received: (peer, bytes) => {
          this.notes++
          notes?.received(peer, bytes)
        },
      },
      live: new LivePeers(),
      verified: (piece) => void this.here.add(piece),
      ready: () => ready.resolve(undefined),
      failed: (error) => ready.reject(error),
    })
    this.session.select([{ from: 0, to: options.pieces - 1 }])
  }

  static async open(options: PageOptions): Promise<PageInNode> {
    const length = options.pieces * options.pieceLength
    const metainfo = await makeMetainfo({
      name: 'a',
      pieceLength: options.pieceLength,
      pieces: options.digests,
      files: [{ path: ['a'], length }],
      single: true,
    })
    const page = new PageInNode(options, metainfo)
    await page.#ready
    return page
  }

  /** A peer that offers a connection, which the page takes, and greets. */
  async meet(): Promise<RawPeer> {
    const peerId = known(parsePeerId((this.#next++).toString(16).padStart(40, '0')))
    const { infoHash } = this.metainfo
    const offerId = known(parseOfferId('7'.repeat(40)))
    const before = StubConnection.made.length
    this.#listener?.received({ kind: 'offer', infoHash, peerId, offerId, sdp: 'v=0' })
    await turns(20)
    const connection = StubConnection.made[before]
    const side = connection?.channels.find(({ label }) => label === 'shoal-notes')
    if (!connection || !side) throw new Error('The page made no connection.')
    side.open()
    const wire = connection.bring('shoal')
    wire.receive(handshake(bytesOfHex(infoHash), bytesOfHex(peerId)))
    wire.receive(extendedHandshake(NAMES))
    await turns(20)
    return {
      wire,
      side,
      connection,
      names: namesIn(wire.sent),
      get dropped() {
        return connection.closed
      },
    }
  }

  close(): void {
    this.session.end()
  }

  #pool(): TrackerPool {
    return {
      join: (_url: string, _infoHash: string, listener: TrackerListener) => {
        this.#listener = listener
        return { status: { kind: 'connecting' }, send: () => undefined, check: () => undefined }
      },
      leave: () => undefined,
    } as unknown as TrackerPool
  }
}

/** Lets everything happen that is ready to. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** What the page's handshake of extensions says. */
function namesIn(sent: readonly Uint8Array[]): Readonly<Record<string, number>> {
  for (const frame of new FrameReader().read(joined(sent))) {
    const names = extensionsIn(frame)
    if (names) return names
  }
  throw new Error('The page has not told of its extensions.')
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('The test names something that is none.')
  return value
}

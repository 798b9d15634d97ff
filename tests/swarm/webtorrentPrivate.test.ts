import bencode from 'bencode'
import { createHash } from 'node:crypto'
import { connect as connectTo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type WebTorrentType from 'webtorrent/dist/webtorrent.min.js'
import type { ChunkStore, Torrent, Wire } from 'webtorrent/dist/webtorrent.min.js'
import WebTorrent from 'webtorrent'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'
import {
  acceptMetadata,
  asParsed,
  answerRequest,
  carryMetadata,
  contain,
  countBeside,
  forgetPiece,
  gatherMetadata,
  limitWaiting,
  nameByLink,
  recallPiece,
  setPeerPieces,
  takeOver,
} from '../../src/swarm/webtorrentPrivate.ts'

/*
 * Two real webtorrent clients over TCP. What is done to webtorrent behind its public interface is done here the
 * same way as in the page: when an upgrade changes any of it, this fails.
 */

const PIECE = 16_384
const content = new Uint8Array(PIECE * 3).map((_, index) => index % 251)
const pieces = Buffer.concat(
  [0, 1, 2].map((n) =>
    createHash('sha1')
      .update(content.subarray(n * PIECE, (n + 1) * PIECE))
      .digest(),
  ),
)
const torrentFile = bencode.encode({
  info: { length: content.length, name: 'a', 'piece length': PIECE, pieces },
})

const clients: WebTorrentType[] = []

/** The two ends of a connection between torrents that everything is known of, which say nothing by themselves. */
async function bareWires(): Promise<[Wire, Wire, Torrent]> {
  const ends = [client(), client()].map((each) =>
    each.add(torrentFile, {
      preloadedStore: memoryStore(content),
      storeCacheSlots: 0,
      skipVerify: true,
      deselect: true,
      uploads: false,
    }),
  )
  const wires = ends.map((torrent) => new Promise<Wire>((resolve) => takeOver(torrent, resolve)))
  await Promise.all(ends.map((torrent) => happened(torrent, 'ready')))
  const { port } = (clients[1] as unknown as { address(): { port: number } }).address()
  ends[0]?.addPeer(`127.0.0.1:${port}` as never)
  return [...(await Promise.all(wires)), ends[0]] as [Wire, Wire, Torrent]
}

function client(): WebTorrentType {
  const made = new WebTorrent({
    tracker: false,
    dht: false,
    lsd: false,
    utPex: false,
    natUpnp: false,
    natPmp: false,
    webSeeds: false,
    utp: false,
  }) as unknown as WebTorrentType
  clients.push(made)
  return made
}

function memoryStore(initial: Uint8Array): ChunkStore {
  const bytes = initial.slice()
  return {
    chunkLength: PIECE,
    put(index, piece, done) {
      bytes.set(piece, index * PIECE)
      done(null)
    },
    get(index, options, done) {
      const from = index * PIECE + (options?.offset ?? 0)
      done(null, bytes.slice(from, from + (options?.length ?? PIECE)))
    },
    close: (done) => done(null),
    destroy: (done) => done(null),
  }
}

function happened(
  emitter: { once(event: string, listener: (value: never) => void): unknown },
  event: string,
) {
  return new Promise<unknown>((resolve) => emitter.once(event, (value) => resolve(value)))
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((each) => new Promise<void>((resolve) => each.destroy(resolve))))
})

/** A description that is legal, and that decoding and encoding again would change. */
const ODD_INFO = Buffer.concat([
  Buffer.from('d6:pieces60:'),
  pieces,
  Buffer.from(`4:name1:a12:piece lengthi${PIECE}e6:lengthi${content.length}e2:`),
  Buffer.from([0xff, 0xfe]),
  Buffer.from('i9007199254740993e9:__proto__d7:privatei1ee4:infod1:ai1eee'),
])

const SEEDERS: readonly (readonly [string, (seeder: WebTorrentType) => Torrent, Uint8Array])[] = [
  [
    'a plain client has',
    (seeder) =>
      seeder.add(torrentFile, {
        preloadedStore: memoryStore(content),
        storeCacheSlots: 0,
        skipVerify: true,
      }),
    torrentFile.slice('d4:info'.length, -1),
  ],
  [
    'cannot be encoded again',
    (seeder) => {
      const infoHash = createHash('sha1').update(ODD_INFO).digest('hex')
      const torrent = seeder.add(asParsed(described(infoHash)), {
        preloadedStore: memoryStore(content),
        storeCacheSlots: 0,
        skipVerify: true,
      })
      torrent.on('wire', (wire: Wire) =>
        carryMetadata(
          wire,
          infoHash,
          () => ODD_INFO,
          () => undefined,
        ),
      )
      return torrent
    },
    ODD_INFO,
  ],
]

function described(infoHash: string) {
  return { infoHash: infoHash as InfoHash, name: 'a', size: content.length, pieceLength: PIECE, pieces }
}

it.each(SEEDERS)(
  'takes metadata that %s off webtorrent’s hands, byte for byte, and gives it back with a bitfield',
  async (_what, start, info) => {
    const seeder = client()
    const seed = start(seeder)
    await happened(seed, 'ready')
    expect(seed.infoHash).toBe(createHash('sha1').update(info).digest('hex'))

    const leecher = client()
    const half = content.slice()
    half.fill(0, PIECE)
    const torrent: Torrent = leecher.add(`magnet:?xt=urn:btih:${seed.infoHash}`, {
      preloadedStore: memoryStore(half),
      storeCacheSlots: 0,
      deselect: true,
    })
    takeOver(torrent, () => undefined)
    let known: Uint8Array | null = null
    const metadata = new Promise<Uint8Array>((resolve) => {
      torrent.on('wire', (wire: Wire) => {
        contain(wire)
        gatherMetadata(wire, new HeldMemory())
        carryMetadata(wire, seed.infoHash, () => known, resolve)
      })
    })
    await happened(torrent, 'infoHash')
    const { port } = (seeder as unknown as { address(): { port: number } }).address()
    torrent.addPeer(`127.0.0.1:${port}` as never)

    known = await metadata
    expect(Buffer.from(known).toString('latin1')).toBe(Buffer.from(info).toString('latin1'))
    expect(torrent.ready).toBe(false)

    const verified: number[] = []
    torrent.on('verified', (piece: number) => verified.push(piece))
    const ready = happened(torrent, 'ready')
    acceptMetadata(torrent, described(seed.infoHash), Uint8Array.of(0b1000_0000))
    await ready
    expect(torrent.bitfield.get(0)).toBe(true)
    expect(torrent.bitfield.get(1)).toBe(false)
    expect((torrent.wires[0]?.ut_metadata as unknown as { metadata: Uint8Array }).metadata).toBe(known)

    recallPiece(torrent, 2)
    expect(torrent.bitfield.get(2)).toBe(true)
    expect(verified).toEqual([2])
    forgetPiece(torrent, 2)
    expect(torrent.bitfield.get(2)).toBe(false)
  },
)

it('takes no metadata whose hash is another', async () => {
  const [wire] = await bareWires()
  const received: Uint8Array[] = []
  carryMetadata(
    wire,
    '00'.repeat(20),
    () => null,
    (info) => received.push(info),
  )
  const inner = wire.ut_metadata as unknown as {
    _metadataComplete: boolean
    setMetadata(bytes: Uint8Array): Promise<boolean>
  }
  inner._metadataComplete = false
  expect(await inner.setMetadata(ODD_INFO)).toBe(false)
  expect(received).toEqual([])
})

it('takes the scheduling off webtorrent’s hands: it asks for nothing, serves nobody, and hands its wires over', async () => {
  const seeder = client()
  const seed = seeder.add(torrentFile, {
    preloadedStore: memoryStore(content),
    storeCacheSlots: 0,
    skipVerify: true,
  })
  await happened(seed, 'ready')

  const torrent = client().add(torrentFile, {
    preloadedStore: memoryStore(new Uint8Array(content.length)),
    storeCacheSlots: 0,
    deselect: true,
    uploads: false,
  })
  const attached = new Promise<Wire>((resolve) => takeOver(torrent, resolve))
  await happened(torrent, 'infoHash')
  const { port } = (seeder as unknown as { address(): { port: number } }).address()
  torrent.addPeer(`127.0.0.1:${port}` as never)

  const wire = await attached
  wire.haveNone()
  if (!wire.peerPieces.get(2)) await happened(wire, 'have-all')
  expect(wire.amInterested).toBe(false)
  const unchoked = happened(wire, 'unchoke')
  wire.interested()
  await unchoked
  expect(wire.requests).toEqual([])
  const block = happened(wire, 'piece')
  wire.request(1, 0, PIECE, (error) => expect(error).toBeNull())
  expect(await block).toBe(1)
})

it('knows a peer by what it is connected over, not by what it says that it is', async () => {
  const other = client()
  const seed = other.add(torrentFile, { preloadedStore: memoryStore(content), storeCacheSlots: 0 })
  await happened(seed, 'ready')
  const { port } = (other as unknown as { address(): { port: number } }).address()
  const link = connectTo(port, '127.0.0.1')
  await happened(link as never, 'connect')

  const torrent = client().add(torrentFile, { preloadedStore: memoryStore(content), storeCacheSlots: 0 })
  const id = 'ab'.repeat(20)
  const named = new Promise<string>((resolve) => {
    torrent.on('wire', (wire: Wire) => {
      nameByLink(torrent, wire)
      resolve(wire.peerId)
    })
  })
  await happened(torrent, 'infoHash')
  torrent.addPeer(Object.assign(link, { id, connected: true }) as never)
  expect(await named).toBe(id)
})

it('notices that a peer that had everything lost a piece and got it again', async () => {
  const [wire, other, torrent] = await bareWires()
  const seen: string[] = []
  wire.on('have', (piece: number) => seen.push(`have ${piece}`))
  wire.lt_donthave.on('donthave', (piece: number) => seen.push(`lost ${piece}`))
  other.haveAll()
  await happened(wire, 'have-all')
  setPeerPieces(torrent, wire, Uint8Array.of(0b1110_0000))
  other.lt_donthave.donthave(1)
  await expect.poll(() => seen).toEqual(['lost 1'])
  expect([0, 1, 2].map((piece) => wire.peerPieces.get(piece))).toEqual([true, false, true])
  other.have(1)
  other.have(1)
  other.have(2)
  other.have(1_000_000)
  other.unchoke()
  await happened(wire, 'unchoke')
  expect(seen).toEqual(['lost 1', 'have 1', 'have 1000000'])
  expect(wire.peerPieces.get(1)).toBe(true)
})

it('answers one request, however many are alike', async () => {
  const [asking, answering] = await bareWires()
  const came: string[] = []
  asking.on('piece', (piece: number) => came.push(`piece ${piece}`))
  asking.on('reject', (piece: number) => came.push(`refusal ${piece}`))
  answering.unchoke()
  await happened(asking, 'unchoke')
  for (const piece of [0, 1, 1, 1]) asking.request(piece, 0, PIECE, () => undefined)
  await expect.poll(() => answering.peerRequests).toHaveLength(4)
  const block = (piece: number) => ({ piece, offset: 0, length: PIECE })
  answerRequest(answering, block(0), new Uint8Array(PIECE))
  answerRequest(answering, block(1), new Uint8Array(PIECE))
  answerRequest(answering, block(1), null)
  expect(answering.peerRequests).toHaveLength(1)
  answerRequest(answering, block(1), new Uint8Array(PIECE))
  answerRequest(answering, block(1), null)
  await expect.poll(() => came).toEqual(['piece 0', 'piece 1', 'refusal 1', 'piece 1'])
  expect(answering.peerRequests).toEqual([])
})

it('counts what came and went beside a wire as its own, and as the torrent’s', async () => {
  const seed = client().add(torrentFile, {
    preloadedStore: memoryStore(content),
    storeCacheSlots: 0,
    skipVerify: true,
  })
  await happened(seed, 'ready')
  const wires = new Promise<Wire>((resolve) => seed.on('wire', (wire: Wire) => resolve(wire)))
  const other = client().add(torrentFile, {
    preloadedStore: memoryStore(content),
    storeCacheSlots: 0,
    skipVerify: true,
  })
  await happened(other, 'ready')
  const { port } = (clients[0] as unknown as { address(): { port: number } }).address()
  other.addPeer(`127.0.0.1:${port}` as never)

  const wire = await wires
  countBeside(wire, 'upload', 50_000)
  countBeside(wire, 'download', 70_000)
  expect([wire.uploaded, wire.downloaded]).toEqual([50_000, 70_000])
  expect(wire.uploadSpeed()).toBeGreaterThan(0)
  expect(wire.downloadSpeed()).toBeGreaterThan(0)
})

it('ends the wire of a peer whose extension message cannot be read', async () => {
  const seeder = client()
  const seed = seeder.add(torrentFile, {
    preloadedStore: memoryStore(content),
    storeCacheSlots: 0,
    skipVerify: true,
  })
  await happened(seed, 'ready')
  const wires = new Promise<Wire>((resolve) => seed.on('wire', (wire: Wire) => resolve(wire)))
  const other = client().add(`magnet:?xt=urn:btih:${seed.infoHash}`, {
    preloadedStore: memoryStore(content),
    storeCacheSlots: 0,
  })
  await happened(other, 'infoHash')
  const { port } = (seeder as unknown as { address(): { port: number } }).address()
  other.addPeer(`127.0.0.1:${port}` as never)

  const wire = await wires
  contain(wire)
  const closed = happened(wire, 'close')
  // A data message for metadata piece 1,000,000,000: webtorrent would write it out of bounds.
  const hostile = bencode.encode({ msg_type: 1, piece: 1e9, total_size: 1 })
  Object.assign(wire.ut_metadata, { _fetching: true })
  wire.ut_metadata.onMessage(Uint8Array.from([...hostile, 1, 2, 3]))
  await closed
})

it('ends the wire of a peer that takes nothing of what it makes us say', async () => {
  const [wire] = await bareWires()
  limitWaiting(wire, new HeldMemory())
  await expect.poll(() => wire.peerExtendedMapping).toHaveProperty('ut_metadata')
  const closed = happened(wire, 'close')
  const say = (mebibytes: number) => {
    for (let part = 0; part < mebibytes * 64; part++) wire.extended('ut_metadata', new Uint8Array(PIECE))
  }
  // All at once: nothing is sent in between.
  say(16)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(wire.destroyed).toBe(false)
  say(100)
  const { buffered } = (wire as unknown as { _readableState: { buffered: number } })._readableState
  expect(buffered).toBeLessThan(40 * 1024 * 1024)
  await closed
})

it('ends the wire for which most waits when all together have too much to send', async () => {
  const memory = new HeldMemory()
  const [wire] = await bareWires()
  limitWaiting(wire, memory)
  await expect.poll(() => wire.peerExtendedMapping).toHaveProperty('ut_metadata')
  for (let other = 0; other < 15; other++) {
    memory.join({ held: 8 * 1024 * 1024, end: () => expect.fail('It has less to send.') })
  }
  const closed = happened(wire, 'close')
  // Far less than one wire may have to send.
  for (let part = 0; part < 16 * 64; part++) wire.extended('ut_metadata', new Uint8Array(PIECE))
  await closed
})

/** What `ut_metadata` of a wire has, and what its peer says to it. */
interface Metadata {
  metadata: Uint8Array | undefined
  fetch(): void
  onExtendedHandshake(handshake: object): void
  onMessage(bytes: Uint8Array): void
}

it('makes no room for metadata before it comes, counts what came, and hashes it once', async () => {
  const memory = new HeldMemory()
  const [wire] = await bareWires()
  await expect.poll(() => wire.peerExtendedMapping).toHaveProperty('ut_metadata')
  gatherMetadata(wire, memory)
  const extension = wire.ut_metadata as unknown as Metadata
  const looked: number[] = []
  Object.assign(extension, {
    metadata: undefined,
    _metadataComplete: false,
    setMetadata: (bytes: Uint8Array) => {
      looked.push(bytes.length)
      return new Promise(() => undefined)
    },
  })
  extension.fetch()
  const size = 600 * PIECE + 1
  extension.onExtendedHandshake({ m: { ut_metadata: 5 }, metadata_size: size })
  expect(extension.metadata).toBeUndefined()
  const say = (piece: number, length: number) => {
    const header = bencode.encode({ msg_type: 1, piece, total_size: size })
    extension.onMessage(Uint8Array.from([...header, ...new Uint8Array(length)]))
  }
  for (const piece of [-1, 601, 1e9]) say(piece, PIECE)
  for (let piece = 0; piece < 601; piece++) {
    expect(looked).toEqual([])
    if (piece === 300) say(piece, 5)
    say(piece, piece === 600 ? 1 : PIECE)
  }
  expect(looked).toEqual([size])
  for (let time = 0; time < 10; time++) say(600, 1)
  expect(looked).toEqual([size])
})

it('ends the wire that has brought most of some metadata when all together hold too much', async () => {
  const memory = new HeldMemory()
  for (let other = 0; other < 15; other++) {
    memory.join({ held: 8 * 1024 * 1024, end: () => expect.fail('It holds less.') })
  }
  const [wire] = await bareWires()
  await expect.poll(() => wire.peerExtendedMapping).toHaveProperty('ut_metadata')
  gatherMetadata(wire, memory)
  const extension = wire.ut_metadata as unknown as Metadata
  Object.assign(extension, { metadata: undefined, _metadataComplete: false })
  extension.fetch()
  const closed = happened(wire, 'close')
  extension.onExtendedHandshake({ m: { ut_metadata: 5 }, metadata_size: 1e7 })
  for (let piece = 0; piece < 600; piece++) {
    const header = bencode.encode({ msg_type: 1, piece, total_size: 1e7 })
    extension.onMessage(Uint8Array.from([...header, ...new Uint8Array(PIECE)]))
  }
  await closed
})

it('believes the bitfield that it is given, though the store is not open yet', async () => {
  const closed: ChunkStore = {
    ...memoryStore(content),
    get: (_index, _options, done) => done(new Error('not open')),
  }
  const torrent: Torrent = client().add(torrentFile, {
    preloadedStore: closed,
    storeCacheSlots: 0,
    deselect: true,
    bitfield: Uint8Array.of(0b1010_0000),
  })
  takeOver(torrent, () => undefined)
  await happened(torrent, 'ready')
  expect([0, 1, 2].map((piece) => torrent.bitfield.get(piece))).toEqual([true, false, true])
})

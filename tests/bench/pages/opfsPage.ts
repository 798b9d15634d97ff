import WebTorrent from 'webtorrent/dist/webtorrent.min.js'
import { OpfsDisk } from '../../../src/home/opfs/opfsStore.ts'
import { makeMetainfo, torrentFileOf, type Metainfo } from '../../../src/torrent/metainfo.ts'
import { TorrentStore } from '../../../src/swarm/torrentStore.ts'

/** Pieces that are written or read at once, as when they come from several peers. */
const IN_FLIGHT = 8

const POOL = 16 * 1024 * 1024

export interface StoreTask {
  readonly kind: 'ours' | 'plain'
  readonly pieceLength: number
  readonly order: 'in order' | 'random order'
  /** A multiple of the piece length, in bytes. */
  readonly size: number
}

/** Seconds for the whole. */
export interface StoreTimes {
  readonly write: number
  /** Until what was written has reached the disk; plain webtorrent never asks for it. */
  readonly flush: number
  readonly read: number
}

declare global {
  var measureStore: ((task: StoreTask) => Promise<StoreTimes>) | undefined
}

/** A store as webtorrent uses it, and what the two differ in. */
interface Opened {
  readonly put: (piece: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly get: (piece: number) => Promise<Uint8Array>
  readonly flush: () => Promise<void>
  /** Whether a piece that is read has been compared with its hash. */
  readonly verifies: boolean
  readonly destroy: () => Promise<void>
}

const pool = new Uint8Array(POOL)
for (let at = 0; at < POOL; at += 65_536) crypto.getRandomValues(pool.subarray(at, at + 65_536))

globalThis.measureStore = async ({ kind, pieceLength, order, size }) => {
  const count = size / pieceLength
  const metainfo = await describe(pieceLength, count)
  const pieces = Array.from({ length: count }, (_, index) => index)
  if (order === 'random order') shuffle(pieces)
  const { put, get, flush, verifies, destroy } = await (kind === 'ours'
    ? openOurs(metainfo)
    : openPlain(metainfo))

  const write = await timed(() => each(pieces, (piece) => put(piece, bytesOf(piece, pieceLength))))
  const flushed = await timed(flush)
  const read = await timed(() =>
    each(pieces, async (piece) => {
      const bytes = await get(piece)
      if (!verifies && !(await isRight(bytes, piece, metainfo))) throw new Error('A wrong byte was read.')
      if (bytes.length !== pieceLength) throw new Error('Too little was read.')
    }),
  )
  await destroy()
  return { write, flush: flushed, read }
}

async function describe(pieceLength: number, count: number): Promise<Metainfo> {
  const pieces = new Uint8Array(count * 20)
  for (let piece = 0; piece < count; piece++) {
    const digest = await crypto.subtle.digest('SHA-1', bytesOf(piece, pieceLength))
    pieces.set(new Uint8Array(digest), piece * 20)
  }
  const files = [{ path: ['bench.bin'], length: count * pieceLength }]
  return makeMetainfo({ name: 'bench.bin', pieceLength, pieces, files, single: true })
}

/** A new array each time, as from a peer; its first bytes tell it from all others. */
function bytesOf(piece: number, pieceLength: number): Uint8Array<ArrayBuffer> {
  const at = (piece * pieceLength) % POOL
  const bytes = pool.slice(at, at + pieceLength)
  new DataView(bytes.buffer).setUint32(0, piece)
  return bytes
}

async function openOurs(metainfo: Metainfo): Promise<Opened> {
  const disk = await OpfsDisk.open()
  if (!disk) throw new Error('This browser has no private files.')
  const pieceStore = await disk.openStore(metainfo)
  const store = new TorrentStore((error) => console.error(error))
  store.shape(metainfo)
  store.use(pieceStore)
  return {
    async put(piece, bytes) {
      await store.write(piece, bytes)
    },
    get: (piece) => store.read(piece, 0, metainfo.pieceLength),
    flush: () => pieceStore.flush(),
    verifies: true,
    async destroy() {
      await pieceStore.destroy()
      disk.close()
    },
  }
}

async function openPlain(metainfo: Metainfo): Promise<Opened> {
  const client = new WebTorrent({ tracker: false, dht: false, lsd: false, webSeeds: false })
  const torrent = client.add(torrentFileOf(metainfo, [], []), { deselect: true, skipVerify: true })
  await new Promise<void>((resolve) => torrent.once('ready', resolve))
  // Its own store, behind the cache that it puts before it.
  const { store } = torrent
  return {
    put: (piece, bytes) =>
      new Promise((resolve, reject) =>
        store.put(piece, bytes, (error) => {
          if (error) reject(error)
          else resolve()
        }),
      ),
    get: (piece) =>
      new Promise((resolve, reject) =>
        store.get(piece, null, (error, bytes) => {
          if (bytes) resolve(bytes)
          else reject(error ?? new Error('Nothing was read.'))
        }),
      ),
    flush: () => Promise.resolve(),
    verifies: false,
    async destroy() {
      await new Promise<void>((resolve) => torrent.destroy({ destroyStore: true }, resolve))
      client.destroy()
    },
  }
}

async function isRight(bytes: Uint8Array, piece: number, { pieces }: Metainfo): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes as Uint8Array<ArrayBuffer>))
  return digest.every((byte, index) => byte === pieces[piece * 20 + index])
}

async function each(pieces: readonly number[], act: (piece: number) => Promise<void>): Promise<void> {
  const left = pieces.values()
  const lane = async () => {
    for (const piece of left) await act(piece)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1000
}

function shuffle(values: number[]): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    const [a, b] = [values[last], values[other]]
    if (a !== undefined && b !== undefined) [values[last], values[other]] = [b, a]
  }
}

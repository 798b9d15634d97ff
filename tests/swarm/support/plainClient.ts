import { onTestFinished } from 'vitest'
import WebTorrent from 'webtorrent'
import { PLAIN_BY_TCP } from '../../support/onLoopback.ts'

/** webtorrent's own client for Node, over TCP on loopback and by no other way, with its bytes in memory. */

/** What of a torrent the tests use. */
export interface PlainTorrent {
  addPeer(address: string): void
  once(event: 'ready' | 'done', listener: () => void): void
}

export interface PlainClient {
  readonly peerId: string
  readonly port: number
  readonly torrent: PlainTorrent
  /** What it has got. */
  readonly bytes: Uint8Array
  readonly whole: Promise<void>
}

/** @param has all that it has, which it believes to be right; null for nothing */
export async function startPlain(
  torrentFile: Uint8Array,
  { size, pieceLength, has }: { size: number; pieceLength: number; has: Uint8Array | null },
): Promise<PlainClient> {
  const client = new WebTorrent({
    ...PLAIN_BY_TCP,
    tracker: false,
  }) as unknown as {
    readonly peerId: string
    address(): { port: number }
    add(torrent: Uint8Array, options: object): PlainTorrent
    destroy(done: () => void): void
  }
  onTestFinished(() => new Promise<void>((resolve) => client.destroy(resolve)))
  const bytes = has?.slice() ?? new Uint8Array(size)
  const torrent = client.add(torrentFile, {
    preloadedStore: memoryStore(bytes, pieceLength),
    storeCacheSlots: 0,
    skipVerify: has !== null,
  })
  const whole = new Promise<void>((resolve) => torrent.once('done', resolve))
  await new Promise<void>((resolve) => torrent.once('ready', resolve))
  return { peerId: client.peerId, port: client.address().port, torrent, bytes, whole }
}

type Done = (error: null, bytes?: Uint8Array) => void

function memoryStore(bytes: Uint8Array, chunkLength: number): object {
  return {
    chunkLength,
    put(index: number, piece: Uint8Array, done: Done) {
      bytes.set(piece, index * chunkLength)
      done(null)
    },
    get(index: number, options: { offset?: number; length?: number } | null, done: Done) {
      const from = index * chunkLength + (options?.offset ?? 0)
      done(null, bytes.slice(from, from + (options?.length ?? chunkLength)))
    },
    close: (done: Done) => done(null),
    destroy: (done: Done) => done(null),
  }
}

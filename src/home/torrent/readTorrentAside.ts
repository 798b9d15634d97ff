import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { readTorrent, type TorrentRequest } from '../../swarm/torrentReading.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { MetainfoError } from '../../torrent/problems.ts'
import type { TorrentReply } from './protocol.ts'

/** Reading that takes a few milliseconds, less than a worker takes to start. */
const SMALL: Bytes = 128 * 1024

/** Ten times what the largest torrent that is allowed takes on a slow phone. */
const TIME_LIMIT: Milliseconds = 20_000

/**
 * Reads a torrent beside the page, so that one with a hundred thousand files does not hold it up, and one that is made
 * to take for ever ends. A small one is read at once.
 *
 * @throws {MetainfoError}
 */
export async function readTorrentAside(
  request: TorrentRequest,
  { small = SMALL, timeLimit = TIME_LIMIT }: { small?: Bytes; timeLimit?: Milliseconds } = {},
): Promise<Metainfo> {
  if (request.bytes.length <= small) return readTorrent(request)
  const worker = new Worker(new URL('./torrentWorker.ts', import.meta.url), {
    type: 'module',
    name: 'torrent',
  })
  const { promise, resolve, reject } = Promise.withResolvers<TorrentReply>()
  const timer = setTimeout(() => reject(new MetainfoError({ code: 'torrent-takes-too-long' })), timeLimit)
  worker.onmessage = (event: MessageEvent<TorrentReply>) => resolve(event.data)
  worker.onerror = () => reject(new Error('worker-failed'))
  worker.postMessage(request)
  try {
    const reply = await promise
    if (reply.kind === 'refused') throw new MetainfoError(reply.problem)
    return reply.metainfo
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}

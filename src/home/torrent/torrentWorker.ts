/// Reads one torrent off the main thread; see `readTorrentAside.ts`.
import { readTorrent, type TorrentRequest } from '../../swarm/torrentReading.ts'
import { MetainfoError } from '../../torrent/problems.ts'
import type { TorrentReply } from './protocol.ts'

self.onmessage = async (event: MessageEvent<TorrentRequest>) => {
  try {
    const metainfo = await readTorrent(event.data)
    tell({ kind: 'metainfo', metainfo }, [metainfo.info.buffer])
  } catch (error) {
    if (!(error instanceof MetainfoError)) throw error
    tell({ kind: 'refused', problem: error.problem })
  }
}

function tell(reply: TorrentReply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer })
}

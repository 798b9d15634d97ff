import type { Home } from '../swarm/home.ts'
import type { PeerConnection } from '../swarm/link/peerConnection.ts'
import { hashPieces } from './hashing/hasher.ts'
import { IndexedLibrary } from './library/indexedLibrary.ts'
import { openKept } from './library/keptFiles.ts'
import type { Versions } from './library/siteDatabase.ts'
import { OpfsDisk } from './opfs/opfsStore.ts'
import { readTorrentAside } from './torrent/readTorrentAside.ts'

/** A page as the engine's home. */
export interface BrowserHome extends Home {
  /** Lets go of the disk and the library. The shares have to be closed before. */
  close(): void
}

/** Rejects with an `OutdatedPage` when a newer version of the page has written the library. */
export async function openBrowserHome(versions: Versions): Promise<BrowserHome> {
  const [disk, library] = await Promise.all([OpfsDisk.open(), IndexedLibrary.open(versions)])
  return {
    connect: (iceServers) => new RTCPeerConnection({ iceServers: [...iceServers] }) as PeerConnection,
    disk,
    room: navigator.storage,
    library,
    openKept,
    hashPieces,
    readTorrent: readTorrentAside,
    close() {
      disk?.close()
      library?.close()
    },
  }
}

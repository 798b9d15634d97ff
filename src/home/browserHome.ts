import type { Home } from '../swarm/home.ts'
import type { PeerConnection } from '../swarm/link/peerConnection.ts'
import type { Machine } from '../swarm/machine.ts'
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

/** What some browsers tell besides (Device Memory; https://wicg.github.io/netinfo/). */
interface Telling {
  readonly deviceMemory?: number
  readonly connection?: { readonly downlink?: number }
}

function machine(): Machine {
  const { deviceMemory = null, connection } = navigator as Telling
  return { cores: navigator.hardwareConcurrency, memory: deviceMemory, line: connection?.downlink ?? null }
}

/** Rejects with an `OutdatedPage` when a newer version of the page has written the library. */
export async function openBrowserHome(versions: Versions): Promise<BrowserHome> {
  const [disk, library] = await Promise.all([OpfsDisk.open(), IndexedLibrary.open(versions)])
  return {
    connect: (iceServers) => new RTCPeerConnection({ iceServers: [...iceServers] }) as PeerConnection,
    disk,
    room: navigator.storage,
    machine,
    library,
    classic: null,
    openKept,
    hashPieces,
    readTorrent: readTorrentAside,
    close() {
      disk?.close()
      library?.close()
    },
  }
}

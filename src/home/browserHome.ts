import { webSha1 } from '../storage/verifiedReads.ts'
import type { Home } from '../swarm/home.ts'
import type { PeerConnection } from '../swarm/link/peerConnection.ts'
import type { Machine } from '../swarm/machine.ts'
import { hashPieces } from './hashing/hasher.ts'
import { IndexedLibrary } from './library/indexedLibrary.ts'
import { openKept } from './library/keptFiles.ts'
import type { Versions } from './library/siteDatabase.ts'
import { OpfsDisk } from './opfs/opfsStore.ts'
import { SpareConnections } from './spareConnections.ts'
import { readTorrentAside } from './torrent/readTorrentAside.ts'

/** A page that has more to do for so long makes nothing that nobody has asked for. */
const BUSY_MS = 2_000

/** A page as the engine's home. */
export interface BrowserHome extends Home {
  readonly spares: SpareConnections<PeerConnection>
  /** Calls back when the page has nothing else to do, or has been busy for long. */
  readonly whenIdle: (act: () => void) => void
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

function whenIdle(act: () => void): void {
  // Safari has no such callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: BUSY_MS })
  else setTimeout(act, BUSY_MS / 4)
}

/** Rejects with an `OutdatedPage` when a newer version of the page has written the library. */
export async function openBrowserHome(versions: Versions): Promise<BrowserHome> {
  const [disk, library] = await Promise.all([OpfsDisk.open(), IndexedLibrary.open(versions)])
  const spares = new SpareConnections({
    make: (iceServers, gathers) => {
      const connection: unknown = new RTCPeerConnection({
        iceServers: [...iceServers],
        iceCandidatePoolSize: gathers ? 1 : 0,
      })
      return connection as PeerConnection
    },
    whenIdle,
    now: Date.now,
  })
  return {
    connect: spares.take,
    spares,
    whenIdle,
    disk,
    room: navigator.storage,
    machine,
    library,
    classic: null,
    openKept,
    hashPieces,
    sha1: webSha1,
    readTorrent: readTorrentAside,
    close() {
      spares.end()
      disk?.close()
      library?.close()
    },
  }
}

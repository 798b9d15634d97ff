import { withPasskey } from '../core/announceUrl.ts'
import { hexOf } from '../core/bytes.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { Library } from '../storage/library/library.ts'
import type { Versions } from '../storage/library/siteDatabase.ts'
import { OpfsDisk } from '../storage/opfs/opfsStore.ts'
import { parsePeerId, type PeerId } from '../wire/trackerMessages.ts'
import { fetchConfig, type SiteConfig } from './config.ts'
import { TrackerPool } from './discovery/trackerConnection.ts'
import type { Engine } from './engineApi.ts'
import { IceServers } from './iceServers.ts'
import { ConnectionBudget } from './link/connectionBudget.ts'
import type { PeerConnection } from './link/peerConnection.ts'
import { watchLine } from './lineWatch.ts'
import { becomeOwner } from './ownership.ts'
import { Uplink, type GiveBudget } from './scheduler/uplink.ts'
import { Registrar } from './registrar.ts'
import { ShareEngine } from './shareEngine.ts'
import { Space } from './space.ts'
import { readTorrentAside } from './torrentReading.ts'
import type { ShareNoteHandler } from './wireNotes.ts'

/** Azureus style (BEP 20): "-SH0100-" and twelve random characters. */
const PEER_ID_PREFIX = '-SH0100-'

/** This browser, or the address it came by, cannot carry the engine: trying again would not help. */
class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal'
}

/** What the engine needs to know of a visitor who may be a member of the site. */
export interface MemberAccess {
  /** Null for who is no member. */
  readonly passkey: () => string | null
  /** The site's tracker serves members alone, and does not take this page for one. */
  readonly excluded: () => void
}

/** How far the visitor takes part; asked whenever it matters. */
export interface DialAccess extends GiveBudget {
  /** See {@link Dial.peersFrom}. */
  readonly peersFrom: () => number
  /** See {@link Dial.contactsAll}. */
  readonly contactsAll: () => boolean
}

export interface EngineHandlers {
  /** Another tab runs the engine; {@link createEngine} waits until that tab is closed or hands over. */
  readonly elsewhere: (takeOver: () => void) => void
  /** Another tab has taken over, or is of a newer version: this engine is empty from now on. */
  readonly lost: () => void
  /** See {@link Versions.waits}. */
  readonly waits: () => void
}

/**
 * Starts the engine with the shares that the library remembers. Rejects with words for the page when this
 * browser or the site cannot carry it.
 *
 * @param configured what the site tells, asked for while this code was still on its way
 * @param notes what is done with the notes of a share
 * @param dial known before anybody is connected to
 * @param versions of which this tab is, and others are
 */
export async function createEngine(
  { elsewhere, lost }: Omit<EngineHandlers, 'waits'>,
  configured: Promise<SiteConfig>,
  { passkey, excluded }: MemberAccess,
  notes: (share: InfoHash) => ShareNoteHandler,
  dial: DialAccess,
  versions: Versions,
): Promise<Engine> {
  // Without a secure context there is neither SHA-1 (crypto.subtle) nor disk space for the page.
  if (!isSecureContext) {
    throw new EngineRefusal(
      'Shoal needs a secure address: open this page by https, or on this machine by http://localhost.',
    )
  }
  if (!('RTCPeerConnection' in globalThis)) {
    throw new EngineRefusal(
      'This browser does not offer WebRTC, or it is switched off, so it cannot reach other people.',
    )
  }
  const [told, disk, library] = await Promise.all([configured, OpfsDisk.open(), Library.open(versions)])
  // Last of what can fail: a tab that cannot run the engine must not keep it from others.
  const started = Promise.withResolvers<ShareEngine>()
  const lifetime = new AbortController()
  const handOver = async () => {
    const handed = await (await started.promise).close()
    lifetime.abort()
    lost()
    return handed
  }
  const handed = await becomeOwner({ elsewhere, handOver, outdated: versions.outdated }).catch(
    (error: unknown) => {
      disk?.close()
      library?.close()
      throw error
    },
  )
  const servers = new IceServers(
    told,
    () => fetchConfig(passkey()),
    () => Date.now(),
    lifetime.signal,
  )
  const config: SiteConfig = {
    ...told,
    get iceServers() {
      return servers.current
    },
  }
  const peerId = randomPeerId()
  const engine = new ShareEngine(
    {
      uplink: new Uplink(() => performance.now(), dial),
      peersFrom: dial.peersFrom,
      contactsAll: dial.contactsAll,
      connect: (iceServers) => new RTCPeerConnection({ iceServers: [...iceServers] }) as PeerConnection,
      budget: new ConnectionBudget(),
      peerId,
      config,
      pool: new TrackerPool({
        // Here and nowhere else a passkey comes to an address: nothing that the page shows or keeps is made of it.
        openSocket: (url) => new WebSocket(withPasskey(url, config.tracker, passkey())),
        now: () => Date.now(),
        random: Math.random,
        excluded: (url) => {
          if (url === config.tracker) excluded()
        },
      }),
      registrar: new Registrar({ config, passkey, fetch: (...request) => fetch(...request) }),
      space: new Space(disk),
      readTorrent: readTorrentAside,
      library,
      notes,
      now: () => Date.now(),
    },
    () => servers.renew(),
  )
  lifetime.signal.addEventListener('abort', () => {
    disk?.close()
    library?.close()
  })
  leaveWithThePage(engine, lifetime.signal)
  watchLine({ page: globalThis, document, now: Date.now }, () => engine.lineChanged(), lifetime.signal)
  await engine.restore(handed)
  started.resolve(engine)
  return engine
}

/** Closing the page leaves the swarms; one that comes back from the back/forward cache joins them again. */
function leaveWithThePage(engine: ShareEngine, signal: AbortSignal): void {
  addEventListener('pagehide', () => engine.leave(), { signal })
  const back = (event: PageTransitionEvent) => {
    if (event.persisted) engine.rejoin()
  }
  addEventListener('pageshow', back, { signal })
}

function randomPeerId(): PeerId {
  const prefix = new TextEncoder().encode(PEER_ID_PREFIX)
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  bytes.set(prefix)
  const peerId = parsePeerId(hexOf(bytes))
  if (!peerId) throw new Error('Twenty bytes are always a peer id.')
  return peerId
}

import { removePassedFiles } from '../stream/passingFiles.ts'
import { siteHref } from '../stream/siteRoot.ts'
import { fetchConfig, type SiteConfig } from '../swarm/config.ts'
import type { Engine } from '../swarm/engineApi.ts'
import { watchLine } from '../swarm/lineWatch.ts'
import type { ShareEngine } from '../swarm/shareEngine.ts'
import { startEngine, type DialAccess, type MemberAccess } from '../swarm/startEngine.ts'
import type { NotesOf } from '../swarm/wireNotes.ts'
import { openBrowserHome, type BrowserHome } from './browserHome.ts'
import { toldOrKnown } from './knownSite.ts'
import { Versions } from './library/siteDatabase.ts'
import { becomeOwner } from './ownership.ts'
import { HomeError } from './problems.ts'

// Of the same chunk as the engine: what the page needs before there is one.
export { openBrowserHome, Versions }

export interface EngineHandlers {
  /** Another tab runs the engine; {@link createEngine} waits until that tab is closed or hands over. */
  readonly elsewhere: (takeOver: () => void) => void
  /** Another tab has taken over, or is of a newer version: this engine is empty from now on. */
  readonly lost: () => void
  /** See {@link Versions.waits}. */
  readonly waits: () => void
}

/**
 * Starts the engine with the shares that the library remembers. Rejects with a {@link HomeError}
 * when this browser cannot carry it, with a `SwarmError` when the site cannot.
 *
 * @param configured what the site tells, asked for while this code was still on its way
 * @param notes what is done with the notes of a share
 * @param dial known before anybody is connected to
 * @param opening where the engine is to live; not closed here should it not start
 * @param versions of which this tab is, and others are
 */
export async function createEngine(
  { elsewhere, lost }: Omit<EngineHandlers, 'waits'>,
  configured: Promise<SiteConfig>,
  member: MemberAccess,
  notes: NotesOf,
  dial: DialAccess,
  opening: Promise<BrowserHome>,
  versions: Versions,
): Promise<Engine> {
  // Without a secure context there is neither SHA-1 (crypto.subtle) nor disk space for the page.
  if (!isSecureContext) {
    throw new HomeError({ code: 'insecure-address' })
  }
  if (!('RTCPeerConnection' in globalThis)) {
    throw new HomeError({ code: 'no-webrtc' })
  }
  const told = toldOrKnown(configured, usableStorage())
  const [config, home] = await Promise.all([told, opening])
  // Last of what can fail: a tab that cannot run the engine must not keep it from others.
  const started = Promise.withResolvers<ShareEngine>()
  const lifetime = new AbortController()
  const handOver = async () => {
    const handed = await (await started.promise).close()
    lifetime.abort()
    lost()
    return handed
  }
  const handed = await becomeOwner({ elsewhere, handOver, outdated: versions.outdated })
  const engine = await startEngine(home, {
    config,
    askConfig: () => fetchConfig(siteHref(), member.passkey()),
    member,
    dial,
    notes,
    ended: lifetime.signal,
  })
  lifetime.signal.addEventListener('abort', () => home.close())
  const prepare = () =>
    home.whenIdle(() => {
      // Asked only now: somebody may just have chosen to contact nobody unasked.
      if (lifetime.signal.aborted || dial.onlyOnClick() || dial.peersFrom() > 1) return
      home.spares.prepare(config.iceServers)
      engine.prepare()
    })
  leaveWithThePage(engine, home, prepare, lifetime.signal)
  const lineChanged = () => {
    home.spares.renew()
    engine.lineChanged()
  }
  watchLine({ page: globalThis, document, now: Date.now }, lineChanged, lifetime.signal)
  tellWhetherSeen(engine, lifetime.signal)
  await engine.restore(handed)
  home.whenIdle(() => void removePassedFiles())
  prepare()
  started.resolve(engine)
  return engine
}

/** Storage may be switched off altogether, and then even reading the property throws. */
function usableStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function tellWhetherSeen(engine: ShareEngine, signal: AbortSignal): void {
  const tell = () => engine.seen(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', tell, { signal })
  tell()
}

/** Closing the page leaves the swarms; one that comes back from the back/forward cache joins them again. */
function leaveWithThePage(
  engine: ShareEngine,
  { spares }: Pick<BrowserHome, 'spares'>,
  prepare: () => void,
  signal: AbortSignal,
): void {
  const leave = () => {
    engine.leave()
    spares.renew()
  }
  addEventListener('pagehide', leave, { signal })
  const back = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    engine.rejoin()
    prepare()
  }
  addEventListener('pageshow', back, { signal })
}

import type { Engine } from '../../src/swarm/engineApi.ts'
import { fetchConfig } from '../../src/swarm/config.ts'
import { NOTHING_HANDED_OVER } from '../../src/swarm/handedOver.ts'
import { watchLine } from '../../src/swarm/lineWatch.ts'
import { startEngine } from '../../src/swarm/startEngine.ts'
import type { NotesOf, ShareNoteHandler } from '../../src/swarm/wireNotes.ts'
import { configWithout, freeDial } from './alone.ts'
import { ClassicNetwork, type ClassicNetworkOptions } from './classic/classicNetwork.ts'
import { openNodeHome } from './nodeHome.ts'

/** The engine in this process. */
export interface NodePeer {
  readonly engine: Engine
  /** Where peers reach it by TCP; null where they cannot. */
  readonly classicPort: number | null
  /** Leaves every swarm; settles when all that was fetched has reached the disk. */
  stop(): Promise<void>
}

export interface NodePeerOptions {
  /** Address of the site whose tracker and links are used. */
  readonly site: string
  /** Where what is fetched is put. */
  readonly folder: string
  /** A member's; null for a visitor. */
  readonly passkey?: string | null
  /** What is done with notes; without it none are passed on. */
  readonly notes?: NotesOf
  /** Peers that are no pages; null, which is the default, for pages alone. */
  readonly classic?: ClassicNetworkOptions | null
  /** Whether nothing can be done when the site does not answer; it can where there are other ways to peers. */
  readonly needsSite?: boolean
}

/** None are passed on. */
export const NO_NOTES: ShareNoteHandler = {
  isSociable: false,
  onSociable: () => () => undefined,
  joined: () => undefined,
  left: () => undefined,
  received: () => undefined,
}

/** Rejects with a `SwarmError` when the site does not answer. */
export async function startNodePeer({
  site,
  folder,
  passkey = null,
  notes = () => NO_NOTES,
  classic = null,
  needsSite = true,
}: NodePeerOptions): Promise<NodePeer> {
  const askConfig = () => fetchConfig(site, passkey)
  const config = await askConfig().catch((error: unknown) => {
    if (needsSite) throw error
    return configWithout(site, new URL('announce', site.replace(/^http/, 'ws')).href)
  })
  const network = classic && (await ClassicNetwork.start(classic))
  const home = await openNodeHome(folder, null, network?.join ?? null)
  const ended = new AbortController()
  const engine = await startEngine(home, {
    config,
    askConfig,
    member: { passkey: () => passkey, excluded: () => undefined },
    dial: freeDial(),
    notes,
    ended: ended.signal,
  })
  // A laptop that slept has another line, maybe; nothing else tells Node of it.
  const silent = new EventTarget()
  watchLine({ page: silent, document: silent, now: Date.now }, () => engine.lineChanged(), ended.signal)
  await engine.restore(NOTHING_HANDED_OVER)
  return {
    engine,
    classicPort: network?.port ?? null,
    async stop() {
      await engine.close()
      await network?.stop()
      ended.abort()
    },
  }
}

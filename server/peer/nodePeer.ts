import { DayBudget } from '../../src/core/dayBudget.ts'
import type { Engine } from '../../src/swarm/engineApi.ts'
import { fetchConfig } from '../../src/swarm/config.ts'
import { NOTHING_HANDED_OVER } from '../../src/swarm/handedOver.ts'
import { watchLine } from '../../src/swarm/lineWatch.ts'
import { startEngine } from '../../src/swarm/startEngine.ts'
import type { NotesOf, ShareNoteHandler } from '../../src/swarm/wireNotes.ts'
import { openNodeHome } from './nodeHome.ts'

/** The engine in this process. */
export interface NodePeer {
  readonly engine: Engine
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
}: NodePeerOptions): Promise<NodePeer> {
  const askConfig = () => fetchConfig(site, passkey)
  const [config, home] = await Promise.all([askConfig(), openNodeHome(folder, null)])
  const ended = new AbortController()
  const engine = startEngine(home, {
    config,
    askConfig,
    member: { passkey: () => passkey, excluded: () => undefined },
    dial: {
      peersFrom: () => 0,
      contactsAll: () => false,
      mayGive: () => true,
      gave: () => undefined,
      relayed: new DayBudget('', null, Date.now),
    },
    notes,
    ended: ended.signal,
  })
  // A laptop that slept has another line, maybe; nothing else tells Node of it.
  const silent = new EventTarget()
  watchLine({ page: silent, document: silent, now: Date.now }, () => engine.lineChanged(), ended.signal)
  await engine.restore(NOTHING_HANDED_OVER)
  return {
    engine,
    async stop() {
      await engine.close()
      ended.abort()
    },
  }
}

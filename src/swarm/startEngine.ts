import type { DayBudget } from '../core/dayBudget.ts'
import { withPasskey } from '../core/announceUrl.ts'
import type { SiteConfig } from './config.ts'
import { TrackerPool } from './discovery/trackerConnection.ts'
import type { Home } from './home.ts'
import { IceServers } from './iceServers.ts'
import { ConnectionBudget } from './link/connectionBudget.ts'
import { ReadyOffers } from './link/readyOffers.ts'
import { makeIdentity } from './people/identity.ts'
import { People } from './people/people.ts'
import { Registrar } from './registrar.ts'
import { Uplink, type GiveBudget } from './scheduler/uplink.ts'
import { ShareEngine } from './shareEngine.ts'
import { Space } from './space.ts'
import { watchMachine } from './watchMachine.ts'
import type { NotesOf } from './wireNotes.ts'

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
  /** See {@link Dial.onlyOnClick}: then nothing is made ahead, for which a server would be asked. */
  readonly onlyOnClick: () => boolean
  /** What was moved over relays today. */
  readonly relayed: DayBudget
}

export interface EngineOptions {
  /** What the site told. */
  readonly config: SiteConfig
  /** What it tells now. Rejects when it does not answer. */
  readonly askConfig: () => Promise<SiteConfig>
  readonly member: MemberAccess
  readonly dial: DialAccess
  /** What is done with the notes of a share. */
  readonly notes: NotesOf
  /** Ends what goes on beside the shares, which have to be closed before. */
  readonly ended: AbortSignal
}

/** Makes an engine in its home; it has no share before {@link ShareEngine.restore}. */
export async function startEngine(
  home: Home,
  { config: told, askConfig, member: { passkey, excluded }, dial, notes, ended }: EngineOptions,
): Promise<ShareEngine> {
  const identity = await makeIdentity()
  const servers = new IceServers(told, askConfig, () => Date.now(), ended)
  const config: SiteConfig = {
    ...told,
    get iceServers() {
      return servers.current
    },
    get relayADay() {
      return servers.relayADay
    },
  }
  const budget = new ConnectionBudget()
  watchMachine(home.machine, budget, ended)
  const { connect, classic, library, openKept, hashPieces, sha1, readTorrent } = home
  return new ShareEngine(
    {
      connect,
      classic,
      library,
      openKept,
      hashPieces,
      sha1,
      readTorrent,
      uplink: new Uplink(() => performance.now(), dial),
      relay: {
        moved: (bytes) => dial.relayed.count(bytes, config.relayADay),
        mayMove: () => dial.relayed.isOpen(config.relayADay),
      },
      peersFrom: dial.peersFrom,
      contactsAll: dial.contactsAll,
      onlyOnClick: dial.onlyOnClick,
      budget,
      readyOffers: new ReadyOffers(),
      peerId: identity.peerId,
      people: new People(identity, () => performance.now()),
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
      space: new Space(home),
      notes,
      now: () => Date.now(),
    },
    () => servers.renew(),
  )
}

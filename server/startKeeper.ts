import { mkdirSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { InfoHash } from '../src/core/infoHash.ts'
import { Keeper } from './keeper/keeper.ts'
import { KeeperProcess } from './keeper/keeperProcess.ts'
import { KEEPER_PATH } from './keeper/lineMessages.ts'
import { RemoteKeeper } from './keeper/remoteKeeper.ts'
import type { Others } from './keeper/presence.ts'
import type { Log } from './log.ts'
import type { KeeperEvent, KeeperStart } from './peer/keeper/messages.ts'
import type { Settings } from './settings.ts'
import { requestPath } from './site/site.ts'
import type { Tracker } from './startTracker.ts'
import type { Store } from './store/store.ts'
import { KEEPER } from './tracker/admission.ts'
import type { SwarmTable } from './tracker/swarmTable.ts'

export interface RunningKeeper {
  readonly keeper: Keeper
  /** @param url an address of the server on this machine */
  run(url: string): void
  /** Takes over an HTTP upgrade request of a keeper that runs elsewhere; false for any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  stop(): Promise<void>
}

export interface StartKeeperOptions {
  readonly settings: Settings
  readonly store: Store
  readonly tracker: Tracker
  /** By which the tracker knows the keeper. */
  readonly passkey: string
  /** Of the site's own STUN server; null without one. */
  readonly stunPort: () => number | null
  readonly log: Log
}

const TICK_MS = 1_000
/** How often a node of several asks what others have of what its keeper has, and this one has no peer of. */
const ELSEWHERE_MS = 5_000

/** The keeper, which runs once there is a server for it to announce to; null where none is wanted. */
export function startKeeper(options: StartKeeperOptions): RunningKeeper | null {
  const { settings, store, tracker, log } = options
  const { keeper: limits, bridge, dataDir } = settings
  const { space, secret } = limits
  if (space === null || (dataDir === null && secret === null)) return null
  let running: Pick<KeeperProcess, 'send' | 'stop'> | null = null
  const ended = new AbortController()
  const keeper = new Keeper({
    shares: store.kept,
    settings: { ...limits, space },
    bridge,
    others: (infoHash) => othersIn(tracker.table, infoHash),
    refusal: tracker.refusal,
    send: (command) => running?.send(command),
    now: () => Date.now(),
  })
  const ears = {
    heard: (event: KeeperEvent) => keeper.heard(event),
    wentDown: () => keeper.wentDown(),
    log,
  }
  const remote =
    secret === null
      ? null
      : new RemoteKeeper({
          ...ears,
          secret,
          terms: () => ({ kind: 'start', stunPort: options.stunPort(), ...termsOf(options) }),
          allow: (request) => tracker.allow(tracker.addressOf(request)),
        })
  return {
    keeper,
    run(url) {
      running = remote ?? new KeeperProcess({ ...ears, start: () => startOn(url, options) })
      const { signal } = ended
      every(TICK_MS, () => keeper.tick(), signal)
      if (tracker.cluster) every(ELSEWHERE_MS, () => askElsewhere(options), signal)
    },
    upgrade(request, socket, head) {
      if (!remote || requestPath(request) !== KEEPER_PATH) return false
      remote.upgrade(request, socket, head)
      return true
    },
    async stop() {
      ended.abort()
      await running?.stop()
    },
  }
}

function every(ms: number, work: () => void, signal: AbortSignal): void {
  const timer = setInterval(work, ms).unref()
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** See {@link othersIn}: a swarm that this node has is known by itself. */
function askElsewhere({ store, tracker, log }: StartKeeperOptions): void {
  const kept = store.kept.all().flatMap(({ infoHash, state }) => (state === 'failed' ? [] : [infoHash]))
  tracker.cluster?.counts
    .fetch(kept)
    ?.catch((error: unknown) => log.debug('the other nodes cannot be asked', { error: String(error) }))
}

/** What every keeper is told, wherever it runs. */
function termsOf({ settings, store, passkey }: StartKeeperOptions) {
  const { keeper, bridge, iceServers } = settings
  const { port, dht, near } = bridge
  return {
    passkey,
    iceServers,
    giveRate: keeper.giveRate,
    bridge: bridge.audience === 'off' ? null : { port, dht, near },
    known: store.kept.all().flatMap(({ infoHash, state }) => (state === 'failed' ? [] : [infoHash])),
  }
}

/** How one on this machine starts. */
function startOn(url: string, options: StartKeeperOptions): KeeperStart {
  const { dataDir, publicUrl } = options.settings
  const folder = join(dataDir ?? '', 'keeper')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    kind: 'start',
    folder,
    tracker: `${url.replace(/^http/, 'ws')}announce`,
    site: publicUrl?.href ?? url,
    ...termsOf(options),
  }
}

/** Who can be reached by the keeper: peers over HTTP and UDP speak another transport. */
function othersIn(table: SwarmTable, infoHash: InfoHash): Others {
  const swarm = table.get(infoHash)
  const elsewhere = swarm ? null : table.countsElsewhere?.(infoHash)
  if (elsewhere) {
    const { complete, incomplete, downloaders } = elsewhere
    return { seeds: complete, leechers: downloaders, partialSeeds: incomplete - downloaders }
  }
  let [seeds, leechers, partialSeeds] = [0, 0, 0]
  for (const { isSeed, isPartialSeed, session } of swarm?.members ?? []) {
    if (session.member === KEEPER) continue
    if (isSeed) seeds += 1
    else if (isPartialSeed) partialSeeds += 1
    else leechers += 1
    // More would change nothing, and a swarm may be large.
    if (seeds > 0 && leechers > 0) break
  }
  return { seeds, leechers, partialSeeds }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { InfoHash } from '../src/core/infoHash.ts'
import { Keeper } from './keeper/keeper.ts'
import { KeeperProcess } from './keeper/keeperProcess.ts'
import type { Others } from './keeper/presence.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import type { Tracker } from './startTracker.ts'
import type { Store } from './store/store.ts'
import { KEEPER } from './tracker/admission.ts'
import type { SwarmTable } from './tracker/swarmTable.ts'

export interface RunningKeeper {
  readonly keeper: Keeper
  /** @param url an address of the server on this machine */
  run(url: string): void
  stop(): Promise<void>
}

export interface StartKeeperOptions {
  readonly settings: Settings
  readonly store: Store
  readonly tracker: Tracker
  /** By which the tracker knows the keeper. */
  readonly passkey: string
  readonly log: Log
}

const TICK_MS = 1_000

/** The keeper, which runs once there is a server for it to announce to; null where none is wanted. */
export function startKeeper({
  settings,
  store,
  tracker,
  passkey,
  log,
}: StartKeeperOptions): RunningKeeper | null {
  const { keeper: limits, bridge, dataDir, iceServers, publicUrl } = settings
  const { space } = limits
  if (space === null || dataDir === null) return null
  const folder = join(dataDir, 'keeper')
  let running: KeeperProcess | null = null
  let timer: NodeJS.Timeout | undefined
  const keeper = new Keeper({
    shares: store.kept,
    settings: { ...limits, space },
    bridge,
    others: (infoHash) => othersIn(tracker.table, infoHash),
    refusal: tracker.refusal,
    send: (command) => running?.send(command),
    now: () => Date.now(),
  })
  return {
    keeper,
    run(url) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      running = new KeeperProcess({
        start: () => ({
          kind: 'start',
          folder,
          tracker: `${url.replace(/^http/, 'ws')}announce`,
          passkey,
          site: publicUrl?.href ?? url,
          iceServers,
          giveRate: limits.giveRate,
          bridge:
            bridge.audience === 'off' ? null : { port: bridge.port, dht: bridge.dht, near: bridge.near },
          known: store.kept.all().flatMap(({ infoHash, state }) => (state === 'failed' ? [] : [infoHash])),
        }),
        heard: (event) => keeper.heard(event),
        wentDown: () => keeper.wentDown(),
        log,
      })
      timer = setInterval(() => keeper.tick(), TICK_MS).unref()
    },
    async stop() {
      clearInterval(timer)
      await running?.stop()
    },
  }
}

/** Who can be reached by the keeper: peers over HTTP and UDP speak another transport. */
function othersIn(table: SwarmTable, infoHash: InfoHash): Others {
  let [seeds, leechers, partialSeeds] = [0, 0, 0]
  for (const { isSeed, isPartialSeed, session } of table.get(infoHash)?.members ?? []) {
    if (session.member === KEEPER) continue
    if (isSeed) seeds += 1
    else if (isPartialSeed) partialSeeds += 1
    else leechers += 1
    // More would change nothing, and a swarm may be large.
    if (seeds > 0 && leechers > 0) break
  }
  return { seeds, leechers, partialSeeds }
}

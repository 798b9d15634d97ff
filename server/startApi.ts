import type { IncomingMessage, ServerResponse } from 'node:http'
import { adminLiveRoutes } from './api/adminLiveRoutes.ts'
import { adminMemberRoutes } from './api/adminMemberRoutes.ts'
import { adminSessionRoutes } from './api/adminSessionRoutes.ts'
import { adminTorrentRoutes } from './api/adminTorrentRoutes.ts'
import { createAuthorise } from './api/authorise.ts'
import type { ApiContext } from './api/context.ts'
import { History } from './api/history.ts'
import { keeperRoutes, type KeeperContext } from './api/keeperRoutes.ts'
import { memberRoutes } from './api/memberRoutes.ts'
import { createMetrics } from './api/metrics.ts'
import { openApi } from './api/openApi.ts'
import { route, type Route } from './api/route.ts'
import { createRouter } from './api/router.ts'
import { anyObject } from './api/shape.ts'
import type { SiteRoot } from '../src/core/sitePath.ts'
import type { Keeper } from './keeper/keeper.ts'
import type { Log } from './log.ts'
import type { Others } from './processes/messages.ts'
import type { Settings } from './settings.ts'
import { siteAddress } from './site/siteAddress.ts'
import { figuresOf, type Tracker } from './startTracker.ts'
import type { Sample } from './store/samples.ts'
import type { Store } from './store/store.ts'
import { networkOf } from './tracker/addressCount.ts'
import { liveSwarmsOf } from './tracker/liveSwarms.ts'
import { AddressRates } from './tracker/addressRates.ts'

/** What one address may ask to have kept, with bursts of ten seconds' worth. */
const KEEPER_ASKED_PER_SECOND = 1

interface ApiOptions {
  readonly settings: Settings
  readonly store: Store
  readonly tracker: Tracker
  /** Null without one. */
  readonly keeper: Keeper | null
  readonly log: Log
  readonly udpPort: () => number | null
  /** The other processes of this machine; null where there are none. */
  readonly others: (() => Others) | null
}

/** Everything below `/api/`, and `/metrics`; false for requests to anything else. */
export function startApi(
  { settings, store, tracker, keeper, log, udpPort, others }: ApiOptions,
  signal: AbortSignal,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const sample = (): Sample => sampleOf(tracker)
  const history = new History(sample, store.samples, Date.now())
  history.run(signal)
  const searches = new AddressRates(settings.tracker.searchesPerAddressPerSecond, () => performance.now())
  const context: ApiContext = {
    store,
    mode: settings.trackerMode,
    uploads: settings.uploads,
    table: tracker.table,
    live: tracker.cluster?.survey ?? liveSwarmsOf(tracker.table),
    history,
    sample,
    site: (request) => siteAddress(request, settings.publicUrl, settings.trustProxy),
    allowSearch: (request) => searches.allow(tracker.addressOf(request)),
    udpPort,
    dataFolder: settings.dataDir,
    cutOffMember: tracker.cutOff,
    evict: tracker.evict,
    async counted(infoHashes) {
      await tracker.cluster?.counts.fetch(infoHashes)
    },
  }
  store.watch(context)
  const router = createRouter({
    routes: withDocument(
      [
        ...memberRoutes(context),
        ...adminSessionRoutes(context),
        ...adminLiveRoutes(context),
        ...adminTorrentRoutes(context),
        ...adminMemberRoutes(context),
        ...(keeper ? keeperRoutes(keeperContext(keeper, { settings, store, tracker })) : []),
      ],
      settings.publicUrl?.pathname ?? '/',
    ),
    authorise: createAuthorise(store),
    allow: (request) => tracker.allow(tracker.addressOf(request)),
    log,
  })
  const counts = () => ({ members: store.members.count, torrents: store.torrents.count })
  const metrics = createMetrics({
    token: settings.metricsToken,
    counts,
    store,
    keeper,
    sample: () => ({ at: Date.now(), ...withOthers(figuresOf(tracker), others?.().figures ?? {}) }),
    cluster: () =>
      tracker.cluster && { ...sample(), nodes: tracker.cluster.nodeCount, isUp: tracker.cluster.isUp },
  })
  return (request, response) => router(request, response) || metrics(request, response)
}

function keeperContext(
  keeper: Keeper,
  { settings, store, tracker }: Pick<ApiOptions, 'settings' | 'store' | 'tracker'>,
): KeeperContext {
  const asked = new AddressRates(KEEPER_ASKED_PER_SECOND, () => performance.now())
  const isForAll = settings.keeper.audience === 'everybody'
  return {
    keeper,
    shares: store.kept,
    mode: settings.trackerMode,
    networkOf: isForAll ? (request) => networkOf(tracker.addressOf(request)) : null,
    allow: (request) => asked.allow(tracker.addressOf(request)),
  }
}

function withDocument(routes: readonly Route[], root: SiteRoot): readonly Route[] {
  const document = route({
    method: 'GET',
    path: '/api/openapi.json',
    access: 'anyone',
    summary: 'This document.',
    returns: anyObject('An OpenAPI 3.1 document'),
    handle: () => text,
  })
  const all = [...routes, document]
  const text = openApi(all, root)
  return all
}

/** Of all processes of this machine together. */
function withOthers<Figures extends Readonly<Record<string, number>>>(
  here: Figures,
  others: Readonly<Record<string, number>>,
): Figures {
  const sums = Object.entries(here).map(([name, value]) => [name, value + (others[name] ?? 0)])
  return Object.fromEntries(sums) as Figures
}

/** Of all nodes together, where there are several. */
function sampleOf(tracker: Tracker): Sample {
  const here = figuresOf(tracker)
  if (!tracker.cluster) return { at: Date.now(), ...here }
  const all: Readonly<Partial<typeof here>> = tracker.cluster.figures()
  return { at: Date.now(), ...here, ...all, swarms: Math.round(all.swarms ?? 0) }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { answerInTurn, chargeAnswer } from './answers.ts'
import { limitConnections } from './connections.ts'
import { createLog, writeToConsole, type Log } from './log.ts'
import { bearerOf } from './api/authorise.ts'
import type { CreateLink } from './cluster/link.ts'
import { KEEPER_PATH } from './keeper/lineMessages.ts'
import { listen, resolveHost } from './listen.ts'
import type { Others } from './processes/messages.ts'
import { listenForOthers, type PassOn } from './processes/passOn.ts'
import type { Settings } from './settings.ts'
import type { ToldConfig } from '../src/wire/siteConfig.ts'
import { healthOf } from './site/health.ts'
import { createSite, isAnnouncePath, requestPath } from './site/site.ts'
import { completeRoot, targetOnSite } from './site/siteRoot.ts'
import { compressAhead, loadSiteFiles, type SiteFiles } from './site/siteFiles.ts'
import { startAnswers } from './startAnswers.ts'
import { startKeeper } from './startKeeper.ts'
import { startMedia } from './startMedia.ts'
import { startRelay } from './startRelay.ts'
import { clusterOf, figuresOf, startTracker } from './startTracker.ts'
import { startApi } from './startApi.ts'
import { startUdp } from './startUdp.ts'
import { problemWith } from './store/database.ts'
import { createAdmission } from './store/membership.ts'
import { newSecret } from './store/secrets.ts'
import { openSharedStore } from './store/shared/sharedStore.ts'
import { openStore, type Store } from './store/store.ts'
import { reasonOf, whenFree } from './store/trouble.ts'
import { bindingResponse } from './stun/bindingResponse.ts'
import { timerMs } from './timers.ts'
import { AddressRates } from './tracker/addressRates.ts'
import type { UdpServer } from './udpServer.ts'

export interface RunningServer {
  /** An address that works on this machine, such as http://localhost:8000/. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** UDP port; null without a STUN server. */
  readonly stunPort: number | null
  /** Of the UDP tracker; null without one. */
  readonly udpPort: number | null
  /** What this process carries, by name. */
  figures(): Readonly<Record<string, number>>
  /** The secret of a link that makes its opener admin, once; null where there is an admin. */
  readonly adminLink: string | null
  /**
   * Lets everyone go and frees the ports; settles within three seconds, and those of DRAIN where there are other
   * nodes. Rejects with {@link StopProblem} once that is
   * done, when something was lost.
   */
  stop(): Promise<void>
}

/** What was lost when the server stopped, as one line for the person who runs it. */
export class StopProblem extends Error {}

export interface StartOptions {
  /** The built site; null serves no pages, only the tracker, `/config.json` and `/healthz`. */
  readonly siteFolder?: string | null
  readonly log?: Log
  /** Null, or not given, where this is the machine's only process. */
  readonly among?: Among | null
}

/** One process among several of a machine, which have their ports in common (see `processes/`). */
export interface Among {
  readonly link: CreateLink
  readonly keeperKey: string | null
  /** Null at the first, which answers itself. */
  readonly passOn: PassOn | null
  /** Where the others pass on to this one: at the first alone. */
  readonly askedAt: string | null
  readonly others: (() => Others) | null
}

const BUILT_SITE = fileURLToPath(new URL('../dist', import.meta.url))

/** How long requests under way may take once the server stops. */
const STOP_GRACE_MS = 1_000

/** Node looks for connections that take too long every now and then: how often in the time that they may take. */
const CHECKS_PER_LIMIT = 10
/** In seconds; each check goes over all connections. */
const MOST_OFTEN_CHECKED = 1
const LEAST_OFTEN_CHECKED = 30

/** Starts everything. Throws {@link StartProblem}, and leaves nothing behind, when something is missing or in use. */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLog(settings.logLevel, writeToConsole, undefined, settings.logFormat)
  const siteFolder = options.siteFolder === undefined ? BUILT_SITE : options.siteFolder
  const root = settings.publicUrl?.pathname ?? '/'
  const files: SiteFiles = siteFolder === null ? new Map() : await loadSiteFiles(siteFolder, root)
  const lifetime = new AbortController()
  let stun: UdpServer | null = null
  let udp: UdpServer | null = null

  const among = options.among ?? null
  const passOn = among?.passOn ?? null
  const others = among?.others ?? null
  const joinCluster = await clusterOf(settings, among?.link ?? null)
  const store = await storeFor(settings, log, passOn !== null)
  const hasKeeper = settings.keeper.space !== null
  const keeperKey = among ? among.keeperKey : hasKeeper ? newSecret() : null
  const admission = createAdmission(settings.trackerMode, store, keeperKey)
  const tracker = startTracker(settings, admission, log, lifetime.signal, joinCluster)
  const running =
    keeperKey === null || !hasKeeper
      ? null
      : startKeeper({
          settings,
          store,
          tracker,
          passkey: keeperKey,
          stunPort: () => stun?.port ?? null,
          log,
        })
  const keeper = running?.keeper ?? null
  const udpPort = (): number | null => udp?.port ?? null
  const api = startApi({ settings, store, tracker, keeper, log, udpPort, others }, lifetime.signal)
  const answers = startAnswers(settings.tracker, tracker.addressOf, lifetime.signal)
  const media = passOn ? null : startMedia(settings, store, answers, log, lifetime.signal)
  const startedAt = performance.now()
  const site = createSite({
    files,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    stunPort: () => stun?.port ?? null,
    iceServers: settings.iceServers,
    trackerMode: settings.trackerMode,
    relayADay: settings.relayADay,
    sealed: settings.sealed,
    relay: startRelay(settings, tracker.addressOf),
    memberOf: (request) => store.members.memberOf(bearerOf(request) ?? ''),
    embed: settings.embed,
    media: mediaConfig(settings),
    keeper: (member) => keeper?.offer(member) ?? null,
    health: () =>
      healthOf({
        tracker,
        store,
        others: others?.() ?? null,
        uptimeSeconds: Math.floor((performance.now() - startedAt) / 1_000),
      }),
  })
  const { halfOpenSeconds, idleSeconds, connectionsPerAddress } = settings.tracker

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (completeRoot(request, response, root)) return
    request.url = targetOnSite(request.url ?? '/', root)
    const isMade =
      passOn?.request(request, response) ||
      tracker.http(request, response) ||
      api(request, response) ||
      media?.(request, response)
    // The page's own files are in memory once, however many are sending them.
    if (isMade) chargeAnswer(request, response, answers)
    else site(request, response)
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (passOn?.upgrade(request, socket, head)) return
    if (!running?.upgrade(request, socket, head)) tracker.sockets.upgrade(request, socket, head)
  }

  const server = createServer(
    {
      requestTimeout: timerMs(halfOpenSeconds),
      headersTimeout: timerMs(halfOpenSeconds),
      connectionsCheckingInterval: timerMs(checkingSeconds(halfOpenSeconds)),
      shouldUpgradeCallback: (request) => {
        request.url = targetOnSite(request.url ?? '/', root)
        return isWebSocketUpgrade(request, settings.keeper.secret !== null)
      },
    },
    answerInTurn(answer, answers),
  )
  // Of a connection on which nothing moves in either direction; a download goes on for as long as it is read. It
  // does not hold for WebSockets.
  server.timeout = timerMs(idleSeconds)
  limitConnections(server, connectionsPerAddress, settings.trustProxy)
  server.on('upgrade', upgrade)
  let asked: Server | null = null

  async function stop(): Promise<void> {
    if (tracker.cluster) await tracker.drain(settings.cluster.drainSeconds)
    lifetime.abort()
    tracker.sockets.stop()
    await Promise.all([close(server), asked && close(asked), stun?.stop(), udp?.stop(), running?.stop()])
    await tracker.cluster?.stop()
    try {
      await store.close()
    } catch (error) {
      throw new StopProblem(
        `What was due at the end could not be written to the database: ${reasonOf(error)}.`,
      )
    }
  }

  try {
    await tracker.cluster?.ready()
    const isShared = among !== null
    if (among?.askedAt) {
      // Whoever passes a request on has counted it.
      asked = await listenForOthers(
        among.askedAt,
        answerInTurn(answer, { ...answers, allow: () => true }),
        upgrade,
      )
    }
    const bound = await listen(server, await resolveHost(settings.host), settings.port, isShared)
    if (settings.stunPort !== null) {
      const remedy = 'STUN_PORT (0 for no STUN server)'
      const rates = new AddressRates(settings.tracker.stunPerAddressPerSecond, () => performance.now())
      stun = await startUdp(
        { host: bound.host, port: settings.stunPort, isShared, remedy, log },
        (datagram, ...from) => (rates.allow(from[0]) ? bindingResponse(datagram, ...from) : null),
      )
    }
    const wantedUdpPort = settings.udpPort === 'same' ? bound.port : settings.udpPort
    if (wantedUdpPort !== null) {
      const remedy = 'UDP_PORT (0 for no UDP tracker)'
      udp = await startUdp({ host: bound.host, port: wantedUdpPort, isShared, remedy, log }, tracker.udp)
    }
    server.on('error', (error) => log.error('HTTP server failed', { error: error.message }))
    // One process of several leaves the machine to the others while it does so; they do it as it is asked for.
    if (!passOn) {
      compressAhead(files, lifetime.signal).catch((error: unknown) =>
        log.error('the site could not be compressed', { error: String(error) }),
      )
    }
    log.debug('started', { port: bound.port, files: files.size })
    const adminLink = await whenFree(async () =>
      passOn || store.adminKeys.hasAdmin ? null : store.adminKeys.createLink(),
    ).catch((error: unknown) => {
      throw problemWith(settings.dataDir, error)
    })
    const url = `http://${localName(bound.host)}:${bound.port}/`
    running?.run(url)
    let stopping: Promise<void> | null = null
    return {
      url,
      host: bound.host,
      port: bound.port,
      stunPort: stun?.port ?? null,
      udpPort: udpPort(),
      figures: () => figuresOf(tracker),
      adminLink,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    // Why it does not start says more than what follows from that.
    await stop().catch(() => undefined)
    throw error
  }
}

async function storeFor(
  { databaseUrl, dataDir, tracker }: Settings,
  log: Log,
  isBeside: boolean,
): Promise<Store> {
  if (databaseUrl === null) return openStore(dataDir, tracker, log)
  return openSharedStore({ url: databaseUrl, folder: dataDir, limits: tracker, log, isBeside })
}

function mediaConfig({ mediaDir, mediaPeers, mediaRatio }: Settings): ToldConfig['media'] {
  if (mediaDir === null) return null
  return { peersFrom: mediaPeers === Infinity ? null : mediaPeers, ratio: mediaRatio }
}

function checkingSeconds(limitSeconds: number): number {
  return Math.min(Math.max(limitSeconds / CHECKS_PER_LIMIT, MOST_OFTEN_CHECKED), LEAST_OFTEN_CHECKED)
}

function isWebSocketUpgrade(request: IncomingMessage, expectsKeeper: boolean): boolean {
  const path = requestPath(request)
  const isPath = isAnnouncePath(path) || (expectsKeeper && path === KEEPER_PATH)
  return isPath && request.headers.upgrade?.toLowerCase() === 'websocket'
}

/** Stops accepting, lets responses under way end, then cuts off the rest. */
async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}

/** How a browser on this machine names a listening address. */
function localName(host: string): string {
  if (['::', '0.0.0.0', '127.0.0.1'].includes(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}

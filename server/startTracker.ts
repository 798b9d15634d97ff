import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Milliseconds } from '../src/core/brand.ts'
import type { InfoHash } from '../src/core/infoHash.ts'
import type { Log } from './log.ts'
import { clientAddress } from './proxies.ts'
import type { Settings } from './settings.ts'
import type { Cluster, ClusterOptions } from './cluster/cluster.ts'
import type { CreateLink } from './cluster/link.ts'
import { AddressedTracker } from './tracker/addressedTracker.ts'
import { AddressCount } from './tracker/addressCount.ts'
import { AddressRates } from './tracker/addressRates.ts'
import type { Admission, MemberId } from './tracker/admission.ts'
import { SharedConnectionIds } from './tracker/sharedConnectionIds.ts'
import { ALONE } from './tracker/readiness.ts'
import { createHttpTracker } from './tracker/httpTracker.ts'
import type { Session } from './tracker/records.ts'
import { Registry } from './tracker/registry.ts'
import { TrackerSockets } from './tracker/sockets.ts'
import { SwarmTable } from './tracker/swarmTable.ts'
import { UdpTracker } from './tracker/udpTracker.ts'
import { timerMs } from './timers.ts'
import type { UdpResponder } from './udpServer.ts'

/** All protocols of the tracker, over one table of swarms. */
export interface Tracker {
  readonly table: SwarmTable
  readonly registry: Registry
  readonly addressed: AddressedTracker
  readonly sockets: TrackerSockets<Session>
  /** False for a request that is no announce or scrape. */
  readonly http: (request: IncomingMessage, response: ServerResponse) => boolean
  readonly udp: UdpResponder
  /** Null where this is the only node. */
  readonly cluster: Cluster | null
  /** Ends what a member does here at this moment, and at every other node. */
  readonly cutOff: (member: MemberId) => void
  /** Ends a torrent's swarm at this moment, if it is not served any more. */
  readonly evict: (infoHash: InfoHash) => void
  /** Why a torrent is not served; null when it is. */
  readonly refusal: Admission['refusal']
  /** Requests since the start, for the figures. */
  readonly traffic: Readonly<Traffic>
  readonly addressOf: (request: IncomingMessage) => string
  /** Sends everybody to the other nodes within so many seconds. */
  readonly drain: (seconds: number) => Promise<void>
  readonly isDraining: () => boolean
  /** Counts a request; false when its address asks too often. */
  readonly allow: (address: string) => boolean
}

export interface Traffic {
  webSocketMessages: number
  httpRequests: number
  udpDatagrams: number
}

const SWEEPS_PER_INTERVAL = 4
const LONGEST_NOTICE_MS: Milliseconds = 5_000

/** Makes this node one of several. */
export type JoinCluster = (options: Omit<ClusterOptions, 'link'>) => Cluster

/**
 * Null where this is the only node: then nothing of it is loaded, which takes 20 MB.
 *
 * @param here how nodes on this machine reach each other, where no Valkey is named
 */
export async function clusterOf(
  { cluster: { urls, name } }: Settings,
  here: CreateLink | null,
): Promise<JoinCluster | null> {
  const link = urls === null ? here : await valkeyLink(urls, name)
  if (link === null) return null
  const { Cluster } = await import('./cluster/cluster.ts')
  return (options) => new Cluster({ ...options, link })
}

async function valkeyLink(urls: readonly string[], name: string): Promise<CreateLink> {
  const { ValkeyLink } = await import('./cluster/valkeyLink.ts')
  return (options) => new ValkeyLink({ ...options, urls, name })
}

export function startTracker(
  settings: Settings,
  admission: Admission,
  log: Log,
  signal: AbortSignal,
  join: JoinCluster | null,
): Tracker {
  const now = (): number => performance.now()
  const limits = settings.tracker
  const table = new SwarmTable()
  const basis = { table, now, random: Math.random, limits, admission }
  const registry = new Registry(basis)
  const addressed = new AddressedTracker(basis)
  const rates = new AddressRates(limits.requestsPerAddressPerSecond, now)
  const unprovenRates = new AddressRates(limits.requestsPerAddressPerSecond, now)
  const allow = (address: string): boolean => rates.allow(address)
  const allowUnproven = (address: string): boolean => unprovenRates.allow(address)
  const addressOf = trackerAddressOf(settings, log)
  const traffic: Traffic = { webSocketMessages: 0, httpRequests: 0, udpDatagrams: 0 }
  const socketAddresses = new AddressCount(limits.socketsPerAddress)
  const cluster =
    join?.({
      table,
      registry,
      addressed,
      log,
      now,
      figures: () => figuresOf(tracker),
      addressCounts: { sockets: socketAddresses, peers: addressed.addresses },
      addressRates: { requests: rates },
      cutOff: cutOffHere,
      evict: evictHere,
    }) ?? null
  let isDraining = false
  let isClosed = false
  const ready = cluster?.held ?? ALONE
  const sockets = new TrackerSockets<Session>({
    addresses: socketAddresses,
    swarms: cluster?.held ?? registry,
    limits,
    log,
    now,
    addressOf,
    allow,
    admission,
    traffic,
  })
  // The last line of defence, as the sockets have theirs: such as a disk that fails.
  const blame = (error: unknown): void =>
    log.error('a tracker request could not be handled', { error: String(error) })
  const http = createHttpTracker({ tracker: addressed, addressOf, allow, ready, failed: blame })
  const udp = new UdpTracker({
    tracker: addressed,
    now,
    allow,
    allowUnproven,
    ready,
    ...(cluster && {
      connectionIds: new SharedConnectionIds(
        () => cluster.secret,
        () => Date.now(),
      ),
    }),
  })

  function cutOffHere(member: MemberId): void {
    sockets.cutOff((other) => other === member)
    addressed.remove((peer) => peer.member === member)
  }

  function evictHere(infoHash: InfoHash, reason: string): void {
    registry.evict(infoHash, reason)
    addressed.remove((_peer, other) => other === infoHash)
  }

  sweepEvery(limits.intervalSeconds, () => registry.sweep(), signal)
  sweepEvery(limits.addressedIntervalSeconds, () => addressed.sweep(), signal)
  const tracker: Tracker = {
    table,
    registry,
    addressed,
    sockets,
    cluster,
    cutOff(member) {
      cutOffHere(member)
      // Elsewhere it is the number of another member.
      if (settings.databaseUrl !== null) cluster?.cutOff(member)
    },
    evict(infoHash) {
      const reason = admission.refusal(infoHash)
      if (reason === null) return
      evictHere(infoHash, reason)
      cluster?.evict(infoHash, reason)
    },
    http(request, response) {
      try {
        if (isClosed && isAnnounce(request)) {
          response.writeHead(503, { 'Content-Type': 'text/plain', Connection: 'close' }).end('503\n')
          return true
        }
        const isOurs = http(request, response)
        if (isOurs) traffic.httpRequests += 1
        return isOurs
      } catch (error) {
        blame(error)
        response.writeHead(500, { 'Content-Type': 'text/plain' }).end('500\n')
        return true
      }
    },
    udp(datagram, address, port) {
      traffic.udpDatagrams += 1
      try {
        const response = udp.respond(datagram, address, port)
        return response instanceof Promise ? response.catch(blameFor) : response
      } catch (error) {
        return blameFor(error)
      }
    },
    refusal: (infoHash) => admission.refusal(infoHash),
    traffic,
    addressOf,
    allow,
    async drain(seconds) {
      isDraining = true
      log.info('draining', { sockets: sockets.count, seconds })
      // A balancer that asks for the health first sends nobody here any more: then nobody has to be turned away.
      const noticeMs = Math.min(LONGEST_NOTICE_MS, (seconds * 1_000) / 4)
      await sleep(noticeMs)
      isClosed = true
      cluster?.handOver()
      await sockets.drain(seconds * 1_000 - noticeMs)
    },
    isDraining: () => isDraining,
  }
  return tracker

  function blameFor(error: unknown): null {
    blame(error)
    return null
  }
}

/** What this node carries. */
export function figuresOf({ table, addressed, sockets, traffic }: Tracker) {
  const { user, system } = process.cpuUsage()
  return {
    swarms: table.swarmCount,
    peers: table.peerCount,
    addressedPeers: addressed.peerCount,
    sockets: sockets.count,
    ...traffic,
    cpuSeconds: (user + system) / 1e6,
    memoryBytes: process.memoryUsage.rss(),
  }
}

function isAnnounce(request: IncomingMessage): boolean {
  return /\/(announce|scrape)\b/i.test(request.url?.split('?', 1)[0] ?? '')
}

function sweepEvery(intervalSeconds: number, sweep: () => void, signal: AbortSignal): void {
  const timer = setInterval(sweep, timerMs(intervalSeconds / SWEEPS_PER_INTERVAL)).unref()
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** Whose requests are counted together. Says once when a proxy seems to stand between, but is not trusted. */
function trackerAddressOf(settings: Settings, log: Log): (request: IncomingMessage) => string {
  let hasWarned = settings.trustProxy.kind !== 'none'
  return (request) => {
    if (!hasWarned && request.headers['x-forwarded-for'] !== undefined) {
      hasWarned = true
      log.warn('requests carry X-Forwarded-For but TRUST_PROXY is not set: all visitors count as one address')
    }
    return clientAddress(request, settings.trustProxy)
  }
}

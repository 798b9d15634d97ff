import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from './log.ts'
import { clientAddress } from './proxies.ts'
import type { Settings } from './settings.ts'
import { AddressedTracker } from './tracker/addressedTracker.ts'
import { AddressRates } from './tracker/addressRates.ts'
import type { Admission } from './tracker/admission.ts'
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
  /** Why a torrent is not served; null when it is. */
  readonly refusal: Admission['refusal']
  /** Requests since the start, for the figures. */
  readonly traffic: Readonly<Traffic>
  readonly addressOf: (request: IncomingMessage) => string
  /** Counts a request; false when its address asks too often. */
  readonly allow: (address: string) => boolean
}

export interface Traffic {
  webSocketMessages: number
  httpRequests: number
  udpDatagrams: number
}

const SWEEPS_PER_INTERVAL = 4

export function startTracker(
  settings: Settings,
  admission: Admission,
  log: Log,
  signal: AbortSignal,
): Tracker {
  const now = (): number => performance.now()
  const limits = settings.tracker
  const table = new SwarmTable()
  const shared = { table, now, random: Math.random, limits, admission }
  const registry = new Registry(shared)
  const addressed = new AddressedTracker(shared)
  const rates = new AddressRates(limits.requestsPerAddressPerSecond, now)
  const unprovenRates = new AddressRates(limits.requestsPerAddressPerSecond, now)
  const allow = (address: string): boolean => rates.allow(address)
  const allowUnproven = (address: string): boolean => unprovenRates.allow(address)
  const addressOf = trackerAddressOf(settings, log)
  const traffic: Traffic = { webSocketMessages: 0, httpRequests: 0, udpDatagrams: 0 }
  const sockets = new TrackerSockets<Session>({
    swarms: registry,
    limits,
    log,
    now,
    addressOf,
    allow,
    admission,
    traffic,
  })
  const http = createHttpTracker({ tracker: addressed, addressOf, allow })
  const udp = new UdpTracker({ tracker: addressed, now, allow, allowUnproven })

  // The last line of defence, as the sockets have theirs: such as a disk that fails.
  const blame = (error: unknown): void =>
    log.error('a tracker request could not be handled', { error: String(error) })

  sweepEvery(limits.intervalSeconds, () => registry.sweep(), signal)
  sweepEvery(limits.addressedIntervalSeconds, () => addressed.sweep(), signal)
  return {
    table,
    registry,
    addressed,
    sockets,
    http(request, response) {
      try {
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
        return udp.respond(datagram, address, port)
      } catch (error) {
        blame(error)
        return null
      }
    },
    refusal: (infoHash) => admission.refusal(infoHash),
    traffic,
    addressOf,
    allow,
  }
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

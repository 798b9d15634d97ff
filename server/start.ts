import { createServer, type IncomingMessage, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createLog, type Log } from './log.ts'
import { listen, problemOf, resolveHost } from './listen.ts'
import { clientAddress } from './proxies.ts'
import type { Settings } from './settings.ts'
import { ANNOUNCE_PATH, createSite, requestPath } from './site/site.ts'
import { compressAhead, loadSiteFiles, type SiteFiles } from './site/siteFiles.ts'
import { startStunServer, type StunServer } from './stun/stunServer.ts'
import { Registry } from './tracker/registry.ts'
import { TrackerSockets } from './tracker/sockets.ts'
import type { Session } from './tracker/records.ts'

export interface RunningServer {
  /** An address that works on this machine, such as http://localhost:8000/. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** UDP port; null without a STUN server. */
  readonly stunPort: number | null
  /** Lets everyone go and frees the ports; settles within two seconds. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** The built site; null serves no pages, only the tracker, `/config.json` and `/healthz`. */
  readonly siteFolder?: string | null
  readonly log?: Log
}

const BUILT_SITE = fileURLToPath(new URL('../dist', import.meta.url))

/** How long requests under way may take once the server stops. */
const STOP_GRACE_MS = 1_000
/** A request is one small packet: who takes longer holds a connection open for nothing. */
const REQUEST_TIMEOUT_MS = 15_000
const SWEEPS_PER_INTERVAL = 4

/** Starts everything. Throws {@link StartProblem}, and leaves nothing behind, when something is missing or in use. */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLog(settings.logLevel, writeToConsole)
  const siteFolder = options.siteFolder === undefined ? BUILT_SITE : options.siteFolder
  const files: SiteFiles = siteFolder === null ? new Map() : await loadSiteFiles(siteFolder)
  const lifetime = new AbortController()
  let stun: StunServer | null = null

  const tracker = startTracker(settings, log, lifetime.signal)
  const startedAt = performance.now()
  const site = createSite({
    files,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    stunPort: () => stun?.port ?? null,
    iceServers: settings.iceServers,
    health: () => ({
      status: 'ok',
      swarms: tracker.registry.counts.swarms,
      peers: tracker.registry.counts.peers,
      sockets: tracker.sockets.count,
      uptimeSeconds: Math.floor((performance.now() - startedAt) / 1_000),
    }),
  })
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      shouldUpgradeCallback: (request) => isWebSocketUpgrade(request),
    },
    site,
  )
  server.on('upgrade', (request, socket, head) => tracker.sockets.upgrade(request, socket, head))

  async function stop(): Promise<void> {
    lifetime.abort()
    tracker.sockets.stop()
    await Promise.all([close(server), stun?.stop()])
  }

  try {
    const bound = await listen(server, await resolveHost(settings.host), settings.port)
    if (settings.stunPort !== null) stun = await startStun(bound.host, settings.stunPort, log)
    server.on('error', (error) => log.error('HTTP server failed', { error: error.message }))
    compressAhead(files, lifetime.signal).catch((error: unknown) =>
      log.error('the site could not be compressed', { error: String(error) }),
    )
    log.debug('started', { port: bound.port, files: files.size })
    let stopping: Promise<void> | null = null
    return {
      url: `http://${localName(bound.host)}:${bound.port}/`,
      host: bound.host,
      port: bound.port,
      stunPort: stun?.port ?? null,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function startTracker(
  settings: Settings,
  log: Log,
  signal: AbortSignal,
): { registry: Registry; sockets: TrackerSockets<Session> } {
  const now = (): number => performance.now()
  const registry = new Registry({ now, random: Math.random, limits: settings.tracker })
  const sockets = new TrackerSockets<Session>({
    swarms: registry,
    limits: settings.tracker,
    log,
    now,
    addressOf: trackerAddressOf(settings, log),
  })
  const everyMs = (settings.tracker.intervalSeconds * 1_000) / SWEEPS_PER_INTERVAL
  const sweeping = setInterval(() => registry.sweep(), everyMs).unref()
  signal.addEventListener('abort', () => clearInterval(sweeping))
  return { registry, sockets }
}

function isWebSocketUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket' && requestPath(request) === ANNOUNCE_PATH
}

async function startStun(host: string, port: number, log: Log): Promise<StunServer> {
  try {
    return await startStunServer(host, port, log)
  } catch (error) {
    throw problemOf(error, `UDP port ${port}`, host, 'STUN_PORT (0 for no STUN server)')
  }
}

/** Whose sockets are counted together. Says once when a proxy seems to stand between, but is not trusted. */
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

function writeToConsole(line: string, isTrouble: boolean): void {
  ;(isTrouble ? process.stderr : process.stdout).write(line)
}

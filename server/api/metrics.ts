import { hash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Keeper } from '../keeper/keeper.ts'
import type { Sample } from '../store/samples.ts'
import type { Store } from '../store/store.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export interface MetricsOptions {
  /** What a scraper has to send as `Authorization: Bearer …`; null for no metrics at all. */
  readonly token: string | null
  readonly sample: () => Sample
  readonly counts: () => { members: number; torrents: number }
  readonly store: Pick<Store, 'trouble' | 'behind'>
  /** Null without one. */
  readonly keeper: Keeper | null
  /** What all nodes have together; null where there is one alone. */
  readonly cluster: () => ClusterSample | null
}

interface ClusterSample extends Sample {
  readonly nodes: number
  readonly isUp: boolean
}

/** Answers `/metrics`; false for anything else, and where there are none. */
export function createMetrics(
  options: MetricsOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (options.token === null || request.method !== 'GET' || request.url !== '/metrics') return false
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer === undefined || !isEqual(bearer, options.token)) {
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'text/plain' }).end('401\n')
      return true
    }
    const cluster = options.cluster()
    const metrics = [
      ...serverMetrics(options.sample(), options.counts()),
      ...storeMetrics(options.store),
      ...(cluster ? clusterMetrics(cluster) : []),
      ...(options.keeper ? keeperMetrics(options.keeper) : []),
    ]
    const text = metrics.map(textOf).join('')
    response.writeHead(200, { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' }).end(text)
    return true
  }
}

/** In a time that does not tell how much of it is right. */
function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'))
}

interface Metric {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly value: number
}

function serverMetrics(sample: Sample, store: { members: number; torrents: number }): readonly Metric[] {
  return [
    gauge('swarms', 'Torrents with at least one peer.', sample.swarms),
    gauge('peers', 'Peers of all kinds.', sample.peers),
    gauge('addressed_peers', 'Peers over HTTP and UDP.', sample.addressedPeers),
    gauge('sockets', 'Open WebSockets.', sample.sockets),
    gauge('members', 'Members who have not been revoked.', store.members),
    gauge('torrents', 'Torrents that are known.', store.torrents),
    gauge('resident_memory_bytes', 'Resident memory of the process.', sample.memoryBytes),
    counter('websocket_messages_total', 'Messages of WebSocket clients.', sample.webSocketMessages),
    counter('http_requests_total', 'Announces and scrapes over HTTP.', sample.httpRequests),
    counter('udp_datagrams_total', 'Datagrams that the UDP tracker got.', sample.udpDatagrams),
    counter('cpu_seconds_total', 'CPU time of the process, user and system.', sample.cpuSeconds),
  ]
}

function storeMetrics({ trouble, behind }: Pick<Store, 'trouble' | 'behind'>): readonly Metric[] {
  return [
    gauge('database_up', '1 while the database can be read and written.', Number(trouble === null)),
    gauge('database_behind', 'Entries that are noted here and have yet to reach the database.', behind),
  ]
}

/** The same at every node, as far as it knows: not to be added up. */
function clusterMetrics(sample: ClusterSample): readonly Metric[] {
  return [
    gauge('cluster_up', '1 while the other nodes can be reached.', Number(sample.isUp)),
    gauge('cluster_nodes', 'Nodes that are there, this one included.', sample.nodes),
    gauge('cluster_swarms', 'Torrents with at least one peer at any node.', sample.swarms),
    gauge('cluster_peers', 'Peers of all kinds of all nodes.', sample.peers),
    gauge('cluster_addressed_peers', 'Peers over HTTP and UDP of all nodes.', sample.addressedPeers),
    gauge('cluster_sockets', 'Open WebSockets of all nodes.', sample.sockets),
  ]
}

/** Of the keeper and its process; while that does not run, what it would tell is left out. */
function keeperMetrics({ space, shareCount, presentCount, isUp, figures }: Keeper): readonly Metric[] {
  return [
    gauge('keeper_up', '1 while its process runs.', Number(isUp)),
    gauge('keeper_space_bytes', 'What the keeper may take of the disk.', space.bytes),
    gauge('keeper_taken_bytes', 'What its shares take once all of them is here.', space.taken),
    gauge('keeper_shares', 'Shares that it has, is to have, or has lately failed to keep.', shareCount),
    gauge('keeper_swarms', 'Swarms that it is in.', presentCount),
    ...(figures
      ? [
          gauge('keeper_connections', 'Peers that it is connected to.', figures.connections),
          gauge('keeper_resident_memory_bytes', 'Resident memory of its process.', figures.memoryBytes),
          counter('keeper_given_bytes_total', 'Bytes given to peers.', figures.given),
          counter('keeper_cpu_seconds_total', 'CPU time of its process.', figures.cpuSeconds),
        ]
      : []),
  ]
}

/** Prometheus' text format (0.0.4). No name, hash, address or key of anyone is in it. */
function textOf({ name, type, help, value }: Metric): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`
}

function gauge(name: string, help: string, value: number): Metric {
  return { name: `shoal_${name}`, type: 'gauge', help, value }
}

function counter(name: string, help: string, value: number): Metric {
  return { name: `shoal_${name}`, type: 'counter', help, value }
}

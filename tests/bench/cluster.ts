import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { noValkey, TestValkey } from '../support/valkey.ts'
import { benchOptions } from './benchOptions.ts'
import { median, quantile, reportParts, type Figure } from './runner.ts'
import { OFFERS, openClients } from './trackerLoad.ts'
import {
  cpuSecondsOf,
  pinClient,
  pinTracker,
  startTrackerProcess,
  type TrackerProcess,
} from './trackerProcess.ts'

/**
 * Nodes over one Valkey, and processes of one machine (NODES), against one node alone: all of them, and Valkey, on the
 * first core, the clients on the second; rounds alternate. Parts that each end within three minutes:
 * `npm run bench -- cluster [twenty thousand latency memory one many]`
 */

const USUAL_ROUNDS = 2
/** Counted, not timed, as in the bench of the tracker. */
const WARM_UP_ANNOUNCES = 8_000
const ANNOUNCES = 12_000
const IN_FLIGHT = 100
/** A peer is given no more than the first few dozen offers at once: for more one would wait. */
const RELAYS = 500
const CROWD = 100_000

/** What is measured: no cluster, so many nodes over Valkey, or so many processes behind one port. */
interface Setup {
  readonly name: string
  readonly nodes: number
  readonly by: 'nothing' | 'valkey' | 'processes'
}

const ALONE: Setup = { name: 'one node alone', nodes: 1, by: 'nothing' }
const overValkey = (nodes: number): Setup => ({ name: `${nodes} over Valkey`, nodes, by: 'valkey' })
const processes = (nodes: number): Setup => ({ name: `NODES=${nodes}`, nodes, by: 'processes' })

interface Nodes {
  readonly ports: readonly number[]
  readonly valkey: TestValkey
  readonly processes: readonly TrackerProcess[]
  /** Of all nodes and, where it is used, Valkey. */
  cpuSeconds(): number
}

const PARTS: Readonly<Record<string, (rounds: number) => Promise<readonly Figure[]>>> = {
  twenty: async (rounds) => announces('swarms of 20', rounds, 2_000, 100),
  thousand: async (rounds) => announces('swarms of 1,000', rounds, 2_000, 2),
  latency,
  memory,
  one: async () => crowd('100,000 peers in one swarm', () => 0),
  many: async () => crowd('100,000 swarms of one', (peer) => peer),
}

export async function run(): Promise<void> {
  if (noValkey !== null) throw new Error(noValkey)
  pinClient()
  await reportParts('cluster', PARTS, benchOptions(USUAL_ROUNDS))
}

async function announces(
  what: string,
  rounds: number,
  sockets: number,
  swarms: number,
): Promise<readonly Figure[]> {
  const setups = [overValkey(1), overValkey(2), overValkey(4), processes(2), processes(4)]
  const values = new Map<Setup, number[]>([ALONE, ...setups].map((setup) => [setup, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [setup, rates] of values) {
      const rate = await onNodes(setup, (nodes) => announcesPerCpuSecond(nodes, sockets, swarms))
      rates.push(rate)
      console.error(`  ${what}, ${setup.name}: ${rate.toFixed(0)}`)
    }
  }
  const baseline = { name: ALONE.name, value: median(values.get(ALONE) ?? []) }
  return setups.map((setup) => ({
    name: `announces with 5 answered offers in ${what}, ${setup.name}`,
    unit: '1/CPU-s',
    value: median(values.get(setup) ?? []),
    baseline,
  }))
}

async function onNodes<Result>(
  { nodes: count, by }: Setup,
  measure: (nodes: Nodes) => Promise<Result>,
  more: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const valkey = await TestValkey.start()
  pinTracker(valkey.pid)
  const nodes: TrackerProcess[] = []
  const folders: string[] = []
  const environment = {
    ...more,
    ...(by === 'valkey' && { CLUSTER_URL: valkey.url }),
    ...(by === 'processes' && { NODES: String(count) }),
  }
  try {
    for (let node = 0; node < (by === 'valkey' ? count : 1); node += 1) {
      const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
      folders.push(folder)
      nodes.push(await startTrackerProcess(by === 'processes' ? 'ours' : 'bare', folder, environment))
    }
    const cpuSeconds = (): number =>
      nodes.reduce((sum, node) => sum + node.cpuSeconds(), by === 'valkey' ? cpuSecondsOf(valkey.pid) : 0)
    await untilQuiet(cpuSeconds)
    return await measure({ ports: nodes.map(({ port }) => port), valkey, processes: nodes, cpuSeconds })
  } finally {
    for (const node of nodes) await node.stop()
    await valkey.stop()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

/** A start goes on for a second after the port is open, and nodes of a cluster never do quite nothing. */
async function untilQuiet(cpuSeconds: () => number): Promise<void> {
  for (let former = -1, used = 0; used > former + 0.1; used = cpuSeconds()) {
    former = used
    await sleep(500)
  }
}

async function announcesPerCpuSecond(nodes: Nodes, sockets: number, swarms: number): Promise<number> {
  const clients = await openClients(nodes.ports, sockets, swarms)
  let isOver = false
  let done = 0
  let next = 0
  const loop = async (): Promise<void> => {
    while (!isOver) {
      await clients[next++ % clients.length]?.announce(OFFERS)
      done += 1
    }
  }
  const loops = Array.from({ length: IN_FLIGHT }, loop)
  while (done < WARM_UP_ANNOUNCES) await sleep(10)
  const [cpu, before] = [nodes.cpuSeconds(), done]
  while (done < before + ANNOUNCES) await sleep(10)
  const rate = (done - before) / (nodes.cpuSeconds() - cpu)
  isOver = true
  await Promise.race([Promise.all(loops), sleep(1_000)])
  for (const client of clients) client.close()
  return rate
}

/** An offer to the only other peer of a swarm, which is at the same node or at another. */
async function latency(rounds: number): Promise<readonly Figure[]> {
  const [same, other, processed]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    same.push(...(await onNodes(ALONE, relayTimes)))
    other.push(...(await onNodes(overValkey(2), relayTimes)))
    processed.push(...(await onNodes(processes(2), relayTimes)))
  }
  return [0.5, 0.99].flatMap((share) =>
    [
      ['to another node over Valkey', other] as const,
      ['with NODES=2, to either process', processed] as const,
    ].map(([where, times]) => ({
      name: `relayed offer ${where}, ${share === 0.5 ? 'median' : 'p99'}`,
      unit: 'ms',
      value: quantile(times, share),
      baseline: { name: 'at one node', value: quantile(same, share) },
    })),
  )
}

async function relayTimes({ ports }: Nodes): Promise<number[]> {
  const times: number[] = []
  const swarms = 20
  const clients = await openClients(ports, swarms * 2, swarms)
  const [givers, takers] = [clients.slice(0, swarms), clients.slice(swarms)]
  takers.forEach((taker, index) => {
    taker.onOffer = () => times.push(performance.now() - (givers[index]?.sentAt ?? 0))
  })
  for (let sent = 0; times.length < RELAYS; sent += 1) {
    givers[sent % swarms]?.sendAnnounce()
    await sleep(2)
  }
  for (const client of clients) client.close()
  return times.slice(RELAYS / 5)
}

async function memory(): Promise<readonly Figure[]> {
  const peers = 4_000
  const figures: Figure[] = []
  for (const size of [1, 20]) {
    const value = await onNodes(overValkey(2), async ({ ports, valkey }) => {
      const before = usedMemory(valkey)
      const clients = await openClients(ports, peers, peers / size)
      // Counts are written down within a second.
      await sleep(2_000)
      const bytes = (usedMemory(valkey) - before) / peers
      for (const client of clients) client.close()
      return bytes
    })
    figures.push({ name: `memory of a peer in Valkey, swarms of ${size}`, unit: 'bytes', value })
  }
  return figures
}

function usedMemory(valkey: TestValkey): number {
  return Number(/used_memory:(\d+)/.exec(valkey.ask('INFO', 'memory'))?.[1])
}

/**
 * More peers than a machine has ports for: they announce over HTTP, each from an address of its own by the word of a
 * trusted proxy, and half of them at each of two nodes.
 */
async function crowd(what: string, swarmOf: (peer: number) => number): Promise<readonly Figure[]> {
  const proxied = { TRUST_PROXY: '127.0.0.1', TRACKER_HTTP_INTERVAL: '3600' }
  const measured = async (setup: Setup) => onNodes(setup, async (nodes) => crowdOn(nodes, swarmOf), proxied)
  const alone = await measured(ALONE)
  const two = await measured(overValkey(2))
  const figure = (name: string, unit: string, of: (crowd: Crowd) => number): Figure => ({
    name: `${what}: ${name}, 2 over Valkey`,
    unit,
    value: of(two),
    baseline: { name: ALONE.name, value: of(alone) },
  })
  return [
    figure('memory of a peer, all nodes together', 'bytes', ({ nodeBytes }) => nodeBytes),
    { name: `${what}: memory of a peer in Valkey`, unit: 'bytes', value: two.valkeyBytes },
    figure('announces', '1/CPU-s', ({ announcesPerSecond }) => announcesPerSecond),
    figure('announce, median', 'ms', ({ announceMs }) => quantile(announceMs, 0.5)),
    figure('announce, p99', 'ms', ({ announceMs }) => quantile(announceMs, 0.99)),
    figure('scrape, median', 'ms', ({ scrapeMs }) => quantile(scrapeMs, 0.5)),
    figure('scrape, p99', 'ms', ({ scrapeMs }) => quantile(scrapeMs, 0.99)),
  ]
}

interface Crowd {
  readonly nodeBytes: number
  readonly valkeyBytes: number
  readonly announcesPerSecond: number
  readonly announceMs: readonly number[]
  readonly scrapeMs: readonly number[]
}

/** Connections that are kept, each with one request under way. */
const LANES = 32
const ASKED = 2_000

async function crowdOn(nodes: Nodes, swarmOf: (peer: number) => number): Promise<Crowd> {
  const nodeBytes = async (): Promise<number> => {
    let sum = 0
    for (const node of nodes.processes) sum += await node.memoryBytes()
    return sum
  }
  const [bytesBefore, valkeyBefore] = [await nodeBytes(), usedMemory(nodes.valkey)]
  const lanes = await Promise.all(
    Array.from({ length: LANES }, async (_, lane) =>
      HttpLane.open(nodes.ports[lane % nodes.ports.length] ?? 0),
    ),
  )
  const each = async (count: number, ask: (lane: HttpLane, peer: number) => Promise<void>): Promise<void> => {
    await Promise.all(
      lanes.map(async (lane, index) => {
        for (let peer = index; peer < count; peer += LANES) await ask(lane, peer)
      }),
    )
  }
  const announce = async (lane: HttpLane, peer: number): Promise<void> =>
    lane.ask(
      `announce?${hashOf(swarmOf(peer))}&peer_id=${idOf(peer)}&port=6881&left=1&compact=1&numwant=30`,
      addressOf(peer),
    )
  const cpuBefore = nodes.cpuSeconds()
  await each(CROWD, announce)
  const announcesPerSecond = CROWD / (nodes.cpuSeconds() - cpuBefore)
  // Counts are written down within a second.
  await sleep(2_000)
  const growth = ((await nodeBytes()) - bytesBefore) / CROWD
  const valkeyBytes = (usedMemory(nodes.valkey) - valkeyBefore) / CROWD
  const timed = async (ask: typeof announce): Promise<number[]> => {
    const times: number[] = []
    const [lane] = lanes
    for (let peer = 0; lane && peer < ASKED * LANES; peer += LANES) {
      const before = performance.now()
      await ask(lane, peer)
      times.push(performance.now() - before)
    }
    return times
  }
  const announceMs = await timed(announce)
  const scrapeMs = await timed(async (lane, peer) =>
    lane.ask(`scrape?${hashOf(swarmOf(peer))}`, addressOf(peer)),
  )
  for (const lane of lanes) lane.close()
  return { nodeBytes: growth, valkeyBytes, announcesPerSecond, announceMs, scrapeMs }
}

function hashOf(swarm: number): string {
  return `info_hash=${String(swarm).padStart(20, 'h')}`
}

function idOf(peer: number): string {
  return `-BE0001-${String(peer).padStart(12, '0')}`
}

function addressOf(peer: number): string {
  return `100.${(peer >> 16) & 255}.${(peer >> 8) & 255}.${peer & 255}`
}

class HttpLane {
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket
  }

  static async open(port: number): Promise<HttpLane> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true)
    await once(socket, 'connect')
    return new HttpLane(socket)
  }

  /** An answer is one packet here. */
  async ask(path: string, from: string): Promise<void> {
    this.#socket.write(`GET /${path} HTTP/1.1\r\nHost: bench\r\nX-Forwarded-For: ${from}\r\n\r\n`)
    const [answer] = (await once(this.#socket, 'data')) as [Buffer]
    if (!answer.toString('latin1', 0, 12).endsWith('200')) throw new Error(answer.toString('latin1', 0, 200))
  }

  close(): void {
    this.#socket.destroy()
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
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
 * Nodes over one Valkey against one node alone: all of them, and Valkey, on the first core, the clients on the second;
 * rounds alternate. `npm run bench -- cluster [announces latency memory]`
 */

const USUAL_ROUNDS = 3
/** Counted, not timed, as in the bench of the tracker. */
const WARM_UP_ANNOUNCES = 10_000
const ANNOUNCES = 15_000
const IN_FLIGHT = 100
const RELAYS = 1_500

/** What is measured: no cluster, or so many nodes of one. */
const SETUPS = ['alone', 1, 2] as const
type Setup = (typeof SETUPS)[number]

interface Nodes {
  readonly ports: readonly number[]
  readonly valkey: TestValkey
  /** Of all nodes and, where it is used, Valkey. */
  cpuSeconds(): number
}

const PARTS: Readonly<Record<string, (rounds: number) => Promise<readonly Figure[]>>> = {
  announces: async (rounds) => [
    ...(await announces('swarms of 20', rounds, 2_000, 100)),
    ...(await announces('swarms of 1,000', rounds, 2_000, 2)),
  ],
  latency,
  memory,
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
  const values = new Map<Setup, number[]>(SETUPS.map((setup) => [setup, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const setup of SETUPS) {
      values.get(setup)?.push(await onNodes(setup, (nodes) => announcesPerCpuSecond(nodes, sockets, swarms)))
    }
  }
  const baseline = { name: 'one node alone', value: median(values.get('alone') ?? []) }
  return [1, 2].map((count) => ({
    name: `announces with 5 answered offers in ${what}, ${count} of a cluster`,
    unit: '1/CPU-s',
    value: median(values.get(count as Setup) ?? []),
    baseline,
  }))
}

async function onNodes<Result>(setup: Setup, measure: (nodes: Nodes) => Promise<Result>): Promise<Result> {
  const valkey = await TestValkey.start()
  pinTracker(valkey.pid)
  const nodes: TrackerProcess[] = []
  const folders: string[] = []
  try {
    for (let node = 0; node < (setup === 'alone' ? 1 : setup); node += 1) {
      const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
      folders.push(folder)
      const environment = setup === 'alone' ? {} : { CLUSTER_URL: valkey.url }
      nodes.push(await startTrackerProcess('ours', folder, environment))
    }
    const cpuSeconds = (): number =>
      nodes.reduce((sum, node) => sum + node.cpuSeconds(), setup === 'alone' ? 0 : cpuSecondsOf(valkey.pid))
    await untilQuiet(cpuSeconds)
    return await measure({ ports: nodes.map(({ port }) => port), valkey, cpuSeconds })
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
  const [same, other]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    same.push(...(await onNodes('alone', relayTimes)))
    other.push(...(await onNodes(2, relayTimes)))
  }
  return [0.5, 0.99].map((share) => ({
    name: `relayed offer to another node, ${share === 0.5 ? 'median' : 'p99'}`,
    unit: 'ms',
    value: quantile(other, share),
    baseline: { name: 'at one node', value: quantile(same, share) },
  }))
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
    const value = await onNodes(2, async ({ ports, valkey }) => {
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

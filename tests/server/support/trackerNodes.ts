import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { Redis as Valkey } from 'iovalkey'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { Cluster } from '../../../server/cluster/cluster.ts'
import type { CreateLink } from '../../../server/cluster/link.ts'
import { ProcessLink, type TablePipe } from '../../../server/cluster/processLink.ts'
import { ProcessTable } from '../../../server/cluster/processTable.ts'
import { ValkeyLink } from '../../../server/cluster/valkeyLink.ts'
import { AddressedTracker } from '../../../server/tracker/addressedTracker.ts'
import type { Admission } from '../../../server/tracker/admission.ts'
import { liveSwarmsOf, type LiveSwarms } from '../../../server/tracker/liveSwarms.ts'
import { ALONE, type Readiness } from '../../../server/tracker/readiness.ts'
import type { Session } from '../../../server/tracker/records.ts'
import { Registry } from '../../../server/tracker/registry.ts'
import type { Swarms } from '../../../server/tracker/socketClient.ts'
import { SwarmTable } from '../../../server/tracker/swarmTable.ts'
import { noValkey, TestValkey } from '../../support/valkey.ts'
import type { LIMITS } from './addressedTracker.ts'
import { quiet } from './testServer.ts'

/** One node's trackers, as sockets and requests see them. */
export interface TrackerNode {
  readonly table: SwarmTable
  readonly registry: Registry
  readonly tracker: AddressedTracker
  readonly swarms: Swarms<Session>
  readonly ready: Readiness
  readonly live: LiveSwarms
}

/** One node, or several that are one tracker; with a clock that stands still, but for a little, until it is moved. */
export interface TrackerNodes {
  readonly all: readonly [TrackerNode, ...TrackerNode[]]
  /** Peers and swarms of all nodes together. */
  counts(): { readonly swarms: number; readonly peers: number }
  readonly passSeconds: (seconds: number) => void
  /** All that was said by now has been heard, and what was said because of it. */
  settled(): Promise<void>
  /** The same, and counts have been written down for nodes that do not have a swarm. */
  written(): Promise<void>
}

export type CreateNodes = (limits: typeof LIMITS, admission?: Admission) => Promise<TrackerNodes>

/** Has the same tests run for one node, for three over a real Valkey, and for three processes' worth over a table. */
export function describeNodes(suite: (create: CreateNodes, isOne: boolean) => void): void {
  describe('one node', () => suite(async (...options) => Promise.resolve(oneNode(...options)), true))
  describe.skipIf(noValkey !== null)(`three nodes${noValkey === null ? '' : ` (${noValkey})`}`, () => {
    let valkey: TestValkey
    let observer: Valkey
    beforeAll(async () => {
      valkey = await TestValkey.start()
      observer = new Valkey(valkey.url)
    })
    afterAll(async () => {
      observer.disconnect()
      await valkey.stop()
    })
    suite(async (...options) => {
      const name = `test${(clusters += 1)}`
      const link: CreateLink = (own) => new ValkeyLink({ ...own, urls: [valkey.url], name })
      return threeNodes(link, async () => observer.ping(), ...options)
    }, false)
  })
  describe('three nodes of one machine', () => {
    suite(async (...options) => {
      const table = new ProcessTable()
      return threeNodes(
        (own) => new ProcessLink(own, pipeTo(table)),
        async () => turn(),
        ...options,
      )
    }, false)
  })
}

/** What goes over it is written and read as between processes. */
function pipeTo(table: ProcessTable): TablePipe {
  const seat = table.seat((messages) =>
    setImmediate(() => pipe.onMessages(deserialize(serialize(messages)) as typeof messages)),
  )
  const pipe: TablePipe = {
    send: (messages) => setImmediate(() => seat.heard(deserialize(serialize(messages)) as typeof messages)),
    onMessages: () => undefined,
  }
  onTestFinished(() => seat.left())
  return pipe
}

function trackersOf(limits: typeof LIMITS, now: () => number, admission?: Admission) {
  const table = new SwarmTable()
  const options = { table, now, random: Math.random, limits, ...(admission && { admission }) }
  return { table, registry: new Registry(options), tracker: new AddressedTracker(options) }
}

function oneNode(...[limits, admission]: Parameters<CreateNodes>): TrackerNodes {
  let nowMs = 0
  const trackers = trackersOf(limits, () => nowMs, admission)
  const { table, registry } = trackers
  return {
    all: [{ ...trackers, swarms: registry, ready: ALONE, live: liveSwarmsOf(table) }],
    counts: () => ({ swarms: table.swarmCount, peers: table.peerCount }),
    passSeconds: (seconds) => (nowMs += seconds * 1_000),
    settled: () => Promise.resolve(),
    written: () => Promise.resolve(),
  }
}

/** Each cluster of a run has a name of its own. */
let clusters = 0
/** From one node to another and back, and on, as often as anything takes: an offer to a swarm that begins takes ten. */
const HOPS = 16
/** Counts are written down four times a second, and one that was read is good for one. */
const WRITTEN_MS = 1_200

/** @param step settles when what was said before it has gone one step on */
async function threeNodes(
  link: CreateLink,
  step: () => Promise<unknown>,
  ...[limits, admission]: Parameters<CreateNodes>
): Promise<TrackerNodes> {
  let skipped = 0
  const now = (): number => performance.now() + skipped
  const start = () => {
    const trackers = trackersOf(limits, now, admission)
    const { table, registry, tracker } = trackers
    const cluster = new Cluster({
      link,
      table,
      registry,
      addressed: tracker,
      figures: () => ({ peers: table.peerCount }),
      addressCounts: { peers: tracker.addresses },
      addressRates: {},
      cutOff: () => undefined,
      evict: (infoHash, reason) => registry.evict(infoHash, reason),
      log: quiet,
      now,
    })
    onTestFinished(() => cluster.stop())
    return { ...trackers, swarms: cluster.held, ready: cluster.held, live: cluster.survey, cluster }
  }
  const nodes = [start(), start(), start()] as const
  await Promise.all(nodes.map(({ cluster }) => cluster.ready()))

  /** All nodes are in this process, and what is between them is one thread: while it answers, all messages go on. */
  async function settled(): Promise<void> {
    for (let hop = 0; hop < HOPS; hop += 1) {
      await turn()
      await step()
    }
  }

  while (nodes.some(({ cluster }) => cluster.nodeCount < nodes.length)) await settled()
  await settled()
  return {
    all: nodes,
    counts() {
      const swarms = nodes.flatMap(({ table }) => [...table.all()].map(({ infoHash }) => infoHash))
      const peers = nodes.reduce((sum, { table }) => sum + table.peerCount, 0)
      return { swarms: new Set(swarms).size, peers }
    },
    passSeconds: (seconds) => (skipped += seconds * 1_000),
    settled,
    async written() {
      await sleep(WRITTEN_MS)
      await settled()
    },
  }
}

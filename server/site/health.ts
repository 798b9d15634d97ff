import type { Others } from '../processes/messages.ts'
import type { Tracker } from '../startTracker.ts'
import type { Store } from '../store/store.ts'

interface HealthOptions {
  readonly tracker: Pick<Tracker, 'isDraining' | 'cluster' | 'table' | 'sockets'>
  readonly store: Pick<Store, 'trouble'>
  /** The other processes of this machine; null where there are none. */
  readonly others: Others | null
  readonly uptimeSeconds: number
}

/** What `/healthz` says of this machine. */
export function healthOf({ tracker, store, others, uptimeSeconds }: HealthOptions) {
  const { cluster } = tracker
  const isWhole =
    store.trouble === null && cluster?.isUp !== false && (others === null || others.running === others.wanted)
  const sum = (name: string, here: number): number => here + (others?.figures[name] ?? 0)
  return {
    status: tracker.isDraining() ? 'draining' : isWhole ? 'ok' : 'degraded',
    ...(cluster && { cluster: cluster.isUp ? `${cluster.nodeCount} nodes` : 'cannot be reached' }),
    ...(others && { processes: `${others.running + 1} of ${others.wanted + 1}` }),
    ...(store.trouble !== null && { database: store.trouble }),
    // Processes have swarms in common, which are counted once only by the cluster as a whole.
    swarms: others ? Math.round(cluster?.figures()['swarms'] ?? 0) : tracker.table.swarmCount,
    peers: sum('peers', tracker.table.peerCount),
    sockets: sum('sockets', tracker.sockets.count),
    uptimeSeconds,
  }
}

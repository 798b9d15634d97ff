import type { Milliseconds } from '../core/brand.ts'
import type { DiscoveryStatus } from './discovery/discoveryStatus.ts'
import type { Situation } from './snapshot.ts'

/** After this many links that failed in a row, or this long without one, "still connecting" would be a lie. */
const FAILURES_THAT_TELL = 3
const PATIENCE: Milliseconds = 20_000

export interface SituationInputs {
  readonly discovery: DiscoveryStatus
  readonly now: Milliseconds
  /** How long connections have been tried for without one coming about. */
  readonly connectingFor: Milliseconds
  /** Everything wanted is here: others fetch, this page gives. */
  readonly giving: boolean
  /** Open wires. */
  readonly peers: number
  /** Wires whose peer has something that is missing here (or, before it is known, the metadata). */
  readonly useful: number
  /** Useful wires that let us ask. */
  readonly unchoked: number
  /** Wires, useful ones where we fetch, over which something may be moved. */
  readonly unbarred: number
}

/** Says what stands between this page and the data: the first thing in the way, and only what is known. */
export function situationOf(inputs: SituationInputs): Situation {
  const { discovery, peers } = inputs
  if (peers > 0) {
    if (!inputs.giving && inputs.useful === 0) return { kind: 'peers-without-data', peers }
    if (inputs.unbarred === 0) return { kind: 'relay-used-up', peers }
    if (inputs.giving) return { kind: 'moving', peers }
    return inputs.unchoked === 0 ? { kind: 'choked', peers } : { kind: 'moving', peers }
  }
  if (discovery.open > 0) return { kind: 'connecting', others: discovery.open }
  const unreachable = trackersUnreachable(inputs)
  if (!discovery.swarm) {
    if (discovery.excluded) return { kind: 'members-only' }
    if (discovery.refusal !== null) return { kind: 'tracker-refused', reason: discovery.refusal }
    return unreachable ?? { kind: 'tracker-connecting' }
  }
  const { seeds, leechers } = discovery.swarm
  const others = Math.max(0, inputs.giving ? leechers : seeds + leechers - 1)
  if (discovery.heldUntil !== null) return unreachable ?? { kind: 'too-few', wanted: discovery.heldUntil }
  if (others === 0) return unreachable ?? { kind: 'alone' }
  if (discovery.failed >= FAILURES_THAT_TELL || inputs.connectingFor > PATIENCE)
    return { kind: 'unreachable', others, wayOut: discovery.wayOut }
  return unreachable ?? { kind: 'connecting', others }
}

/** Null while any tracker is reached or being reached. */
function trackersUnreachable({ discovery, now }: SituationInputs): Situation | null {
  const waits = discovery.trackers.flatMap((tracker) =>
    tracker.kind === 'unreachable' ? [tracker.retryAt - now] : [],
  )
  if (waits.length === 0 || waits.length < discovery.trackers.length) return null
  return { kind: 'tracker-unreachable', retryInSeconds: Math.max(0, Math.ceil(Math.min(...waits) / 1000)) }
}

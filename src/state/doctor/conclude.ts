import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Failure } from '../../swarm/problems.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import type { Findings } from './examine.ts'

/** A clock that is so wrong is worth a word, though nothing here needs it to be right. */
const SKEW: Milliseconds = 5 * 60_000

/** Why nothing moves: the first thing in the way. */
export type Cause =
  | { readonly kind: 'moving' }
  // The share itself has stopped.
  | { readonly kind: 'paused' }
  | { readonly kind: 'asleep' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'no-room'; readonly missing: Bytes; readonly room: Bytes }
  // What lies between this page and the site.
  | { readonly kind: 'offline' }
  | { readonly kind: 'site-away' }
  | { readonly kind: 'site-error'; readonly status: number }
  | { readonly kind: 'socket-blocked' }
  | { readonly kind: 'tracker-silent' }
  | { readonly kind: 'members-only' }
  | { readonly kind: 'refused'; readonly reason: string }
  // What lies between this page and all others.
  | { readonly kind: 'no-webrtc' }
  | { readonly kind: 'no-addresses' }
  | { readonly kind: 'no-udp' }
  | { readonly kind: 'stun-silent' }
  // Those who have it.
  | { readonly kind: 'peers-off' }
  | { readonly kind: 'too-few'; readonly wanted: number }
  | { readonly kind: 'alone' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'unanswered'; readonly others: number }
  | { readonly kind: 'no-handshake'; readonly others: number }
  | { readonly kind: 'no-relay'; readonly others: number }
  | { readonly kind: 'relay-refuses'; readonly others: number }
  | { readonly kind: 'symmetric'; readonly others: number }
  | { readonly kind: 'unreachable'; readonly others: number }
  | { readonly kind: 'no-data'; readonly peers: number }
  | { readonly kind: 'choked'; readonly peers: number }
  // Limits of one's own, and of the site.
  | { readonly kind: 'relay-used-up' }
  | { readonly kind: 'day-over' }
  | { readonly kind: 'ratio-reached' }
  // Nothing that explains it.
  | { readonly kind: 'clock'; readonly skew: Milliseconds }
  | { readonly kind: 'fine' }

/** What is asked about, as it is at this moment. */
export interface Patient {
  readonly share: Pick<
    ShareSnapshot,
    | 'state'
    | 'situation'
    | 'attempts'
    | 'failure'
    | 'exhausted'
    | 'peers'
    | 'getRate'
    | 'giveRate'
    | 'size'
    | 'progress'
    | 'mine'
  >
  /** Whether as much was given today as the visitor wants to give. */
  readonly isDayOver: boolean
}

/**
 * Names the first thing that stands in the way. What has stopped by itself comes first, since no network would make it
 * move; then all in the order in which one needs the other.
 *
 * @param patient null for the page as a whole
 */
export function conclude(findings: Findings, patient: Patient | null): Cause {
  const share = patient?.share ?? null
  const { situation } = share ?? {}
  return (
    (share && stopped(findings, share)) ??
    onTheWay(findings, share) ??
    (situation?.kind === 'tracker-refused' ? { kind: 'refused', reason: situation.reason } : null) ??
    (share && amongOthers(findings, share)) ??
    (patient && atLimits(patient)) ??
    clock(findings) ?? { kind: 'fine' }
  )
}

type Share = Patient['share']

function stopped({ room }: Findings, share: Share): Cause | null {
  if (share.state === 'paused') return { kind: 'paused' }
  if (share.state === 'asleep') return { kind: 'asleep' }
  if (share.state === 'failed' && share.failure) return { kind: 'failed', failure: share.failure }
  if (share.getRate + share.giveRate > 0) return { kind: 'moving' }
  const missing = share.mine ? 0 : Math.ceil(share.size * (1 - share.progress))
  const isFetched = ['ready', 'waiting', 'downloading'].includes(share.state)
  return isFetched && typeof room === 'number' && room < missing ? { kind: 'no-room', missing, room } : null
}

function onTheWay({ site, tracker, webRtc, way }: Findings, share: Share | null): Cause | null {
  if (webRtc === false) return { kind: 'no-webrtc' }
  // Who is connected needs neither the site nor another way out.
  if (share && share.peers.length > 0) return null
  if (site?.kind === 'offline') return { kind: 'offline' }
  if (site?.kind === 'away') return { kind: 'site-away' }
  if (site?.kind === 'error') return { kind: 'site-error', status: site.status }
  if (tracker === 'blocked') return { kind: 'socket-blocked' }
  if (tracker === 'members-only') return { kind: 'members-only' }
  if (tracker === 'silent') return { kind: 'tracker-silent' }
  if (way?.wayOut === 'no-addresses') return { kind: 'no-addresses' }
  if (way?.wayOut === 'no-udp') return { kind: way.asked > 1 ? 'no-udp' : 'stun-silent' }
  return null
}

function amongOthers({ way }: Findings, { situation, attempts }: Share): Cause | null {
  switch (situation.kind) {
    case 'peers-off':
      return { kind: 'peers-off' }
    case 'too-few':
      return { kind: 'too-few', wanted: situation.wanted }
    case 'alone':
      return { kind: 'alone' }
    case 'relay-used-up':
      return { kind: 'relay-used-up' }
    case 'members-only':
      return { kind: 'members-only' }
    case 'connecting':
    case 'tracker-connecting':
      return { kind: 'connecting' }
    case 'peers-without-data':
      return { kind: 'no-data', peers: situation.peers }
    case 'choked':
      return { kind: 'choked', peers: situation.peers }
    case 'unreachable': {
      const { others } = situation
      if (attempts && attempts.offered > 0 && attempts.answered === 0 && attempts.lastFailure === null)
        return { kind: 'unanswered', others }
      if (attempts?.lastFailure === 'handshake') return { kind: 'no-handshake', others }
      if (way?.wayOut === 'no-relay') return { kind: way.isRefused ? 'relay-refuses' : 'no-relay', others }
      if (way?.mapping === 'each' && !way.hasRelays) return { kind: 'symmetric', others }
      return { kind: 'unreachable', others }
    }
    default:
      return null
  }
}

function atLimits({ share, isDayOver }: Patient): Cause | null {
  if (share.state !== 'seeding' || !share.exhausted) return null
  return { kind: isDayOver ? 'day-over' : 'ratio-reached' }
}

function clock({ site }: Findings): Cause | null {
  const skew = site?.kind === 'ok' ? site.skew : null
  return skew !== null && Math.abs(skew) > SKEW ? { kind: 'clock', skew } : null
}

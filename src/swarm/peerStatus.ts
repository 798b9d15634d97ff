import type { Wire } from 'bittorrent-protocol'
import { cutText } from '../core/cutText.ts'
import { safeName } from '../core/safePath.ts'
import type { PeerSnapshot } from './snapshot.ts'

/** A peer that we are connected to, as it is at the moment. */
export interface PeerStatus {
  readonly snapshot: PeerSnapshot
  /** Nothing comes over its connection. */
  readonly faltering: boolean
  /** It has something that is missing here; before it is known what there is, that. */
  readonly useful: boolean
  /** Nothing may be moved over its connection, which leads over a relay. */
  readonly barred: boolean
  /** It does not let us fetch. */
  readonly choking: boolean
}

/** What is known of a peer beside what its wire tells. */
interface PeerFacts
  extends Pick<PeerStatus, 'faltering' | 'useful' | 'barred'>, Pick<PeerSnapshot, 'relayed' | 'progress'> {}

export function statusOf(
  wire: Wire,
  { relayed, progress, faltering, useful, barred }: PeerFacts,
): PeerStatus {
  return {
    snapshot: {
      id: wire.peerId,
      client: programOf(wire),
      relayed,
      progress,
      getRate: wire.downloadSpeed(),
      giveRate: wire.uploadSpeed(),
      got: wire.downloaded,
      given: wire.uploaded,
    },
    faltering,
    useful,
    barred,
    choking: wire.peerChoking,
  }
}

/** Two letters of an Azureus-style peer id (BEP 20), for programs that one meets over WebRTC. */
const PROGRAMS: Record<string, string> = {
  SH: 'Shoal',
  WW: 'WebTorrent',
  // eslint-disable-next-line no-restricted-syntax -- what it is called
  WD: 'WebTorrent Desktop',
  TR: 'Transmission',
  lt: 'libtorrent',
  LT: 'libtorrent',
  qB: 'qBittorrent',
  GT: 'anacrolix',
  TF: 'Trystero',
}

function programOf(wire: Wire): string {
  const told = wire.peerExtendedHandshake.v
  if (told instanceof Uint8Array) return cutText(safeName(new TextDecoder().decode(told)), 40)
  // The peer id is hex; its first eight bytes are "-XXnnnn-".
  const letters = String.fromCharCode(
    parseInt(wire.peerId.slice(2, 4), 16),
    parseInt(wire.peerId.slice(4, 6), 16),
  )
  return PROGRAMS[letters] ?? ''
}

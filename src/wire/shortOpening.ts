/*
 * How two of our own pages tell each other, in the descriptions of a connection (SDP), that both can do without asking
 * for what the other would say anyway. A line that nobody else reads, since attributes that are not known are to be
 * passed over (RFC 8866, 5.13):
 *
 *     a=x-shoal-offer:1            who offers can open so
 *     a=x-shoal-offer:1 no-info    and does not know yet what the torrent holds
 *     a=x-shoal-answer:1           who answers can, too; as above
 *
 * Some answer with all attributes of the offer that they do not know (libdatachannel does), hence the two names. Where
 * offer and answer both say so, each end
 *
 * - uses a channel for its wire that is agreed on beforehand, and is open a half round trip sooner;
 * - knows the other's handshake (BEP 3), which is {@link handshakeOf} the other, and says all that follows on it at once;
 * - sends the info dictionary unasked, as `ut_metadata` does (BEP 9) under the number {@link METADATA_ID}, to who does
 *   not know it, unless it is longer than {@link MOST_UNASKED}.
 */

import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, joined } from '../core/bytes.ts'
import type { InfoHash } from '../core/infoHash.ts'

const NO_INFO = 'no-info'

/** What each end knows `ut_metadata` by. */
export const METADATA_ID = 1

/** A torrent of 4,096 pieces has 80 KB and the names of its files. */
export const MOST_UNASKED: Bytes = 128 * 1024

/** Bits of the reserved bytes: extensions (BEP 10) and what is quick (BEP 6). */
const RESERVED = new Uint8Array([0, 0, 0, 0, 0, 0x10, 0, 0x04])

/** What one end says of itself. */
export interface ShortOpening {
  /** It does not know what the torrent holds. */
  readonly lacksInfo: boolean
}

export function withOpening(kind: 'offer' | 'answer', sdp: string, { lacksInfo }: ShortOpening): string {
  return `${sdp}a=x-shoal-${kind}:1${lacksInfo ? ` ${NO_INFO}` : ''}\r\n`
}

/** Null for who knows no such thing. */
export function openingIn(kind: 'offer' | 'answer', sdp: string): ShortOpening | null {
  const found = /^a=x-shoal-(offer|answer):1( no-info)?\r?$/gm
  const line = [...sdp.matchAll(found)].find(([, said]) => said === kind)
  return line ? { lacksInfo: line[2] !== undefined } : null
}

/** The handshake of a page (BEP 3). */
export function handshakeOf(infoHash: InfoHash, peerId: string): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('\x13BitTorrent protocol')
  return joined([name, RESERVED, bytesOfHex(infoHash), bytesOfHex(peerId)])
}

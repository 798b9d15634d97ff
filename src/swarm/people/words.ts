import { bytesOfHex, hexOf, joined } from '../../core/bytes.ts'
import type { InfoHash } from '../../core/infoHash.ts'

/** The certificates at the two ends of a connection (DTLS), as their SHA-256 digests. */
export interface Ends {
  readonly ours: Uint8Array<ArrayBuffer>
  readonly theirs: Uint8Array<ArrayBuffer>
}

/**
 * What a description says of its end's certificate; null unless it is exactly one, by SHA-256. A description may name
 * several, of which its sender has to have one: then it could name another's as well, and pass on to that one what was
 * said to itself.
 */
export function certificateIn(sdp: string): Uint8Array<ArrayBuffer> | null {
  const named = [...sdp.matchAll(/^a=fingerprint:sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})\s*$/gim)]
  const mentioned = sdp.match(/fingerprint/gi) ?? []
  const [first, ...others] = new Set(named.map(([, digits = '']) => digits.toLowerCase()))
  if (first === undefined || others.length > 0 || mentioned.length !== named.length) return null
  return bytesOfHex(first.replaceAll(':', ''))
}

/** What one end of a connection signs, so that the other knows who it is. It means nothing on any other connection. */
export function greetingOf(by: 'us' | 'them', ends: Ends): Uint8Array<ArrayBuffer> {
  return joined([text('shoal-person-1'), ...inOrder(by, ends)])
}

/**
 * How a share is asked for, and how that is answered, on one connection: only who knows the info hash can tell which it
 * is, or answer. It cannot be passed on, because certificates are not to be had from others.
 *
 * @param by who asks
 */
export async function wordFor(
  what: 'question' | 'answer',
  infoHash: InfoHash,
  by: 'us' | 'them',
  ends: Ends,
): Promise<string> {
  const said = joined([text(`shoal-share-1-${what}`), bytesOfHex(infoHash), ...inOrder(by, ends)])
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', said)))
}

function inOrder(by: 'us' | 'them', { ours, theirs }: Ends): readonly Uint8Array[] {
  return by === 'us' ? [ours, theirs] : [theirs, ours]
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

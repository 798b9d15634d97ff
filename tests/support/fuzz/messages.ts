import { joined } from '../../../src/core/bytes.ts'

/* The peer wire protocol as bytes (BEP 3, 6, 10), for peers that say whatever a test likes. */

const text = new TextEncoder()

export function u32(...numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * numbers.length)
  const view = new DataView(bytes.buffer)
  for (const [at, number] of numbers.entries()) view.setUint32(4 * at, number)
  return bytes
}

/** A message: its length, its id, numbers and a payload. */
export function message(
  id: number,
  numbers: readonly number[] = [],
  payload: Uint8Array = new Uint8Array(),
): Uint8Array<ArrayBuffer> {
  const content = joined([Uint8Array.of(id), u32(...numbers), payload])
  return joined([u32(content.length), content])
}

/** By which numbers a hostile peer wants to be told of extensions. */
export const NAMES = { lt_donthave: 4, sh_echo: 1, sh_lanes: 2, sh_notes: 3, ut_metadata: 5 }

export const KEEP_ALIVE = u32(0)

/** An extension's message (BEP 10); 0 is their handshake. */
export function extended(number: number, payload: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const bytes = typeof payload === 'string' ? text.encode(payload) : payload
  return message(20, [], joined([Uint8Array.of(number), bytes]))
}

/** The handshake of a peer that knows the fast extension and others. */
export function handshake(infoHash: Uint8Array, peerId: Uint8Array): Uint8Array<ArrayBuffer> {
  const reserved = Uint8Array.of(0, 0, 0, 0, 0, 0x10, 0, 0x04)
  return joined([Uint8Array.of(19), text.encode('BitTorrent protocol'), reserved, infoHash, peerId])
}

/** The handshake of extensions, with the numbers by which the peer wants to be told. */
export function extendedHandshake(
  names: Readonly<Record<string, number>>,
  more = '',
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(names)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, number]) => `${name.length}:${name}i${number}e`)
  return extended(0, `d1:md${entries.join('')}e${more}e`)
}

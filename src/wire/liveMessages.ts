import type { Bytes } from '../core/brand.ts'
import { joined } from '../core/bytes.ts'
import { MAX_SIGNED } from './liveList.ts'

/*
 * What viewers of a live channel say to each other. The first byte tells which; all numbers are big-endian, ids and
 * versions of 48 bits.
 *
 *     0 hello  watching (u8), version of the newest list that is here (0: none)
 *     1 ask    for that list
 *     2 list   as it was signed
 *     3 has    id, a bit for each piece of it that is here, the highest of the first byte for the first; none at all
 *              from who is about to fetch it from the publisher
 *     4 want   id, piece (u8)
 *     5 block  id, piece (u8), offset in it (u32), at most 16 KiB of it
 */

export type LiveMessage =
  | { readonly kind: 'hello'; readonly watching: boolean; readonly version: number }
  | { readonly kind: 'ask' }
  | { readonly kind: 'list'; readonly signed: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'has'; readonly id: number; readonly bits: Uint8Array }
  | { readonly kind: 'want'; readonly id: number; readonly piece: number }
  | {
      readonly kind: 'block'
      readonly id: number
      readonly piece: number
      readonly offset: Bytes
      readonly data: Uint8Array
    }

export const LIVE_BLOCK: Bytes = 16 * 1024
/** Of 64 pieces. */
const MOST_BITS: Bytes = 8

const NUMBER: Bytes = 6

/** Null for what no honest viewer says. */
export function parseLiveMessage(bytes: Uint8Array): LiveMessage | null {
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const number = (at: number) => view.getUint16(at) * 2 ** 32 + view.getUint32(at + 2)
  switch (bytes[0]) {
    case 0:
      return length === 2 + NUMBER ? { kind: 'hello', watching: bytes[1] === 1, version: number(2) } : null
    case 1:
      return length === 1 ? { kind: 'ask' } : null
    case 2:
      return length <= 1 + MAX_SIGNED ? { kind: 'list', signed: bytes.slice(1) } : null
    case 3:
      return length >= 1 + NUMBER && length <= 1 + NUMBER + MOST_BITS
        ? { kind: 'has', id: number(1), bits: bytes.slice(1 + NUMBER) }
        : null
    case 4:
      return length === 2 + NUMBER ? { kind: 'want', id: number(1), piece: view.getUint8(1 + NUMBER) } : null
    case 5:
      return length > 6 + NUMBER && length <= 6 + NUMBER + LIVE_BLOCK
        ? {
            kind: 'block',
            id: number(1),
            piece: view.getUint8(1 + NUMBER),
            offset: view.getUint32(2 + NUMBER),
            data: bytes.subarray(6 + NUMBER),
          }
        : null
    default:
      return null
  }
}

export function serialiseLiveMessage(message: LiveMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'hello':
      return joined([Uint8Array.of(0, message.watching ? 1 : 0), numberOf(message.version)])
    case 'ask':
      return Uint8Array.of(1)
    case 'list':
      return joined([Uint8Array.of(2), message.signed])
    case 'has':
      return joined([Uint8Array.of(3), numberOf(message.id), message.bits])
    case 'want':
      return joined([Uint8Array.of(4), numberOf(message.id), Uint8Array.of(message.piece)])
    case 'block': {
      const place = new Uint8Array(5)
      const view = new DataView(place.buffer)
      view.setUint8(0, message.piece)
      view.setUint32(1, message.offset)
      return joined([Uint8Array.of(5), numberOf(message.id), place, message.data])
    }
  }
}

function numberOf(value: number): Uint8Array {
  const bytes = new Uint8Array(NUMBER)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(value / 2 ** 32))
  view.setUint32(2, value % 2 ** 32)
  return bytes
}

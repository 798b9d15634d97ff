import type { Bytes, Milliseconds } from '../core/brand.ts'

/*
 * What goes over a lane: a further connection between two peers who have a wire already, for blocks and nothing
 * else. One message of the data channel each; numbers are big-endian, u32 unless told.
 *
 *     request  0, piece, offset, length
 *     cancel   1, piece, offset, length
 *     refusal  2, piece, offset, length
 *     block    3, piece, offset, bytes
 *     ask      4, token
 *     answer   5, token, milliseconds by the clock of who answers (f64)
 *
 * Lanes are agreed on over the wire, by an extension (BEP 10). A signal is a kind (0 offer, 1 answer, 2 refusal), the
 * lane's number (u16, given by who offers), and the description of the connection as UTF-8.
 */

/** A part of a piece. */
interface Place {
  readonly piece: number
  readonly offset: Bytes
  readonly length: Bytes
}

export type LaneMessage =
  | ({ readonly kind: 'request' | 'cancel' | 'refusal' } & Place)
  | {
      readonly kind: 'block'
      readonly piece: number
      readonly offset: Bytes
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'ask'; readonly token: number }
  | { readonly kind: 'answer'; readonly token: number; readonly receivedAt: Milliseconds }

export type LaneSignal =
  | { readonly kind: 'offer' | 'answer'; readonly lane: number; readonly sdp: string }
  | { readonly kind: 'refusal'; readonly lane: number }

const PLACES = ['request', 'cancel', 'refusal'] as const
const BLOCK = 3
const ASK = 4
const ANSWER = 5

const PLACE_LENGTH = 13
const BLOCK_HEADER = 9
const ASK_LENGTH = 5
const ANSWER_LENGTH = 13

/** No program asks for more at once (BEP 3). */
export const MAX_LANE_BLOCK: Bytes = 128 * 1024

const SIGNALS = ['offer', 'answer', 'refusal'] as const
const SIGNAL_HEADER = 3

/** Descriptions with a dozen candidates have about 3 KiB. */
const MAX_SDP: Bytes = 16 * 1024

export function serialiseLaneMessage(message: LaneMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'request':
    case 'cancel':
    case 'refusal': {
      const { bytes, view } = empty(PLACE_LENGTH, PLACES.indexOf(message.kind))
      view.setUint32(1, message.piece)
      view.setUint32(5, message.offset)
      view.setUint32(9, message.length)
      return bytes
    }
    case 'block': {
      const { bytes, view } = empty(BLOCK_HEADER + message.bytes.length, BLOCK)
      view.setUint32(1, message.piece)
      view.setUint32(5, message.offset)
      bytes.set(message.bytes, BLOCK_HEADER)
      return bytes
    }
    case 'ask': {
      const { bytes, view } = empty(ASK_LENGTH, ASK)
      view.setUint32(1, message.token)
      return bytes
    }
    case 'answer': {
      const { bytes, view } = empty(ANSWER_LENGTH, ANSWER)
      view.setUint32(1, message.token)
      view.setFloat64(5, message.receivedAt)
      return bytes
    }
  }
}

/** Null for what no honest peer sends. A block's bytes are a part of what was passed in. */
export function parseLaneMessage(bytes: Uint8Array): LaneMessage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = bytes[0] ?? -1
  const place = PLACES[kind]
  if (place !== undefined && bytes.length === PLACE_LENGTH) {
    const length = view.getUint32(9)
    if (length === 0 || length > MAX_LANE_BLOCK) return null
    return { kind: place, piece: view.getUint32(1), offset: view.getUint32(5), length }
  }
  if (kind === BLOCK && bytes.length > BLOCK_HEADER && bytes.length <= BLOCK_HEADER + MAX_LANE_BLOCK) {
    const block = bytes.subarray(BLOCK_HEADER)
    return { kind: 'block', piece: view.getUint32(1), offset: view.getUint32(5), bytes: block }
  }
  if (kind === ASK && bytes.length === ASK_LENGTH) return { kind: 'ask', token: view.getUint32(1) }
  if (kind === ANSWER && bytes.length === ANSWER_LENGTH) {
    const receivedAt = view.getFloat64(5)
    return Number.isFinite(receivedAt) ? { kind: 'answer', token: view.getUint32(1), receivedAt } : null
  }
  return null
}

export function serialiseLaneSignal(signal: LaneSignal): Uint8Array<ArrayBuffer> {
  const sdp = new TextEncoder().encode(signal.kind === 'refusal' ? '' : signal.sdp)
  const { bytes, view } = empty(SIGNAL_HEADER + sdp.length, SIGNALS.indexOf(signal.kind))
  view.setUint16(1, signal.lane)
  bytes.set(sdp, SIGNAL_HEADER)
  return bytes
}

/** Null for what no honest peer sends. */
export function parseLaneSignal(bytes: Uint8Array): LaneSignal | null {
  const kind = SIGNALS[bytes[0] ?? -1]
  if (kind === undefined || bytes.length < SIGNAL_HEADER || bytes.length > SIGNAL_HEADER + MAX_SDP)
    return null
  const lane = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(1)
  if (kind === 'refusal') return bytes.length === SIGNAL_HEADER ? { kind, lane } : null
  const sdp = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(SIGNAL_HEADER))
  return sdp === '' ? null : { kind, lane, sdp }
}

function empty(length: Bytes, kind: number): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const bytes = new Uint8Array(length)
  bytes[0] = kind
  return { bytes, view: new DataView(bytes.buffer) }
}

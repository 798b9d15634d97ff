/** A client's frames by hand, right and wrong ones. */

export interface FrameOptions {
  /** False for a part of a message that goes on. */
  readonly isLast?: boolean
  /** RSV1…3, as the bits 4, 2 and 1. */
  readonly reserved?: number
  /** Null for a frame without mask. */
  readonly mask?: readonly [number, number, number, number] | null
  /** Bytes of the length, more than are needed perhaps: 0, 2 or 8. */
  readonly lengthBytes?: 0 | 2 | 8
}

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export function clientFrame(
  opcode: number,
  payload: string | Uint8Array,
  options: FrameOptions = {},
): Buffer {
  const data = Buffer.from(typeof payload === 'string' ? Buffer.from(payload) : payload)
  const { isLast = true, reserved = 0, mask = [0x37, 0xfa, 0x21, 0x3d] } = options
  const lengthBytes = options.lengthBytes ?? (data.length < 126 ? 0 : data.length < 65_536 ? 2 : 8)
  const head = Buffer.alloc(2 + lengthBytes)
  head[0] = (isLast ? 0x80 : 0) | (reserved << 4) | opcode
  head[1] = (mask ? 0x80 : 0) | (lengthBytes === 0 ? data.length : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) head.writeUInt16BE(data.length, 2)
  if (lengthBytes === 8) head.writeBigUInt64BE(BigInt(data.length), 2)
  if (!mask) return Buffer.concat([head, data])
  return Buffer.concat([head, Buffer.from(mask), data.map((byte, at) => byte ^ (mask[at % 4] ?? 0))])
}

export function closePayload(code: number, reason: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(code)
  return Buffer.concat([bytes, Buffer.from(reason)])
}

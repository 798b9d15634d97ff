import { crc32 } from 'node:zlib'
import { addressBytes } from '../addresses.ts'

/**
 * STUN Binding (RFC 8489), the server's part without credentials: tells a client which address and port its
 * datagram came from.
 *
 *     type (2)  length of what follows the header (2)  magic cookie (4)  transaction id (12)  attributes
 *     attribute: type (2)  length (2)  value, padded to a multiple of 4
 */
const HEADER_LENGTH = 20
const MAGIC_COOKIE = 0x2112a442

const BINDING_REQUEST = 0x0001
const BINDING_SUCCESS = 0x0101
const BINDING_ERROR = 0x0111

const MESSAGE_INTEGRITY = 0x0008
const ERROR_CODE = 0x0009
const UNKNOWN_ATTRIBUTES = 0x000a
const MESSAGE_INTEGRITY_SHA256 = 0x001c
const XOR_MAPPED_ADDRESS = 0x0020
const FINGERPRINT = 0x8028

/** Attributes below this must be understood by the one who gets them (14). */
const COMPREHENSION_OPTIONAL = 0x8000
/** Those of RFC 8489 itself; none of them changes a response that needs no credentials. */
const UNDERSTOOD: ReadonlySet<number> = new Set([
  0x0001,
  0x0006,
  MESSAGE_INTEGRITY,
  ERROR_CODE,
  UNKNOWN_ATTRIBUTES,
  0x0014,
  0x0015,
  MESSAGE_INTEGRITY_SHA256,
  0x001d,
  0x001e,
  XOR_MAPPED_ADDRESS,
])

const FAMILY_IPV4 = 1
const FAMILY_IPV6 = 2
const FINGERPRINT_XOR = 0x5354554e
const FINGERPRINT_LENGTH = 8

/**
 * What to send back to `address` and `port`, from where `datagram` came; null for anything that is no Binding
 * request, which has to be ignored. At most 2.4 times as long as the request, so that it is of no use to
 * someone who forges addresses. Never throws.
 */
export function bindingResponse(datagram: Buffer, address: string, port: number): Buffer | null {
  const request = parseRequest(datagram)
  if (!request) return null
  const from = addressBytes(address)
  if (!from) return null
  const { transactionId, unknown, hasFingerprint } = request
  return unknown.length > 0
    ? message(BINDING_ERROR, transactionId, unknownAttributes(unknown), hasFingerprint)
    : message(BINDING_SUCCESS, transactionId, xorMappedAddress(from, port, transactionId), hasFingerprint)
}

interface BindingRequest {
  readonly transactionId: Buffer
  /** Comprehension-required attributes that this server does not know. */
  readonly unknown: readonly number[]
  readonly hasFingerprint: boolean
}

function parseRequest(datagram: Buffer): BindingRequest | null {
  if (datagram.length < HEADER_LENGTH) return null
  if (datagram.readUInt16BE(0) !== BINDING_REQUEST || datagram.readUInt32BE(4) !== MAGIC_COOKIE) return null
  if (datagram.readUInt16BE(2) !== datagram.length - HEADER_LENGTH || datagram.length % 4 !== 0) return null

  const unknown: number[] = []
  let isSigned = false
  let hasFingerprint = false
  let at = HEADER_LENGTH
  while (at < datagram.length) {
    const type = datagram.readUInt16BE(at)
    const length = datagram.readUInt16BE(at + 2)
    const end = at + 4 + Math.ceil(length / 4) * 4
    if (end > datagram.length) return null
    if (type === FINGERPRINT) {
      if (end !== datagram.length || length !== 4) return null
      if (datagram.readUInt32BE(at + 4) !== fingerprintOf(datagram.subarray(0, at))) return null
      hasFingerprint = true
    } else if (type < COMPREHENSION_OPTIONAL && !isSigned && !UNDERSTOOD.has(type)) {
      unknown.push(type)
    }
    // What follows the signature is not covered by it and has to be ignored (14.5).
    if (type === MESSAGE_INTEGRITY || type === MESSAGE_INTEGRITY_SHA256) isSigned = true
    at = end
  }
  return { transactionId: datagram.subarray(8, HEADER_LENGTH), unknown, hasFingerprint }
}

/** The address and port, XORed so that no router on the way takes them for its own to rewrite (14.2). */
function xorMappedAddress(address: Uint8Array, port: number, transactionId: Buffer): Buffer {
  const value = Buffer.alloc(4 + address.length)
  value[1] = address.length === 4 ? FAMILY_IPV4 : FAMILY_IPV6
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2)
  const mask = Buffer.alloc(16)
  mask.writeUInt32BE(MAGIC_COOKIE, 0)
  transactionId.copy(mask, 4)
  address.forEach((byte, index) => (value[4 + index] = byte ^ (mask[index] ?? 0)))
  return attribute(XOR_MAPPED_ADDRESS, value)
}

/** Error 420 (14.8) with the list of what was not understood (14.9). */
function unknownAttributes(types: readonly number[]): Buffer {
  const list = Buffer.alloc(types.length * 2)
  types.forEach((type, index) => list.writeUInt16BE(type, index * 2))
  const code = Buffer.concat([Buffer.from([0, 0, 4, 20]), Buffer.from('Unknown')])
  return Buffer.concat([attribute(ERROR_CODE, code), attribute(UNKNOWN_ATTRIBUTES, list)])
}

function attribute(type: number, value: Buffer): Buffer {
  const whole = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
  whole.writeUInt16BE(type, 0)
  whole.writeUInt16BE(value.length, 2)
  value.copy(whole, 4)
  return whole
}

function message(type: number, transactionId: Buffer, attributes: Buffer, withFingerprint: boolean): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(attributes.length + (withFingerprint ? FINGERPRINT_LENGTH : 0), 2)
  header.writeUInt32BE(MAGIC_COOKIE, 4)
  transactionId.copy(header, 8)
  const whole = Buffer.concat([header, attributes])
  if (!withFingerprint) return whole
  const fingerprint = Buffer.alloc(4)
  fingerprint.writeUInt32BE(fingerprintOf(whole))
  return Buffer.concat([whole, attribute(FINGERPRINT, fingerprint)])
}

/** CRC-32 of a message up to its FINGERPRINT, whose length the header already counts in (14.7). */
function fingerprintOf(bytes: Buffer): number {
  return (crc32(bytes) ^ FINGERPRINT_XOR) >>> 0
}

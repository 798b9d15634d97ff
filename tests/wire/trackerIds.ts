import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { parseOfferId, parsePeerId, type OfferId, type PeerId } from '../../src/wire/trackerMessages.ts'

/** Hashes and ids for tests: 20 bytes that end in `number`, with a first byte beyond ASCII. */
export function infoHash(number: number): InfoHash {
  return checked(parseInfoHash(hex('e9', number)))
}

export function peerId(number: number): PeerId {
  return checked(parsePeerId(hex('ff', number)))
}

export function offerId(number: number): OfferId {
  return checked(parseOfferId(hex('00', number)))
}

function hex(first: string, number: number): string {
  return first + number.toString(16).padStart(38, '0')
}

function checked<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The number does not fit into 19 bytes')
  return value
}

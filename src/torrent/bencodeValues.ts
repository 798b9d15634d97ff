import { Bencoded } from './bencode.ts'
import { bencode, type Bencodable } from './writeBencode.ts'

/** What a value is in JavaScript: byte strings are bytes, and a number that is too large for one is none. */
export type BencodedValue = number | Uint8Array | BencodedValue[] | { [key: string]: BencodedValue }

function valueOf(encoded: Bencoded): BencodedValue {
  const bytes = encoded.bytes()
  if (bytes) return bytes
  const members = encoded.dictionary()
  if (members) return Object.fromEntries([...members].map(([key, value]) => [key, valueOf(value)]))
  return encoded.list(Infinity)?.map(valueOf) ?? encoded.integer() ?? NaN
}

/**
 * In the page it stands in the place of the package `bencode`, with which bittorrent-protocol reads and writes handshakes
 * of extensions (see `vite.config.ts`).
 */
export default {
  encode: (value: Bencodable): Uint8Array<ArrayBuffer> => bencode(value),
  /** @throws {BencodeError} */
  decode: (bytes: Uint8Array): BencodedValue => valueOf(new Bencoded(bytes)),
}

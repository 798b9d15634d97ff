import type { Branded } from './brand.ts'

/** A version 1 info hash (BEP 3): the SHA-1 of the info dictionary, as 40 lower-case hex digits. */
export type InfoHash = Branded<string, 'InfoHash'>

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** Reads 40 hex digits or 32 base32 digits (both are found in magnet links, BEP 9); null for anything else. */
export function parseInfoHash(text: string): InfoHash | null {
  const digits = text.trim().toLowerCase()
  if (/^[0-9a-f]{40}$/.test(digits)) return digits as InfoHash
  if (/^[a-z2-7]{32}$/.test(digits)) return hexOfBase32(digits) as InfoHash
  return null
}

function hexOfBase32(digits: string): string {
  let bits = 0n
  for (const digit of digits) bits = (bits << 5n) | BigInt(BASE32.indexOf(digit))
  return bits.toString(16).padStart(40, '0')
}

/** The same 20 bytes as the tracker protocol writes them: one character U+0000–00FF a byte. */
export function binaryOfHex(hex: string): string {
  return hex.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)))
}

/** The inverse of {@link binaryOfHex}. */
export function hexOfBinary(binary: string): string {
  return Array.from(binary, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

import { base64urlOf, bytesOfBase64url } from './base64url.ts'
import type { Branded } from './brand.ts'
import { splitParameter } from './splitParameter.ts'

/**
 * What the link to a sealed share carries (`&key=…`): 32 bytes in base64url. It stands in links behind the `#`, and in
 * the library: no server, tracker, magnet link for other programs, .torrent file, log or error ever has it.
 */
export type SealSecret = Branded<string, 'SealSecret'>

const PARAMETER = '&key='
const SECRET = /^[A-Za-z0-9_-]{43}$/

export function parseSealSecret(text: string): SealSecret | null {
  return SECRET.test(text) ? (text as SealSecret) : null
}

/** @param bytes 32 */
export function sealSecretOf(bytes: Uint8Array): SealSecret {
  return base64urlOf(bytes) as SealSecret
}

export function bytesOfSecret(secret: SealSecret): Uint8Array<ArrayBuffer> {
  return bytesOfBase64url(secret)
}

/** A link, or what stands behind its `#`, that opens what is sealed as well. */
export function withKey(link: string, secret: SealSecret | null): string {
  return secret === null ? link : `${link}${PARAMETER}${secret}`
}

/** What a link of ours opens a sealed share with, if it does. */
export function keyOf(link: string): SealSecret | null {
  const { key } = splitKey(link)
  return key === 'damaged' ? null : key
}

/** Takes the secret off what stands behind a link's `#`; `damaged` for one of which a part was lost. */
export function splitKey(fragment: string): { rest: string; key: SealSecret | null | 'damaged' } {
  const { rest, value } = splitParameter(fragment, PARAMETER, parseSealSecret)
  return { rest, key: value }
}

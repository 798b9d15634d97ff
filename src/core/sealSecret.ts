import { base64urlOf, bytesOfBase64url } from './base64url.ts'
import type { Branded } from './brand.ts'
import { splitParameter } from './splitParameter.ts'

/**
 * What the link to a sealed share carries (`&key=…`): 32 bytes in base64url, and, where a password is needed as well,
 * what it takes to try one (`.<KiB>.<passes>.<lanes>`). It stands in links behind the `#`, and in the library: no
 * server, tracker, magnet link for other programs, .torrent file, log or error ever has it.
 */
export type SealSecret = Branded<string, 'SealSecret'>

/** What every sealed share is called, and its one file, to those who have no key. */
export const SEALED_NAME = 'sealed.shoal'

/** The parameters of Argon2id (RFC 9106). */
export interface PasswordCost {
  /** KiB of memory. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

const PARAMETER = '&key='
const SECRET = /^[A-Za-z0-9_-]{43}(?:\.(\d{1,7})\.(\d{1,3})\.(\d{1,2}))?$/
const DIGITS = 43

/** Who makes a link must not choose how long the pages of others stand still, or how much memory they take. */
const LEAST_MEMORY = 8 * 1024
const MOST_MEMORY = 256 * 1024
const MOST_PASSES = 10
const MOST_LANES = 4

export function parseSealSecret(text: string): SealSecret | null {
  if (!SECRET.test(text)) return null
  const cost = costOf(text as SealSecret)
  return cost === null || isBearable(cost) ? (text as SealSecret) : null
}

/**
 * @param bytes 32
 * @param cost where a password is needed as well
 */
export function sealSecretOf(bytes: Uint8Array, cost: PasswordCost | null = null): SealSecret {
  const digits = base64urlOf(bytes)
  return (cost ? `${digits}.${cost.memory}.${cost.passes}.${cost.lanes}` : digits) as SealSecret
}

export function bytesOfSecret(secret: SealSecret): Uint8Array<ArrayBuffer> {
  return bytesOfBase64url(secret.slice(0, DIGITS))
}

/** What it takes to try a password; null where none is needed. */
export function costOf(secret: SealSecret): PasswordCost | null {
  const [, memory, passes, lanes] = SECRET.exec(secret) ?? []
  if (memory === undefined) return null
  return { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }
}

function isBearable({ memory, passes, lanes }: PasswordCost): boolean {
  const isBetween = (least: number, value: number, most: number) => least <= value && value <= most
  return (
    isBetween(LEAST_MEMORY, memory, MOST_MEMORY) &&
    isBetween(1, passes, MOST_PASSES) &&
    isBetween(1, lanes, MOST_LANES)
  )
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

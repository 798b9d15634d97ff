import type { Branded } from '../core/brand.ts'
import { hexOf, joined } from '../core/bytes.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { parseReviewToken, readReviewToken, reviewToken, type ReviewToken } from '../core/reviewToken.ts'
import { ALGORITHM, type ReviewName, type ReviewScope } from './signing.ts'

/*
 * The keys of a private review. From its secret comes, by HKDF-SHA-256 (RFC 5869), the seed of an Ed25519 key: who
 * has it can certify authors. From that key's public half, which is told to nobody else, come all others: who has
 * it can read and check everything, and pass it on, but certify nobody. It is what the read-only link carries.
 * All of them are bound to the share.
 */

export interface ReviewKeys extends ReviewScope {
  readonly writers: CryptoKey
  /** Certifies authors; null for who may only read. */
  readonly certifier: CryptoKey | null
  /** What the keys of each conversation are derived from. */
  readonly talk: CryptoKey
  readonly read: ReviewToken
  readonly code: ReviewCode
}

/** By which people tell reviews apart, the same on all pages: eight hex digits in two groups. It is no secret. */
export type ReviewCode = Branded<string, 'ReviewCode'>

/** Null for the name of what is no private review of the share. */
export function codeOf(share: InfoHash, name: string): ReviewCode | null {
  const digits = name.startsWith(`${share}.`) ? name.slice(share.length + 1) : ''
  if (!/^[0-9a-f]{32}$/.test(digits)) return null
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}`.toUpperCase() as ReviewCode
}

/** A secret that nobody has yet. */
export function makeReview(): ReviewToken {
  return reviewToken(crypto.getRandomValues(new Uint8Array(32)), 'write')
}

/** Rejects where the browser does not know Ed25519, and for a read-only token that is no key. */
export async function deriveReview(share: InfoHash, token: ReviewToken): Promise<ReviewKeys> {
  const { may, bytes } = readReviewToken(token)
  const certifier = may === 'write' ? await privateKey(await derive(bytes, share, 'writers')) : null
  const publicBytes = certifier ? await publicHalf(certifier) : bytes
  const writers = await crypto.subtle.importKey('raw', publicBytes, ALGORITHM, false, ['verify'])
  const name = hexOf((await derive(publicBytes, share, 'name')).subarray(0, 16))
  const talk = await derive(publicBytes, share, 'talk')
  const code = codeOf(share, `${share}.${name}`)
  if (!code) throw new Error('no-review-code')
  return {
    name: `${share}.${name}` as ReviewName,
    code,
    writers,
    certifier,
    talk: await crypto.subtle.importKey('raw', talk, 'HKDF', false, ['deriveKey']),
    read: reviewToken(publicBytes, 'read'),
  }
}

/** 32 bytes. */
async function derive(
  secret: Uint8Array<ArrayBuffer>,
  share: InfoHash,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: text.encode(share),
    // eslint-disable-next-line no-restricted-syntax -- names a use of a key
    info: text.encode(`shoal review 1 ${purpose}`),
  }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256))
}

/** PKCS #8 of an Ed25519 key (RFC 8410): this, and the seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

function privateKey(seed: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', joined([PKCS8, seed]), ALGORITHM, true, ['sign'])
}

async function publicHalf(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const { x } = await crypto.subtle.exportKey('jwk', key)
  const token = parseReviewToken(x ?? '')
  if (!token) throw new Error('no-public-key')
  return readReviewToken(token).bytes
}

import { joined } from '../core/bytes.ts'
import { bytesOfSecret, sealSecretOf, type PasswordCost, type SealSecret } from '../core/sealSecret.ts'

/*
 * The keys of a sealed share, by HKDF-SHA-256 (RFC 5869) from the 32 bytes that its link carries, and from its password
 * if it has one. Each use has a key of its own, so that none tells anything of another.
 */

/** What all keys of a share come from. */
export interface Opener {
  readonly secret: SealSecret
  /** What its password comes to (see `stretch`), 32 bytes; null for a share without one. */
  readonly stretched: Uint8Array<ArrayBuffer> | null
}

/**
 * A secret that nobody has yet. Each share has one of its own: under one key no record's number comes twice.
 *
 * @param cost of the password that is needed as well
 */
export function makeSealSecret(cost: PasswordCost | null = null): SealSecret {
  return sealSecretOf(crypto.getRandomValues(new Uint8Array(32)), cost)
}

/** What records are sealed with. */
export async function contentKey(opener: Opener): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    derivation('content'),
    await material(bytesOf(opener)),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** What the share's notes are written under, 32 bytes. */
export function notesSecret(opener: Opener): Promise<Uint8Array<ArrayBuffer>> {
  return derive('notes', bytesOf(opener))
}

/** What a share's password is stretched with, 32 bytes: another for each share, and of no use without its link. */
export function passwordSalt(secret: SealSecret): Promise<Uint8Array<ArrayBuffer>> {
  return derive('salt', bytesOfSecret(secret))
}

function bytesOf({ secret, stretched }: Opener): Uint8Array<ArrayBuffer> {
  const bytes = bytesOfSecret(secret)
  return stretched ? joined([bytes, stretched]) : bytes
}

async function derive(purpose: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(derivation(purpose), await material(bytes), 256))
}

function material(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

function derivation(purpose: string) {
  const info = new TextEncoder().encode(`shoal sealed 1 ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
}

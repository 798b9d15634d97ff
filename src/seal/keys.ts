import { sealSecretOf, type SealSecret } from '../core/sealSecret.ts'

/*
 * The keys of a sealed share, by HKDF-SHA-256 (RFC 5869) from the 32 bytes that its link carries. Each use has a key of
 * its own, so that none tells anything of another.
 */

/** A secret that nobody has yet. Each share has one of its own: under one key no record's number comes twice. */
export function makeSealSecret(): SealSecret {
  return sealSecretOf(crypto.getRandomValues(new Uint8Array(32)))
}

/** What records are sealed with. */
export async function contentKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    derivation('content'),
    await material(secret),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** What the share's notes are written under, 32 bytes. */
export async function notesSecret(secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(derivation('notes'), await material(secret), 256))
}

function material(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

function derivation(purpose: string) {
  const info = new TextEncoder().encode(`shoal sealed 1 ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
}

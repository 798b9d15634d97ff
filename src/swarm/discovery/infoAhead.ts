import { Allowance } from '../../core/allowance.ts'
import type { Bytes } from '../../core/brand.ts'
import { base64urlOf, bytesOfBase64url } from '../../core/base64url.ts'
import { joined } from '../../core/bytes.ts'

/** Of an info dictionary: an answer goes through a tracker, which takes none that is very long. */
export const MOST_AHEAD: Bytes = 16 * 1024

/** A tracker reads 50 messages a second of a page, each of 4 KiB: such an answer is six. In a crowd others are told later. */
const PACE = { burst: 30, perSecond: 2 }

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
/** An uncompressed point. */
const KEY_LENGTH: Bytes = 65
const TAG_LENGTH: Bytes = 16

/** Each key is used once. */
const CIPHER = { name: 'AES-GCM', iv: new Uint8Array(12) } as const

/**
 * What a torrent holds, told with the answer to an offer by who knows it to who does not: two round trips before a
 * channel is open, over which it would go else. Whoever hands the answer on (a tracker) could not read it there and does
 * not here: it is for the key that came with the offer. It need not be signed: its hash is the share's name.
 */
export class InfoAhead {
  /** Null until it is made. */
  key: string | null = null
  readonly #pair: Promise<CryptoKeyPair>
  readonly #pace = new Allowance(PACE, () => performance.now())

  constructor() {
    this.#pair = makePair()
    void this.#tell()
  }

  /** Whether one more may be told so now. */
  mayTell(): boolean {
    return this.#pace.afford(1)
  }

  /** Null where the key is none. */
  async seal(info: Uint8Array, theirs: string): Promise<string | null> {
    try {
      const key = await publicKeyOf(bytesOfBase64url(theirs))
      const own = await makePair()
      const secret = await cipherOf(own.privateKey, key)
      const [raw, text] = await Promise.all([
        crypto.subtle.exportKey('raw', own.publicKey),
        crypto.subtle.encrypt(CIPHER, secret, info.slice()),
      ])
      return base64urlOf(joined([new Uint8Array(raw), new Uint8Array(text)]))
    } catch {
      return null
    }
  }

  /** Null for what was not sealed for this end. Whether it is right its hash has to show. */
  async open(sealed: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const bytes = bytesOfBase64url(sealed)
      if (bytes.length > KEY_LENGTH + MOST_AHEAD + TAG_LENGTH) return null
      const key = await publicKeyOf(bytes.subarray(0, KEY_LENGTH))
      const secret = await cipherOf((await this.#pair).privateKey, key)
      return new Uint8Array(await crypto.subtle.decrypt(CIPHER, secret, bytes.subarray(KEY_LENGTH)))
    } catch {
      return null
    }
  }

  async #tell(): Promise<void> {
    const { publicKey } = await this.#pair
    this.key = base64urlOf(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)))
  }
}

function makePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, false, ['deriveKey'])
}

function publicKeyOf(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, CURVE, true, [])
}

function cipherOf(own: CryptoKey, theirs: CryptoKey): Promise<CryptoKey> {
  const derived = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey({ name: 'ECDH', public: theirs }, own, derived, false, [
    'encrypt',
    'decrypt',
  ])
}

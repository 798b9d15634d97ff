import { joined } from '../core/bytes.ts'
import { serialiseSealedMessage } from '../wire/sealedNotes.ts'

/** The first random bytes of each end. */
export interface SessionNonces {
  readonly mine: Uint8Array<ArrayBuffer>
  readonly theirs: Uint8Array<ArrayBuffer>
}

/**
 * One conversation between two who share a secret: a key for each direction, made of the secret and of what both
 * ends drew by lot, so that nothing of another conversation, or from the other direction, can be said again.
 */
export class SealedSession {
  readonly #mine: Promise<CryptoKey>
  readonly #theirs: Promise<CryptoKey>
  #sent = 0
  #last = -1

  /** @param talk of the review */
  constructor(talk: Promise<CryptoKey>, { mine, theirs }: SessionNonces) {
    this.#mine = derive(talk, mine, theirs)
    this.#theirs = derive(talk, theirs, mine)
    // Whoever seals or unseals is told.
    this.#mine.catch(() => undefined)
    this.#theirs.catch(() => undefined)
  }

  async seal(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const count = this.#sent++
    const sealed = await crypto.subtle.encrypt(parametersOf(count), await this.#mine, message)
    return serialiseSealedMessage({ kind: 'sealed', count, content: new Uint8Array(sealed) })
  }

  /** To be called in the order of their coming. Null for what the other end did not say now. */
  async unseal(count: number, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
    if (count <= this.#last) return null
    try {
      const key = await this.#theirs
      const message = new Uint8Array(await crypto.subtle.decrypt(parametersOf(count), key, content))
      this.#last = Math.max(this.#last, count)
      return message
    } catch {
      return null
    }
  }
}

async function derive(talk: Promise<CryptoKey>, from: Uint8Array, to: Uint8Array): Promise<CryptoKey> {
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: joined([from, to]),
    info: new TextEncoder().encode('shoal review 1 conversation'),
  }
  const cipher = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(parameters, await talk, cipher, false, ['encrypt', 'decrypt'])
}

/** A key is for one direction of one conversation: its count is never the same twice. */
function parametersOf(count: number): AesGcmParams {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, count)
  return { name: 'AES-GCM', iv }
}

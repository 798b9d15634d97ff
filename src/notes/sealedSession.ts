import { joined } from '../core/bytes.ts'
import { serialiseSealedMessage } from '../wire/sealedNotes.ts'

/** The first random bytes of each end. */
export interface SessionNonces {
  readonly mine: Uint8Array<ArrayBuffer>
  readonly theirs: Uint8Array<ArrayBuffer>
}

/** What a key is made of besides the review's own secret: nothing, or what both ends have agreed on. */
const NOTHING = new Uint8Array(0)

/**
 * One conversation between two who share a secret: a key for each direction, made of the secret and of what both
 * ends drew by lot, so that nothing of another conversation, or from the other direction, can be said again.
 */
export class SealedSession {
  readonly #talk: Promise<CryptoKey>
  readonly #nonces: SessionNonces
  readonly #mine: Promise<CryptoKey>
  readonly #theirs: Promise<CryptoKey>
  #sent = 0
  #last = -1
  #order: Promise<unknown> = Promise.resolve()

  /**
   * @param talk of the review
   * @param agreed what both ends have agreed on and nobody else can know, even with the review's secret
   */
  constructor(talk: Promise<CryptoKey>, nonces: SessionNonces, agreed: Promise<Uint8Array> | null = null) {
    const { mine, theirs } = nonces
    this.#talk = talk
    this.#nonces = nonces
    this.#mine = derive(talk, mine, theirs, agreed)
    this.#theirs = derive(talk, theirs, mine, agreed)
    // Whoever seals or unseals is told.
    this.#mine.catch(() => undefined)
    this.#theirs.catch(() => undefined)
  }

  /** The same conversation, from now on by keys that the review's secret alone does not give. */
  renewed(agreed: Promise<Uint8Array>): SealedSession {
    return new SealedSession(this.#talk, this.#nonces, agreed)
  }

  /** In the order of calls, also for a message that is not ready yet. */
  async seal(
    message: Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const count = this.#sent++
    const content = await message
    const sealed = await crypto.subtle.encrypt(parametersOf(count), await this.#mine, content)
    return serialiseSealedMessage({ kind: 'sealed', count, content: new Uint8Array(sealed) })
  }

  /**
   * To be called in the order of their coming, without waiting for the one before: of the same message twice, one
   * counts. Null for what the other end did not say now.
   */
  unseal(count: number, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
    const opened = this.#open(count, content)
    const unsealed = this.#order.then(async () => {
      const message = await opened
      // Only now: the one before it, the same maybe, was not yet open when this one came.
      if (!message || count <= this.#last) return null
      this.#last = count
      return message
    })
    this.#order = unsealed
    return unsealed
  }

  async #open(count: number, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(parametersOf(count), await this.#theirs, content))
    } catch {
      return null
    }
  }
}

async function derive(
  talk: Promise<CryptoKey>,
  from: Uint8Array,
  to: Uint8Array,
  agreed: Promise<Uint8Array> | null,
): Promise<CryptoKey> {
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: joined([from, to, (await agreed) ?? NOTHING]),
    // eslint-disable-next-line no-restricted-syntax -- names a use of a key
    info: new TextEncoder().encode(`shoal review 1 conversation${agreed ? ', agreed' : ''}`),
  }
  const cipher = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(parameters, await talk, cipher, false, ['encrypt', 'decrypt'])
}

/** A key is for one direction of one conversation: its count is never the same twice. */
function parametersOf(count: number) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, count)
  return { name: 'AES-GCM', iv }
}

import { joined } from '../core/bytes.ts'

/*
 * The first that each end seals in a conversation: it proves that it has the review's key, and agrees with the other
 * on a key that is thrown away with the connection (X25519, RFC 7748). Whoever gets hold of the review's secret later
 * cannot read what went over the line before.
 *
 *     4, 32 bytes: a public key of that conversation
 *
 * It has the shape of `near` in `noteMessages.ts`: versions that know of no proof take it for four neighbours whom
 * nobody has heard of, and go on without one.
 */

const TAG = 4
const LENGTH = 33
const ALGORITHM = 'X25519'

/** One end of the agreement. */
export class Agreement {
  readonly #pair = makePair()

  constructor() {
    this.#pair.catch(() => undefined)
  }

  async proof(): Promise<Uint8Array<ArrayBuffer>> {
    const { publicKey } = await this.#pair
    return joined([Uint8Array.of(TAG), new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))])
  }

  /** 32 bytes that both ends come to. Rejects for a key that gives nothing away but itself. */
  async with(theirs: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const { privateKey } = await this.#pair
    const key = await crypto.subtle.importKey('raw', theirs, ALGORITHM, false, [])
    return new Uint8Array(await crypto.subtle.deriveBits({ name: ALGORITHM, public: key }, privateKey, 256))
  }
}

/** The other end's public key; null for what is no proof. */
export function parseProof(message: Uint8Array): Uint8Array<ArrayBuffer> | null {
  return message[0] === TAG && message.length === LENGTH ? message.slice(1) : null
}

async function makePair(): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['deriveBits'])
  if (!('publicKey' in pair)) throw new Error('no-key-pair')
  return pair
}

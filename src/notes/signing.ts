import { hexOf } from '../core/hex.ts'
import type { InfoHash } from '../core/infoHash.ts'
import {
  authorOf,
  bytesOfAuthor,
  parseEnvelope,
  serialiseUnsigned,
  signatureOf,
  signedBytes,
  unsignedPart,
  type AuthorId,
  type Envelope,
} from '../wire/noteEnvelope.ts'
import { presenceContent, type SignedPresence } from '../wire/noteMessages.ts'

/** Ed25519 (RFC 8032) by the browser itself: Chromium since 137, Firefox since 129, Safari since 17. */
const ALGORITHM = 'Ed25519'

/** Who writes here. The key cannot be read out, only kept in the browser's database and used. */
export interface Identity {
  readonly author: AuthorId
  readonly key: CryptoKey
}

/** An envelope whose signature is its author's. */
export interface VerifiedEnvelope extends Envelope {
  /** Hex SHA-256 of all but the signature. */
  readonly hash: string
}

/** Rejects where the browser does not know Ed25519. */
export async function makeIdentity(): Promise<Identity> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('Ed25519 always makes a pair of keys.')
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { author: authorOf(bytes), key: pair.privateKey }
}

export async function signEnvelope(
  share: InfoHash,
  { author, key }: Identity,
  content: Omit<Envelope, 'bytes' | 'author'>,
): Promise<VerifiedEnvelope> {
  const unsigned = serialiseUnsigned({ ...content, author })
  const signature = await crypto.subtle.sign(ALGORITHM, key, signedBytes(share, unsigned))
  const bytes = new Uint8Array(unsigned.length + signature.byteLength)
  bytes.set(unsigned)
  bytes.set(new Uint8Array(signature), unsigned.length)
  const envelope = parseEnvelope(bytes)
  if (!envelope) throw new Error('The change is too large.')
  return { ...envelope, hash: await hashOf(envelope) }
}

export async function signPresence(
  share: InfoHash,
  { author, key }: Identity,
  content: Omit<SignedPresence, 'author' | 'signature'>,
): Promise<SignedPresence> {
  const signed = signedPresence(share, { ...content, author })
  const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, signed))
  return { ...content, author, signature }
}

/** Checks signatures of one share's envelopes; what it answers for a key is kept, so that each is read in once. */
export class Verifier {
  readonly #share: InfoHash
  readonly #keys = new Map<AuthorId, Promise<CryptoKey | null>>()

  constructor(share: InfoHash) {
    this.#share = share
  }

  /** Null for a signature that is not the author's. */
  async verify(envelope: Envelope): Promise<VerifiedEnvelope | null> {
    const key = await this.#keyOf(envelope.author)
    if (!key) return null
    const signed = signedBytes(this.#share, unsignedPart(envelope))
    const [right, hash] = await Promise.all([
      crypto.subtle.verify(ALGORITHM, key, signatureOf(envelope), signed),
      hashOf(envelope),
    ])
    return right ? { ...envelope, hash } : null
  }

  async verifyPresence(presence: SignedPresence): Promise<boolean> {
    const key = await this.#keyOf(presence.author)
    if (!key) return false
    return crypto.subtle.verify(ALGORITHM, key, presence.signature, signedPresence(this.#share, presence))
  }

  #keyOf(author: AuthorId): Promise<CryptoKey | null> {
    const known = this.#keys.get(author)
    if (known) return known
    // A stranger may name any number of authors: what is kept of them stays small.
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear()
    const key = crypto.subtle
      .importKey('raw', bytesOfAuthor(author), ALGORITHM, false, ['verify'])
      .catch(() => null)
    this.#keys.set(author, key)
    return key
  }
}

const MOST_KEYS = 1000

/** Never what an envelope's signature is over: the contexts differ. */
function signedPresence(
  share: InfoHash,
  presence: Omit<SignedPresence, 'signature'>,
): Uint8Array<ArrayBuffer> {
  const context = new TextEncoder().encode(`shoal here 1\0${share}`)
  const content = presenceContent(presence)
  const bytes = new Uint8Array(context.length + content.length)
  bytes.set(context)
  bytes.set(content, context.length)
  return bytes
}

async function hashOf(envelope: Envelope): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', unsignedPart(envelope))
  return hexOf(new Uint8Array(digest))
}

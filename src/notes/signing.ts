import type { Branded } from '../core/brand.ts'
import { equalBytes, hexOf, joined } from '../core/bytes.ts'
import type { InfoHash } from '../core/infoHash.ts'
import {
  authorOf,
  bytesOfAuthor,
  parseEnvelope,
  serialiseUnsigned,
  signatureOf,
  unsignedPart,
  type AuthorId,
  type Envelope,
} from '../wire/noteEnvelope.ts'
import { presenceContent, type SignedPresence } from '../wire/noteMessages.ts'

/** Ed25519 (RFC 8032) by the browser itself: Chromium since 137, Firefox since 129, Safari since 17. */
export const ALGORITHM = 'Ed25519'

/** Names a review in all that is signed in it: what was said in one means nothing in any other. */
export type ReviewName = Branded<string, 'ReviewName'>

/** Where something was signed, and who may have. */
export interface ReviewScope {
  readonly name: ReviewName
  /** The key that certifies the authors of a private review; null for one that is everybody's. */
  readonly writers: CryptoKey | null
}

/** What a room needs of the review that is held in it. */
export interface RoomKeys extends ReviewScope {
  /** Lets the author of this page write in a private review. */
  readonly certifier: CryptoKey | null
}

/** The review of all who have the share. */
export function openScope(share: InfoHash): ReviewScope {
  return { name: share as string as ReviewName, writers: null }
}

/** Who writes here. The key cannot be read out, only kept in the browser's database and used. */
export interface Identity {
  readonly review: ReviewName
  readonly author: AuthorId
  readonly key: CryptoKey
  /** See {@link Envelope.certificate}. */
  readonly certificate: Uint8Array<ArrayBuffer> | null
}

/** An envelope whose signature is its author's, who may write in this review. */
export interface VerifiedEnvelope extends Envelope {
  /** Hex SHA-256 of all but the signature and the certificate. */
  readonly hash: string
}

/** A pair of keys that nobody has yet. Rejects where the browser does not know Ed25519. */
export async function makeAuthor(): Promise<Pick<Identity, 'author' | 'key'>> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('no-key-pair')
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { author: authorOf(bytes), key: pair.privateKey }
}

export async function signEnvelope(
  { author, key, certificate, review }: Identity,
  content: Omit<Envelope, 'bytes' | 'author' | 'certificate'>,
): Promise<VerifiedEnvelope> {
  const unsigned = serialiseUnsigned({ ...content, author, certificate })
  const signature = await sign(key, signedEnvelope(review, unsigned))
  const envelope = parseEnvelope(joined([unsigned, signature, certificate ?? new Uint8Array()]))
  if (!envelope) throw new Error('change-too-large')
  return { ...envelope, hash: await hashOf(envelope) }
}

export async function signPresence(
  { author, key, certificate, review }: Identity,
  content: Pick<SignedPresence, 'count' | 'content'>,
): Promise<SignedPresence> {
  const signature = await sign(key, signedPresence(review, { ...content, author }))
  return { ...content, author, signature, certificate }
}

/** Lets an author write in a private review. */
export async function certify(
  writers: CryptoKey,
  review: ReviewName,
  author: AuthorId,
): Promise<Uint8Array<ArrayBuffer>> {
  return sign(writers, signedAuthor(review, author))
}

/** Checks what comes in one review; the keys that it reads in are kept, so that each is read in once. */
export class Verifier {
  readonly #scope: Promise<ReviewScope>
  readonly #keys = new Map<AuthorId, Promise<CryptoKey | null>>()
  readonly #certified = new Map<AuthorId, Uint8Array>()

  constructor(scope: ReviewScope | Promise<ReviewScope>) {
    this.#scope = Promise.resolve(scope)
  }

  /** Null for a signature that is not the author's, and for an author who may not write here. */
  async verify(envelope: Envelope): Promise<VerifiedEnvelope | null> {
    const { name } = await this.#scope
    const signed = signedEnvelope(name, unsignedPart(envelope))
    const [right, allowed, hash] = await Promise.all([
      this.#isSigned(envelope.author, signatureOf(envelope), signed),
      this.#isAllowed(envelope),
      hashOf(envelope),
    ])
    return right && allowed ? { ...envelope, hash } : null
  }

  async verifyPresence(presence: SignedPresence): Promise<boolean> {
    const { name } = await this.#scope
    const signed = signedPresence(name, presence)
    const checks = [this.#isSigned(presence.author, presence.signature, signed), this.#isAllowed(presence)]
    return (await Promise.all(checks)).every((right) => right)
  }

  async #isSigned(
    author: AuthorId,
    signature: Uint8Array<ArrayBuffer>,
    signed: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    const key = await this.#keyOf(author)
    return key !== null && crypto.subtle.verify(ALGORITHM, key, signature, signed)
  }

  async #isAllowed({ author, certificate }: Pick<Envelope, 'author' | 'certificate'>): Promise<boolean> {
    const { writers, name } = await this.#scope
    if (!writers || !certificate) return !writers && !certificate
    // The very same one: what is taken in is passed on with it.
    const known = this.#certified.get(author)
    if (known && equalBytes(known, certificate)) return true
    const right = await crypto.subtle.verify(ALGORITHM, writers, certificate, signedAuthor(name, author))
    if (right) this.#certified.set(author, certificate)
    return right
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

async function sign(key: CryptoKey, signed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, signed))
}

/* No two kinds of things can be taken for each other: their contexts differ, and none contains a zero. */

function signedEnvelope(review: ReviewName, unsigned: Uint8Array): Uint8Array<ArrayBuffer> {
  return inContext('shoal note 1', review, unsigned)
}

function signedPresence(
  review: ReviewName,
  presence: Pick<SignedPresence, 'author' | 'count' | 'content'>,
): Uint8Array<ArrayBuffer> {
  return inContext('shoal presence 1', review, presenceContent(presence))
}

function signedAuthor(review: ReviewName, author: AuthorId): Uint8Array<ArrayBuffer> {
  return inContext('shoal writer 1', review, bytesOfAuthor(author))
}

function inContext(context: string, review: ReviewName, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([new TextEncoder().encode(`${context}\0${review}\0`), content])
}

async function hashOf(envelope: Envelope): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', unsignedPart(envelope))
  return hexOf(new Uint8Array(digest))
}

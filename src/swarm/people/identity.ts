import { hexOf, joined } from '../../core/bytes.ts'
import { parsePeerId, type PeerId } from '../../wire/trackerMessages.ts'

/** Azureus style (BEP 20). From "0200" on the rest is what a key comes to, so that an id can be proved. */
const PREFIX = '-SH0200-'

/** The same with a rest that is random, where the browser does not know Ed25519. */
const UNPROVABLE_PREFIX = '-SH0100-'

const ALGORITHM = 'Ed25519'

/** An id has room for so much of its key's digest: nobody finds another key to it. */
const DIGEST_PART = 12

const PREFIX_BYTES = new TextEncoder().encode(PREFIX)

/** Who a page is, from its start to its end: a peer id, and what proves that it is its own. */
export interface Identity {
  readonly peerId: PeerId
  /** Null where it cannot be proved. */
  readonly keys: IdentityKeys | null
}

interface IdentityKeys {
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly privateKey: CryptoKey
}

/** Somebody whom nobody has met. */
export async function makeIdentity(): Promise<Identity> {
  try {
    const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
    if (!('publicKey' in pair)) throw new Error('no-key-pair')
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
    return { peerId: await peerIdOf(publicKey), keys: { publicKey, privateKey: pair.privateKey } }
  } catch {
    const random = crypto.getRandomValues(new Uint8Array(DIGEST_PART))
    return { peerId: asPeerId([new TextEncoder().encode(UNPROVABLE_PREFIX), random]), keys: null }
  }
}

/** Whether who has this id is able to prove it. */
export function isProvable(peerId: string): boolean {
  return peerId.startsWith(hexOf(PREFIX_BYTES))
}

/** Proves to be who has the id, by signing what nobody else can say: what a connection is made of. */
export async function prove(
  { privateKey }: IdentityKeys,
  said: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, said))
}

/** Whether somebody has proved to be who has this id; rejects for what is no key. */
export async function isProved(
  peerId: string,
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  said: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if ((await peerIdOf(publicKey)) !== peerId) return false
  const key = await crypto.subtle.importKey('raw', publicKey, ALGORITHM, false, ['verify'])
  return crypto.subtle.verify(ALGORITHM, key, signature, said)
}

async function peerIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<PeerId> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey))
  return asPeerId([PREFIX_BYTES, digest.subarray(0, DIGEST_PART)])
}

function asPeerId(parts: readonly Uint8Array[]): PeerId {
  const peerId = parsePeerId(hexOf(joined(parts)))
  if (!peerId) throw new Error('no-peer-id')
  return peerId
}

import type { Bytes } from '../core/brand.ts'
import { joined } from '../core/bytes.ts'

/*
 * How those who share the secret of a private review talk; numbers go on from those of `noteMessages.ts`. Whoever
 * has no such review, or another one, takes no notice.
 *
 *     5 hello   16 random bytes: the key of what is sealed from then on is made of both ends' last
 *     6 sealed  count (u32, from 0 with each key), a message of `noteMessages.ts` by AES-256-GCM; the first of each
 *               end is its proof (`notes/sealedProof.ts`), and nothing else is sent before the other's has come
 */

export type SealedMessage =
  | { readonly kind: 'hello'; readonly nonce: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'sealed'; readonly count: number; readonly content: Uint8Array<ArrayBuffer> }

const HELLO = 5
const SEALED = 6
export const NONCE_LENGTH: Bytes = 16
const GCM_TAG: Bytes = 16

export function isSealed(message: Uint8Array): boolean {
  return message[0] === HELLO || message[0] === SEALED
}

/** Null for what no honest peer would send. */
export function parseSealedMessage(bytes: Uint8Array): SealedMessage | null {
  if (bytes[0] === HELLO) {
    return bytes.length === 1 + NONCE_LENGTH ? { kind: 'hello', nonce: bytes.slice(1) } : null
  }
  if (bytes[0] !== SEALED || bytes.length <= 5 + GCM_TAG) return null
  const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(1)
  return { kind: 'sealed', count, content: bytes.slice(5) }
}

export function serialiseSealedMessage(message: SealedMessage): Uint8Array<ArrayBuffer> {
  if (message.kind === 'hello') return joined([Uint8Array.of(HELLO), message.nonce])
  const count = new Uint8Array(4)
  new DataView(count.buffer).setUint32(0, message.count)
  return joined([Uint8Array.of(SEALED), count, message.content])
}

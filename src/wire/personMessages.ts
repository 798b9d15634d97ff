import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, hexOf, joined } from '../core/bytes.ts'
import { parseOfferId, type OfferId } from './trackerMessages.ts'

/*
 * What two pages say to each other on the channel by which one connection between them serves all their shares
 * (`src/swarm/people`): a message each.
 *
 *     greeting  0, public key (32), signature (64)   this is who I am
 *     ask       1, question (32)                     are you in this share, too?
 *               1, question (32), offer id (20)      the same; I was handed that offer of yours in it
 *     no        2, question (32)                     not that I would tell
 *
 * Who is opens two channels, whose names are the answer: what only somebody knows who is in the share.
 */

/** Questions are 32 bytes in hex that mean nothing to who is not in the share. */
export type PersonMessage =
  | {
      readonly kind: 'greeting'
      readonly publicKey: Uint8Array<ArrayBuffer>
      readonly signature: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'ask'; readonly question: string; readonly offerId: OfferId | null }
  | { readonly kind: 'no'; readonly question: string }

const GREETING = 0
const ASK = 1
const NO = 2

const KEY: Bytes = 32
const SIGNATURE: Bytes = 64
const QUESTION: Bytes = 32
const OFFER_ID: Bytes = 20

export function serialisePerson(message: PersonMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'greeting':
      return joined([Uint8Array.of(GREETING), message.publicKey, message.signature])
    case 'ask':
      return joined([Uint8Array.of(ASK), bytesOfHex(message.question), bytesOfHex(message.offerId ?? '')])
    case 'no':
      return joined([Uint8Array.of(NO), bytesOfHex(message.question)])
  }
}

/** Null for what no honest peer sends. */
export function parsePerson(bytes: Uint8Array): PersonMessage | null {
  const [kind, content] = [bytes[0], bytes.subarray(1)]
  if (kind === GREETING) {
    if (content.length !== KEY + SIGNATURE) return null
    return {
      kind: 'greeting',
      publicKey: new Uint8Array(content.subarray(0, KEY)),
      signature: new Uint8Array(content.subarray(KEY)),
    }
  }
  const question = hexOf(content.subarray(0, QUESTION))
  if (kind === NO) return content.length === QUESTION ? { kind: 'no', question } : null
  if (kind !== ASK) return null
  if (content.length === QUESTION) return { kind: 'ask', question, offerId: null }
  if (content.length !== QUESTION + OFFER_ID) return null
  const offerId = parseOfferId(hexOf(content.subarray(QUESTION)))
  return offerId && { kind: 'ask', question, offerId }
}

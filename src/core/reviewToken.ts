import { base64urlOf, bytesOfBase64url } from './base64url.ts'
import type { Branded } from './brand.ts'
import { splitParameter } from './splitParameter.ts'

/**
 * What a link to a private review carries (`&review=…`): 32 bytes in base64url, the secret by which one writes; or
 * `r.` and 32 bytes, by which one only reads. It stands in links and nowhere else: no tracker, magnet link or
 * .torrent file ever has it.
 */
export type ReviewToken = Branded<string, 'ReviewToken'>

const PARAMETER = '&review='
const READ_ONLY = 'r.'
const TOKEN = /^(?:r\.)?[A-Za-z0-9_-]{43}$/

export function parseReviewToken(text: string): ReviewToken | null {
  return TOKEN.test(text) ? (text as ReviewToken) : null
}

/** @param bytes 32 */
export function reviewToken(bytes: Uint8Array, may: 'read' | 'write'): ReviewToken {
  return `${may === 'read' ? READ_ONLY : ''}${base64urlOf(bytes)}` as ReviewToken
}

export function readReviewToken(token: ReviewToken): {
  may: 'read' | 'write'
  bytes: Uint8Array<ArrayBuffer>
} {
  const may = token.startsWith(READ_ONLY) ? 'read' : 'write'
  const digits = may === 'read' ? token.slice(READ_ONLY.length) : token
  return { may, bytes: bytesOfBase64url(digits) }
}

/** A share's link that opens the review as well. */
export function reviewLinkOf(link: string, token: ReviewToken): string {
  return `${link}${PARAMETER}${token}`
}

/** Takes the token off what stands behind a link's `#`. Who lost a part of it would write in the open. */
export function splitReview(fragment: string): { rest: string; review: ReviewToken | null | 'damaged' } {
  const { rest, value } = splitParameter(fragment, PARAMETER, parseReviewToken)
  return { rest, review: value }
}

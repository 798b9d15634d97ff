import type { IncomingHttpHeaders } from 'node:http'
import type { Milliseconds } from '../src/core/brand.ts'

/** A representation as it is now (RFC 9110, 8.8). */
export interface Validators {
  /** Entity tags, quoted: of every form that this very content has. */
  readonly tags: readonly string[]
  /** Since 1970; null where nobody knows. */
  readonly modifiedAt: Milliseconds | null
}

/**
 * Whether a GET or HEAD is answered by 304, since the client has what there is (RFC 9110, 13.2.2): a tag it names
 * decides, compared weakly, and only without one the time, of which HTTP knows whole seconds.
 */
export function isNotModified(headers: IncomingHttpHeaders, { tags, modifiedAt }: Validators): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) {
    return known.split(',').some((tag) => tag.trim() === '*' || tags.includes(tag.trim().replace(/^W\//, '')))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return modifiedAt !== null && Math.floor(modifiedAt / 1000) * 1000 <= since
}

import type { Bytes } from '../core/brand.ts'

/** A record as it moves: what it holds, and what AES-GCM adds to tell whether it is right. */
export const RECORD: Bytes = 64 * 1024
export const TAG: Bytes = 16
/** What a record holds. */
export const RECORD_CONTENT: Bytes = RECORD - TAG

/** @param seal how many records there are in all */
export function sealedSize({ count }: { readonly count: number }): Bytes {
  return count * RECORD
}

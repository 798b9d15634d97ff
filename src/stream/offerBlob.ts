import type { Milliseconds } from '../core/brand.ts'

/** Time for the browser to begin its own copy of the blob before the address of it is given up. */
const REVOKE_AFTER: Milliseconds = 60_000

/** Hands a blob to the browser's own downloads. */
export function offerBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER)
}

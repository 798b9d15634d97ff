import type { BytesPerSecond } from './brand.ts'

/** What the page may take of the user's line, all shares together; null for no limit. */
export interface LineLimits {
  readonly give: BytesPerSecond | null
  readonly get: BytesPerSecond | null
}

/** What one share may take of it, and when it has given enough; null for no limit. */
export interface ShareLimits extends LineLimits {
  /** In sizes of the share: 2 gives every byte twice. */
  readonly ratio: number | null
}

export const NO_LIMITS: ShareLimits = { give: null, get: null, ratio: null }

/** For lines that are paid by the byte: enough to be of use to somebody, too little to eat a month's volume. */
export const GENTLE: LineLimits = { give: 250_000, get: null }

/**
 * Reads limits that were kept, by this version of the page or another.
 *
 * @returns null when it is nothing of that kind
 */
export function parseLineLimits(text: string): LineLimits | null {
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof LineLimits, unknown>> | null
    if (typeof kept !== 'object' || kept === null) return null
    return { give: limitOf(kept.give), get: limitOf(kept.get) }
  } catch {
    return null
  }
}

function limitOf(value: unknown): BytesPerSecond | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null
}

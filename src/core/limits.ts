import type { BytesPerSecond } from './brand.ts'

/** What may be taken of the user's line; null for no limit. */
export interface LineLimits {
  readonly give: BytesPerSecond | null
  readonly get: BytesPerSecond | null
}

/** What the page may take besides. */
export interface PageLimits extends LineLimits {
  /** Connections to others, of all shares; null for as many as a browser bears well. */
  readonly connections: number | null
}

/** What one share may take of it, and when it has given enough; null for no limit. */
export interface ShareLimits extends LineLimits {
  /** In sizes of the share: 2 gives every byte twice. */
  readonly ratio: number | null
}

export const NO_LIMITS: ShareLimits = { give: null, get: null, ratio: null }

export const NO_PAGE_LIMITS: PageLimits = { give: null, get: null, connections: null }

/** Fewer would be hardly a swarm: the offers that look for others are connections too. */
export const LEAST_CONNECTIONS = 8

/**
 * For lines that are paid by the byte: enough to be of use to somebody, too little to eat a month's volume. Each
 * connection costs some bytes by itself, also when nothing is fetched.
 */
export const GENTLE: PageLimits = { give: 250_000, get: null, connections: 20 }

/**
 * Reads limits that were kept, by this version of the page or another.
 *
 * @returns null when it is nothing of that kind
 */
export function parsePageLimits(text: string): PageLimits | null {
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof PageLimits, unknown>> | null
    if (typeof kept !== 'object' || kept === null) return null
    const connections = limitOf(kept.connections)
    return {
      give: limitOf(kept.give),
      get: limitOf(kept.get),
      connections: connections === null ? null : Math.max(LEAST_CONNECTIONS, Math.round(connections)),
    }
  } catch {
    return null
  }
}

function limitOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null
}

import type { Bytes } from './brand.ts'

/**
 * How far somebody takes part in the swarms of what a web server has a copy of: more privacy and less upload on one
 * side, less cost for the publisher on the other.
 */
export interface Dial {
  /** People who have to be there, oneself counted, before one connects to any; Infinity: never. */
  readonly peersFrom: number
  /** Given in a day at most, all shares together; null for no limit. */
  readonly aDay: Bytes | null
  /** Trackers that links name are contacted without a question. */
  readonly contactsAll: boolean
  /** A link's page connects to nobody before a click. */
  readonly onlyOnClick: boolean
}

/** With everybody, as much as the line gives. */
export const FULL_PART: Dial = { peersFrom: 0, aDay: null, contactsAll: false, onlyOnClick: false }

/** JSON knows no Infinity. */
export function dialText({ peersFrom, ...rest }: Dial): string {
  return JSON.stringify({ peersFrom: peersFrom === Infinity ? 'never' : peersFrom, ...rest })
}

/** Reads what was kept, by this version of the page or another; null when it is nothing of that kind. */
export function parseDial(text: string): Dial | null {
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Dial, unknown>> | null
    if (typeof kept !== 'object' || kept === null) return null
    const { peersFrom, aDay, contactsAll, onlyOnClick } = kept
    return {
      peersFrom: peersFrom === 'never' ? Infinity : isPositive(peersFrom) ? peersFrom : 0,
      aDay: isPositive(aDay) ? aDay : null,
      contactsAll: contactsAll === true,
      onlyOnClick: onlyOnClick === true,
    }
  } catch {
    return null
  }
}

/** Days since 1970, by the clock on the wall. */
export function dayOf(now: number): number {
  return Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000)
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

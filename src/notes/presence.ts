import { displayText } from '../core/displayText.ts'
import { isRecord } from '../core/isRecord.ts'
import type { Milliseconds } from '../core/brand.ts'
import type { AuthorId } from '../wire/noteEnvelope.ts'
import { COLOURS, MAX_NAME } from './profile.ts'

/*
 * What a page says of the one before it, as JSON; nothing at all says that they have left.
 *
 *     {n: name, c: colour, f?: file, a?: at, p?: playing, x?: across, y?: down}
 */

/** Where somebody is in a share, as long as they are there. */
export interface Whereabouts {
  /** The index of the file that is looked at; null for none. */
  readonly file: number | null
  /** The playhead; null for what is not played. */
  readonly at: Milliseconds | null
  readonly playing: boolean
  /** Over the picture: 0…1 of its width and height, whatever its size on the screen. */
  readonly pointer: { readonly x: number; readonly y: number } | null
}

export interface Presence extends Whereabouts {
  /** For being shown, as text; never empty. */
  readonly name: string
  /** 0 up to {@link COLOURS}. */
  readonly colour: number
}

/** Somebody else who is here. */
export interface Person extends Presence {
  /** The one who writes their notes. */
  readonly author: AuthorId
  /** The id of the connection that they are at the other end of; null for who is heard through others. */
  readonly peer: string | null
  /** When this was heard, by the room's clock: a playhead that plays has moved on since. */
  readonly heardAt: Milliseconds
}

const MAX_TIME: Milliseconds = 1000 * 60 * 60 * 24 * 365
const MAX_FILES = 1_000_000
/** Parts of a picture's width that a pointer is told to. */
const FINENESS = 10_000

export function serialisePresence({ name, colour, file, at, playing, pointer }: Presence): string {
  const fine = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * FINENESS) / FINENESS
  return JSON.stringify({
    n: name.slice(0, MAX_NAME),
    c: colour,
    ...(file === null ? {} : { f: file }),
    ...(at === null ? {} : { a: Math.round(at), p: playing }),
    ...(pointer === null ? {} : { x: fine(pointer.x), y: fine(pointer.y) }),
  })
}

/** Null for what no page of ours says. */
export function parsePresence(json: string): Presence | null {
  const value = parseRecord(json)
  if (!value) return null
  const { n, c: colour, f: file = null, a: at = null, p: playing = false, x = null, y = null } = value
  if (typeof n !== 'string' || n.length > MAX_NAME || typeof playing !== 'boolean') return null
  if (!isBetween(colour, COLOURS - 1) || !Number.isInteger(colour)) return null
  if (file !== null && !(isBetween(file, MAX_FILES) && Number.isInteger(file))) return null
  if (at !== null && !isBetween(at, MAX_TIME)) return null
  const pointer = isBetween(x, 1) && isBetween(y, 1) ? { x, y } : null
  return { name: displayText(n).trim() || 'Somebody', colour, file, at, playing, pointer }
}

function isBetween(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most
}

function parseRecord(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

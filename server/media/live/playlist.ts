import type { Bytes } from '../../../src/core/brand.ts'
import { isHls } from '../../../src/core/playlistNames.ts'

/** A day of segments of two seconds takes less. */
export const LONGEST_PLAYLIST: Bytes = 4_000_000

/** A file, or a part of one. */
export interface NamedPart {
  readonly name: string
  /** Null for all of it. */
  readonly range: { readonly from: Bytes; readonly length: Bytes } | null
}

/** A segment as a playlist of HLS names it. */
export interface NamedSegment extends NamedPart {
  /** Seconds. */
  readonly duration: number
  /** When its first picture was taken, since 1970; null where that is not told. */
  readonly at: number | null
  readonly discontinuous: boolean
  /** What has to be read before it; null for none. */
  readonly map: NamedPart | null
  /** Its media sequence number, and that of the discontinuity before it, if it is told. */
  readonly sequence: number
}

export interface LivePlaylist {
  readonly target: number
  readonly ended: boolean
  readonly segments: readonly NamedSegment[]
}

/** Whether a text is a playlist of segments that goes on (RFC 8216, 6.2.2): not a film, and no list of playlists. */
export function isOpenEnded(text: string): boolean {
  return (
    isHls(text) &&
    /^#EXTINF:/m.test(text) &&
    !/^#EXT-X-ENDLIST/m.test(text) &&
    !/^#EXT-X-PLAYLIST-TYPE:\s*VOD/m.test(text)
  )
}

/**
 * Whether its segments are encrypted. They are not shown: who may have the key is for the publisher's own player to
 * ask, and everybody here gives what they see to everybody.
 */
export function isEncrypted(text: string): boolean {
  return /^#EXT-X-KEY:(?!.*METHOD=NONE)/m.test(text)
}

/** Reads a playlist of segments (RFC 8216); null for any other. */
export function parsePlaylist(text: string): LivePlaylist | null {
  if (!isHls(text) || /^#EXT-X-STREAM-INF/m.test(text)) return null
  const segments: NamedSegment[] = []
  let sequence = Number(/^#EXT-X-MEDIA-SEQUENCE:\s*(\d+)/m.exec(text)?.[1] ?? 0)
  let [duration, at, discontinuous]: [number | null, number | null, boolean] = [null, null, false]
  let map: NamedPart | null = null
  let told: string | null = null
  let before: NamedPart | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, tag = '', value = ''] = /^#(EXT[\w-]*):?(.*)$/.exec(line) ?? []
    if (tag === 'EXTINF') duration = Number.parseFloat(value)
    else if (tag === 'EXT-X-DISCONTINUITY') discontinuous = true
    else if (tag === 'EXT-X-PROGRAM-DATE-TIME') at = Date.parse(value)
    else if (tag === 'EXT-X-BYTERANGE') told = value
    else if (tag === 'EXT-X-MAP') map = mapOf(value)
    else if (line.trim() !== '' && !line.startsWith('#') && duration !== null && duration > 0) {
      const time: number | null = at !== null && Number.isFinite(at) ? at : null
      const named: NamedPart = {
        name: line.trim(),
        range: told === null ? null : rangeOf(told, line.trim(), before),
      }
      segments.push({ ...named, duration, at: time, discontinuous, map, sequence: sequence++ })
      before = named
      told = null
      // One date counts on from there (RFC 8216, 4.3.2.6).
      at = time === null ? null : time + duration * 1000
      duration = null
      discontinuous = false
    }
  }
  const longest = Number(/^#EXT-X-TARGETDURATION:\s*(\d+)/m.exec(text)?.[1] ?? 1)
  const target = Math.min(60, Math.max(1, longest, ...segments.map((segment) => segment.duration)))
  return { target, ended: /^#EXT-X-ENDLIST/m.test(text), segments }
}

function mapOf(value: string): NamedPart | null {
  const name = /URI="([^"]*)"/.exec(value)?.[1]
  const range = /BYTERANGE="([^"]*)"/.exec(value)?.[1]
  if (name === undefined) return null
  return { name, range: range === undefined ? null : rangeOf(range, name, null) }
}

/** `length@from`; without a beginning it goes on where the last one of the same file ended (RFC 8216, 4.3.2.2). */
function rangeOf(told: string, name: string, before: NamedPart | null): NamedPart['range'] {
  const [, length = '0', from] = /^\s*(\d+)(?:@(\d+))?/.exec(told) ?? []
  const last = before?.name === name ? before.range : null
  return {
    from: from === undefined ? (last ? last.from + last.length : 0) : Number(from),
    length: Number(length),
  }
}

import type { Bytes } from '../../../src/core/brand.ts'
import { isHls } from '../../../src/core/playlistNames.ts'

/** A day of segments of two seconds takes less. */
export const LONGEST_PLAYLIST: Bytes = 4_000_000

/** A segment as a playlist of HLS names it. */
export interface NamedSegment {
  readonly name: string
  /** Seconds. */
  readonly duration: number
  /** When its first picture was taken, since 1970; null where that is not told. */
  readonly at: number | null
  readonly discontinuous: boolean
  /** What has to be read before it; null for none. */
  readonly map: string | null
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

/** Reads a playlist of segments (RFC 8216); null for any other, and where these are encrypted, or parts of files. */
export function parsePlaylist(text: string): LivePlaylist | null {
  if (!isHls(text) || /^#EXT-X-STREAM-INF/m.test(text)) return null
  if (/^#EXT-X-BYTERANGE:/m.test(text) || /^#EXT-X-MAP:.*BYTERANGE/m.test(text)) return null
  if (/^#EXT-X-KEY:(?!.*METHOD=NONE)/m.test(text)) return null
  const segments: NamedSegment[] = []
  let sequence = Number(/^#EXT-X-MEDIA-SEQUENCE:\s*(\d+)/m.exec(text)?.[1] ?? 0)
  let [duration, at, discontinuous]: [number | null, number | null, boolean] = [null, null, false]
  let map: string | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, tag = '', value = ''] = /^#(EXT[\w-]*):?(.*)$/.exec(line) ?? []
    if (tag === 'EXTINF') duration = Number.parseFloat(value)
    else if (tag === 'EXT-X-DISCONTINUITY') discontinuous = true
    else if (tag === 'EXT-X-PROGRAM-DATE-TIME') at = Date.parse(value)
    else if (tag === 'EXT-X-MAP') map = /URI="([^"]*)"/.exec(value)?.[1] ?? null
    else if (line.trim() !== '' && !line.startsWith('#') && duration !== null && duration > 0) {
      const time: number | null = at !== null && Number.isFinite(at) ? at : null
      segments.push({ name: line.trim(), duration, at: time, discontinuous, map, sequence: sequence++ })
      // One date counts on from there (RFC 8216, 4.3.2.6).
      at = time === null ? null : time + duration * 1000
      duration = null
      discontinuous = false
    }
  }
  const told = Number(/^#EXT-X-TARGETDURATION:\s*(\d+)/m.exec(text)?.[1] ?? 1)
  const target = Math.min(60, Math.max(1, told, ...segments.map((segment) => segment.duration)))
  return { target, ended: /^#EXT-X-ENDLIST/m.test(text), segments }
}

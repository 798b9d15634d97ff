import type { LiveList } from '../../wire/liveList.ts'

/**
 * A channel's list as a playlist (RFC 8216), whose segments are addressed by their ids.
 *
 * @param first the id that is counted from
 */
export function livePlaylist({ target, ended, segments }: LiveList, first: number): string {
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(target)}`,
    `#EXT-X-MEDIA-SEQUENCE:${Math.max(0, (segments[0]?.id ?? 0) - first)}`,
    // The loader holds a request for what is to come until it is there.
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES',
  ]
  let map: number | null = null
  for (const { id, duration, at, discontinuous, map: own } of segments) {
    if (discontinuous) lines.push('#EXT-X-DISCONTINUITY')
    if (own !== null && (own !== map || discontinuous)) lines.push(`#EXT-X-MAP:URI="${own}.mp4"`)
    map = own
    if (at !== null) lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(at).toISOString()}`)
    lines.push(`#EXTINF:${duration},`, `${id}.${own === null ? 'ts' : 'm4s'}`)
  }
  if (ended) lines.push('#EXT-X-ENDLIST')
  return `${lines.join('\n')}\n`
}

import type { Metainfo } from '../../torrent/metainfo.ts'
import { rawPathOf } from '../../torrent/rawPath.ts'

/**
 * Where a web seed has a file of a torrent (BEP 19): the address itself for a torrent of one file, unless it ends in a
 * slash; below it, in the torrent's folder, for one of several. The path is the torrent's own, byte for byte, whatever
 * the page calls the file.
 */
export function addressOf(origin: string, metainfo: Metainfo, file: number): string {
  if (metainfo.single && !origin.endsWith('/')) return origin
  const folder = origin.endsWith('/') ? origin : `${origin}/`
  return folder + rawPathOf(metainfo, file).map(percentEncoded).join('/')
}

/**
 * What a page asks for instead: browsers refuse `http:` to pages that came by https, unless it is this machine, so such
 * a copy is tried by https.
 *
 * @param secure the page came by https
 */
export function askable(origin: string, secure: boolean): string {
  const url = URL.parse(origin)
  if (!secure || url?.protocol !== 'http:' || THIS_MACHINE.test(url.hostname)) return origin
  url.protocol = 'https:'
  return url.href
}

const THIS_MACHINE = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/

/** What `encodeURIComponent` makes of text, for bytes that may be none. */
function percentEncoded(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte)
    return UNRESERVED.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
}

const UNRESERVED = /[\w.!~*'()-]/

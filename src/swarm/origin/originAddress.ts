import type { Metainfo } from '../metainfo.ts'

/**
 * Where a web seed has a file of a torrent (BEP 19): the address itself for a torrent of one file, unless it ends in a
 * slash; below it, in the torrent's folder, for one of several.
 */
export function addressOf(origin: string, { name, files, single }: Metainfo, file: number): string {
  if (single && !origin.endsWith('/')) return origin
  const folder = origin.endsWith('/') ? origin : `${origin}/`
  const path = single ? [name] : [name, ...(files[file]?.path ?? [])]
  return folder + path.map(encodeURIComponent).join('/')
}

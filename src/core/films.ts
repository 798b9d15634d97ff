import { mediaTypeOf } from './mediaType.ts'

/*
 * A film may be a folder: a playlist (HLS, RFC 8216; DASH, ISO/IEC 23009-1) and the many files that it names. By their
 * names alone, since nothing of a share need be here yet.
 */

interface NamedFile {
  readonly path: readonly string[]
  readonly size: number
}

/** Endings that a playlist's parts have, and a list of songs has none of. */
const PARTS = /\.(m4s|cmf[va]|ts|m2ts|mp4|m4v|webm|aac)$/i

/** Packets of a transport stream, as files and disks have them. */
const PACKETS = [188, 192]

/** Shorter than any film, longer than most programs that are written in TypeScript. */
const SHORTEST_STREAM = 64 * 1024
/** No program is so long. */
const LONGEST_PROGRAM = 4 * 1024 * 1024

/** Whether it is a transport stream: `.ts` and `.mts` are the endings of programs as well, and `.m2ts` is not. */
export function isTransportStream(name: string, size: number): boolean {
  if (/\.m2ts$/i.test(name)) return true
  if (!/\.m?ts$/i.test(name) || size < SHORTEST_STREAM) return false
  return size > LONGEST_PROGRAM || PACKETS.some((length) => size % length === 0)
}

/** What can be played, in the order of the files: films in many parts by their playlists, and what is none's part. */
export function filmsAmong<File extends NamedFile>(files: readonly File[]): File[] {
  const playlists = playlistsAmong(files)
  const heads = new Set(playlists)
  const folders = new Set(playlists.map(({ path }) => folderOf(path)))
  return files.filter((file) => heads.has(file) || (isAlone(file) && !isBelow(file.path, folders)))
}

/** Of each folder that is a film the playlist to begin with: only the topmost folder is one, and names what is below. */
export function playlistsAmong<File extends NamedFile>(files: readonly File[]): File[] {
  const byFolder = new Map<string, File>()
  const found = files.filter(
    ({ path, size }) => size > 0 && mediaTypeOf(path.at(-1) ?? '')?.kind === 'playlist',
  )
  if (found.length === 0) return []
  const songs = foldersOfSongs(files)
  for (const file of found.sort((left, right) => left.path.length - right.path.length)) {
    const folder = folderOf(file.path)
    const known = byFolder.get(folder)
    if (songs.has(folder) && /\.m3u8$/i.test(file.path.at(-1) ?? '')) continue
    if (known ? rankOf(file) < rankOf(known) : !isBelow(file.path, byFolder)) byFolder.set(folder, file)
  }
  return [...byFolder.values()]
}

/** A list of several qualities names the others beside it; of HLS and DASH the one is as good as the other. */
function rankOf({ path }: NamedFile): number {
  const name = path.at(-1) ?? ''
  const isFirst = /^(master|main|manifest|index|playlist)\b/i.test(name)
  return (isFirst ? 0 : 2) + (/\.m3u8$/i.test(name) ? 0 : 1)
}

/** Folders that hold music and nothing that a film is made of, in them and below. */
function foldersOfSongs(files: readonly NamedFile[]): ReadonlySet<string> {
  const songs = new Set<string>()
  const parts = new Set<string>()
  for (const { path } of files) {
    const name = path.at(-1) ?? ''
    if (PARTS.test(name)) for (const folder of foldersAbove(path)) parts.add(folder)
    else if (mediaTypeOf(name)?.kind === 'audio') songs.add(folderOf(path))
  }
  for (const folder of songs) if (parts.has(folder)) songs.delete(folder)
  return songs
}

function isAlone({ path, size }: NamedFile): boolean {
  const name = path.at(-1) ?? ''
  const kind = mediaTypeOf(name)?.kind
  return size > 0 && (kind === 'video' || kind === 'audio' || isTransportStream(name, size))
}

function isBelow(
  path: readonly string[],
  folders: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): boolean {
  return folders.size > 0 && foldersAbove(path).some((folder) => folders.has(folder))
}

function foldersAbove(path: readonly string[]): string[] {
  return path.map((_, depth) => path.slice(0, depth).join('/'))
}

function folderOf(path: readonly string[]): string {
  return path.slice(0, -1).join('/')
}

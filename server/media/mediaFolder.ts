import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isPlayable, mediaTypeOf } from '../../src/core/mediaType.ts'
import { namesInPlaylist, type NamedParts } from '../../src/core/playlistNames.ts'
import { isOpenEnded, LONGEST_PLAYLIST } from './live/playlist.ts'
import { filmsOf, mayBelong, type FoundFilm } from './filmsOfFolder.ts'
import type { FileState } from './publishedFile.ts'

/** More files than that are no collection of films; the rest is left out. */
const MOST_FILES = 10_000

/** Parts of films count here as well. */
const MOST_PARTS = 100_000

/** What a look at the folder came to; all by their paths with `/`. */
export interface Found {
  readonly films: ReadonlyMap<string, FoundFilm>
  /** Playlists that go on, and have lately. */
  readonly live: ReadonlySet<string>
  /** Films by their names that are not published, and why. */
  readonly leftOut: ReadonlyMap<string, string>
}

/** What playlists name, as long as they stay what they were. */
export type KnownPlaylists = Map<
  string,
  FileState & { readonly named: NamedParts | null; readonly goesOn: boolean }
>

/** A playlist without an end that was not written to for so long is one of a film that was broken off. */
const LIVE_MS = 60_000

/**
 * The films and music in a folder and those below it. Regular files only, for a link could lead out of the folder;
 * hidden ones are nobody's business, and what is empty is not there yet.
 *
 * @param known keeps what was read of playlists from one look to the next
 */
export async function lookInto(
  folder: string,
  known: KnownPlaylists = new Map(),
  now = Date.now(),
): Promise<Found> {
  const files = new Map<string, FileState>()
  const leftOut = new Map<string, string>()
  const paths: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!mayBelong(entry.name) || /(^|\/)\./.test(path)) continue
    if (entry.isFile()) paths.push(path)
    else if (entry.isSymbolicLink() && isPlayable(entry.name)) leftOut.set(path, 'it is a link')
  }
  for (const path of paths.sort().slice(0, MOST_PARTS)) {
    try {
      const { size, mtimeMs } = await stat(join(folder, path))
      if (size > 0) files.set(path, { size, modifiedAt: mtimeMs })
    } catch {
      // What is no UTF-8 is read with U+FFFD in its place, and is not found by that; else it went while we looked.
      if (path.includes('\ufffd') && isPlayable(path)) leftOut.set(path, 'its name is not UTF-8')
    }
  }
  const films = filmsOf(files, await readPlaylists(folder, files, known))
  const [first, ...others] = [...films.keys()].sort().slice(MOST_FILES)
  if (first !== undefined) {
    leftOut.set(first, `it and ${others.length} after it are more than the first ${MOST_FILES}`)
    for (const path of [first, ...others]) films.delete(path)
  }
  const goesOn = [...known].filter(([, { goesOn, modifiedAt }]) => goesOn && now - modifiedAt < LIVE_MS)
  const live = new Set(goesOn.map(([path]) => path))
  for (const path of live) films.delete(path)
  return { films, live, leftOut }
}

async function readPlaylists(
  folder: string,
  files: ReadonlyMap<string, FileState>,
  known: KnownPlaylists,
): Promise<ReadonlyMap<string, NamedParts>> {
  const playlists = new Map<string, NamedParts>()
  for (const [path, state] of files) {
    if (mediaTypeOf(path)?.kind !== 'playlist' || state.size > LONGEST_PLAYLIST) continue
    const before = known.get(path)
    const isSame = before?.size === state.size && before.modifiedAt === state.modifiedAt
    const text = isSame ? '' : await textOf(join(folder, path))
    const named = isSame ? before.named : namesInPlaylist(text)
    known.set(path, { ...state, named, goesOn: isSame ? before.goesOn : isOpenEnded(text) })
    if (named) playlists.set(path, named)
  }
  for (const path of known.keys()) if (!files.has(path)) known.delete(path)
  return playlists
}

/** Empty for what went meanwhile. */
async function textOf(place: string): Promise<string> {
  return readFile(place, 'utf8').catch(() => '')
}

import { captionsOf } from '../../src/core/captions.ts'
import { isTransportStream } from '../../src/core/films.ts'
import { isPlayable, mediaTypeOf } from '../../src/core/mediaType.ts'
import { isNamed, type NamedParts } from '../../src/core/playlistNames.ts'
import type { FileState } from './publishedFile.ts'

/** A file of a film in many parts: its path below the media folder, and how it was found. */
export interface FilmPart extends FileState {
  readonly path: string
}

/** A film as it lies in the media folder. */
export interface FoundFilm extends FileState {
  /** A playlist first, and what it names; empty for a film in one file. */
  readonly parts: readonly FilmPart[]
}

/** What the playlists of the folder name, by their paths. */
export type Playlists = ReadonlyMap<string, NamedParts>

/**
 * The films among files, by the paths of what is played: a playlist that no other names is a film with all that it
 * names, itself and in the lists below; every other film is one file, and no part of these.
 */
export function filmsOf(files: ReadonlyMap<string, FileState>, playlists: Playlists): Map<string, FoundFilm> {
  const films = new Map<string, FoundFilm>()
  const claimed = new Map<string, string>()
  for (const head of headsOf(files, playlists)) {
    const paths = partsOf(head, files, playlists)
    const media = paths.filter((path) => !playlists.has(path))
    // Nothing of it is here, or HLS and DASH over the same files: one film, played by what came first.
    const known = media.map((path) => claimed.get(path)).find((path) => path !== undefined)
    const among = known === undefined ? [] : (films.get(known)?.parts ?? [])
    if (media.length === 0) continue
    const all = [...new Set([...among.map(({ path }) => path), head, ...paths])]
    for (const path of all) claimed.set(path, known ?? head)
    films.set(known ?? head, inParts(all, files))
  }
  for (const [path, state] of files) {
    if (claimed.has(path) || playlists.has(path)) continue
    if (isPlayable(path) || isTransportStream(path, state.size)) films.set(path, { ...state, parts: [] })
  }
  return films
}

/** Playlists that no other one names; HLS before DASH, for the page plays it with less. */
function headsOf(files: ReadonlyMap<string, FileState>, playlists: Playlists): string[] {
  const below = new Set([...playlists.keys()].flatMap((path) => namedBy(path, files, playlists)))
  const heads = [...playlists.keys()].filter((path) => !below.has(path))
  const isDash = (path: string) => Number(/\.mpd$/i.test(path))
  return heads.sort((left, right) => isDash(left) - isDash(right) || (left < right ? -1 : 1))
}

/** All files that a playlist names, in the lists that it names as well, and the captions beside it. */
function partsOf(head: string, files: ReadonlyMap<string, FileState>, playlists: Playlists): string[] {
  const found = new Set<string>([head])
  for (const path of found) for (const named of namedBy(path, files, playlists)) found.add(named)
  const folder = folderOf(head)
  // A torrent has one folder: what a list names above it cannot be in it.
  const within = [...found].filter((path) => path.startsWith(folder))
  const named = [...files.keys()]
    .filter((path) => path.startsWith(folder))
    .map((path, index) => ({ path: path.split('/'), index, whole: path }))
  const captions = captionsOf({ index: -1, path: head.split('/') }, named)
  return [
    ...new Set([...within.slice(1), ...captions.map(({ index }) => named[index]?.whole ?? head)]),
  ].sort()
}

function namedBy(
  playlist: string,
  files: ReadonlyMap<string, FileState>,
  playlists: Playlists,
): readonly string[] {
  const { names = [], loose = false } = playlists.get(playlist) ?? {}
  const folder = folderOf(playlist)
  const exact = names.filter((name) => files.has(folder + name)).map((name) => folder + name)
  const open = loose ? names.filter((name) => !files.has(folder + name)) : []
  if (open.length === 0) return exact
  const others = [...files.keys()].filter(
    (path) => path.startsWith(folder) && open.some((name) => isNamed(path.slice(folder.length), name, loose)),
  )
  return [...exact, ...others]
}

function inParts(paths: readonly string[], files: ReadonlyMap<string, FileState>): FoundFilm {
  const parts = paths.flatMap((path) => {
    const state = files.get(path)
    return state ? [{ path, ...state }] : []
  })
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return { size, modifiedAt: Math.max(...parts.map(({ modifiedAt }) => modifiedAt)), parts }
}

/** With its `/`; empty for the media folder itself. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Whether it may be a film, or a part of one. */
export function mayBelong(name: string): boolean {
  const kind = mediaTypeOf(name)?.kind
  return (
    kind === 'video' ||
    kind === 'audio' ||
    kind === 'segment' ||
    kind === 'playlist' ||
    kind === 'captions' ||
    /\.(m?ts|m4i|mp4a|init|dash)$/i.test(name)
  )
}

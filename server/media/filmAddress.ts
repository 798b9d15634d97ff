import type { MediaPart, MediaRecord } from '../store/media.ts'

/*
 * Where the files of a film are found over HTTP, below the address of all media. A torrent of several files has a name,
 * which its web seed has as a folder (BEP 19): the folder that the playlist lies in. One that lies in the media folder
 * itself has a folder of that kind in addresses alone, named after the playlist.
 */

/** The folder that a path lies in, with its `/`; empty for the media folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The name of the torrent that a playlist and its parts are. */
export function folderName(playlist: string): string {
  const folder = folderOf(playlist).slice(0, -1)
  return folder === '' ? playlist.replace(/\.\w+$/, '') : folder.slice(folder.lastIndexOf('/') + 1)
}

/** The files of a film by their addresses. */
export function addressesOf(record: MediaRecord): [address: string, MediaPart][] {
  if (record.parts.length === 0) return [[record.path, record]]
  const folder = folderOf(record.path)
  const base = `${webSeedOf(record)}${folderName(record.path)}/`
  return record.parts.map((part) => [base + part.path.slice(folder.length), part])
}

/** The address that the torrent names for its HTTP copy. */
export function webSeedOf({ path, parts }: MediaRecord): string {
  if (parts.length === 0) return path
  const folder = folderOf(path)
  return folder.slice(0, -1 - folderName(path).length)
}

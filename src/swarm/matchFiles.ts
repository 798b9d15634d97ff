import type { LocalFile } from './engineApi.ts'
import type { TorrentFile } from '../torrent/metainfo.ts'

/**
 * The chosen files in the torrent's order, or null when one is missing: each of the torrent's files is matched
 * by its size, and among several of one size by how much of its path agrees, from the name upwards. Whether
 * they are the same bytes is for their hashes to say.
 */
export function matchFiles(
  { files }: { readonly files: readonly Pick<TorrentFile, 'path' | 'length'>[] },
  chosen: readonly LocalFile[],
): File[] | null {
  const left = new Set(chosen)
  const matched: File[] = []
  for (const { path, length } of files) {
    let best: LocalFile | null = null
    for (const candidate of left) {
      if (candidate.file.size !== length) continue
      if (!best || agreement(candidate.path, path) > agreement(best.path, path)) best = candidate
    }
    if (!best) return null
    left.delete(best)
    matched.push(best.file)
  }
  return matched
}

/** How many parts of two paths are the same, counted from the end. */
function agreement(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

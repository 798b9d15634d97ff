import { distinctPaths, safePath } from '../core/safePath.ts'
import type { LocalFile } from './engineApi.ts'

/**
 * Files in the order of their paths, so that the same folder makes the same torrent wherever it is dropped,
 * without the folder that all of them are in: its name is the share's.
 */
export function arrangeFiles(files: readonly LocalFile[]): LocalFile[] {
  const root = files[0]?.path[0]
  const inOneFolder = files.every(({ path }) => path.length > 1 && path[0] === root)
  const placed = files
    .map((local) => {
      const path = safePath(inOneFolder ? local.path.slice(1) : local.path, local.file.name)
      // Joined once: 20,000 files are compared 300,000 times, and the page waits.
      return { local, path, joined: path.join('/') }
    })
    .sort((a, b) => compare(a.joined, b.joined))
  // Two files of one name, dropped from two folders, would be written over each other by other programs.
  const paths = distinctPaths(placed.map(({ path }) => path))
  return placed.map(({ local, path }, index) => ({ ...local, path: paths[index] ?? path }))
}

/** One file that was chosen by itself is a single-file torrent (BEP 3); one file in a folder is not. */
export function isSingle(files: readonly LocalFile[]): boolean {
  return files.length === 1 && files[0]?.path.length === 1
}

/** By code unit: a locale's order would differ from one machine to the next. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isPlayable } from '../../src/core/mediaType.ts'
import type { FileState } from './publishedFile.ts'

/** More files than that are no collection of films; the rest is left out. */
const MOST_FILES = 10_000

/** What a look at the folder came to; all by their paths with `/`. */
export interface Found {
  readonly films: ReadonlyMap<string, FileState>
  /** Films by their names that are not published, and why. */
  readonly leftOut: ReadonlyMap<string, string>
}

/**
 * The films and music in a folder and those below it. Regular files only, for a link could lead out of the folder;
 * hidden ones are nobody's business, and what is empty is not there yet.
 */
export async function lookInto(folder: string): Promise<Found> {
  const films = new Map<string, FileState>()
  const leftOut = new Map<string, string>()
  const paths: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!isPlayable(entry.name) || /(^|\/)\./.test(path)) continue
    if (entry.isFile()) paths.push(path)
    else if (entry.isSymbolicLink()) leftOut.set(path, 'it is a link')
  }
  const [first, ...others] = paths.sort().slice(MOST_FILES)
  if (first !== undefined)
    leftOut.set(first, `it and ${others.length} after it are more than the first ${MOST_FILES}`)
  for (const path of paths.slice(0, MOST_FILES)) {
    try {
      const { size, mtimeMs } = await stat(join(folder, path))
      if (size > 0) films.set(path, { size, modifiedAt: mtimeMs })
    } catch {
      // What is no UTF-8 is read with U+FFFD in its place, and is not found by that; else it went while we looked.
      if (path.includes('\ufffd')) leftOut.set(path, 'its name is not UTF-8')
    }
  }
  return { films, leftOut }
}

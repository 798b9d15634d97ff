import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isPlayable } from '../../src/core/mediaType.ts'
import type { FileState } from './publishedFile.ts'

/** More files than that are no collection of films; the rest is left out. */
const MOST_FILES = 10_000

/**
 * The films and music in a folder and those below it, by their paths with `/`. Regular files only, for a link could
 * lead out of the folder; hidden ones are nobody's business, and what is empty is not there yet.
 */
export async function lookInto(folder: string): Promise<ReadonlyMap<string, FileState>> {
  const found = new Map<string, FileState>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && isPlayable(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\./.test(path))
    .sort()
  for (const path of paths.slice(0, MOST_FILES)) {
    try {
      const { size, mtimeMs } = await stat(join(folder, path))
      if (size > 0) found.set(path, { size, modifiedAt: mtimeMs })
    } catch {
      // It went while we looked.
    }
  }
  return found
}

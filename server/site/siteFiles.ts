import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { StartProblem } from '../listen.ts'
import { ENCODINGS, StaticFile } from './staticFile.ts'

/** The built site by request path. What is not in it does not exist: no path leads to any other file. */
export type SiteFiles = ReadonlyMap<string, StaticFile>

/** Reads a whole folder into memory. Throws {@link StartProblem} when it is not a built site. */
export async function loadSiteFiles(folder: string): Promise<SiteFiles> {
  const files = new Map<string, StaticFile>()
  for (const path of await listFiles(folder)) {
    const name = `/${relative(folder, path).split(sep).join('/')}`
    // Hidden files are a build tool's own; `.well-known` is the web's (RFC 8615).
    if (/\/\.(?!well-known\/)/.test(name)) continue
    const file = new StaticFile(name, await readFile(path))
    files.set(name, file)
    if (name.endsWith('/index.html')) files.set(name.slice(0, -'index.html'.length), file)
  }
  if (!files.has('/')) {
    throw new StartProblem(
      `The site is not built: there is no ${join(folder, 'index.html')}. Run "npm run build" first.`,
    )
  }
  return files
}

/** Regular files only: a link could lead out of the folder. */
async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

/** Makes every compressed form ahead of the first visitor, one at a time so as to leave the machine to others. */
export async function compressAhead(files: SiteFiles, signal: AbortSignal): Promise<void> {
  for (const file of new Set(files.values())) {
    for (const encoding of ENCODINGS) {
      if (signal.aborted) return
      await file.encoded(encoding)
    }
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { SiteRoot } from '../../src/core/sitePath.ts'
import { StartProblem } from '../listen.ts'
import { ENCODINGS, StaticFile } from './staticFile.ts'

/** The built site by request path. What is not in it does not exist: no path leads to any other file. */
export type SiteFiles = ReadonlyMap<string, StaticFile>

/** What names the site's root; all else names what lies beside it. */
const NAMES_ROOT = /\.(html|webmanifest)$/

/** Reads a whole folder into memory, as it is served at `root`. Throws {@link StartProblem} when it is not a built site. */
export async function loadSiteFiles(folder: string, root: SiteRoot): Promise<SiteFiles> {
  const files = new Map<string, StaticFile>()
  for (const path of await listFiles(folder)) {
    const name = `/${relative(folder, path).split(sep).join('/')}`
    // Hidden files are a build tool's own; `.well-known` is the web's (RFC 8615).
    if (/\/\.(?!well-known\/)/.test(name)) continue
    const content = await readFile(path)
    const file = new StaticFile(name, NAMES_ROOT.test(name) ? atRoot(content, root) : content)
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

/** Every quoted value that begins with a slash is an address on the host (tests/server/site.test.ts). */
function atRoot(content: Buffer, root: SiteRoot): Buffer {
  return root === '/' ? content : Buffer.from(content.toString().replace(/"\/(?!\/)/g, `"${root}`))
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

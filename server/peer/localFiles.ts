import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Handle, KeptFile } from '../../src/storage/library.ts'
import type { LocalFile } from '../../src/swarm/engineApi.ts'
import { DiskFile } from './diskFile.ts'

/** How a file is found again. */
interface PathHandle extends Handle {
  readonly path: string
}

/** What is to be shared: a file, or all files below a folder, whose name is the first of each path then. */
export async function localFiles(path: string): Promise<LocalFile[]> {
  const name = basename(path)
  if (!(await stat(path)).isDirectory()) return [await localFile(path, [name])]
  const found: LocalFile[] = []
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isFile()) found.push(await localFile(below, [name, entry.name]))
    else if (entry.isDirectory())
      for (const local of await localFiles(below)) found.push({ ...local, path: [name, ...local.path] })
  }
  return found
}

/** See `Home.openKept`; nobody is asked. */
export async function openKept(files: readonly KeptFile[]): Promise<readonly File[] | null> {
  const opened: File[] = []
  for (const { size, lastModified, handle } of files) {
    const { path } = (handle ?? {}) as Partial<PathHandle>
    const file = path === undefined ? null : await DiskFile.open(path).catch(() => null)
    if (file?.size !== size || file.lastModified !== lastModified) return null
    opened.push(file)
  }
  return opened
}

async function localFile(path: string, place: readonly string[]): Promise<LocalFile> {
  const file = await DiskFile.open(path)
  const handle: PathHandle = { kind: 'file', name: file.name, path }
  return { file, path: place, handle }
}

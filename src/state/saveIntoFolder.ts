import { splitEnding } from '../core/cutText.ts'
import { diskName, plainestName } from '../core/diskName.ts'
import type { FileSnapshot } from '../swarm/snapshot.ts'
import type { Renamed } from './notices.ts'

interface SaveOptions {
  signal: AbortSignal
  /** Called with how many files are written. */
  onDone: (done: number) => void
}

export interface SavedFolder {
  /** What the folder is called. */
  readonly name: string
  /** Names that disks or the browser refuse, and what those files and folders are called instead. */
  readonly renamed: readonly Renamed[]
}

/**
 * Writes files into a new folder below `parent`, stream by stream. What is there already is never overwritten: the
 * folder is called `name (2)` then. A name that is refused is replaced.
 */
export async function saveIntoFolder(
  parent: FileSystemDirectoryHandle,
  name: string,
  files: readonly FileSnapshot[],
  streamOf: (index: number) => Promise<ReadableStream<Uint8Array>>,
  options: SaveOptions,
): Promise<SavedFolder> {
  const renamed = new Map<string, string>()
  const told = (from: string, to: string) => {
    if (!isNumbered(from, to)) renamed.set(from, to)
  }
  const root = await madeIn(diskName(name), async (own) =>
    parent.getDirectoryHandle(await freeName(parent, own), { create: true }),
  )
  let done = 0
  for (const file of files) {
    options.signal.throwIfAborted()
    let folder = root
    for (const part of file.path.slice(0, -1)) {
      const above = folder
      folder = await madeIn(diskName(part), (own) => above.getDirectoryHandle(own, { create: true }))
      told(part, folder.name)
    }
    const below = folder
    const wished = file.path.at(-1) ?? name
    const handle = await madeIn(diskName(wished), async (own) =>
      below.getFileHandle(await freeName(below, own), { create: true }),
    )
    told(wished, handle.name)
    const stream = await streamOf(file.index)
    await stream.pipeTo(await handle.createWritable(), { signal: options.signal })
    options.onDone(++done)
  }
  return { name: root.name, renamed: [...renamed].map(([from, to]) => ({ from, to })) }
}

/** Makes a file or folder of that name; if the browser refuses the name, of its letters and digits alone. */
async function madeIn<Handle>(name: string, make: (name: string) => Promise<Handle>): Promise<Handle> {
  try {
    return await make(name)
  } catch (error) {
    // The File System standard: a name that is none is a TypeError, and all else a DOMException.
    const plain = plainestName(name)
    if (!(error instanceof TypeError) || plain === name) throw error
    return make(plain)
  }
}

/** The same name, or `a (2).txt` for `a.txt`, which was there already. */
function isNumbered(from: string, to: string): boolean {
  const { stem, ending } = splitEnding(from)
  if (!to.startsWith(stem) || !to.endsWith(ending)) return false
  return /^(?: \(\d+\))?$/.test(to.slice(stem.length, to.length - ending.length))
}

/** The name itself, or the first of `name (2)`, `name (3)`… that nothing has yet. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`
    if (!(await exists(folder, candidate))) return candidate
  }
}

async function exists(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name)
    return true
  } catch (error) {
    // A folder of that name is in the way as well.
    return error instanceof DOMException && error.name === 'TypeMismatchError'
  }
}

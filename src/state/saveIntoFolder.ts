import type { FileSnapshot } from '../swarm/snapshot.ts'

interface SaveOptions {
  signal: AbortSignal
  /** Called with how many files are written. */
  onDone: (done: number) => void
}

/**
 * Writes files into a new folder below `parent`, stream by stream, and answers the folder's name. What is
 * there already is never overwritten: the folder is called `name (2)` then.
 */
export async function saveIntoFolder(
  parent: FileSystemDirectoryHandle,
  name: string,
  files: readonly FileSnapshot[],
  blobOf: (index: number) => Promise<Blob>,
  options: SaveOptions,
): Promise<string> {
  const root = await parent.getDirectoryHandle(await freeName(parent, safeName(name)), { create: true })
  let done = 0
  for (const file of files) {
    options.signal.throwIfAborted()
    const folders = file.path.slice(0, -1)
    let folder = root
    for (const part of folders) folder = await folder.getDirectoryHandle(safeName(part), { create: true })
    const own = await freeName(folder, safeName(file.path.at(-1) ?? name))
    const handle = await folder.getFileHandle(own, { create: true })
    const blob = await blobOf(file.index)
    await blob.stream().pipeTo(await handle.createWritable(), { signal: options.signal })
    options.onDone(++done)
  }
  return root.name
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

/** Names that the picker refuses on some system or other: reserved characters, dots and spaces at the end. */
function safeName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const cleaned = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_').replace(/[. ]+$/, '')
  return cleaned === '' ? '_' : cleaned
}

import type { LocalFile } from '../swarm/engineApi.ts'

/** The files of an input. `webkitRelativePath` tells the place of each when a folder was chosen. */
export function filesOfInput(files: Iterable<File>): LocalFile[] {
  return Array.from(files, (file) => ({ file, path: pathOf(file.webkitRelativePath) ?? [file.name] }))
}

/**
 * The files of a drop or a paste, folders walked to their end.
 *
 * Must be called within the event: the browser empties a DataTransfer as soon as its event is over, so the
 * entries are taken first, before anything is awaited.
 */
export async function filesOfTransfer(transfer: DataTransfer): Promise<LocalFile[]> {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry())
  const handles = items.map((item) => item.getAsFileSystemHandle?.() ?? Promise.resolve(null))
  const plain = Array.from(transfer.files)
  // Handles open the same files again after a reload, so they are the better way where there are any.
  // Chromium answers undefined for what a page itself has put into the transfer.
  const opened: unknown[] = await Promise.all(handles).catch(() => [])
  const usable = opened.filter((handle) => handle instanceof FileSystemHandle)
  if (usable.length > 0 && usable.length === items.length) {
    const found: LocalFile[] = []
    for (const handle of usable) {
      await walkHandle(handle, [], handle instanceof FileSystemDirectoryHandle ? handle : null, found)
    }
    return found
  }
  // A pasted picture has no entry behind it, and some browsers list files without items.
  if (entries.length === 0 || entries.some((entry) => entry === null)) {
    return plain.map((file) => ({ file, path: [file.name] }))
  }
  return collect(entries.filter((entry) => entry !== null))
}

async function walkHandle(
  handle: FileSystemHandle,
  above: readonly string[],
  folder: FileSystemDirectoryHandle | null,
  found: LocalFile[],
): Promise<void> {
  const path = [...above, handle.name]
  if (handle instanceof FileSystemFileHandle)
    found.push({ file: await handle.getFile(), path, handle, folder })
  else if (handle instanceof FileSystemDirectoryHandle) {
    for await (const child of handle.values()) await walkHandle(child, path, folder, found)
  }
}

async function collect(entries: readonly FileSystemEntry[]): Promise<LocalFile[]> {
  const found: LocalFile[] = []
  for (const entry of entries) await walk(entry, [], found)
  return found
}

async function walk(entry: FileSystemEntry, above: readonly string[], found: LocalFile[]): Promise<void> {
  const path = [...above, entry.name]
  if (isFile(entry)) {
    found.push({ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path })
  } else if (isDirectory(entry)) {
    for (const child of await childrenOf(entry)) await walk(child, path, found)
  }
}

async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    // Chromium answers at most 100 entries at a time, and an empty batch at the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return children
    children.push(...batch)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function pathOf(relative: string): string[] | null {
  const parts = relative.split('/').filter((part) => part !== '')
  return parts.length === 0 ? null : parts
}

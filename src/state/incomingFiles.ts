import type { LocalFile } from '../swarm/engineApi.ts'

/** What was dropped, chosen or pasted together. */
export interface Brought {
  readonly files: LocalFile[]
  /** Paths of what the browser listed and did not hand over. */
  readonly leftOut: string[]
}

/**
 * Takes the files out of an input, so that choosing the same ones again is a change again. `webkitRelativePath` tells
 * the place of each when a folder was chosen.
 */
export function takeChosen(input: HTMLInputElement): Brought {
  const files = Array.from(input.files ?? [], (file) => ({
    file,
    path: pathOf(file.webkitRelativePath) ?? [file.name],
  }))
  input.value = ''
  return { files, leftOut: [] }
}

/**
 * The files of a drop or a paste, folders walked to their end.
 *
 * Must be called within the event: the browser empties a DataTransfer as soon as its event is over, so the
 * entries are taken first, before anything is awaited.
 */
export async function filesOfTransfer(transfer: DataTransfer): Promise<Brought> {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const handles = items.map((item) => item.getAsFileSystemHandle?.() ?? Promise.resolve(null))
  const plain = Array.from(transfer.files)
  // Handles open the same files again after a reload, so they are the better way where there are any.
  // Chromium answers undefined for what a page itself has put into the transfer.
  const opened: unknown[] = await Promise.all(handles).catch(() => [])
  const usable = opened.filter((handle) => handle instanceof FileSystemHandle)
  const brought: Brought = { files: [], leftOut: [] }
  if (usable.length > 0 && usable.length === items.length) {
    for (const handle of usable) {
      await walkHandle(handle, [], handle instanceof FileSystemDirectoryHandle ? handle : null, brought)
    }
    // Handles pass over names that they would not write (`link.url`, `a~1.txt`) without a word; entries do not.
    const known = new Set([...brought.files.map(({ path }) => path.join('/')), ...brought.leftOut])
    for (const entry of entries) if (isDirectory(entry)) await walk(entry, [], brought, known)
    return brought
  }
  // A pasted picture has no entry behind it, and some browsers list files without items.
  if (items.length === 0 || entries.length < items.length) {
    return { files: plain.map((file) => ({ file, path: [file.name] })), leftOut: [] }
  }
  for (const entry of entries) await walk(entry, [], brought)
  return brought
}

/** What a picker has answered. */
export async function filesOfHandles(handles: readonly FileSystemFileHandle[]): Promise<Brought> {
  const brought: Brought = { files: [], leftOut: [] }
  for (const handle of handles) await walkHandle(handle, [], null, brought)
  return brought
}

/** At a time, so that the page answers meanwhile. */
const SLICE_MS = 10

/**
 * Has the browser find out how large the files are. Of those that were chosen Chromium asks the disk at the first look at
 * each, and everything else waits: five seconds for 20,000 of them, if nobody makes a pause.
 */
export async function measure(files: readonly LocalFile[]): Promise<void> {
  let until = performance.now() + SLICE_MS
  for (const { file } of files) {
    // An empty file is found out like any other.
    if (file.size >= 0 && performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve))
    until = performance.now() + SLICE_MS
  }
}

/** Pasted pictures are all called the same by the browser: here by when they were pasted. */
export function named({ files, leftOut }: Brought): Brought {
  const [only] = files
  const [, ending] = /^image\.(png|jpe?g|gif|webp|avif)$/.exec(only?.path.join('/') ?? '') ?? []
  if (!only || files.length > 1 || ending === undefined) return { files, leftOut }
  const [day = '', time = ''] = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .split('T')
  // eslint-disable-next-line no-restricted-syntax -- a name, which goes with the file
  const name = `Picture ${day} ${time.slice(0, 8).replaceAll(':', '.')}.${ending}`
  return { files: [{ file: only.file, path: [name] }], leftOut }
}

/** One that cannot be opened is left out, and the others are not. */
async function walkHandle(
  handle: FileSystemHandle,
  above: readonly string[],
  folder: FileSystemDirectoryHandle | null,
  brought: Brought,
): Promise<void> {
  const path = [...above, handle.name]
  try {
    if (handle instanceof FileSystemFileHandle)
      brought.files.push({ file: await handle.getFile(), path, handle, folder })
    else if (handle instanceof FileSystemDirectoryHandle) {
      for await (const child of handle.values()) await walkHandle(child, path, folder, brought)
    }
  } catch {
    brought.leftOut.push(path.join('/'))
  }
}

/** @param known paths that were brought another way */
async function walk(
  entry: FileSystemEntry,
  above: readonly string[],
  brought: Brought,
  known: ReadonlySet<string> = new Set(),
): Promise<void> {
  const path = [...above, entry.name]
  if (known.has(path.join('/'))) return
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
      brought.files.push({ file, path })
    } else if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) await walk(child, path, brought, known)
    }
  } catch {
    brought.leftOut.push(path.join('/'))
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

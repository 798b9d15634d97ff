import type { Bytes } from './brand.ts'
import { byName } from './nameOrder.ts'

/** A folder of a share, as people see it. */
export interface Folder {
  /** Folder names from the share's own folder on, joined by `/`; empty for the share itself. */
  readonly path: string
  /** What is shown: of folders that hold one folder and nothing else, all names at once. */
  readonly name: string
  readonly folders: readonly Folder[]
  /** Indexes of the files that lie right in it. */
  readonly files: readonly number[]
  /** Files in it and below. */
  readonly count: number
  readonly size: Bytes
}

/** A line of the tree as it is drawn. */
export type TreeRow =
  | { readonly kind: 'folder'; readonly folder: Folder; readonly depth: number }
  | { readonly kind: 'file'; readonly index: number; readonly depth: number }

/** `name` counts as people do (2 before 10); `size` has the largest first. */
export type FileOrder = 'name' | 'size'

/** What the tree has to know of a file. */
export interface Listed {
  readonly index: number
  readonly path: readonly string[]
  readonly size: Bytes
}

interface Growing {
  readonly folders: Map<string, Growing>
  readonly files: Listed[]
}

/** Files in the order in which they stand in their folders. */
export function inOrder(files: readonly Listed[], order: FileOrder): readonly Listed[] {
  return order === 'name'
    ? byName(files, ({ path }) => path.at(-1) ?? '')
    : files.toSorted((a, b) => b.size - a.size)
}

/**
 * Files as folders and what lies in them, folders first.
 *
 * @param files those of {@link inOrder}, or some of them
 * @param root the share's name: where all paths begin with it, it is left out
 */
export function fileTree(files: readonly Listed[], root: string, order: FileOrder): Folder {
  const top = empty()
  const skipped = files.every(({ path }) => path.length > 1 && path[0] === root) ? 1 : 0
  for (const file of files) {
    let folder = top
    for (let at = skipped; at < file.path.length - 1; at++) {
      const name = file.path[at] ?? ''
      let next = folder.folders.get(name)
      if (!next) folder.folders.set(name, (next = empty()))
      folder = next
    }
    folder.files.push(file)
  }
  return grown(top, [], '', order)
}

/** What is drawn of a tree, top to bottom. */
export function rowsOf(top: Folder, isOpen: (folder: Folder) => boolean): readonly TreeRow[] {
  const rows: TreeRow[] = []
  addRows(top, 0, isOpen, rows)
  return rows
}

/** Indexes of all files in a folder and below. */
export function filesIn(folder: Folder): readonly number[] {
  return [...folder.folders.flatMap(filesIn), ...folder.files]
}

function addRows(of: Folder, depth: number, isOpen: (folder: Folder) => boolean, rows: TreeRow[]): void {
  for (const folder of of.folders) {
    rows.push({ kind: 'folder', folder, depth })
    if (isOpen(folder)) addRows(folder, depth + 1, isOpen, rows)
  }
  for (const index of of.files) rows.push({ kind: 'file', index, depth })
}

function grown(growing: Growing, above: readonly string[], name: string, order: FileOrder): Folder {
  const [only] = growing.folders
  if (only && above.length > 0 && growing.folders.size === 1 && growing.files.length === 0) {
    const [below, folder] = only
    return grown(folder, [...above, below], `${name} / ${below}`, order)
  }
  const unordered = Array.from(growing.folders, ([below, folder]) =>
    grown(folder, [...above, below], below, order),
  )
  const folders =
    order === 'name' ? byName(unordered, ({ name }) => name) : unordered.sort((a, b) => b.size - a.size)
  const { files } = growing
  return {
    path: above.join('/'),
    name,
    folders,
    files: files.map(({ index }) => index),
    count: folders.reduce((sum, { count }) => sum + count, files.length),
    size: [...folders, ...files].reduce((sum, { size }) => sum + size, 0),
  }
}

function empty(): Growing {
  return { folders: new Map(), files: [] }
}

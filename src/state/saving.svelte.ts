import type { FileSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
import { messageOf } from './intake.svelte.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import { saveIntoFolder } from './saveIntoFolder.ts'
import type { Toasts } from './toasts.svelte.ts'

/** Time for the browser to begin its own copy of the blob before the address of it is given up. */
const REVOKE_AFTER_MS = 60_000

/** Saving a share's files into a folder, as it goes on. */
export interface FolderJob {
  readonly done: number
  readonly total: number
  readonly cancel: () => void
}

/** Brings finished files from the page to the user's disk, without holding them in memory. */
export class Saving {
  /** By share id. */
  jobs: Readonly<Record<string, FolderJob>> = $state.raw({})
  readonly canSaveToFolder: boolean

  readonly #engine: LazyEngine
  readonly #toasts: Toasts

  constructor(engine: LazyEngine, toasts: Toasts) {
    this.#engine = engine
    this.#toasts = toasts
    this.canSaveToFolder = 'showDirectoryPicker' in window
  }

  async one(share: ShareSnapshot, file: FileSnapshot): Promise<void> {
    try {
      const engine = await this.#engine.get()
      download(await engine.fileBlob(share.id, file.index), file.path.at(-1) ?? share.name)
    } catch (error) {
      this.#toasts.alarm(`“${file.path.at(-1) ?? share.name}” could not be saved. ${messageOf(error)}`)
    }
  }

  /** All finished files of a share, in their folders, into a folder that the user picks. */
  async all(share: ShareSnapshot): Promise<void> {
    const folder = await pickFolder()
    if (!folder) return
    const abort = new AbortController()
    const files = share.files.filter((file) => file.progress >= 1)
    const told = (done: number) =>
      (this.jobs = { ...this.jobs, [share.id]: { done, total: files.length, cancel: () => abort.abort() } })
    told(0)
    try {
      const engine = await this.#engine.get()
      const name = await saveIntoFolder(
        folder,
        share.name,
        files,
        (index) => engine.fileBlob(share.id, index),
        {
          signal: abort.signal,
          onDone: told,
        },
      )
      this.#toasts.calm(`All files are in “${name}”.`)
    } catch (error) {
      if (!abort.signal.aborted) this.#toasts.alarm(`Not all files could be saved. ${messageOf(error)}`)
    } finally {
      this.jobs = Object.fromEntries(Object.entries(this.jobs).filter(([id]) => id !== share.id))
    }
  }
}

/** Hands a blob to the browser's own downloads. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS)
}

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await window.showDirectoryPicker({ mode: 'readwrite' })
  } catch {
    // Putting the picker away is no fault.
    return null
  }
}

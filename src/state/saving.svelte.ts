import type { Bytes } from '../core/brand.ts'
import { SEALED_NAME } from '../core/sealSecret.ts'
import { offerBlob } from '../stream/offerBlob.ts'
import { serviceWorkers } from '../stream/serviceWorkers.ts'
import type { FileSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
import { faultOf } from './faults.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import { codeOf } from './lazyPart.svelte.ts'
import type { Notice } from './notices.ts'
import { pickZipFile } from './pickZipFile.ts'
import { SaveMarks } from './saveMarks.svelte.ts'
import { saveIntoFolder } from './saveIntoFolder.ts'
import type { Toasts } from './toasts.svelte.ts'

/** What is opened, or sealed, to be saved is held in memory up to here: larger than that goes to the disk as it is read. */
const MOST_IN_MEMORY: Bytes = 8_000_000

/** Saving all of a share's files, as it goes on. */
export type SaveJob = { readonly cancel: () => void } & SaveProgress

type SaveProgress =
  | { readonly kind: 'folder'; readonly done: number; readonly total: number }
  /** `progress` is of the bytes, 0…1. */
  | { readonly kind: 'zip'; readonly progress: number }

/** Brings finished files from the page to the user's disk, without holding them in memory. */
export class Saving {
  /** By share id. */
  jobs: Readonly<Record<string, SaveJob>> = $state.raw({})
  /** Files are being written out of the page right now. */
  readonly busy: boolean = $derived(Object.keys(this.jobs).length > 0)
  readonly canSaveToFolder: boolean

  readonly #engine: LazyEngine
  readonly #toasts: Toasts
  readonly #marks: SaveMarks

  constructor(engine: LazyEngine, toasts: Toasts, storage: Storage | null) {
    this.#engine = engine
    this.#toasts = toasts
    this.#marks = new SaveMarks(storage)
    this.canSaveToFolder = 'showDirectoryPicker' in window
  }

  /** Whether all that was wanted of a share has been saved. */
  isSaved({ infoHash }: ShareSnapshot): boolean {
    return this.#marks.of(infoHash) === 'saved'
  }

  /**
   * Somebody clicked on Download: a share of one file is saved by itself once it is here, after a reload too. Several
   * wait for a word on where to: browsers ask before a page saves more than one.
   */
  whenHere({ infoHash, files, seal }: ShareSnapshot): void {
    // What is only carried for others is of no use on the disk.
    this.#marks.set(infoHash, files.length === 1 && seal !== 'locked' ? 'wanted' : null)
  }

  /** Saves what has become whole of the shares that are waited for. */
  arrived(shares: readonly ShareSnapshot[]): void {
    if (!this.#marks.waits) return
    for (const share of shares) {
      const [file] = share.files
      if (this.#marks.of(share.infoHash) !== 'wanted' || !file || !isHere(share)) continue
      // Before it is done, so that it is done once.
      this.#marks.set(share.infoHash, null)
      void this.one(share, file)
    }
  }

  forget(infoHash: string | null): void {
    this.#marks.set(infoHash, null)
  }

  async one(share: ShareSnapshot, file: FileSnapshot): Promise<void> {
    try {
      const engine = await this.#engine.get()
      const name = file.path.at(-1) ?? share.name
      if (share.seal === 'open') {
        const stream = await engine.fileStream(share.id, file.index)
        if (!(await saveStream(stream, name, file.size))) return
      } else offerBlob(await engine.fileBlob(share.id, file.index), name)
      if (share.files.length === 1) this.#marks.set(share.infoHash, 'saved')
    } catch (error) {
      const name = file.path.at(-1) ?? share.name
      this.#toasts.alarm({ code: 'file-not-saved', name, fault: faultOf(error) })
    }
  }

  /** What moves of a sealed share: a copy of it on a web server is that. */
  async sealed(share: ShareSnapshot): Promise<void> {
    try {
      const engine = await this.#engine.get()
      const { size, stream } = await engine.sealedFile(share.id)
      await saveStream(stream, SEALED_NAME, size)
    } catch (error) {
      this.#toasts.alarm({ code: 'file-not-saved', name: SEALED_NAME, fault: faultOf(error) })
    }
  }

  /** All finished files of a share, in their folders, into a folder that the user picks. */
  async all(share: ShareSnapshot): Promise<void> {
    const folder = await pickFolder()
    if (!folder) return
    const files = finishedFiles(share)
    await this.#run(share, 'folder-not-saved', async (signal, tell) => {
      const told = (done: number) => tell({ kind: 'folder', done, total: files.length })
      told(0)
      const engine = await this.#engine.get()
      const streamOf = (index: number) => engine.fileStream(share.id, index)
      const saved = await saveIntoFolder(folder, share.name, files, streamOf, { signal, onDone: told })
      if (isHere(share)) this.#marks.set(share.infoHash, 'saved')
      return { code: 'folder-saved', folder: saved.name, renamed: saved.renamed }
    })
  }

  /** All finished files of a share, in their folders, as one ZIP: to a file that the user picks, else downloaded. */
  async zip(share: ShareSnapshot): Promise<void> {
    const target = await pickZipFile(`${share.name}.zip`)
    if (target === 'dismissed') return
    await this.#run(share, 'zip-not-saved', async (signal, tell) => {
      const onProgress = (progress: number) => tell({ kind: 'zip', progress })
      onProgress(0)
      const engine = await this.#engine.get()
      const { saveZip } = await codeOf(() => import('../stream/saveZip.ts'))
      const files = finishedFiles(share).map(({ index, path, size }) => ({
        path,
        size,
        open: () => engine.fileStream(share.id, index),
      }))
      const outcome = await saveZip({ name: share.name, files, target, signal, onProgress })
      if (outcome === 'cancelled') return { code: 'zip-cancelled' }
      this.#marks.set(share.infoHash, 'saved')
      return { code: 'zip-saved', name: target?.name ?? null }
    })
  }

  /** Shows a job while it runs, then what it answers, or why it failed; nothing when it was stopped. */
  async #run(
    share: ShareSnapshot,
    failure: 'folder-not-saved' | 'zip-not-saved',
    work: (signal: AbortSignal, tell: (progress: SaveProgress) => void) => Promise<Notice>,
  ): Promise<void> {
    const abort = new AbortController()
    const cancel = () => abort.abort()
    try {
      this.#toasts.calm(
        await work(abort.signal, (progress) => {
          this.jobs = { ...this.jobs, [share.id]: { ...progress, cancel } }
        }),
      )
    } catch (error) {
      if (!abort.signal.aborted) this.#toasts.alarm({ code: failure, fault: faultOf(error) })
    } finally {
      this.jobs = Object.fromEntries(Object.entries(this.jobs).filter(([id]) => id !== share.id))
    }
  }
}

/** Whether all that is wanted of a share is here, and can be read. */
export function isHere({ state, infoHash, files }: ShareSnapshot): boolean {
  return (
    infoHash !== null &&
    !['hashing', 'fetching', 'ready', 'asleep', 'failed'].includes(state) &&
    files.some((file) => file.progress >= 1) &&
    files.every((file) => file.progress >= 1 || !file.wanted)
  )
}

function finishedFiles(share: ShareSnapshot): readonly FileSnapshot[] {
  return share.files.filter((file) => file.progress >= 1)
}

/** Downloads a stream, however long it is. False when it was cancelled in the browser. */
async function saveStream(stream: ReadableStream<Uint8Array>, name: string, size: Bytes): Promise<boolean> {
  if (size <= MOST_IN_MEMORY || !serviceWorkers()) {
    offerBlob(await blobOf(stream), name)
    return true
  }
  const { saveByBrowser, PackPool } = await codeOf(() => import('../stream/saveByBrowser.ts'))
  const task = { name, size, stream, packs: new PackPool() }
  const options = { signal: new AbortController().signal, onProgress: () => undefined }
  return (await saveByBrowser(task, options)) === 'finished'
}

/** Not by way of a `Response`, which tells of no failure why. */
async function blobOf(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const parts: BlobPart[] = []
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(parts)
    parts.push(new Uint8Array(value))
  }
}

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await window.showDirectoryPicker({ mode: 'readwrite' })
  } catch {
    // Putting the picker away is no fault.
    return null
  }
}

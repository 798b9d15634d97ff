import { saveByBrowser } from './saveByBrowser.ts'
import { saveIntoFile } from './saveIntoFile.ts'
import { saveFailureOf } from './saveFailure.ts'
import { zipOf, type ZippedFile } from './zipStream.ts'

export interface ZipTask {
  /** The share's: the ZIP is called so, and so is the folder in it. */
  readonly name: string
  readonly files: readonly ZippedFile[]
  /** A file that the user chose; null lets the browser download it. */
  readonly target: FileSystemFileHandle | null
  readonly signal: AbortSignal
  /** Called with how much is saved, 0…1. */
  readonly onProgress: (progress: number) => void
}

/**
 * Saves files as one ZIP without holding it in memory. `cancelled` is a download that was cancelled in the
 * browser. Rejects with a `StreamError` where the reason is known, or with the signal's.
 */
export async function saveZip(task: ZipTask): Promise<'finished' | 'cancelled'> {
  const { name, files, target, signal } = task
  const zip = zipOf(name, files, new Date())
  const options = { signal, onProgress: (bytes: number) => task.onProgress(bytes / zip.size) }
  try {
    if (!target) return await saveByBrowser({ name: `${name}.zip`, ...zip }, options)
    await saveIntoFile(target, zip, options)
    return 'finished'
  } catch (error) {
    signal.throwIfAborted()
    throw saveFailureOf(error)
  }
}

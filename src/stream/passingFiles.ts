import type { Bytes, Milliseconds } from '../core/brand.ts'

/** Where they lie among the site's own files. */
const FOLDER = 'saving'
/** By then the browser has copied what it was given. */
const KEPT: Milliseconds = 600_000

/**
 * A file of the site's own that something large goes by on its way to the user's disk: the browser copies it from
 * there. For Firefox alone, which keeps in memory all that a service worker answers a download with (1.4 bytes for
 * each in 153 ESR; see `npm run bench -- sealed firefox`). Null elsewhere, and where no file is to be had or no room.
 */
export async function passingFile(size: Bytes): Promise<FileSystemFileHandle | null> {
  if (!navigator.userAgent.includes('Firefox/')) return null
  try {
    await removePassedFiles()
    const { quota = 0, usage = 0 } = await navigator.storage.estimate()
    if (quota - usage < size) return null
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FOLDER, { create: true })
    setTimeout(() => void removePassedFiles(), KEPT)
    return await folder.getFileHandle(crypto.randomUUID(), { create: true })
  } catch {
    return null
  }
}

/** Removes those that nobody needs any more, of tabs that were closed as well. One that is written stays: it is locked. */
export async function removePassedFiles(now: Milliseconds = Date.now()): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FOLDER)
    for await (const [name, file] of folder.entries()) {
      if (file instanceof FileSystemFileHandle && (await file.getFile()).lastModified > now - KEPT) continue
      await folder.removeEntry(name).catch(() => undefined)
    }
  } catch {
    // There never was one, or this browser keeps nothing.
  }
}

import type { Page } from '@playwright/test'
import type { Contents } from './files.ts'

/**
 * Stands in for the browser's folder picker, which no test can click in: it answers a real directory handle
 * of the page's own private file system.
 */
const PICKED = 'picked by the test'

/** Before the page is opened. */
export async function offerFolder(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle(name, { create: true })
      },
    })
  }, PICKED)
}

/** Path below `folder` within the picked one → SHA-1; null while there is no such folder. */
export async function savedContents(page: Page, folder: string): Promise<Contents | null> {
  return page.evaluate(
    async ([picked, below]) => {
      const contents: Record<string, string> = {}
      async function walk(directory: FileSystemDirectoryHandle, path: string): Promise<void> {
        for await (const [name, handle] of directory.entries()) {
          if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`)
          else if (handle instanceof FileSystemFileHandle) contents[path + name] = await sha1Of(handle)
        }
      }
      async function sha1Of(handle: FileSystemFileHandle): Promise<string> {
        const bytes = await (await handle.getFile()).arrayBuffer()
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))
        return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
      }
      try {
        const root = await navigator.storage.getDirectory()
        await walk(await (await root.getDirectoryHandle(picked)).getDirectoryHandle(below), '')
        return contents
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null
        throw error
      }
    },
    [PICKED, folder] as const,
  )
}

import type { Page } from '@playwright/test'

/**
 * Stands in for the browser's picker of a file to write to, which no test can click in: it answers a handle of
 * the page's own private file system. A browser without such a picker is had the same way.
 */
const PICKED = 'picked by the test.zip'

/** Before the page is opened. */
export async function offerFile(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    Object.assign(window, {
      showSaveFilePicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getFileHandle(name, { create: true })
      },
    })
  }, PICKED)
}

/** Before the page is opened: as in Firefox and Safari. */
export async function offerNoFile(page: Page): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
}

/** What was written to the file; null while there is no such file. */
export async function pickedFile(page: Page): Promise<Buffer | null> {
  const base64 = await page.evaluate(async (name) => {
    try {
      const root = await navigator.storage.getDirectory()
      const file = await (await root.getFileHandle(name)).getFile()
      const reader = new FileReader()
      const read = new Promise((resolve) => (reader.onload = resolve))
      reader.readAsDataURL(file)
      await read
      return (reader.result as string).replace(/^.*,/, '')
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null
      throw error
    }
  }, PICKED)
  return base64 === null ? null : Buffer.from(base64, 'base64')
}

import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'

/**
 * Drops files and folders from the disk on the middle of the page, as the file manager's window would: a real
 * drag, made by the browser, with real files behind it.
 */
export async function dropOn(page: Page, paths: readonly string[]): Promise<void> {
  const drag = await holdOver(page, paths)
  await drag.drop()
}

/** Holds files over the page without letting go of them yet. */
export async function holdOver(page: Page, paths: readonly string[]): Promise<{ drop: () => Promise<void> }> {
  const files = paths.map((path) => resolve(path))
  for (const file of files) await lstat(file)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const session = await page.context().newCDPSession(page)
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: width / 2,
      y: height / 2,
      // 1: copying is all that is allowed.
      data: { items: [], files, dragOperationsMask: 1 },
    })
  await send('dragEnter')
  await send('dragOver')
  return {
    async drop() {
      await send('drop')
      await session.detach()
    },
  }
}

/** Pastes files with the keyboard's paste event; a browser under test has no clipboard with files in it. */
export async function pasteFiles(
  page: Page,
  files: readonly { name: string; text: string }[],
): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const { name, text } of given) clipboardData.items.add(new File([text], name))
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, files)
}

/** Puts text on the clipboard and pastes it with the keyboard, wherever the focus is. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((given) => navigator.clipboard.writeText(given), text)
  await page.keyboard.press('ControlOrMeta+V')
}

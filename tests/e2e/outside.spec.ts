import { join } from 'node:path'
import type { Worker } from '@playwright/test'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

test('a click on what was told outside leads the open page to the share', async ({ newVisitor, folder }) => {
  const path = join(folder, 'told.bin')
  await makeFile(path, 1_000, 'told of')
  const visitor = await newVisitor({ keepsShell: true })
  const { page, context } = visitor
  await visitor.home()
  const share = await visitor.chooseFiles(path)
  const { hash } = new URL(await share.link())
  await visitor.home()
  await expect(page).not.toHaveURL(/#/)
  const worker = await rootWorker()
  // No headless browser shows a notification: the click comes without one.
  await worker.evaluate(`
    const notification = { data: '${hash.slice(0, 41)}', close() {} }
    self.dispatchEvent(Object.assign(new ExtendableEvent('notificationclick'), { notification }))
  `)
  await expect(page).toHaveURL((url) => url.hash === hash.slice(0, 41))
  await expect(share.heading).toHaveText('told.bin')

  /** The worker that answers for the whole site, once it does. */
  async function rootWorker(): Promise<Worker> {
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
      .toBe(true)
    const found = await Promise.all(
      context.serviceWorkers().map(async (worker) => {
        const scope = await worker.evaluate<string>('self.registration.scope')
        return new URL(scope).pathname === '/' ? worker : null
      }),
    )
    const root = found.find((worker) => worker !== null)
    if (!root) throw new Error('no worker answers for the site')
    return root
  }
})

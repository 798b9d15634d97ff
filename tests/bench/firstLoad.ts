import { report } from './runner.ts'
import { onStage } from './stage.ts'

/** What the page needs before anybody touches it. */

const BUDGET_KB = 60

export async function run(): Promise<void> {
  await onStage(async ({ browser, site }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const paths = new Map<string, string>()
    const loaded: { path: string; bytes: number }[] = []
    session.on('Network.responseReceived', ({ requestId, response }) => {
      paths.set(requestId, new URL(response.url).pathname)
    })
    // Headers and compressed body, as they crossed the network.
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      loaded.push({ path: paths.get(requestId) ?? '?', bytes: encodedDataLength })
    })
    await page.goto(site.url, { waitUntil: 'networkidle' })

    for (const { path, bytes } of loaded) console.log(`${(bytes / 1000).toFixed(2).padStart(8)} KB  ${path}`)
    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
    report('firstLoad', [
      { name: 'first load', unit: 'KB', value: total, baseline: { name: 'the budget', value: BUDGET_KB } },
    ])
  })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FirefoxPeer } from '../support/firefox.ts'
import { sha1OfFile } from '../support/files.ts'
import { expect, test as base } from '../support/fixtures.ts'
import { NodeEngine } from '../support/nodeEngine.ts'
import { startOrigin } from '../support/originServer.ts'
import {
  FILE_SHA1,
  HTML_NAME,
  KEY,
  NAMED_HTML,
  SHUT,
  SPOILT,
  spoiltLate,
  torrentOf,
} from '../support/sealedLies.ts'

/** Sealed shares of a liar, all of whose hashes are right: each is told, and nothing wrong is shown or saved. */

const WHY = {
  'manifest-impossible': 'Its list of files is faulty',
  'seal-damaged': 'The link’s key doesn’t fit, or the share is damaged.',
} as const

const SPOILT_PART = 'A part of it is damaged'

/** What nothing may show of it. */
const NAME = 'letter.bin'

interface Liar {
  /** Serves something sealed; answers the whole link to it. */
  readonly serves: (bytes: Buffer) => Promise<string>
}

const test = base.extend<{ readonly liar: Liar; readonly firefoxOf: () => Promise<FirefoxPeer> }>({
  liar: async ({ site, folder }, use) => {
    const lies: Record<string, Uint8Array> = {}
    const origin = await startOrigin(lies)
    const engine = await NodeEngine.start(site.url, join(folder, 'liar'))
    await use({
      serves: async (bytes) => {
        const name = `lie${Object.keys(lies).length}`
        lies[name] = bytes
        const { file, infoHash } = await torrentOf(bytes, site.trackerUrl, `${origin.url}${name}`)
        await engine.carry(file)
        return `${site.url}#${infoHash}&key=${KEY}`
      },
    })
    await engine.stop()
    await origin.stop()
  },

  // Another one for each lie, who has seen nothing of the others.
  firefoxOf: async ({ firefoxBrowser }, use) => {
    const peers: FirefoxPeer[] = []
    await use(async () => {
      const peer = await firefoxBrowser.newPeer()
      peers.push(peer)
      return peer
    })
    for (const peer of peers) await peer.leave()
  },
})

for (const [lie, { bytes, as }] of Object.entries(SHUT)) {
  test(`Chromium shows nothing of what has ${lie}, and says so`, async ({ newVisitor, liar }) => {
    const { page } = await newVisitor()
    await page.goto(await liar.serves(bytes))
    await expect(page.getByText(WHY[as])).toBeVisible()
    await expect(page.getByText(NAME)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0)
  })
}

for (const [lie, bytes] of Object.entries(SPOILT)) {
  test(`Chromium saves nothing of what has ${lie}, and says so`, async ({ newVisitor, liar }) => {
    const taker = await newVisitor()
    let saved = 0
    taker.page.on('download', () => saved++)
    const taken = await taker.open(await liar.serves(bytes))
    await taken.reaches('ready')
    await expect(taken.heading).toHaveText(NAME)
    await taken.button('Download').click()
    await expect(taker.page.getByText(SPOILT_PART)).toBeVisible()
    expect(saved).toBe(0)
  })
}

test('a download that turns out to be damaged on its way fails, in Chromium and in Firefox', async ({
  newVisitor,
  firefox,
  liar,
}) => {
  const link = await liar.serves(spoiltLate())
  const taker = await newVisitor()
  const taken = await taker.open(link)
  await taken.reaches('ready')
  const coming = taker.page.waitForEvent('download')
  await taken.button('Download').click()
  expect(await (await coming).failure()).not.toBeNull()
  await expect(taker.page.getByText(SPOILT_PART)).toBeVisible()

  await firefox.open(link)
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.shows(SPOILT_PART)
  // What has come so far lies in a file of Firefox's own; the one that holds its place stays empty.
  const kept = await readFile(firefox.downloadPath('film.bin')).catch(() => null)
  expect(kept?.length ?? 0).toBe(0)
})

test('a name of HTML is shown as the text that it is, in Chromium and in Firefox', async ({
  newVisitor,
  firefox,
  liar,
}) => {
  const link = await liar.serves(NAMED_HTML)
  const taker = await newVisitor()
  const taken = await taker.open(link)
  await taken.reaches('ready')
  await expect(taken.heading).toHaveText(HTML_NAME)
  await expect(taken.file(HTML_NAME)).toBeVisible()
  const coming = taker.page.waitForEvent('download')
  await taken.button('Download').click()
  expect(await sha1OfFile(await (await coming).path())).toBe(FILE_SHA1)
  await expect(taker.page.locator('img[src="x"]')).toHaveCount(0)

  await firefox.open(link)
  await firefox.reaches('ready')
  expect(await firefox.text()).toContain(HTML_NAME)
})

test('Firefox shows nothing of what lies of itself, and says so', async ({ firefoxOf, liar }) => {
  for (const [lie, { bytes, as }] of Object.entries(SHUT)) {
    await test.step(lie, async () => {
      const firefox = await firefoxOf()
      await firefox.open(await liar.serves(bytes))
      await firefox.shows(WHY[as])
      expect(await firefox.text()).not.toContain(NAME)
    })
  }
})

test('Firefox saves nothing of what is sealed wrong, and says so', async ({ firefoxOf, liar }) => {
  for (const [lie, bytes] of Object.entries(SPOILT)) {
    await test.step(lie, async () => {
      const firefox = await firefoxOf()
      await firefox.open(await liar.serves(bytes))
      await firefox.reaches('ready')
      await firefox.press('Download')
      await firefox.shows(SPOILT_PART)
      expect(await firefox.downloads()).toEqual([])
    })
  }
})

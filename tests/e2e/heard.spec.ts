import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'

/** Sending and receiving for who does not see the page, and for who has a keyboard alone. */

/**
 * All that a screen reader says by itself from now on: what changes within a live region that stood there before,
 * and alerts. What comes together with its region is not told by all of them.
 */
async function listen(page: Page): Promise<readonly string[]> {
  const heard: string[] = []
  await page.exposeFunction('hear', (words: string) => void heard.push(words))
  await page.evaluate(() => {
    const hear = Reflect.get(window, 'hear') as (words: string) => Promise<void>
    const LIVE = '[role=status], [aria-live=polite], [aria-live=assertive]'
    const tell = (region: Element) => {
      const words = region.textContent.trim()
      if (words !== '') void hear(words)
    }
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
      const told = new Set<Element>()
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE)
        const isNew = added.some((node) => region !== target && node.contains(region ?? null))
        if (region?.isConnected && !isNew) told.add(region)
      }
      for (const node of added) if (node instanceof Element && node.matches('[role=alert]')) told.add(node)
      told.forEach(tell)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return heard
}

test('a screen reader is told all that one has to know, in order', async ({ newPeer, folder }) => {
  const path = join(folder, 'A walk.bin')
  await makeFile(path, 2 * MB, 'a walk')

  const giver = await newPeer()
  const main = giver.page.getByRole('main')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - region "Drop files to send them":
        - paragraph: Send
        - heading "Drop files to send them" [level=1]
        - paragraph: Straight from your browser to theirs.
        - button "Choose files"
        - button "Choose a folder"
      - heading "Receive" [level=2]
      - textbox "Magnet link, info hash or share link"
      - button "Get"
      - list:
        - listitem: Drop files
        - listitem: Send the link
        - listitem: Keep this page open until they have it
  `)

  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const link = await given.link()
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "A walk.bin" [level=1]
        - paragraph: /^1 file, 2\\sMB$/
        - status: "Keep this page open: only you have it."
        - paragraph: Send the link.
        - textbox "Share link"
        - button "Copy link"
        - button "QR code"
        - button "Pause"
        - button "Remove"
  `)
  await giver.page.context().grantPermissions(['clipboard-write'])
  const givenHears = await listen(giver.page)
  await given.button('Copy link').click()
  await expect.poll(() => givenHears).toContain('Copied.')

  const taker = await newPeer()
  const takenHears = await listen(taker.page)
  await taker.get(link)
  const taken = taker.share()
  await taken.reaches('ready')
  await expect(taker.page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "A walk.bin" [level=1]
        - paragraph: /^1 file, 2\\sMB$/
        - button "Download"
        - button "Remove"
        - status: 1 person has it.
        - paragraph: While this page is open, you send it too.
  `)
  await taken.button('Download').click()
  await taken.reaches('seeding')
  await expect.poll(() => takenHears).toContain('Done. Saved.')
  await expect.poll(() => givenHears).toContain('1 other person has it.')
  await expect(taker.page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "A walk.bin" [level=1]
        - status: Done. Saved.
        - button "Save"
        - button "Pause"
        - status: 1 other person has it.
        - region "People":
          - heading "People" [level=2]
          - list:
            - listitem: Somebody has it
  `)
  // Nothing is told twice on end: who listens would take it for something new.
  for (const heard of [givenHears, takenHears])
    expect(heard.filter((words, at) => words === heard[at - 1])).toEqual([])
})

test('what cannot be opened is told in the field’s own region', async ({ newPeer }) => {
  const { page } = await newPeer()
  const heard = await listen(page)
  const field = page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
  await field.fill('no link at all')
  await field.press('Enter')
  await expect.poll(() => heard).toContain('That’s not a link Shoal can open.')
  await expect(field).toHaveAccessibleDescription('That’s not a link Shoal can open.')
  await expect(field).toBeFocused()
})

test('Firefox sends and receives by keyboard alone', async ({ firefoxBrowser, firefox, site, folder }) => {
  const path = join(folder, 'by keyboard.bin')
  const sha1 = await makeFile(path, 2 * MB, 'by keyboard in Firefox')

  await firefox.open(site.url)
  await firefox.tabTo('Choose files')
  await firefox.choosesByKey('Enter', path)
  await firefox.reaches('seeding')
  await firefox.tabTo('Copy link')
  await firefox.key('Enter')
  await firefox.shows('Copied.')
  const link = await firefox.link()

  const taker = await firefoxBrowser.newPeer()
  try {
    await taker.open(site.url)
    await taker.tabTo('Magnet link, info hash or share link')
    await taker.types(link)
    await taker.key('Enter')
    await taker.reaches('ready')
    await taker.tabTo('Download')
    await taker.key('Enter')
    await taker.reaches('seeding')
    // The click on Download leads to the disk.
    await taker.hasSaved('by keyboard.bin', sha1)
    await taker.shows('Done. Saved.')
  } finally {
    await taker.leave()
  }
})

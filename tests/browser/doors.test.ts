import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'

/** What a site or an address cannot do is said before anybody chooses files. */

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function siteIs(trackerMode: string): void {
  vi.spyOn(window, 'fetch').mockImplementation(async () =>
    Response.json({
      tracker: 'ws://site.example/announce',
      site: 'http://site.example/',
      iceServers: [],
      trackerMode,
      media: null,
    }),
  )
}

const chooseFiles = () => page.getByText('Choose files', { exact: true })
const note = (words: string) => page.getByRole('status').getByText(words)

it('a site for members says so to who is none', async () => {
  siteIs('private')
  const { page: opened } = await openPage()
  await expect.element(note('This site is for members only. Ask for an invitation link')).toBeVisible()
  await expect.element(chooseFiles()).not.toBeVisible()
  opened.membership.passkey = 'a'.repeat(32)
  await expect.element(chooseFiles()).toBeVisible()
  await expect.element(note('This site is for members only.')).not.toBeInTheDocument()
})

/** A file let go over the page. */
function drop(name: string): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['words'], name))
  for (const kind of ['dragenter', 'dragover', 'drop'])
    window.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
}

it('a site for members says so to who is none any more, and takes nothing', async () => {
  siteIs('private')
  const { engine, page: opened } = await openPage()
  opened.membership.passkey = 'a'.repeat(32)
  await expect.element(chooseFiles()).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Drop files' })).toBeVisible()
  opened.membership.ended = true
  await expect.element(note('You’re no longer a member.')).toBeVisible()
  await expect.element(chooseFiles()).not.toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Drop files' })).not.toBeInTheDocument()
  drop('late.txt')
  await expect.element(page.getByRole('alert')).toHaveTextContent('You’re no longer a member.')
  await opened.intake.pasted('words that would be a share')
  expect(engine.asked('addFiles')).toEqual([])
  opened.membership.ended = false
  drop('again.txt')
  await expect.poll(() => engine.asked('addFiles').length).toBe(1)
})

it('a stranger is told beside a share, while a file is held', async () => {
  siteIs('private')
  await openPage({ fragment: 'aa'.repeat(20) })
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['words'], 'held.txt'))
  const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true })
  await expect
    .poll(() => {
      window.dispatchEvent(over)
      return document.querySelector('.veil')?.textContent
    })
    .toContain('This site is for members only.')
})

it('an open site says nothing', async () => {
  siteIs('open')
  await openPage()
  await expect.element(page.getByText('Straight from your browser to theirs.')).toBeVisible()
  await expect.element(chooseFiles()).toBeVisible()
})

it('an address without https says what is needed', async () => {
  siteIs('open')
  vi.stubGlobal('isSecureContext', false)
  await openPage()
  await expect.element(note('Shoal needs a secure address')).toBeVisible()
})

it('a shortcut puts the focus on what it names', async () => {
  siteIs('open')
  const { page: opened } = await openPage()
  opened.navigation.homeAt('receive')
  await expect.element(page.getByRole('textbox', { name: /share link/ })).toHaveFocus()
  opened.navigation.homeAt('send')
  await expect.element(page.getByLabelText('Choose files', { exact: true })).toHaveFocus()
})

import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { axeFindings, openPage, openPageWith } from './support/openPage.ts'
import { RecordingEngine } from './support/recordingEngine.ts'
import { HASH, peer, share } from './support/shares.ts'

describe('addresses', () => {
  it('opens a link at once, and goes on when it is here already', async () => {
    const { engine } = await openPage({ fragment: HASH })
    await expect.poll(() => engine.asked('open')).toMatchObject([[{ infoHash: HASH }]])
  })

  it('does not open again what is here', async () => {
    const { engine } = await openPage({ shares: [share()], fragment: HASH })
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('The lake at dawn.mp4')
    expect(engine.asked('open')).toEqual([])
  })

  it('goes home and back', async () => {
    await openPage({ shares: [share()], fragment: HASH })
    await page.getByRole('link', { name: 'Shoal' }).click()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Drop files to send them')
    await page.getByRole('link', { name: 'The lake at dawn.mp4' }).click()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('The lake at dawn.mp4')
    history.back()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Drop files to send them')
  })

  it('takes the focus along', async () => {
    await openPage({ shares: [share()] })
    expect(document.activeElement).toBe(document.body)
    page.getByRole('link', { name: 'The lake at dawn.mp4' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.tagName).toBe('MAIN')
  })

  it('puts a damaged link where it can be seen and mended', async () => {
    const { engine } = await openPage({ fragment: '2c6b68' })
    const field = page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
    await expect.element(field).toHaveValue('#2c6b68')
    await expect.element(field).toHaveAccessibleDescription(/Part of this link is missing/)
    location.hash = 'another'
    await expect.element(field).toHaveValue('#another')
    expect(engine.calls).toEqual([])
  })

  it('says so when a share that was being prepared did not survive a reload', async () => {
    await openPage({ fragment: 'share-gone' })
    await expect.element(page.getByText('This share is gone.')).toBeVisible()
  })
})

describe('the engine', () => {
  it('is not loaded before anybody needs it, and is at the first touch', async () => {
    const load = vi.fn(() => Promise.resolve(new RecordingEngine()))
    await openPageWith(load)
    await new Promise(requestAnimationFrame)
    expect(load).not.toHaveBeenCalled()
    await userEvent.click(page.getByRole('heading', { level: 1 }))
    expect(load).toHaveBeenCalledOnce()
  })

  it('is loaded at once where there are shares to go on with', async () => {
    const engine = new RecordingEngine()
    const opened = await openPageWith(() => Promise.resolve(engine))
    await opened.engine.get()
    engine.show([share()])
    expect(localStorage.getItem('shoal.hasShares')).toBe('1')
    engine.show([])
    expect(localStorage.getItem('shoal.hasShares')).toBeNull()
  })

  it('that does not load is told, and tried again', async () => {
    const engine = new RecordingEngine([share()])
    const load = vi.fn(() => Promise.resolve(engine)).mockRejectedValueOnce(new Error('offline'))
    await openPageWith(load, HASH)
    await expect.element(page.getByRole('alert')).toHaveTextContent('A part of Shoal didn’t load.')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('The lake at dawn.mp4')
  })
})

it('tells what keys do behind “?”, except where one writes', async () => {
  await openPage()
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await page.getByRole('textbox', { name: 'Magnet link, info hash or share link' }).click()
  await userEvent.keyboard('?')
  await expect.element(page.getByRole('textbox')).toHaveValue('?')
  await expect.element(keys).not.toBeInTheDocument()
  await userEvent.tab()
  await userEvent.keyboard('?')
  await expect.element(keys).toHaveTextContent('play or pause')
  expect(await axeFindings()).toEqual([])
  await userEvent.keyboard('{Escape}')
  await expect.element(keys).not.toBeInTheDocument()
})

it('tells in its title how far it is', async () => {
  const { engine } = await openPage({
    shares: [share({ state: 'downloading', mine: false, progress: 0.43 })],
    fragment: HASH,
  })
  await expect.poll(() => document.title).toMatch(/^43\s% · The lake at dawn\.mp4 · Shoal$/)
  engine.show([share({ mine: false })])
  await expect.poll(() => document.title).toBe('The lake at dawn.mp4 · Shoal')
})

describe('leaving', () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }

  it.each([
    ['while something is hashed', share({ state: 'hashing', infoHash: null }), true],
    ['in the middle of a download', share({ state: 'downloading', mine: false }), true],
    ['while somebody fetches from here alone', share({ peers: [peer({ progress: 0.5 })] }), true],
    [
      'while bytes flow to somebody',
      share({ peers: [peer(), peer({ id: 'b', progress: 0.5, giveRate: 9 })] }),
      true,
    ],
    ['when others have it and nobody fetches', share({ peers: [peer()] }), false],
    ['when nobody is there', share(), false],
    ['when it is paused', share({ state: 'paused', peers: [peer({ progress: 0.5 })] }), false],
  ])('%s', async (_, one, warns) => {
    await openPage({ shares: [one] })
    expect(leave()).toBe(warns)
  })
})

describe('the theme', () => {
  it('goes by the system, and by choice, which is kept', async () => {
    await openPage()
    const button = page.getByRole('button', { name: /^Theme:/ })
    await expect.element(button).toHaveAccessibleName('Theme: system. Change')
    await button.click()
    expect(document.documentElement.dataset['theme']).toBe('light')
    await button.click()
    expect(localStorage.getItem('shoal.theme')).toBe('dark')
    expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark')
    await button.click()
    expect(localStorage.getItem('shoal.theme')).toBeNull()
  })
})

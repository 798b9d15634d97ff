import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { TellMe } from '../../src/state/tellMe.svelte.ts'
import { openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

const moves = share({ mine: false, state: 'downloading', progress: 0.5 })
const icons = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')].map(({ href }) => href)

describe('while something moves', () => {
  afterEach(() => vi.restoreAllMocks())

  it('tells how far it is in the title and the icon of the tab, and how many in the badge', async () => {
    const badges: unknown[] = []
    vi.spyOn(navigator, 'setAppBadge').mockImplementation((count) => {
      badges.push(count)
      return Promise.resolve()
    })
    const cleared = vi.spyOn(navigator, 'clearAppBadge').mockResolvedValue()
    const before = icons()
    const { engine } = await openPage({ shares: [moves, share({ id: 'b', infoHash: null })] })
    await expect.poll(() => document.title).toMatch(/^50\s%/)
    await expect.poll(icons).toEqual([expect.stringMatching(/^data:image\/png/)])
    expect(badges).toEqual([1])
    engine.show([share({ mine: false })])
    await expect.poll(icons).toEqual(before)
    expect(document.title).not.toMatch(/%/)
    expect(cleared).toHaveBeenCalled()
  })
})

describe('who wants to be told', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is told once it is done, and takes it back by the same button', async () => {
    vi.spyOn(Notification, 'requestPermission').mockResolvedValue('granted')
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    const shown: [string, NotificationOptions | undefined][] = []
    const asked = Notification
    const Shown = function (title: string, options?: NotificationOptions) {
      shown.push([title, options])
    }
    vi.stubGlobal(
      'Notification',
      Object.assign(Shown, { requestPermission: () => asked.requestPermission() }),
    )
    const { engine } = await openPage({ shares: [moves], fragment: HASH })
    const button = page.getByRole('button', { name: 'Tell me when it’s done' })
    await button.click()
    await expect.element(button).toHaveAttribute('aria-pressed', 'true')
    await button.click()
    await expect.element(button).toHaveAttribute('aria-pressed', 'false')
    await button.click()
    await expect.element(button).toHaveAttribute('aria-pressed', 'true')
    engine.show([share({ mine: false })])
    await expect
      .poll(() => shown)
      .toEqual([['The lake at dawn.mp4', expect.objectContaining({ body: 'It’s all here.' })]])
    vi.unstubAllGlobals()
  })

  it('reads that the browser does not allow it', async () => {
    vi.spyOn(Notification, 'requestPermission').mockResolvedValue('denied')
    await openPage({ shares: [share({ peers: [] })], fragment: HASH })
    await page.getByRole('button', { name: 'Tell me when somebody is here' }).click()
    await expect.element(page.getByText(/Notifications are blocked/)).toBeVisible()
  })

  it('is not asked once it is all here', async () => {
    await openPage({ shares: [share({ mine: false })], fragment: HASH })
    expect(page.getByRole('button', { name: /Tell me/ }).elements()).toHaveLength(0)
  })
})

describe('TellMe', () => {
  const around = (answer: NotificationPermission, visibilityState: 'visible' | 'hidden' = 'hidden') => ({
    document: { visibilityState, hasFocus: () => visibilityState === 'visible' } as Document,
    asking: { requestPermission: () => Promise.resolve(answer) },
  })

  it('tells once, and only what was asked for', async () => {
    const told: string[] = []
    const tellMe = new TellMe(around('granted'))
    tellMe.by((one) => told.push(one.id))
    await tellMe.want(moves, 'done')
    tellMe.look([moves, share({ id: 'other', mine: false })])
    expect(told).toEqual([])
    tellMe.look([share({ mine: false })])
    tellMe.look([share({ mine: false })])
    expect(told).toEqual(['s1'])
  })

  it('says nothing to who looks at the page', async () => {
    const told: string[] = []
    const tellMe = new TellMe(around('granted', 'visible'))
    tellMe.by((one) => told.push(one.id))
    await tellMe.want(moves, 'done')
    tellMe.look([share({ mine: false })])
    expect(told).toEqual([])
    expect(tellMe.wishes).toEqual({})
  })

  it('remembers no wish that the browser refuses', async () => {
    const tellMe = new TellMe(around('denied'))
    await tellMe.want(moves, 'done')
    expect(tellMe.isRefused).toBe(true)
    expect(tellMe.wishes).toEqual({})
  })
})

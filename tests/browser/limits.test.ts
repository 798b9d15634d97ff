import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { GENTLE } from '../../src/core/limits.ts'
import { axeFindings, openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

const give = () => page.getByRole('spinbutton', { name: 'Send at most' })
const get = () => page.getByRole('spinbutton', { name: 'Receive at most' })
const button = (name: string) => page.getByRole('button', { name, exact: true })

describe('limits of the page', () => {
  it('are set in megabytes a second, count at once and are remembered', async () => {
    const { engine } = await openPage({ shares: [share()] })
    expect(engine.asked('limit')).toEqual([])
    await button('Speed limits').click()
    await expect.element(give()).toHaveValue(null)
    await give().fill('1.5')
    await userEvent.keyboard('{Tab}')
    await get().fill('20')
    await userEvent.keyboard('{Enter}')
    expect(engine.asked('limit')).toEqual([
      [{ give: 1_500_000, get: null, connections: null }],
      [{ give: 1_500_000, get: 20_000_000, connections: null }],
    ])
    await button('Done').click()
    await expect.element(button('Speed limits: on')).toBeVisible()
    expect(localStorage.getItem('shoal.limits')).toBe('{"give":1500000,"get":20000000,"connections":null}')
  })

  it('are taken up again by the next visit, and lifted by emptying the field', async () => {
    const kept = { 'shoal.limits': '{"give":1500000,"get":null}' }
    const { engine } = await openPage({ shares: [share()] }, undefined, kept)
    await expect
      .poll(() => engine.asked('limit'))
      .toEqual([[{ give: 1_500_000, get: null, connections: null }]])
    await button('Speed limits: on').click()
    await expect.element(give()).toHaveValue(1.5)
    await give().fill('')
    await userEvent.keyboard('{Tab}')
    expect(engine.asked('limit').at(-1)).toEqual([{ give: null, get: null, connections: null }])
  })

  it('are of connections too, of which there are a few at least', async () => {
    const { engine } = await openPage({ shares: [share()] })
    await button('Speed limits').click()
    const connections = page.getByRole('spinbutton', { name: 'Connections at most' })
    await connections.fill('3')
    await userEvent.keyboard('{Tab}')
    await expect.element(connections).toHaveAccessibleDescription(/A whole number from 8 on, or nothing/)
    await connections.fill('40')
    await userEvent.keyboard('{Tab}')
    expect(engine.asked('limit')).toEqual([[{ give: null, get: null, connections: 40 }]])
    await button('Done').click()
    await expect.element(button('Speed limits: on')).toBeVisible()
  })

  it('are gentle on a line that is paid by the byte, until somebody chooses', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'connection'))
    const { engine } = await openPage({ shares: [share()] })
    await expect.poll(() => engine.asked('limit')).toEqual([[GENTLE]])
    await button('Speed limits: on').click()
    await expect.element(page.getByText('This looks like mobile data')).toBeVisible()
    await give().fill('2')
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByText('This looks like mobile data')).not.toBeInTheDocument()
    expect(engine.asked('limit').at(-1)).toEqual([{ ...GENTLE, give: 2_000_000 }])
  })

  it('say how far one takes part as well: so much a day, and with whom', async () => {
    const { engine, page: opened } = await openPage({ shares: [share()] })
    await button('Speed limits').click()
    await page.getByRole('spinbutton', { name: 'Stop for the day after sending' }).fill('500')
    await userEvent.keyboard('{Tab}')
    await page.getByRole('combobox', { name: 'Connect to other people' }).selectOptions('never')
    await page.getByRole('checkbox', { name: 'Contact servers named in links without asking' }).click()
    expect(engine.asked('dialChanged')).toHaveLength(3)
    expect(opened.part.dial).toEqual({
      peersFrom: Infinity,
      aDay: 500_000_000,
      contactsAll: true,
      onlyOnClick: false,
    })
    expect(localStorage.getItem('shoal.dial')).toBe(
      '{"peersFrom":"never","aDay":500000000,"contactsAll":true,"onlyOnClick":false}',
    )
    await button('Done').click()
    await expect.element(button('Speed limits: on')).toBeVisible()
  })

  it('say whether the screen stays on while something moves', async () => {
    let held = 0
    const release = () => {
      held--
      return Promise.resolve()
    }
    const request = () => {
      held++
      return Promise.resolve({ addEventListener: () => undefined, release })
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'wakeLock'))
    const moving = share({ state: 'downloading', mine: false, progress: 0.3, getRate: 1000 })
    const { engine } = await openPage({ shares: [moving], fragment: HASH })
    expect(held).toBe(0)
    engine.show([moving])
    await button('Speed limits').click()
    await expect.element(page.getByText('It’s on now.')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Keep the screen on' }).click()
    expect([held, localStorage.getItem('shoal.awake')]).toEqual([0, 'no'])
    await expect.element(page.getByText('It’s on now.')).not.toBeInTheDocument()
    expect(await axeFindings()).toEqual([])
  })

  for (const kept of ['{"give":-1,"get":"fast"}', 'null', '[', '7']) {
    it(`are none when what was kept is ${kept}`, async () => {
      const { engine } = await openPage({ shares: [share()] }, undefined, { 'shoal.limits': kept })
      expect(engine.asked('limit')).toEqual([])
      await button('Speed limits').click()
      await expect.element(give()).toHaveValue(null)
      await expect.element(get()).toHaveValue(null)
    })
  }

  for (const wrong of ['0', '-3', '1e9']) {
    it(`refuse ${wrong}, and say so`, async () => {
      const { engine } = await openPage({ shares: [share()] })
      await button('Speed limits').click()
      await give().fill(wrong)
      await userEvent.keyboard('{Tab}')
      await expect.element(give()).toHaveAccessibleDescription(/A number above 0, or nothing/)
      expect(engine.asked('limit')).toEqual([])
    })
  }
})

describe('limits of a share', () => {
  it('are its own, with an end to its giving', async () => {
    const { engine } = await openPage({ shares: [share()], fragment: HASH })
    await page.getByText('More', { exact: true }).click()
    await page.getByText('Limits of this share', { exact: true }).click()
    await give().fill('0.25')
    await userEvent.keyboard('{Tab}')
    const times = page.getByRole('spinbutton', { name: 'Stop sending after' })
    await times.fill('2')
    await userEvent.keyboard('{Tab}')
    expect(engine.asked('limitShare')).toEqual([
      ['s1', { give: 250_000, get: null, ratio: null }],
      ['s1', { give: 250_000, get: null, ratio: 2 }],
    ])
    await expect.element(page.getByText('Limits of this share: on')).toBeVisible()
  })

  it('are said to be reached', async () => {
    await openPage({ shares: [share({ exhausted: true })], fragment: HASH })
    await expect.element(page.getByText('Its sending limit is reached')).toBeVisible()
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'

/** The page as a system shows it that has colours of its own, on paper, and to who hears it. */

interface Session {
  send(method: 'Emulation.setEmulatedMedia', media: object): Promise<unknown>
}

async function shownAs(media: object): Promise<void> {
  await (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', media)
}

const element = (selector: string): Element => {
  const found = document.querySelector(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

/** What the browser makes of a colour. */
function resolved(colour: string): string {
  const probe = document.createElement('span')
  probe.style.cssText = `forced-color-adjust: none; color: ${colour}`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

describe('in the system’s own few colours', () => {
  beforeEach(() => shownAs({ features: [{ name: 'forced-colors', value: 'active' }] }))
  afterEach(() => shownAs({ features: [] }))

  it('progress, the coloured button and what is pressed are still told apart', async () => {
    await openPage(SCENES['downloading'])
    expect(matchMedia('(forced-colors: active)').matches).toBe(true)
    expect(getComputedStyle(element('article .here')).fill).toBe(resolved('Highlight'))
    expect(getComputedStyle(element('article .rest')).fill).toBe(resolved('GrayText'))
    // Two colours of a system may be as light as each other: what is missing is thinner, too.
    const heights = ['.here', '.rest'].map(
      (part) => element(`article ${part}`).getBoundingClientRect().height,
    )
    expect(heights[1]).toBeLessThan((heights[0] ?? 0) / 2)
    await page.getByRole('button', { name: 'Link to some files' }).click()
    const pressed = getComputedStyle(element('[aria-pressed="true"]'))
    expect([pressed.outlineStyle, pressed.outlineColor]).toEqual(['solid', resolved('Highlight')])
  })

  it('the one coloured button is that still', async () => {
    await openPage(SCENES['ready'])
    const primary = getComputedStyle(element('.button.primary'))
    expect([primary.backgroundColor, primary.color]).toEqual([
      resolved('Highlight'),
      resolved('HighlightText'),
    ])
  })
})

describe('on paper', () => {
  beforeEach(() => shownAs({ media: 'print' }))
  afterEach(() => shownAs({ media: '' }))

  it('stands what it is and its link, and nothing that could be pressed', async () => {
    await openPage(SCENES['seeding-busy'])
    expect(matchMedia('print').matches).toBe(true)
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    // In as many lines as it takes: a field would cut it off.
    const field = document.querySelector<HTMLInputElement>('article input[readonly]')
    expect(field?.checkVisibility()).toBe(false)
    const row = element('article [data-printed]')
    expect(row.checkVisibility()).toBe(true)
    expect(getComputedStyle(row, '::before').content).toBe(JSON.stringify(field?.value))
    expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth)
    for (const each of document.querySelectorAll('header, canvas, button, input, summary, .toasts'))
      expect(each.checkVisibility(), each.outerHTML.slice(0, 120)).toBe(false)
  })

  it('folders have their names, and nothing is left of what is filled in or pressed', async () => {
    await openPage(SCENES['ready'])
    await expect.element(page.getByText('photos', { exact: true })).toBeVisible()
    for (const each of document.querySelectorAll('input, textarea, label, select'))
      expect(each.checkVisibility(), each.outerHTML.slice(0, 120)).toBe(false)
  })
})

describe('outlines of what can be pressed', () => {
  it.each(['light', 'dark'] as const)('stand out from what is around them (%s)', async (theme) => {
    await openPage(SCENES['home-empty'], theme)
    const edge = luminance(resolved('var(--edge)'))
    for (const ground of ['--ground', '--surface']) {
      const around = luminance(resolved(`var(${ground})`))
      const contrast = (Math.max(edge, around) + 0.05) / (Math.min(edge, around) + 0.05)
      expect(contrast, ground).toBeGreaterThanOrEqual(3)
    }
    expect(getComputedStyle(element('.button:not(.primary, .quiet)')).borderColor).toBe(
      resolved('var(--edge)'),
    )
  })
})

describe('a message over the page', () => {
  it('is told once, and what is below it can be reached', async () => {
    const { page: shown } = await openPage(SCENES['home-rows'])
    shown.toasts.alarm('Something is wrong.')
    shown.toasts.calm('Something is done.')
    for (const text of ['Something is wrong.', 'Something is done.']) {
      const said = page.getByText(text, { exact: true })
      await expect.element(said).toBeVisible()
      const telling: string[] = []
      for (let at: Element | null = said.element(); at; at = at.parentElement)
        if (at.matches('[role="status"], [role="alert"], [aria-live]')) telling.push(at.className)
      expect(telling, text).toHaveLength(1)
    }
    window.scrollTo(0, document.documentElement.scrollHeight)
    const highest = Math.min(
      ...[...document.querySelectorAll('.toast')].map((each) => each.getBoundingClientRect().top),
    )
    await expect.poll(() => element('.licences').getBoundingClientRect().bottom).toBeLessThanOrEqual(highest)
  })
})

/** By WCAG, of a colour as browsers write it. */
function luminance(colour: string): number {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

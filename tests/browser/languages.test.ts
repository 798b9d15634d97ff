import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { chooseLanguage } from '../../src/ui/words/choice.ts'
import { LANGUAGES } from '../../src/ui/words/languages.ts'
import { words } from '../../src/ui/words/words.ts'
import { forgetNotes, openReview } from './support/openReview.ts'
import { openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'

/** What people see most. */
const SHOWN = [
  'home-empty',
  'home-rows',
  'ready',
  'downloading',
  'seeding-busy',
  'finished',
  'failed',
] as const

/** The narrowest phones, or a wider window enlarged to 400 %; and a common one. */
const WIDTHS = [320, 360]

/** From right to left, and with the longest words. */
const LOOKED_AT_CLOSELY = ['ar', 'de']

afterAll(() => page.viewport(1280, 900))

describe.each(LOOKED_AT_CLOSELY)('in %s', (tag) => {
  beforeEach(() => reads(tag))

  it.each(SHOWN)('%s fits on a phone', async (name) => {
    await openPage(SCENES[name])
    await fitsOnPhones()
  })

  it.each(['ready', 'seeding-busy'])('all that is behind “More” fits on a phone: %s', async (name) => {
    await openPage(SCENES[name])
    for (const details of document.querySelectorAll('details')) details.open = true
    await fitsOnPhones()
  })

  it('the settings fit on a phone', async () => {
    await openPage(SCENES['home-rows'])
    await page.getByRole('button', { name: words.page.speedLimits, exact: true }).click()
    await expect.element(page.getByRole('dialog', { name: words.page.speedLimits })).toBeVisible()
    await fitsOnPhones()
  })

  it('notes fit on a phone', async () => {
    await forgetNotes()
    await openReview()
    await fitsOnPhones()
  })
})

it.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => !LOOKED_AT_CLOSELY.includes(tag)))(
  'in %s all of a share fits on a phone',
  async (tag) => {
    await reads(tag)
    await openPage(SCENES['seeding-busy'])
    for (const details of document.querySelectorAll('details')) details.open = true
    await fitsOnPhones()
  },
)

describe('from right to left', () => {
  beforeEach(() => reads('ar'))

  it('begins rows at the right, and leaves a link as it is', async () => {
    await page.viewport(360, 780)
    await openPage(SCENES['seeding-busy'])
    const brand = document.querySelector('.brand')?.getBoundingClientRect()
    expect(brand?.right).toBeGreaterThan(300)
    const link = document.querySelector<HTMLInputElement>('article input[readonly]')
    expect(link && getComputedStyle(link).unicodeBidi).toBe('plaintext')
  })

  it('turns what points forwards, and what is open points down in either direction', async () => {
    await openPage(SCENES['seeding-busy'])
    const details = document.querySelector('details')
    const arrow = details?.querySelector('summary svg')
    if (!details || !arrow) throw new Error('More is on the page.')
    const turned = () => getComputedStyle(arrow).rotate
    await expect.poll(turned).toBe('180deg')
    details.open = true
    await expect.poll(turned).toBe('90deg')
  })
})

async function reads(tag: string): Promise<void> {
  await chooseLanguage(tag)
  onTestFinished(() => chooseLanguage('en'))
  expect(words.language.tag).toBe(tag)
}

async function fitsOnPhones(): Promise<void> {
  for (const width of WIDTHS) {
    await page.viewport(width, 780)
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    expect.soft(document.documentElement.scrollWidth, `${width} px`).toBeLessThanOrEqual(width)
    expect.soft(outside(width), `${width} px: beyond the edge`).toEqual([])
    expect.soft(cut(), `${width} px: cut`).toEqual([])
  }
}

const told = (element: Element) => `${element.className} “${element.textContent.trim().slice(0, 60)}”`

/** What is seen, and stands beyond the window's edge without being in something that scrolls or cuts by itself. */
function outside(width: number): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden'))
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect()
      return right > left && (left < -1 || right > width + 1) && !isClipped(each)
    })
    .map(told)
}

function isClipped(element: Element): boolean {
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
    if (getComputedStyle(above).overflowX !== 'visible') return true
  return false
}

/** Buttons that are narrower than their words. */
function cut(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, .button, summary, label')]
    .filter((each) => each.checkVisibility() && !each.matches('.visually-hidden'))
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
    .map(told)
}

import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { chooseLanguage } from '../../src/ui/words/choice.ts'
import { LANGUAGES } from '../../src/ui/words/languages.ts'
import { words } from '../../src/ui/words/words.ts'
import { misfits } from '../support/misfits.ts'
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

  it('what is found out about a connection fits on a phone', async () => {
    await openPage(SCENES['waiting-alone'])
    await page.getByRole('button', { name: words.page.whyNothingMoves, exact: true }).click()
    const doctor = page.getByRole('dialog')
    await expect.element(doctor).toBeVisible()
    await expect.element(doctor.getByRole('button', { name: words.doctor.lookAgain })).toBeEnabled()
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
    expect.soft(misfits(), `${width} px`).toEqual([])
  }
}

import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

const field = () => page.getByLabelText('Share link', { exact: true })
const LINK = `https://shoal.example/#${HASH}`

it('tells in the link what the share is, unless that was switched off once', async () => {
  const told = `${LINK}&n=The%20lake%20at%20dawn.mp4&s=734000000`
  await openPage({ shares: [share()], fragment: HASH })
  await expect.element(field()).toHaveValue(told)
  await page.getByText('More', { exact: true }).click()
  const box = page.getByLabelText('Links tell the name and size')
  await box.click()
  await expect.element(field()).toHaveValue(LINK)
  expect(localStorage.getItem('shoal.linksTell')).toBe('no')
  await box.click()
  await expect.element(field()).toHaveValue(told)
})

it('goes on saying nothing in the next visit', async () => {
  await openPage({ shares: [share()], fragment: HASH }, undefined, { 'shoal.linksTell': 'no' })
  await expect.element(field()).toHaveValue(LINK)
})

it('says what it waits for, as the link says, and trusts no letter of it', async () => {
  const waits = share({
    state: 'fetching',
    mine: false,
    files: [],
    name: '\u202egpj.<b>exe',
    size: 240_000_000,
    situation: { kind: 'alone' },
  })
  await openPage({ shares: [waits], fragment: HASH })
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('·gpj.<b>exe')
  await expect.element(page.getByText('Nobody who has it is online.')).toBeVisible()
  await expect.element(page.getByText(/240\sMB, according to the link\./)).toBeVisible()
  // What is not known to be true is not passed on.
  await expect.element(field()).toHaveValue(LINK)
})

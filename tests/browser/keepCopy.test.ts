import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { StoreError } from '../../src/storage/problems.ts'
import { openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name })

it('copies one’s own files into the browser, and tells how far it is', async () => {
  const { engine } = await openPage({ shares: [share({ copy: 0 })], fragment: HASH })
  await button('Keep a copy in this browser').click()
  expect(engine.asked('keepCopy')).toEqual([['s1']])
  engine.show([share({ copy: 0.43 })])
  await expect.element(button(/^Keeping a copy: 43\s%$/)).toHaveAttribute('aria-disabled', 'true')
  engine.show([share({ copy: 1 })])
  await expect.element(button('Copy kept in this browser')).toHaveAttribute('aria-disabled', 'true')
})

it('says why there is no copy, and lets one try again', async () => {
  const { engine } = await openPage({ shares: [share({ copy: 0 })], fragment: HASH })
  engine.keepCopy = () => Promise.reject(new StoreError('disk-full'))
  await button('Keep a copy in this browser').click()
  await expect.element(page.getByText(/no space left/i)).toBeVisible()
  await expect.element(button('Keep a copy in this browser')).toHaveAttribute('aria-disabled', 'false')
})

it.each([
  ['where the browser has no disk', share({ copy: null })],
  ['of what comes from others', share({ mine: false, copy: null })],
  ['of files that are still prepared', share({ state: 'hashing', copy: 0 })],
])('is not offered %s', async (_what, one) => {
  await openPage({ shares: [one], fragment: HASH })
  await expect.element(page.getByRole('article').first()).toBeVisible()
  expect(button(/a copy/i).elements()).toHaveLength(0)
})

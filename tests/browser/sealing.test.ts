import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

/* The switch that seals what is shared. */

const SWITCH = 'Sealed: only who has the link can read'

/** What the site answers to who asks for its settings. */
function siteWants(sealed: 'offered' | 'default' | 'only'): void {
  const told = { tracker: 'ws://a/announce', site: 'http://a/', iceServers: [], trackerMode: 'open', sealed }
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(told)))
}

const file = () => ({ file: new File(['a'], 'a.txt'), path: ['a.txt'] })

it('is off, and remembered once it was chosen', async () => {
  siteWants('offered')
  const { engine, page: opened } = await openPage()
  await expect.element(page.getByLabelText(SWITCH)).not.toBeChecked()
  await opened.intake.shareThem([file()])
  expect(engine.asked('addFiles')[0]?.[4]).toBeUndefined()
  opened.navigation.home()
  await page.getByLabelText(SWITCH).click()
  await opened.intake.shareThem([file()])
  expect(engine.asked('addFiles')[1]?.[4]).toBe(true)
  expect(localStorage.getItem('shoal.sealed')).toBe('yes')
})

it('is as the site has it until somebody chooses', async () => {
  siteWants('default')
  await openPage()
  await expect.element(page.getByLabelText(SWITCH)).toBeChecked()
})

it('cannot be switched off where the site seals all', async () => {
  siteWants('only')
  await openPage({}, undefined, { 'shoal.sealed': 'no' })
  await expect.element(page.getByLabelText(SWITCH)).toBeChecked()
  await expect.element(page.getByLabelText(SWITCH)).toBeDisabled()
  await expect.element(page.getByText('This site seals all that is shared.')).toBeVisible()
})

it('seals a share that nobody has fetched, and is not there once somebody has', async () => {
  siteWants('offered')
  const { engine } = await openPage({ shares: [share({ isUnfetched: true })], fragment: HASH })
  await page.getByLabelText(SWITCH).click()
  expect(engine.asked('reseal')).toEqual([['s1', true]])
  engine.show([share({ isUnfetched: false })])
  await expect.element(page.getByLabelText(SWITCH)).not.toBeInTheDocument()
})

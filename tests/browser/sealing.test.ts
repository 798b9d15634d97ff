import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { SealTerms } from '../../src/swarm/engineApi.ts'
import { openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'
import { HASH, share } from './support/shares.ts'

/* The switch that seals what is shared. */

const SWITCH = 'Sealed: only people with the link can open it'

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
  await opened.intake.files({ files: [file()], leftOut: [] })
  expect(engine.asked('addFiles')[0]?.[4]).toBeUndefined()
  opened.navigation.home()
  await page.getByLabelText(SWITCH).click()
  await opened.intake.files({ files: [file()], leftOut: [] })
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
  await expect.element(page.getByText('This site seals everything.')).toBeVisible()
})

it('seals a share that nobody has fetched, and is not there once somebody has', async () => {
  siteWants('offered')
  const { engine } = await openPage({ shares: [share({ isUnfetched: true })], fragment: HASH })
  await page.getByLabelText(SWITCH).click()
  expect(engine.asked('reseal')).toEqual([['s1', true, { password: null, endsAt: null }]])
  engine.show([share({ isUnfetched: false })])
  await expect.element(page.getByLabelText(SWITCH)).not.toBeInTheDocument()
})

it('takes a password and an end for the next share alone', async () => {
  siteWants('offered')
  const { engine, page: opened } = await openPage({}, undefined, { 'shoal.sealed': 'yes' })
  await page.getByText('Password and expiry').click()
  await page.getByLabelText('Password').fill('sesame')
  await page.getByLabelText('Expires').selectOptions('in a day')
  const before = Date.now()
  await opened.intake.files({ files: [file()], leftOut: [] })
  await opened.intake.files({ files: [file()], leftOut: [] })
  const [first, second] = engine.asked('addFiles').map((call) => call[5] as SealTerms)
  expect(first).toMatchObject({ password: 'sesame' })
  expect((first?.endsAt ?? 0) - before).toBeGreaterThanOrEqual(24 * 3_600_000)
  expect(second).toEqual({ password: null, endsAt: null })
  expect(JSON.stringify(localStorage)).not.toContain('sesame')
})

it('asks for the password, and says when it is a wrong one', async () => {
  const asking = share({ mine: false, state: 'fetching', seal: 'asks', name: 'sealed.shoal', progress: 0 })
  const { engine } = await openPage({ shares: [asking], fragment: HASH })
  const field = page.getByLabelText('Password', { exact: true })
  await field.fill('wrong')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAccessibleDescription('That’s not its password. Check capital letters.')
  await field.fill('right')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  expect(engine.asked('unlock')).toEqual([
    ['s1', 'wrong'],
    ['s1', 'right'],
  ])
  await expect.element(field).not.toHaveAccessibleDescription()
})

it('shows nothing before the password but who is there: no ciphertext, and no word of waiting', async () => {
  await openPage(SCENES['sealed-asks'])
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Sealed share')
  await expect.element(page.getByText('People', { exact: true })).toBeVisible()
  const { textContent } = page.getByRole('article').element()
  expect(textContent).not.toMatch(/sealed\.shoal|as well|part|412|Download/)
  expect(page.getByRole('textbox').elements()).toHaveLength(1)
})

it('says without its key what is missing, and is carried if one wants, saved by nobody', async () => {
  const { engine } = await openPage(SCENES['sealed-without-key'])
  const article = page.getByRole('article')
  await expect.element(article).toHaveTextContent('Part of this link is missing')
  expect(article.element().textContent).not.toMatch(/sealed\.shoal|part/)
  await page.getByRole('button', { name: 'Download' }).click()
  expect(engine.asked('download')).toEqual([['s1']])
  expect(JSON.stringify(localStorage)).not.toContain('wanted')
})

it('says of a key that does not fit no more than that', async () => {
  await openPage(SCENES['sealed-wrong-key'])
  const article = page.getByRole('article')
  await expect.element(article).toHaveTextContent('The link’s key doesn’t fit')
  await expect.element(article).not.toHaveTextContent('Part of this link is missing')
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

it.each([
  { whose: "somebody's", scene: 'sealed-ended', says: 'Ask the sender' },
  { whose: "one's own", scene: 'sealed-ended-mine', says: 'Your own files stay' },
])('says of $whose share that it has ended, and offers to remove it', async ({ scene, says }) => {
  const { engine } = await openPage(SCENES[scene])
  const article = page.getByRole('article')
  await expect.element(article).toHaveTextContent('This share has expired.')
  await expect.element(article).toHaveTextContent(says)
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([])
  await page.getByRole('button', { name: 'Remove it' }).click()
  expect(engine.asked('remove')).toEqual([['s1']])
  expect(location.hash).toBe('')
})

it('says when a share ends', async () => {
  await openPage({ shares: [share({ seal: 'open', endsAt: Date.UTC(2031, 4, 6) })], fragment: HASH })
  await expect.element(page.getByText(/Expires on [56] May 2031/)).toBeVisible()
})

it.each([
  { way: 'a password', cost: '.65536.3.1', tells: false },
  { way: 'its link alone', cost: '', tells: true },
])('tells by its link what it is when it is opened by $way: $tells', async ({ cost, tells }) => {
  const link = `https://shoal.example/#${HASH}&key=${'a'.repeat(43)}${cost}`
  await openPage({ shares: [share({ seal: 'open', link })], fragment: HASH })
  const field = page.getByLabelText('Share link', { exact: true })
  await expect.poll(() => (field.element() as HTMLInputElement).value.includes('&n=')).toBe(tells)
})

it('saves the sealed file, for a web server', async () => {
  const { engine } = await openPage({ shares: [share({ seal: 'open' })], fragment: HASH })
  await page.getByText('More', { exact: true }).click()
  await page.getByText('With a copy on a web server').click()
  const coming = nextDownload()
  await page.getByRole('button', { name: 'Save the sealed file' }).click()
  expect(engine.asked('sealedFile')).toEqual([['s1']])
  expect(await coming).toBe('sealed.shoal')
})

/** The name under which something is saved next. */
function nextDownload(): Promise<string> {
  return new Promise((resolve) => {
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      resolve(this.download)
    })
  })
}

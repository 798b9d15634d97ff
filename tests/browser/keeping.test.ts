import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { KeeperStatus } from '../../src/wire/keeper.ts'
import { axeFindings, openPage, type Kept } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

/** A copy on the site's server, against answers that a site may give. The real one is met in e2e/keeper.spec.ts. */

const TOKEN = 'ab'.repeat(20)
const CONFIG = {
  tracker: 'ws://site.example/announce',
  site: 'http://site.example/',
  iceServers: [],
  trackerMode: 'open',
  media: null,
}
const NONE: KeeperStatus = {
  infoHash: HASH,
  state: 'none',
  failure: null,
  size: null,
  here: 0,
  until: null,
}

/** What the server knows; the page asks for it every now and then. */
let status: KeeperStatus
let keeper: object | null
let refusal: number | null
/** The same of what it has. */
let statusRefusal: number | null
const asked: string[] = []

beforeEach(() => {
  ;[status, keeper, refusal] = [
    NONE,
    { days: 7, quotaBytes: 2_000_000_000, bridges: false, isUp: true },
    null,
  ]
  statusRefusal = null
  asked.length = 0
  vi.spyOn(window, 'fetch').mockImplementation(async (input, request) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (pathname === '/config.json') return Response.json({ ...CONFIG, keeper })
    if (!pathname.startsWith('/api/keeper/')) throw new TypeError('Failed to fetch')
    const body = typeof request?.body === 'string' ? request.body : ''
    asked.push(`${request?.method ?? ''} ${pathname} ${body}`.trim())
    if (request?.method === 'POST' && refusal !== null) return Response.json({}, { status: refusal })
    if (pathname === '/api/keeper/shares') {
      status = { ...NONE, state: 'waiting', until: Date.UTC(2026, 11, 6, 12) }
      return Response.json({ ...status, token: TOKEN })
    }
    if (request?.method === 'GET' && statusRefusal !== null)
      return Response.json({}, { status: statusRefusal })
    if (pathname.endsWith('/withdraw')) status = NONE
    return Response.json(status)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const open = (kept?: Kept) => openPage({ fragment: HASH, shares: [share()] }, undefined, kept)
const keepButton = () => page.getByRole('button', { name: 'Keep it online' })
const deleteButton = () => page.getByRole('button', { name: 'Delete the site’s copy' })

it('is asked for, comes, says that the page may be closed, and is taken back', async () => {
  await open()
  await keepButton().click()
  await expect.element(page.getByText(/until the site has its copy/)).toBeInTheDocument()
  expect(asked).toContain(`POST /api/keeper/shares {"link":"${HASH}"}`)
  // Not again and again with each answer.
  expect(asked.filter((request) => request.startsWith('GET')).length).toBeLessThan(10)
  status = { ...status, state: 'fetching', size: 100, here: 45 }
  await expect.element(page.getByText(/has 45\s%\. Keep this page open/)).toBeInTheDocument()
  expect(await axeFindings()).toEqual([])
  status = { ...status, state: 'kept', here: 100 }
  await expect
    .element(page.getByText('You can close this page: the site keeps a copy until 6 December.'))
    .toBeInTheDocument()
  await deleteButton().click()
  await expect.element(keepButton()).toBeInTheDocument()
  expect(asked).toContain(`POST /api/keeper/shares/${HASH}/withdraw {"token":"${TOKEN}"}`)
  expect(localStorage.getItem('shoal.kept')).toBe('{}')
})

it('is taken back after a reload by whoever asked, and by nobody else', async () => {
  status = { ...NONE, state: 'kept', size: 100, here: 100, until: Date.UTC(2026, 11, 6, 12) }
  await open({ 'shoal.kept': JSON.stringify({ [HASH]: TOKEN }) })
  await expect.element(deleteButton()).toBeInTheDocument()
})

it('is taken back, and not asked for, while the share sleeps', async () => {
  status = { ...NONE, state: 'kept', size: 100, here: 100, until: Date.UTC(2026, 11, 6, 12) }
  await openPage({ fragment: HASH, shares: [share({ state: 'asleep' })] }, undefined, {
    'shoal.kept': JSON.stringify({ [HASH]: TOKEN }),
  })
  await deleteButton().click()
  await vi.waitFor(() => expect(deleteButton().query()).toBeNull())
  expect(keepButton().query()).toBeNull()
})

it('is no button of those who have not asked for it', async () => {
  status = { ...NONE, state: 'kept', size: 100, here: 100, until: Date.UTC(2026, 11, 6, 12) }
  await open()
  await expect.element(page.getByText(/keeps a copy until/)).toBeInTheDocument()
  expect(deleteButton().query()).toBeNull()
  expect(keepButton().query()).toBeNull()
})

it.each([
  [409, /You’ve used all your space/],
  [429, /Try again in a minute/],
  [503, /keeps nothing right now/],
  [500, /didn’t answer/],
])('says why it is not kept: %i', async (code, words) => {
  refusal = code
  await open()
  await keepButton().click()
  await expect.element(page.getByRole('alert')).toHaveTextContent(words)
  await expect.element(keepButton()).toBeInTheDocument()
})

it('says what became of it, and can be asked for again', async () => {
  status = { ...NONE, state: 'failed', failure: 'incomplete' }
  await open()
  await expect.element(page.getByText(/didn’t get all of it in time/)).toBeInTheDocument()
  await expect.element(keepButton()).toBeInTheDocument()
})

it('says that its time is over to who had asked, when that is, and no longer once it is asked for again', async () => {
  const until = Date.now() + 1_500
  status = { ...NONE, state: 'kept', size: 100, here: 100, until }
  await open({ 'shoal.kept': JSON.stringify({ [HASH]: TOKEN }) })
  await expect.element(deleteButton()).toBeInTheDocument()
  status = NONE
  // Else it would ask once a minute.
  await expect
    .element(page.getByText('The site no longer has a copy.'), { timeout: 20_000 })
    .toBeInTheDocument()
  expect(localStorage.getItem('shoal.kept')).toBe('{}')
  await keepButton().click()
  await expect.element(page.getByText(/until the site has its copy/)).toBeInTheDocument()
  expect(page.getByText('The site no longer has a copy.').query()).toBeNull()
})

it('says nothing of a copy that others had asked for', async () => {
  status = { ...NONE, state: 'kept', size: 100, here: 100, until: Date.now() + 1_500 }
  await open()
  await expect.element(page.getByText(/keeps a copy until/)).toBeInTheDocument()
  status = NONE
  await expect.element(keepButton(), { timeout: 20_000 }).toBeInTheDocument()
  expect(page.getByText('The site no longer has a copy.').query()).toBeNull()
})

it('is fetched from others than pages where the site does that, once nobody here has it', async () => {
  keeper = { days: 7, quotaBytes: 2_000_000_000, bridges: true, isUp: true }
  const waiting = { state: 'waiting', situation: { kind: 'alone' }, progress: 0, peers: [] } as const
  await openPage({ fragment: HASH, shares: [share(waiting)] })
  await page.getByRole('button', { name: 'Ask this site to fetch it' }).click()
  expect(asked).toContain(`POST /api/keeper/shares {"link":"${HASH}","bridge":true}`)
  await expect.element(page.getByText('Keep this page open until the site has its copy.')).toBeInTheDocument()
  expect(await axeFindings()).toEqual([])
})

it('is kept as ever while somebody here has it', async () => {
  keeper = { days: 7, quotaBytes: 2_000_000_000, bridges: true, isUp: true }
  await open()
  await expect.element(keepButton()).toBeInTheDocument()
})

it('is offered while it does not run, which is said until it does', async () => {
  keeper = { days: 7, quotaBytes: 2_000_000_000, bridges: false, isUp: false }
  await open()
  await expect.element(keepButton()).toBeInTheDocument()
  await expect.element(page.getByText(/keeps nothing right now/)).toBeInTheDocument()
  expect(await axeFindings()).toEqual([])
  keeper = { ...keeper, isUp: true }
  await expect.element(page.getByText(/keeps nothing right now/), { timeout: 20_000 }).not.toBeInTheDocument()
  await expect.element(keepButton()).toBeInTheDocument()
})

it('asks soon again what was refused', async () => {
  statusRefusal = 429
  await open()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(keepButton().query()).toBeNull()
  statusRefusal = null
  await expect.element(keepButton(), { timeout: 20_000 }).toBeInTheDocument()
})

it('is not offered for what is too large', async () => {
  keeper = { days: 7, quotaBytes: 5_000_000, bridges: false, isUp: true }
  await open()
  await expect.element(page.getByText(/Too large .* 5\sMB at most/)).toBeInTheDocument()
  expect(keepButton().query()).toBeNull()
})

it('is not offered where the site has none for this visitor, and nothing is asked', async () => {
  keeper = null
  await open()
  await expect.element(page.getByLabelText('Share link')).toBeInTheDocument()
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
  expect(keepButton().query()).toBeNull()
  expect(asked).toEqual([])
})

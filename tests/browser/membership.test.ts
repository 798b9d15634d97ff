import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'

/** Becoming a member, against answers that a site may give. The real site is met in e2e/private.spec.ts. */

const TOKEN = 'ab'.repeat(20)
const PASSKEY = 'cd'.repeat(20)
const ACCOUNT = { uploaded: 3_000_000_000, downloaded: 1_500_000_000, ratio: 2 }

let answers: Record<string, () => Response> = {}
const asked: { path: string; request: RequestInit | undefined }[] = []

beforeEach(() => {
  asked.length = 0
  vi.spyOn(window, 'fetch').mockImplementation(async (input, request) => {
    const path = input instanceof Request ? input.url : input.toString()
    asked.push({ path, request })
    const answer = answers[path]
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

describe('an invitation in the address', () => {
  it('makes a member, leaves the address, and shows what was given and got', async () => {
    answers = {
      '/api/invitations/accept': () => json({ passkey: PASSKEY }),
      '/api/me': () => json(ACCOUNT),
    }
    const { engine } = await openPage({ fragment: `invitation=${TOKEN}` })
    await expect.element(page.getByText('You’re a member now.')).toBeInTheDocument()
    expect(location.href).not.toContain(TOKEN)
    expect(localStorage.getItem('shoal.passkey')).toBe(PASSKEY)
    await expect.element(page.getByRole('contentinfo')).toHaveTextContent('ratio of 2.00')
    expect(engine.asked('open')).toEqual([])
    // A secret goes into headers and bodies, never into an address.
    for (const { path } of asked) {
      expect(path.replace(location.origin, '')).toMatch(/^\/api\/[a-z/]+$|^\/config\.json$/)
    }
  })

  it('that is used up says so, and no more', async () => {
    answers = { '/api/invitations/accept': () => json({ error: 'used up' }, 404) }
    await openPage({ fragment: `invitation=${TOKEN}` })
    await expect.element(page.getByRole('alert')).toHaveTextContent('This invitation no longer works')
    expect(localStorage.getItem('shoal.passkey')).toBeNull()
    expect(document.querySelector('footer')).toBeNull()
  })

  it('is kept for another try while the site does not answer', async () => {
    answers = {}
    await openPage({ fragment: `invitation=${TOKEN}` })
    await expect.element(page.getByRole('alert')).toHaveTextContent('You’re not a member yet.')
    answers = {
      '/api/invitations/accept': () => json({ passkey: PASSKEY }),
      '/api/me': () => json(ACCOUNT),
    }
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByText('You’re a member now.')).toBeInTheDocument()
  })

  it('is not used up by who is a member already', async () => {
    answers = {
      '/api/invitations/accept': () => json({ passkey: PASSKEY }),
      '/api/me': () => json(ACCOUNT),
    }
    await openPage({ fragment: `invitation=${TOKEN}` })
    await expect.element(page.getByText('You’re a member now.')).toBeInTheDocument()
    const before = asked.filter(({ path }) => path.endsWith('accept')).length
    location.hash = `#invitation=${TOKEN}`
    await expect.element(page.getByText('You’re already a member.')).toBeInTheDocument()
    expect(asked.filter(({ path }) => path.endsWith('accept')).length).toBe(before)
    expect(location.href).not.toContain(TOKEN)
  })

  it('is refused an answer that is no passkey', async () => {
    answers = { '/api/invitations/accept': () => json({ passkey: '../../evil' }) }
    await openPage({ fragment: `invitation=${TOKEN}` })
    await expect.element(page.getByRole('alert')).toHaveTextContent('makes no sense')
    expect(localStorage.getItem('shoal.passkey')).toBeNull()
  })
})

it('keeps the passkey of a membership that has ended: the site may have lost its data for a while', async () => {
  answers = {
    '/api/invitations/accept': () => json({ passkey: PASSKEY }),
    '/api/me': () => json({ error: 'nobody’s' }, 401),
  }
  await openPage({ fragment: `invitation=${TOKEN}` })
  await expect.element(page.getByRole('contentinfo')).toHaveTextContent('You’re no longer a member.')
  expect(localStorage.getItem('shoal.passkey')).toBe(PASSKEY)
})

it('takes one’s own announce address where links are pasted, and clears the field', async () => {
  answers = { '/api/me': () => json(ACCOUNT) }
  await openPage()
  const field = page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
  await field.fill(`${location.origin}/announce/${PASSKEY}`)
  await page.getByRole('button', { name: 'Get', exact: true }).click()
  await expect.element(page.getByText('You’re a member now.')).toBeInTheDocument()
  await expect.element(field).toHaveValue('')
})

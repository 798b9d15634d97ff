import { openDB } from 'idb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { serialisePresence } from '../../src/notes/presence.ts'
import { makeReview } from '../../src/notes/reviewKeys.ts'
import { makeAuthor, openScope, signPresence } from '../../src/notes/signing.ts'
import { MAX_AUTHORS, serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { baseOf, shortNotes } from '../notes/hostileBase.ts'
import { axeFindings } from './support/openPage.ts'
import { forgetNotes, openReview, panel, PHOTO, threads } from './support/openReview.ts'
import { HASH, peer as connection } from './support/shares.ts'

/** Several reviews of one share, the links that lead to them, and a review that is full. */

beforeAll(() => page.viewport(1280, 900))
beforeEach(async () => {
  sessionStorage.clear()
  await forgetNotes()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const choice = panel.getByLabelText('Review')
const texts = () => threads().map((thread) => thread.querySelector('p')?.textContent)
const addressWith = (token: string) => (location.hash = `#${HASH}&review=${token}`)

async function write(text: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'New note' }).fill(text)
  await userEvent.keyboard('{Enter}')
  await expect.poll(texts).toContain(text)
}

async function openPrivate(theme?: 'light' | 'dark') {
  const rooms = await openReview(PHOTO, {}, theme)
  await rooms.makePrivate(HASH)
  await expect.element(panel).toHaveTextContent('private')
  const review = rooms.review(HASH)
  if (!review) throw new Error('It was just begun.')
  return { rooms, review }
}

describe('a link to a private review', () => {
  it('leaves the address at once', async () => {
    const rooms = await openReview()
    const token = makeReview()
    addressWith(token)
    await expect.element(panel).toHaveTextContent('private')
    expect(location.hash).toBe(`#${HASH}`)
    expect(rooms.review(HASH)?.write).toBe(token)
    expect(JSON.stringify(sessionStorage)).not.toContain(token)
  })

  it('that comes while a review is being left is opened after it', async () => {
    const { rooms, review } = await openPrivate()
    const left = rooms.leave(HASH, false)
    const joined = await rooms.join(HASH, review.read)
    await left
    expect(joined).toMatchObject({ read: review.read, write: null })
    expect(rooms.review(HASH)).toBe(joined)
    expect(rooms.reviews(HASH)).toEqual([joined])
  })

  it('never takes the place of another one: it is named, asked for, and kept beside it', async () => {
    const { rooms, review } = await openPrivate()
    await write('Between the two of us')
    const token = makeReview()
    const other = await rooms.reviewOf(HASH, token)
    addressWith(token)
    const dialog = page.getByRole('dialog')
    await expect.element(dialog).toHaveTextContent(review.code)
    await expect.element(dialog).toHaveTextContent(other.code)
    expect(location.hash).toBe(`#${HASH}`)
    expect(rooms.review(HASH)).toBe(review)

    await button(`Stay in ${review.code}`).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(rooms.reviews(HASH)).toEqual([review])
    expect(texts()).toEqual(['Between the two of us'])

    addressWith(token)
    await button(`Go to ${other.code}`).click()
    await expect.poll(texts).toEqual([])
    await write('In the other one')
    await choice.selectOptions(`Private ${review.code}`)
    await expect.poll(texts).toEqual(['Between the two of us'])
    await choice.selectOptions('With everybody')
    await expect.poll(texts).toEqual([])
    await expect.element(panel).toHaveTextContent('Everybody with this share can read')
    await choice.selectOptions(`Private ${other.code}`)
    await expect.poll(texts).toEqual(['In the other one'])
  })

  it('whose review is shown already asks nothing, and lets a reader write', async () => {
    const rooms = await openReview()
    const token = makeReview()
    const { read } = await rooms.reviewOf(HASH, token)
    await rooms.join(HASH, read)
    await expect.element(panel).toHaveTextContent('private, read-only')
    addressWith(token)
    await expect.element(panel.getByRole('textbox', { name: 'New note' })).toBeVisible()
    expect(document.querySelector('dialog[open]')).toBeNull()
    expect(rooms.reviews(HASH)).toHaveLength(1)
  })
})

describe('leaving a private review', () => {
  it.each([
    ['keeps its notes for who comes back', false, ['Stays?']],
    ['deletes its notes where one wishes so', true, []],
  ])('%s', async (_, forgets, found) => {
    const { rooms, review } = await openPrivate()
    await write('Stays?')
    await page.getByText('More', { exact: true }).click()
    await page.getByText('Private review', { exact: true }).click()
    await button('Leave it…').click()
    if (forgets) await page.getByRole('checkbox', { name: /Also delete its notes/ }).click()
    await button('Leave the private review').click()
    await expect.poll(() => rooms.reviews(HASH)).toEqual([])
    await expect.poll(texts).toEqual([])
    await rooms.join(HASH, review.read)
    await expect.element(panel).toHaveTextContent('private, read-only')
    await expect.poll(texts).toEqual(found)
  })
})

it('the private review that an earlier version kept is open, and one of several', async () => {
  const token = makeReview()
  const database = await openDB('shoal.notes', 2, {
    upgrade(fresh) {
      for (const store of ['envelopes', 'identities', 'forks', 'tokens']) fresh.createObjectStore(store)
    },
  })
  await database.put('tokens', token, HASH)
  database.close()
  const rooms = await openReview()
  await expect.element(panel).toHaveTextContent('private')
  await expect.poll(() => rooms.review(HASH)?.write).toBe(token)
  await choice.selectOptions('With everybody')
  await expect.poll(() => rooms.review(HASH)).toBeNull()
  expect(rooms.reviews(HASH)).toHaveLength(1)
})

it('calls people by the names that they gave, at their connections', async () => {
  const rooms = await openReview({ ...PHOTO, peers: [connection({ id: 'b1', progress: 0.5 })] })
  const people = page.getByRole('region', { name: 'People' })
  await expect.element(people).toHaveTextContent('Somebody')
  const handler = rooms.handler(HASH)
  const peer = { id: 'b1', busy: false, send: () => undefined, drop: () => undefined }
  handler.joined(peer)
  const said = { name: 'Ben', colour: 1, file: null, at: null, playing: false, pointer: null }
  const identity = { review: openScope(HASH).name, certificate: null, ...(await makeAuthor()) }
  const content = new TextEncoder().encode(serialisePresence(said))
  const presence = await signPresence(identity, { count: 1, content })
  handler.received(peer, serialiseNoteMessage({ kind: 'presence', passedOn: false, presence }))
  await expect.element(people).toHaveTextContent(/Ben\s*50\s%/)
})

describe('a review that is full', () => {
  it('says so, leaves out whom one hides, and has room then', async () => {
    const rooms = await openReview()
    const dropped: string[] = []
    const handler = rooms.handler(HASH)
    const peer = {
      id: 'peer',
      busy: false,
      send: () => undefined,
      drop: (why: string) => void dropped.push(why),
    }
    handler.joined(peer)
    const say = async (entries: Iterable<readonly [string, unknown]>) => {
      const identity = { review: openScope(HASH).name, certificate: null, ...(await makeAuthor()) }
      const envelope = await baseOf(identity, entries)
      const message = serialiseNoteMessage({ kind: 'envelope', envelope })
      handler.received(peer, message)
      return message
    }
    await say([
      ['p', { n: 'Mallory', c: 1 }],
      ['n:a', { t: 'Buy this', m: 1 }],
    ])
    for (let count = 1; count < MAX_AUTHORS; count++) await say(shortNotes({ m: 2 }, 1))
    await expect.poll(() => rooms.room(HASH).notes.length).toBe(MAX_AUTHORS)
    await panel.getByRole('textbox', { name: 'New note' }).fill('Hello?')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/^This review is full: 400\speople/)).toBeVisible()
    await expect.element(panel.getByRole('textbox', { name: 'New note' })).toHaveValue('Hello?')
    const late = await say([['n:b', { t: 'I came late', m: 3 }]])
    await expect.element(panel).toHaveTextContent('some notes aren’t shown')

    await button('Hide all notes of Mallory').click()
    await expect.poll(texts).not.toContain('Buy this')
    await expect.element(panel).toHaveTextContent('Mallory is hidden on this page')
    expect(await axeFindings()).toEqual([])
    handler.received(peer, late)
    await expect.poll(() => rooms.room(HASH).notes.some(({ text }) => text === 'I came late')).toBe(true)
    expect(rooms.room(HASH).full).toBeNull()
    // Who has made room is still named.
    await expect.element(panel).toHaveTextContent('Mallory is hidden on this page')
    expect(dropped).toEqual([])
  })

  it('who is hidden stays so after a reload, and is shown again by one click', async () => {
    const rooms = await openReview()
    const identity = { review: openScope(HASH).name, certificate: null, ...(await makeAuthor()) }
    const entries = [
      ['p', { n: 'Mallory', c: 1 }],
      ['n:a', { t: 'Buy this', m: 1 }],
    ] as const
    const handler = rooms.handler(HASH)
    const peer = { id: 'peer', busy: false, send: () => undefined, drop: () => undefined }
    handler.joined(peer)
    handler.received(
      peer,
      serialiseNoteMessage({ kind: 'envelope', envelope: await baseOf(identity, entries) }),
    )
    await expect.poll(texts).toEqual(['Buy this'])
    await button('Hide all notes of Mallory').click()
    await expect.poll(() => rooms.room(HASH).hidden.length).toBe(1)
    await rooms.close()
    document.body.replaceChildren()

    const again = await openReview()
    await expect.element(panel).toHaveTextContent('Mallory is hidden on this page')
    expect(again.room(HASH).notes).toEqual([])
    await button('Show the notes of Mallory').click()
    await expect.poll(texts).toEqual(['Buy this'])
  })
})

it.each(['light', 'dark'] as const)(
  'axe finds nothing wrong with the question in the %s theme',
  async (theme) => {
    const { rooms } = await openPrivate(theme)
    const token = makeReview()
    await rooms.reviewOf(HASH, token)
    addressWith(token)
    await expect.element(page.getByRole('dialog')).toBeVisible()
    expect(await axeFindings()).toEqual([])
  },
)

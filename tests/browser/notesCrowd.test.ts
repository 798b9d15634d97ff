import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { NoteRooms } from '../../src/notes/noteRooms.ts'
import { makeAuthor, openScope } from '../../src/notes/signing.ts'
import { serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { baseOf, shortNotes } from '../notes/hostileBase.ts'
import { forgetNotes, openReview, panel, threads } from './support/openReview.ts'
import { HASH } from './support/shares.ts'

/** Far more notes than anybody reads: a page has only those on it that are seen. */

/** Of all that is drawn of notes, on a page that somebody fills as far as they can. */
const MOST_ELEMENTS = 6000

beforeAll(() => page.viewport(1280, 900))
beforeEach(forgetNotes)

/** Somebody who is connected, and says these things as one author after the other. */
async function bring(
  rooms: NoteRooms,
  authors: readonly Iterable<readonly [string, unknown]>[],
): Promise<string[]> {
  const dropped: string[] = []
  const handler = rooms.handler(HASH)
  const peer = {
    id: 'peer',
    busy: false,
    send: () => undefined,
    drop: (why: string) => void dropped.push(why),
  }
  handler.joined(peer)
  for (const entries of authors) {
    const identity = { review: openScope(HASH).name, certificate: null, ...(await makeAuthor()) }
    const envelope = await baseOf(identity, entries)
    handler.received(peer, serialiseNoteMessage({ kind: 'envelope', envelope }))
  }
  return dropped
}

const drawn = () => document.querySelectorAll('section.notes *').length
const answers = () => document.querySelectorAll('section.notes .answers .note').length

async function openWithNote(): Promise<{ rooms: NoteRooms; ref: string }> {
  const rooms = await openReview()
  await rooms.room(HASH).add({
    text: 'Look at this',
    file: null,
    at: null,
    until: null,
    page: null,
    drawing: null,
    by: null,
    answers: null,
  })
  const [note] = rooms.room(HASH).notes
  if (!note) throw new Error('It was written.')
  await expect.poll(() => threads().length).toBe(1)
  return { rooms, ref: note.ref }
}

describe('answers', () => {
  it('of four who bring nine thousand each to one note do not come at all', async () => {
    const { rooms, ref } = await openWithNote()
    const dropped = await bring(rooms, [
      ...Array.from({ length: 4 }, () => shortNotes({ r: ref }, 9000)),
      [['n:last', { t: 'That is all', m: 1 }]],
    ])
    await expect.element(panel).toHaveTextContent('That is all')
    expect(rooms.room(HASH).notes).toHaveLength(2)
    expect(drawn()).toBeLessThan(MOST_ELEMENTS)
    expect(dropped).toEqual([])
  })

  it('as many as a conversation has room for are drawn a few at a time, the last ones first', async () => {
    const { rooms, ref } = await openWithNote()
    await bring(
      rooms,
      Array.from({ length: 4 }, () => shortNotes({ r: ref }, 1000)),
    )
    await expect.poll(() => rooms.room(HASH).notes.length).toBe(1001)
    await expect.poll(answers).toBe(5)
    await expect.element(panel).toHaveTextContent('This conversation is full: 3,000 answers left out.')
    for (let click = 0; click < 5; click++) await page.getByText(/answers before$/).click()
    expect(answers()).toBe(15)
    await page.getByText(/answers after$/).click()
    expect(answers()).toBe(15)
    expect(drawn()).toBeLessThan(MOST_ELEMENTS)
    // Who has said nothing in it yet is still heard.
    await panel.getByRole('button', { name: 'Answer', exact: true }).click()
    await panel.getByLabelText('Your answer').fill('Calm down, please')
    await panel.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => rooms.room(HASH).threads[0]?.answers.at(-1)?.text).toBe('Calm down, please')
  })

  it('that nobody would see are refused with words', async () => {
    const { rooms, ref } = await openWithNote()
    const room = rooms.room(HASH)
    const content = { file: null, at: null, until: null, page: null, drawing: null, by: null, answers: ref }
    const said = Array.from({ length: 1000 }, (_, at) => ({ ...content, text: `Word ${at}` }))
    await room.addAll(said)
    await expect.element(panel).toHaveTextContent('This conversation is full.')
    await expect.poll(() => panel.getByRole('button', { name: 'Answer', exact: true }).query()).toBeNull()
    await expect(room.add({ ...content, text: 'One more' })).rejects.toThrow('thread-full')
    expect(room.threads[0]?.answers).toHaveLength(1000)
    const [answer] = room.threads[0]?.answers ?? []
    if (answer) await room.remove(answer)
    await room.add({ ...content, text: 'One more' })
    await expect.element(panel).toHaveTextContent('One more')
  })
})

describe('notes', () => {
  it('as many as may come are drawn some at a time, however far one goes', async () => {
    const { rooms } = await openWithNote()
    await bring(rooms, [shortNotes({ t: 'line\n'.repeat(800).slice(0, 60) }), shortNotes({ t: 'more' })])
    await expect.poll(() => rooms.room(HASH).notes.length).toBeGreaterThan(9000)
    const more = panel.getByRole('button', { name: /^Show more of .* notes$/ })
    for (let click = 0; click < 4; click++) await more.click()
    expect(threads()).toHaveLength(120)
    await panel.getByRole('button', { name: /^Show more .* before$/ }).click()
    expect(threads()).toHaveLength(120)
    expect(drawn()).toBeLessThan(MOST_ELEMENTS)
    // The last one can be gone to, without all that is in between.
    await panel.getByRole('button', { name: /Note before/ }).click()
    await expect.poll(() => document.querySelector('section.notes [aria-current]')).not.toBeNull()
    expect(threads().length).toBeLessThanOrEqual(120)
  })

  it('that are long are cut until somebody wants all of them', async () => {
    const { rooms } = await openWithNote()
    await bring(rooms, [[['n:a', { t: `first\n${'line\n'.repeat(700)}last`, m: 1 }]]])
    await expect.element(panel).toHaveTextContent('first')
    const text = () => panel.element().textContent
    expect(text()).not.toContain('last')
    await panel.getByRole('button', { name: 'Show all of it' }).click()
    await expect.poll(text).toContain('last')
  })
})

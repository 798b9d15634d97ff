import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { NoteRooms } from '../../src/notes/noteRooms.ts'
import { axeFindings } from './support/openPage.ts'
import { forgetNotes, openReview, panel, PHOTO, threads } from './support/openReview.ts'
import { files, HASH } from './support/shares.ts'

/** Notes and drawings on the page of a share, over a real database of notes. */

beforeAll(() => page.viewport(1280, 900))

beforeEach(forgetNotes)

const field = panel.getByRole('textbox', { name: 'New note' })
const button = (name: string) => page.getByRole('button', { name, exact: true })
async function write(text: string): Promise<void> {
  await field.fill(text)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => threads().some((thread) => thread.textContent.includes(text))).toBe(true)
}

describe('writing', () => {
  it('adds a note with Enter, and begins a line with Shift and Enter', async () => {
    await openReview()
    await field.fill('one')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}two{Enter}')
    await expect
      .poll(() => threads().map((thread) => thread.querySelector('p')?.textContent))
      .toEqual(['one\ntwo'])
    await expect.element(field).toHaveValue('')
  })

  it.each([
    ['soon', '', /like 1:05/],
    ['', '0:05', /needs a beginning/],
    ['0:05', '0:05', /ends after its beginning/],
  ])('refuses the time %s to %s in words', async (from, to, words) => {
    await openReview()
    await field.fill('Hello')
    await panel.getByLabelText('At this time').fill(from)
    await panel.getByLabelText('Until').fill(to)
    await expect.element(panel.getByRole('alert')).toHaveTextContent(words)
    await expect.element(button('Add note')).toBeDisabled()
  })

  it('on a phone asks for no more than words, until somebody writes some', async () => {
    await page.viewport(360, 780)
    await openReview()
    const name = panel.getByLabelText('Your name')
    await expect.element(field).toBeVisible()
    await expect.element(name).not.toBeInTheDocument()
    await field.click()
    await expect.element(name).toBeVisible()
    await expect.element(button('Add note')).toBeVisible()
    await page.viewport(1280, 900)
  })

  it('shows whatever is said as text', async () => {
    await openReview()
    await write('<img src=x onerror="document.title = 1">')
    expect(threads()[0]?.querySelector('img')).toBeNull()
  })

  it('keeps name and colour in this browser', async () => {
    await openReview()
    await panel.getByLabelText('Your name').fill('Ann')
    const colour = panel.getByRole('button', { name: /^Your colour:/ })
    const before = colour.element().getAttribute('aria-label')
    await colour.click()
    expect(colour.element().getAttribute('aria-label')).not.toBe(before)
    expect(JSON.parse(localStorage.getItem('shoal.profile') ?? '')).toMatchObject({ name: 'Ann' })
    await write('Hello')
    await expect.element(panel).toHaveTextContent('Ann')
  })

  it('asks before it deletes', async () => {
    await openReview()
    await write('Hello')
    await button('Delete').click()
    await button('Keep it').click()
    expect(threads()).toHaveLength(1)
    await button('Delete').click()
    await button('Delete for everybody').click()
    await expect.poll(threads).toHaveLength(0)
  })
})

describe('drawing', () => {
  /** Draws with the pointer, in parts of the picture. */
  function draw(places: readonly (readonly [x: number, y: number])[]): void {
    const svg = document.querySelector<SVGSVGElement>('svg.overlay')
    const matrix = svg?.getScreenCTM()
    if (!svg || !matrix) throw new Error('There is nothing to draw on.')
    svg.setPointerCapture = () => undefined
    const { width, height } = svg.viewBox.baseVal
    const fire = (type: string, [x, y]: readonly [number, number]) => {
      const clientX = matrix.e + x * width * matrix.a
      const clientY = matrix.f + y * height * matrix.d
      svg.dispatchEvent(
        new PointerEvent(type, { clientX, clientY, button: 0, bubbles: true, cancelable: true }),
      )
    }
    const [first = [0, 0]] = places
    fire('pointerdown', first)
    for (const place of places) fire('pointermove', place)
    fire('pointerup', places.at(-1) ?? first)
  }

  async function openPhoto(): Promise<NoteRooms> {
    const rooms = await openReview()
    await button('Preview photo.jpg').click()
    await expect.element(page.getByRole('group', { name: 'Drawings' })).toBeInTheDocument()
    return rooms
  }

  const strokes = () => document.querySelectorAll('svg.overlay path.ink:not(.head)').length

  it('on a picture makes strokes that undo takes back, and a note that keeps them', async () => {
    const rooms = await openPhoto()
    await button('Draw').click()
    const wave = Array.from({ length: 60 }, (_, at) => [0.2 + at / 100, 0.5 + Math.sin(at / 6) / 6] as const)
    draw(wave)
    await page.getByTitle('Box').click()
    draw([
      [0.1, 0.1],
      [0.9, 0.9],
    ])
    await page.getByTitle('Arrow').click()
    // A slip of the hand is no arrow.
    draw([
      [0.5, 0.5],
      [0.502, 0.5],
    ])
    await expect.poll(strokes).toBe(2)
    draw([
      [0.5, 0.5],
      [0.7, 0.7],
    ])
    await expect.poll(strokes).toBe(3)
    await userEvent.keyboard('{Control>}z{/Control}')
    await button('Undo').click()
    await expect.poll(strokes).toBe(1)
    await page.getByRole('button', { name: /^Add note/ }).click()
    await expect.poll(() => rooms.room(HASH).notes.length).toBe(1)
    const [note] = rooms.room(HASH).notes
    expect(note).toMatchObject({ file: 0, at: null, text: '' })
    const [pen] = note?.drawing ?? []
    expect(pen?.tool).toBe('pen')
    // Fewer points than the hand went through, from end to end.
    expect(pen?.points.length).toBeLessThan(45)
    expect(pen?.points[0]?.x).toBeCloseTo(0.2 * 16_383, -2)
    // It goes on lying over the picture.
    await expect.poll(strokes).toBe(note?.drawing?.length)
  })

  it('is where it was on the picture at any size', async () => {
    await openPhoto()
    await button('Draw').click()
    await page.getByTitle('Box').click()
    draw([
      [0.25, 0.25],
      [0.75, 0.75],
    ])
    await page.getByRole('button', { name: /^Add note/ }).click()
    await expect.poll(strokes).toBe(1)
    for (const [width, height] of [
      [500, 900],
      [1280, 420],
    ] as const) {
      await page.viewport(width, height)
      const [box, picture] = ['svg.overlay path.ink', '.frame img'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      )
      if (!box || !picture) throw new Error('The drawing has gone.')
      expect((box.x - picture.x) / picture.width).toBeCloseTo(0.25, 1)
      expect(box.width / picture.width).toBeCloseTo(0.5, 1)
      expect(box.height / picture.height).toBeCloseTo(0.5, 1)
    }
    await page.viewport(1280, 900)
  })

  it('by keys: d takes the pen, Escape puts it away', async () => {
    await openPhoto()
    page.getByRole('button', { name: 'Draw', exact: true }).element().focus()
    await userEvent.keyboard('d')
    await expect.element(page.getByRole('group', { name: 'Drawing', exact: true })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('.tools')).toBeNull()
  })
})

describe('a private review', () => {
  it('has links of its own; one who may only read has no forms', async () => {
    const rooms = await openReview()
    await write('For everybody')
    await page.getByText('More', { exact: true }).click()
    await page.getByText('Private review', { exact: true }).click()
    await button('Begin a private review').click()
    await expect.poll(threads).toHaveLength(0)
    const link = page.getByLabelText('Private review link, to read and write')
    await expect.poll(() => (link.element() as HTMLInputElement).value).toContain('&review=')
    expect((page.getByLabelText('Magnet link').element() as HTMLInputElement).value).not.toContain('review')
    await write('For us alone')

    const read = rooms.review(HASH)?.read
    await button('Leave it…').click()
    await button('Leave the private review').click()
    await expect.poll(() => threads().map((thread) => thread.textContent)).toMatchObject([/For everybody/])
    if (!read) throw new Error('A private review has a read-only link.')
    await rooms.join(HASH, read)
    await expect.element(panel).toHaveTextContent('private, read-only')
    await expect.poll(() => document.querySelector('section.notes textarea')).toBeNull()
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('axe finds nothing wrong with notes, answers, filters and tools', async () => {
    await openReview(PHOTO, {}, theme)
    await write('The sky is too dark')
    await write('Lovely')
    await page.getByRole('button', { name: 'Answer' }).first().click()
    await page.getByRole('textbox', { name: 'Your answer' }).fill('It is not')
    await userEvent.keyboard('{Enter}')
    await page.getByRole('button', { name: 'Resolve' }).first().click()
    await expect.element(panel).toHaveTextContent('resolved')
    await button('Preview photo.jpg').click()
    await button('Draw').click()
    expect(await axeFindings()).toEqual([])
    await button('Export or import').click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })
})

it('asks for no time where nothing has one', async () => {
  await openReview({
    ...PHOTO,
    files: files([
      ['Summer/a.jpg', 8],
      ['Summer/b.zip', 8],
    ]),
  })
  await expect.element(panel.getByRole('textbox', { name: 'New note' })).toBeVisible()
  await expect.element(panel.getByLabelText('At this time')).not.toBeInTheDocument()
})

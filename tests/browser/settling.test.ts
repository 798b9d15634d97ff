import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { NoteRooms } from '../../src/notes/noteRooms.ts'
import { IndexedNotes } from '../../src/home/library/indexedNotes.ts'
import { Versions } from '../../src/home/library/siteDatabase.ts'
import type { ShareSnapshot } from '../../src/swarm/snapshot.ts'
import { openPage, openPageWith } from './support/openPage.ts'
import { RecordingEngine } from './support/recordingEngine.ts'
import { file, files, HASH, history, peer, pieces, share } from './support/shares.ts'

/** What a person opened, focused or typed into stays so while the page settles around it. */

beforeAll(() => page.viewport(1280, 900))

const at = (one: ShareSnapshot) => openPage({ shares: [one], fragment: one.infoHash ?? `share-${one.id}` })
const named = (summary: string | RegExp) => page.getByText(summary, { exact: true })
const isOpen = (summary: string | RegExp) => named(summary).element().closest('details')?.open

/** A share of one's own from the moment that its link appears, through all that can become of it. */
const MINE: readonly ShareSnapshot[] = [
  share({ situation: { kind: 'tracker-connecting' } }),
  share({ situation: { kind: 'tracker-unreachable', retryInSeconds: 4 } }),
  share({ situation: { kind: 'alone' } }),
  share({ situation: { kind: 'moving', peers: 1 }, peers: [peer({ progress: 0.2 })] }),
  share({ situation: { kind: 'moving', peers: 1 }, peers: [peer()], history: history(0, 1_000_000) }),
  share({ state: 'paused', situation: { kind: 'idle' } }),
  share({ state: 'asleep', situation: { kind: 'idle' } }),
  share({ state: 'asleep', wakeable: true, situation: { kind: 'idle' } }),
  share({ origins: [{ host: 'example.org', got: 1, why: { code: 'origin-silent' } }] }),
]

const TWO = files([
  ['Summer/one.txt', 1000, 0],
  ['Summer/two.bin', 9000, 0],
])

/** A share of somebody else's. */
const THEIRS: readonly ShareSnapshot[] = [
  share({ mine: false, state: 'fetching', files: [], size: 0, progress: 0, pieces: null }),
  share({ mine: false, state: 'ready', files: TWO, progress: 0, swarm: { seeds: 2, leechers: 1 } }),
  share({ mine: false, state: 'waiting', files: TWO, progress: 0, situation: { kind: 'alone' } }),
  share({
    mine: false,
    state: 'downloading',
    files: TWO.map((each) => ({ ...each, progress: 0.5 })),
    progress: 0.5,
    pieces: pieces({ count: 640, here: 0.5, inFlight: 3 }),
    peers: [peer()],
    history: history(1_000_000, 0),
    situation: { kind: 'moving', peers: 1 },
  }),
  share({ mine: false, state: 'paused', files: TWO, progress: 0.5, situation: { kind: 'idle' } }),
  share({
    mine: false,
    state: 'failed',
    files: TWO,
    progress: 0.5,
    failure: { code: 'disk-full' },
  }),
  share({ mine: false, files: TWO.map((each) => ({ ...each, progress: 1 })) }),
]

describe('what is open stays open, with all that was typed into it', () => {
  it('on the page of one’s own files', async () => {
    const { engine } = await at(share())
    const address = page.getByRole('textbox', { name: /Its address on a web server/ })
    const limit = page.getByLabelText('Stop sending after')
    const opened = ['More', 'With a copy on a web server', 'Details', /Limits of this share/]
    for (const summary of opened) await named(summary).click()
    await limit.fill('3')
    await address.fill('https://example.org/f')
    for (const state of MINE) {
      engine.show(engine.shares().map(({ limits }) => ({ ...state, limits })))
      await expect.element(page.getByRole('article')).toHaveAttribute('data-state', state.state)
      await expect.element(address).toHaveFocus()
      await userEvent.keyboard('.')
      for (const summary of opened) expect(isOpen(summary), `${summary} while ${state.state}`).toBe(true)
    }
    await expect.element(address).toHaveValue(`https://example.org/f${'.'.repeat(MINE.length)}`)
    await expect.element(limit).toHaveValue(3)
  })

  it('on the page of somebody else’s', async () => {
    const [fetching, ready, ...later] = THEIRS
    if (!fetching || !ready) return expect.fail('There are two states at least.')
    const { engine } = await at(fetching)
    for (const summary of ['More', 'For other programs', 'Details']) await named(summary).click()
    engine.show([ready])
    for (const [step, state] of later.entries()) {
      engine.show([state])
      await expect.element(page.getByRole('article')).toHaveAttribute('data-state', state.state)
      if (step === 0) await named('Limits of this share').click()
      for (const summary of ['More', 'For other programs', 'Details', 'Limits of this share'])
        expect(isOpen(summary), `${summary} while ${state.state}`).toBe(true)
    }
  })

  it('although the files turn out to be one’s own', async () => {
    const { engine } = await at(share({ mine: false }))
    await named('More').click()
    await named('Details').click()
    engine.show([share({ mine: true })])
    await expect.element(named('With a copy on a web server')).toBeVisible()
    expect(isOpen('Details')).toBe(true)
  })

  it('in a row of Home, and in the field above', async () => {
    const rows = THEIRS.map((each) => ({ ...each, id: 'row' }))
    const { engine } = await openPage({ shares: rows.slice(0, 1) })
    await named('Link').click()
    const field = page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
    await field.fill('magnet:?xt')
    for (const state of rows) {
      engine.show([share({ id: `other ${state.state}` }), state])
      const row = page.getByRole('article').last()
      await expect.element(row).toHaveAttribute('data-state', state.state)
      expect(row.element().querySelector('details')?.open, state.state).toBe(true)
      await expect.element(field).toHaveFocus()
      await expect.element(field).toHaveValue('magnet:?xt')
    }
  })
})

describe('the focus stays', () => {
  it('on what is done next, in every state', async () => {
    const [, ready, ...later] = THEIRS
    if (!ready) return expect.fail('There are two states at least.')
    const { engine } = await at(ready)
    const act = page.getByRole('button', { name: 'Download' }).element()
    let go = (): void => undefined
    const download = vi.spyOn(engine, 'download').mockReturnValue(new Promise((resolve) => (go = resolve)))
    act.focus()
    await userEvent.keyboard('{Enter}{Enter}')
    expect(download).toHaveBeenCalledOnce()
    expect(document.activeElement).toBe(act)
    go()
    for (const state of later) {
      engine.show([state])
      await expect.element(page.getByRole('article')).toHaveAttribute('data-state', state.state)
      expect(document.activeElement, state.state).toBe(act)
    }
  })

  it('in a dialog, while all below it changes', async () => {
    const [, ready, ...later] = THEIRS
    if (!ready) return expect.fail('There are two states at least.')
    const { engine } = await at(ready)
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    page.getByRole('button', { name: 'Cancel' }).element().focus()
    for (const state of later) {
      engine.show([state])
      await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    }
  })
})

describe('what stands below stays in its place', () => {
  const topOf = (part: string) =>
    document.querySelector(`article ${part}`)?.getBoundingClientRect().top ?? Number.NaN
  /** Remembers where these are, and answers how to see whether they still are there; parts of a pixel are none. */
  const steady = (...parts: readonly string[]) => {
    const before = parts.map(topOf)
    return () => {
      for (const [at, part] of parts.entries())
        expect(Math.abs(topOf(part) - (before[at] ?? Number.NaN)), `${part} moved`).toBeLessThan(1)
    }
  }

  it('as the link comes', async () => {
    const mine = { id: 'new', copy: 0, files: TWO.map((each) => ({ ...each, progress: 1 })) }
    const hashing = share({ ...mine, infoHash: null, state: 'hashing', progress: 0.2, getRate: 1000 })
    const { engine } = await at(hashing)
    await expect.element(page.getByLabelText('Name', { exact: true })).toBeVisible()
    const stayed = steady('.what', '.links', '.side .actions', '.side > .rest')
    // It has its hash a moment before it can be fetched.
    for (const next of [share({ ...mine, state: 'hashing', getRate: 1000 }), share(mine)]) {
      engine.show([next])
      await expect.element(page.getByRole('article')).toHaveAttribute('data-state', next.state)
      await expect.element(page.getByLabelText('Share link')).toBeVisible()
      stayed()
    }
  })

  it('as all of it has come', async () => {
    const theirs = THEIRS.filter(({ state }) => state === 'downloading' || state === 'seeding')
    const [downloading, here] = theirs
    if (!downloading || !here) return expect.fail('Both states are told.')
    const { engine } = await at(downloading)
    await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    const stayed = steady('.what', '.title .actions', '.links', '.side > .rest')
    engine.show([here])
    await expect.element(page.getByText('Done', { exact: false }).first()).toBeVisible()
    stayed()
  })
})

it('a name is taken as it is typed: the files may be ready before it is finished', async () => {
  const hashing = share({ id: 'new', infoHash: null, state: 'hashing', progress: 0.2 })
  const { engine } = await at(hashing)
  const field = page.getByLabelText('Name', { exact: true })
  await field.click()
  await userEvent.keyboard('{End}s and ')
  engine.show([{ ...hashing, progress: 0.9, name: 'cleaned' }])
  await userEvent.keyboard('more')
  await expect.element(field).toHaveValue('The lake at dawn.mp4s and more')
  expect(engine.asked('rename').at(-1)).toEqual(['new', 'The lake at dawn.mp4s and more'])
  // A share has a name.
  await field.clear()
  await userEvent.tab()
  expect(engine.asked('rename').at(-1)).toEqual(['new', 'The lake at dawn.mp4s and more'])
  await expect.element(field).toHaveValue('cleaned')
})

it('the page stays scrolled where it is when the notes come', async () => {
  const many = share({
    files: [file({ path: ['photo.jpg'], size: 1000 }), ...Array.from({ length: 40 }, (_, at) => more(at))],
  })
  let bringNotes = async (): Promise<void> => undefined
  const opened = await openPageWith((_handlers, _member, noting) => {
    bringNotes = async () => {
      const notes = await noting
      const rooms = await NoteRooms.open(
        notes.profile,
        await IndexedNotes.open(new Versions(() => undefined)),
      )
      onTestFinished(() => rooms.close())
      notes.use(rooms)
    }
    return Promise.resolve(new RecordingEngine([many]))
  }, HASH)
  await opened.engine.get()
  opened.looking.open('s1', 0)
  await expect.element(page.getByRole('img', { name: 'photo.jpg' })).toBeVisible()
  window.scrollTo(0, document.documentElement.scrollHeight)
  await bringNotes()
  await expect.element(page.getByRole('region', { name: 'Notes' })).toBeInTheDocument()
  expect(document.querySelector('.stage')?.getBoundingClientRect().bottom).toBeLessThan(0)
})

function more(index: number) {
  return file({ index: index + 1, path: [`other ${index}.bin`], size: 1000 })
}

describe('a press counts for what it began on', () => {
  const COPY = 'With a copy on a web server'
  const why = { code: 'origin-by-http' } as const

  it('although it moves away from under the pointer', async () => {
    const { engine } = await at(share())
    await named('More').click()
    const summary = named(COPY)
    // Chromium keeps what is in sight in its place when something above the window grows.
    document.body.style.overflowAnchor = 'none'
    onTestFinished(() => void document.body.style.removeProperty('overflow-anchor'))
    summary.element().scrollIntoView({ block: 'center' })
    const before = summary.element().getBoundingClientRect()
    await mouse('mousePressed', middleOf(before))
    const origins = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((host) => ({
      host: `${host}.example.org`,
      got: 0,
      why,
    }))
    engine.show([share({ origins })])
    await expect.poll(() => summary.element().getBoundingClientRect().top).toBeGreaterThan(before.bottom)
    await mouse('mouseReleased', middleOf(before))
    await expect.poll(() => isOpen(COPY)).toBe(true)
  })

  it('and not when the pointer leaves it by itself', async () => {
    await at(share())
    await named('More').click()
    named(COPY).element().scrollIntoView({ block: 'center' })
    const { x, y } = named(COPY).element().getBoundingClientRect()
    await mouse('mousePressed', { x: x + 40, y: y + 2 })
    await mouse('mouseReleased', { x: x + 40, y: y - 3 })
    // A press somewhere else is through after the one before it.
    await named('Details').click()
    expect(isOpen('Details')).toBe(true)
    expect(isOpen(COPY)).toBe(false)
  })

  it('once, where nothing moves', async () => {
    const { engine } = await at(share())
    await named('More').click()
    const pause = middleOf(page.getByRole('button', { name: 'Pause' }).element().getBoundingClientRect())
    await mouse('mousePressed', pause)
    await mouse('mouseReleased', pause)
    await named('Details').click()
    expect(engine.asked('pause')).toEqual([['s1']])
  })
})

interface Point {
  readonly x: number
  readonly y: number
}

function middleOf({ x, y, width, height }: DOMRect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Presses the mouse, or lets go of it, somewhere on the page. */
async function mouse(type: 'mousePressed' | 'mouseReleased', at: Point): Promise<void> {
  // The frame of the test is scaled down into the browser's window.
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0, width: window.innerWidth }
  const scale = frame.width / window.innerWidth
  const [x, y] = [frame.x + at.x * scale, frame.y + at.y * scale]
  await cdp().send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
}

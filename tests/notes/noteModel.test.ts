import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packDrawing } from '../../src/core/drawing/packDrawing.ts'
import { MAX_TEXT, noteEntry, resolveEntry, type NoteContent } from '../../src/notes/noteModel.ts'
import { NoteReader, notesOf } from '../../src/notes/noteReader.ts'
import { portionsOf } from '../../src/notes/portions.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { arbitraryDrawing } from '../support/arbitraryDrawing.ts'
import { identify } from './mesh.ts'

/** Whoever keeps these. */
const kept = () => Promise.resolve()
const PLAIN: NoteContent = {
  text: 'Hello',
  file: 0,
  at: 1000,
  until: null,
  page: null,
  drawing: null,
  by: null,
  answers: null,
}

/** What is read of entries that somebody wrote. */
async function readBack(...entries: readonly (readonly [string, unknown])[]) {
  const replica = new NoteReplica()
  await replica.write(await identify(null), new Map(entries), kept)
  return notesOf(replica)
}

function nextClock(replica: NoteReplica, ref: string): number {
  const reader = new NoteReader()
  const work = reader.read(replica)
  while (!work.next().done);
  return reader.nextClock(ref)
}

describe('whether a note is settled', () => {
  test('is for everybody to say again, whatever clock somebody made up', async () => {
    const replica = new NoteReplica()
    const [ann, hostile] = [await identify(null), await identify(null)]
    await replica.write(ann, new Map([noteEntry('a', PLAIN, 5, null)]), kept)
    const [note] = notesOf(replica)
    const ref = note?.ref ?? ''
    await replica.write(hostile, new Map([[`r:${ref}`, { v: true, k: 2 ** 40 }]]), kept)
    expect(notesOf(replica)[0]?.resolved).toBe(false)
    for (const resolved of [true, false, true]) {
      await replica.write(ann, new Map([resolveEntry(ref, resolved, nextClock(replica, ref))]), kept)
      await replica.write(hostile, new Map([[`r:${ref}`, { v: !resolved, k: 2 ** 40 }]]), kept)
      expect(notesOf(replica)[0]?.resolved).toBe(resolved)
    }
  })
})

describe('what a note holds', () => {
  test('comes back as it was: drawings, pages, who said it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(arbitraryDrawing()),
        fc.option(fc.integer({ min: 1, max: 500 })),
        fc.constantFrom(null, 'Ann'),
        async (drawing, page, by) => {
          const content = { ...PLAIN, drawing, page, by }
          expect(await readBack(noteEntry('a', content, 5, null))).toMatchObject([content])
        },
      ),
      { numRuns: 20 },
    )
  })

  test('may be a drawing alone, but not nothing', async () => {
    const drawing = [
      {
        tool: 'box' as const,
        ink: 2,
        points: [
          { x: 0, y: 0 },
          { x: 9, y: 9 },
        ],
      },
    ]
    expect(await readBack(noteEntry('a', { ...PLAIN, text: '', drawing }, 5, null))).toHaveLength(1)
    expect(await readBack(noteEntry('a', { ...PLAIN, text: '' }, 5, null))).toEqual([])
  })

  const good = packDrawing([{ tool: 'pen', ink: 0, points: [{ x: 1, y: 2 }] }])
  test.each([
    ['no bytes', { d: 'M0 0' }],
    ['too many strokes', { d: new Uint8Array([1, ...Array<number[]>(101).fill([0, 1, 1, 1]).flat()]) }],
    ['an ink that is none', { d: new Uint8Array([1, 4 * 9, 1, 1, 1]) }],
    ['an end cut off', { d: good.slice(0, -1) }],
    ['page nought', { p: 0 }],
    ['half a page', { p: 1.5 }],
    ['a speaker without a name', { b: 7 }],
  ])('of a stranger is left out for %s', async (_, wrong) => {
    expect(await readBack(['n:a', { t: 'Hello', m: 5, d: good }])).toHaveLength(1)
    expect(await readBack(['n:a', { t: 'Hello', m: 5, d: good, ...wrong }])).toEqual([])
  })
})

test('many notes are written in changes that are not too large, none left out', async () => {
  const drawing = Array.from({ length: 10 }, () => ({
    tool: 'pen' as const,
    ink: 0,
    points: Array.from({ length: 400 }, (_, at) => ({
      x: at % 2 === 0 ? 0 : 16_383,
      y: at % 2 === 0 ? 16_383 : 0,
    })),
  }))
  const large = { ...PLAIN, text: '€'.repeat(MAX_TEXT), drawing }
  const contents = [...Array<NoteContent>(70).fill(PLAIN), ...Array<NoteContent>(5).fill(large), PLAIN]
  const portions = portionsOf(contents)
  expect(portions.flat()).toEqual(contents)
  const replica = new NoteReplica()
  const identity = await identify(null)
  for (const [at, portion] of portions.entries()) {
    const entries = portion.map((content, each) => noteEntry(`${at}x${each}`, content, 5, null))
    // Rejects what is too large to be signed.
    await replica.write(identity, new Map(entries), kept)
  }
  expect(notesOf(replica)).toHaveLength(contents.length)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { AuthorDocument } from '../../src/notes/authorDocument.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { cutUpdate, scanUpdate } from '../../src/notes/scanUpdate.ts'

const plain = { noNullPrototype: true }
const value = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 40 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.record({ d: fc.uint8Array({ maxLength: 40 }) }, plain),
  fc.record({ t: fc.string(), m: fc.nat(), r: fc.constantFrom('one', 'two') }, plain),
  fc.record(
    { a: fc.array(fc.nat(), { maxLength: 10 }), b: fc.record({ c: fc.constant(null) }, plain) },
    plain,
  ),
)
const writing = fc.array(fc.tuple(fc.constantFrom('p', 'n:a', 'n:b', 'n:c', 'r:x'), value), { maxLength: 40 })

/** A document after some writing, and all that was said of it on the way. */
function written(history: readonly (readonly [string, unknown])[]) {
  const document = new AuthorDocument()
  const updates = history.flatMap((entry) => document.write(new Map([entry])) ?? [])
  return { document, updates }
}

const entriesOf = (document: AuthorDocument) => new Map(document.entries())

describe('an update that an author writes', () => {
  test('is taken, in changes and as a base, and says the same in either way', () => {
    fc.assert(
      fc.property(writing, fc.integer({ min: 1, max: 5 }), (history, portion) => {
        const { document, updates } = written(history)
        const [whole, cut, step] = [new AuthorDocument(), new Y.Doc(), new AuthorDocument()]
        for (const update of updates) expect(step.apply(update, 'change')).toBe('applied')
        expect(entriesOf(step)).toEqual(entriesOf(document))
        if (updates.length === 0) return
        const base = document.state()
        expect(whole.apply(base, 'base')).toBe('applied')
        expect(entriesOf(whole)).toEqual(entriesOf(document))
        const scan = scanUpdate(base, 'base', 0)
        if (typeof scan === 'string') return expect.fail(scan)
        for (const part of cutUpdate(base, scan, portion)) Y.applyUpdate(cut, part)
        expect(Y.encodeStateAsUpdate(cut)).toEqual(base)
      }),
      { numRuns: 300 },
    )
  })

  test('is told of before it is applied: what it adds, and to what it answers', () => {
    const document = new AuthorDocument()
    const answer = { t: 'x', m: 1, r: 'one' }
    const update = document.write(
      new Map<string, unknown>([
        ['n:a', answer],
        ['n:b', answer],
        ['n:c', { t: 'x', m: 1 }],
      ]),
    )
    expect(scanUpdate(update ?? new Uint8Array(), 'change', 0)).toMatchObject({
      added: 3,
      answers: new Map([['one', 2]]),
    })
    // An edit adds nothing.
    const edit = document.write(new Map([['n:a', { ...answer, t: 'y' }]]))
    expect(scanUpdate(edit ?? new Uint8Array(), 'change', 3)).toMatchObject({ added: 0, answers: new Map() })
  })
})

describe('an update that somebody made up', () => {
  test('changes nothing, or is one that Yjs takes as a whole', () => {
    const mutation = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(writing, fc.array(mutation, { minLength: 1, maxLength: 4 }), (history, mutations) => {
        const { document, updates } = written(history)
        if (updates.length === 0) return
        const base = document.state().slice()
        for (const [at, byte] of mutations) base[at % base.length] = byte
        const [ours, theirs] = [new AuthorDocument(), new Y.Doc()]
        if (ours.apply(base, 'base') !== 'applied') {
          expect([...ours.entries()]).toEqual([])
          return
        }
        Y.applyUpdate(theirs, base)
        expect(theirs.store.pendingStructs).toBeNull()
        expect([...theirs.share.keys()]).toEqual(['e'].filter(() => theirs.share.size > 0))
        const plain = new Map(theirs.getMap('e').entries())
        for (const [key, said] of plain) if (said === undefined) plain.delete(key)
        expect(entriesOf(ours)).toEqual(plain)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['an endless number of structs', [1, 255, 255, 255, 255, 127, 1, 0]],
    ['an endless number of deletions', [0, 1, 1, 255, 255, 255, 255, 127]],
    ['a number without an end', [1, ...Array<number>(40).fill(255)]],
    ['two clients', [2, 0, 1, 0, 0, 2, 0, 0]],
    ['nothing at all', [0, 0]],
    ['nothing that is deleted', [1, 1, 1, 0, 0, 0, 0]],
  ])('of %s is refused for what it claims', (_, bytes) => {
    expect(scanUpdate(Uint8Array.from(bytes), 'change', 0)).toBe('illegal')
  })

  test('has no entry of more values than any note', () => {
    const flood = (count: number) =>
      new AuthorDocument().write(new Map([['n:a', Array<null>(count).fill(null)]])) ?? new Uint8Array()
    expect(new AuthorDocument().apply(flood(60), 'change')).toBe('applied')
    expect(new AuthorDocument().apply(flood(70), 'change')).toBe('illegal')
  })
})

test('a base is applied in portions, between which everything else has its turn', async () => {
  const author = new AuthorDocument()
  author.write(new Map(Array.from({ length: 4000 }, (_, at) => [`n:${at}`, { t: 'x', m: at }])))
  let [now, turns] = [0, 0]
  // A clock by which any step takes as long as a portion may.
  const pauses = new Pauses(
    () => (now += 20),
    () => {
      turns++
      return Promise.resolve()
    },
  )
  const made = await AuthorDocument.of(author.state(), pauses)
  if (typeof made === 'string') return expect.fail(made)
  expect(made.size).toBe(4000)
  expect(turns).toBeGreaterThanOrEqual(10)
})

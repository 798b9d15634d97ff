import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { MAX_AUTHORS, serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { makeAuthor, signEnvelope } from '../../src/notes/signing.ts'
import { Mesh, type Fate, type Page } from './mesh.ts'

const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    page: fc.nat(4),
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('join' as const), page: fc.nat(4), other: fc.nat(4) }),
  fc.record({ kind: fc.constant('leave' as const), page: fc.nat(4), other: fc.nat(4) }),
  fc.record({
    kind: fc.constant('run' as const),
    fates: fc.array(fc.constantFrom<Fate>('deliver', 'deliver', 'drop', 'duplicate', 'delay'), {
      maxLength: 12,
    }),
  }),
  fc.record({ kind: fc.constant('tick' as const), page: fc.nat(4) }),
)

describe('every page ends with the same notes', () => {
  test('whatever the network did', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 50 }), fc.integer(), async (history, seed) => {
        const mesh = new Mesh(seededRandom(seed))
        for (let count = 0; count < 5; count++) await mesh.add()
        const at = (index: number): Page => mesh.pages[index] ?? expect.fail('There are five pages.')
        const written = new Map<Page, Map<string, string>>(mesh.pages.map((page) => [page, new Map()]))
        for (const act of history) {
          if (act.kind === 'write') {
            await at(act.page).write(act.key, act.value)
            if (act.value === undefined) written.get(at(act.page))?.delete(act.key)
            else written.get(at(act.page))?.set(act.key, act.value)
          } else if (act.kind === 'join') mesh.connect(at(act.page), at(act.other))
          else if (act.kind === 'leave') mesh.disconnect(at(act.page), at(act.other))
          else if (act.kind === 'tick') at(act.page).gossip.tick()
          else {
            const fates = act.fates.values()
            await mesh.step(act.fates.length, () => fates.next().value ?? 'deliver')
          }
        }
        // In the end a chain of all pages is whole.
        for (let page = 1; page < 5; page++) mesh.connect(at(page - 1), at(page))
        await mesh.heal()
        for (const page of mesh.pages) {
          expect(page.content()).toEqual(at(0).content())
          expect(page.dropped).toEqual([])
        }
        for (const [page, entries] of written) {
          const log = at(4).replica.logs.get(page.identity.author)
          expect(new Map(log?.document.entries() ?? [])).toEqual(entries)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('one who comes when the authors have gone gets everything', async () => {
    const { mesh, pages } = await chain(3)
    const [a, b, c] = pages
    await a.write('note', 'of one who leaves')
    await mesh.settle()
    mesh.disconnect(a, b)
    const late = await mesh.add()
    mesh.connect(late, c)
    await mesh.settle()
    expect(late.content()).toEqual(a.content())
  })

  test('a thousand edits of one note do not weigh a thousand', { timeout: 30_000 }, async () => {
    const { mesh, pages } = await chain(2)
    const [a, b] = pages
    for (let edit = 0; edit < 1000; edit++) await a.write('note', `edit ${edit} `.repeat(5))
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
    expect(b.replica.logs.get(a.identity.author)?.bytes).toBeLessThan(40_000)
  })
})

describe('who harms, harms only themselves', () => {
  test('junk costs the connection', async () => {
    const { mesh, pages } = await chain(3)
    const [a, b, c] = pages
    await raw(a, b, new Uint8Array([9, 1, 2]))
    expect(b.dropped).toEqual(['no-message'])
    await c.write('note', 'still here')
    await mesh.settle()
    expect(b.content()).toEqual(c.content())
  })

  test('a forged signature costs the connection', async () => {
    const { mesh, pages } = await chain(2)
    const [a, b] = pages
    const [envelope] = await a.say('note', 'mine')
    if (!envelope) return expect.fail('Writing makes an envelope.')
    const bytes = envelope.bytes.slice()
    bytes[80] = (bytes[80] ?? 0) ^ 1
    await raw(a, b, serialiseNoteMessage({ kind: 'envelope', envelope: { ...envelope, bytes } }))
    await mesh.settle()
    expect(b.dropped).toEqual(['forged'])
    expect(b.content()).toEqual([])
  })

  test('one who says two things at once is believed by nobody, on either side of a split', async () => {
    const { mesh, pages } = await chain(4)
    const [a, b, c, d] = pages
    mesh.disconnect(b, c)
    const [liar] = [await mesh.add()]
    const content = { kind: 'change', seq: 1, previous: new Uint8Array(32) } as const
    const updates = await Promise.all(
      ['left', 'right'].map(async (text) => {
        const other = await mesh.add()
        const [said] = await other.say('note', text)
        return said?.update ?? expect.fail('Writing makes an envelope.')
      }),
    )
    for (const [index, update] of updates.entries()) {
      const to = index === 0 ? a : d
      mesh.connect(liar, to)
      await mesh.settle()
      const envelope = await signEnvelope(liar.identity, { ...content, update })
      await raw(liar, to, serialiseNoteMessage({ kind: 'envelope', envelope }))
      await mesh.settle()
      mesh.disconnect(liar, to)
    }
    await a.write('note', 'honest')
    expect(b.content()).not.toEqual(c.content())
    mesh.connect(b, c)
    await mesh.heal()
    for (const page of [a, b, c, d]) {
      expect(page.replica.forks.has(liar.identity.author)).toBe(true)
      expect(page.content()).toEqual(a.content())
      expect(page.dropped).toEqual([])
    }
    expect(a.replica.logs.size).toBe(1)
  })

  test('a gap without end costs the connection, and little room', async () => {
    const { pages } = await chain(2)
    const [a, b] = pages
    const [first] = await a.say('note', 'x')
    if (!first) return expect.fail('Writing makes an envelope.')
    for (let seq = 10; seq < 60 && b.dropped.length === 0; seq++) {
      const previous = new Uint8Array(32).fill(1)
      const envelope = await signEnvelope(a.identity, { ...first, seq, previous })
      await raw(a, b, serialiseNoteMessage({ kind: 'envelope', envelope }))
    }
    expect(b.dropped).toEqual(['leaves-too-much-out'])
  })

  test('repeating without end costs the connection', async () => {
    const { mesh, pages } = await chain(2)
    const [a, b] = pages
    await a.write('note', 'once')
    await mesh.settle()
    const envelope = a.replica.logs.get(a.identity.author)?.at(1)
    if (!envelope) return expect.fail('Writing makes an envelope.')
    const message = serialiseNoteMessage({ kind: 'envelope', envelope })
    for (let count = 0; count < 5000; count++) await raw(a, b, message)
    expect(b.dropped).toEqual(['repeats-without-end'])
  })

  test('an update that reaches beyond its author’s own entries is refused', async () => {
    const { pages } = await chain(2)
    const [a, b] = pages
    const Y = await import('yjs')
    const doc = new Y.Doc()
    doc.clientID = 1
    doc.getMap('other').set('a', 1)
    const elsewhere = Y.encodeStateAsUpdate(doc)
    const foreign = new Y.Doc()
    foreign.clientID = 2
    foreign.getMap('e').set('a', 1)
    const nested = new Y.Doc()
    nested.clientID = 1
    nested.getMap('e').set('a', new Y.Map())
    const updates = [
      elsewhere,
      Y.encodeStateAsUpdate(foreign),
      Y.encodeStateAsUpdate(nested),
      new Uint8Array(9),
    ]
    for (const update of updates) {
      const envelope = await signEnvelope(a.identity, {
        kind: 'change',
        seq: 1,
        previous: new Uint8Array(32),
        update,
      })
      expect(b.replica.accept(envelope, null)).toBe('illegal')
    }
    expect(b.content()).toEqual([])
  })

  test('no share carries more authors than it may, and none of them is to blame', async () => {
    const { pages } = await chain(2)
    const [a, b] = pages
    const [first] = await a.say('note', 'x')
    if (!first) return expect.fail('Writing makes an envelope.')
    for (let count = 0; count < MAX_AUTHORS + 5; count++) {
      const envelope = await signEnvelope({ ...a.identity, ...(await makeAuthor()) }, first)
      await raw(a, b, serialiseNoteMessage({ kind: 'envelope', envelope }))
    }
    expect(b.replica.logs.size).toBe(MAX_AUTHORS)
    expect(b.dropped).toEqual([])
  })
})

/** Pages of which each knows the one before and the one after. */
async function chain(count: number): Promise<{ mesh: Mesh; pages: [Page, Page, Page, Page] }> {
  const mesh = new Mesh(seededRandom(1))
  for (let index = 0; index < count; index++) await mesh.add()
  for (let index = 1; index < count; index++) {
    const [a, b] = [mesh.pages[index - 1], mesh.pages[index]]
    if (a && b) mesh.connect(a, b)
  }
  await mesh.settle()
  return { mesh, pages: mesh.pages as [Page, Page, Page, Page] }
}

/** Sends what the page's own code never would. */
async function raw(from: Page, to: Page, message: Uint8Array<ArrayBuffer>): Promise<void> {
  const back = to.peers.get(from)
  if (back) await to.receive(back, message)
}

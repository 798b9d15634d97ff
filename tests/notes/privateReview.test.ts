import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { reviewToken, type ReviewToken } from '../../src/core/reviewToken.ts'
import { deriveReview, makeReview } from '../../src/notes/reviewKeys.ts'
import { signEnvelope } from '../../src/notes/signing.ts'
import { parseNoteMessage, serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { Mesh, SHARE, type Page } from './mesh.ts'

const SECRET = reviewToken(new Uint8Array(32).fill(7), 'write')

const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    page: fc.nat(5),
    key: fc.constantFrom('a', 'b', 'c'),
    length: fc.constantFrom(0, 10, 3000),
  }),
  fc.record({ kind: fc.constant('join' as const), page: fc.nat(5), other: fc.nat(5) }),
  fc.record({ kind: fc.constant('leave' as const), page: fc.nat(5), other: fc.nat(5) }),
  fc.record({ kind: fc.constant('run' as const), count: fc.nat(30) }),
  fc.record({ kind: fc.constant('tick' as const), page: fc.nat(5) }),
)

describe('a private review', () => {
  test(
    'is the same for all who have its secret, whatever the network did',
    { timeout: 120_000 },
    async () => {
      const { read } = await deriveReview(SHARE, SECRET)
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer(), async (history, seed) => {
          const mesh = new Mesh(seededRandom(seed))
          // Three who write, one who reads along, one with another secret and one with none.
          const others: (ReviewToken | null)[] = [read, makeReview(), null]
          for (const token of [SECRET, SECRET, SECRET, ...others]) await mesh.add(token)
          const at = (index: number): Page => mesh.pages[index] ?? expect.fail('There are six pages.')
          const written = new Map(mesh.pages.map((page) => [page, new Map<string, string>()]))
          let edits = 0
          for (const act of history) {
            if (act.kind === 'write') {
              // Who reads along says nothing; their own tries are another test.
              if (at(act.page) === at(3)) continue
              const value = act.length === 0 ? undefined : `${edits++}`.padEnd(act.length, 'x')
              await at(act.page).write(act.key, value)
              if (value === undefined) written.get(at(act.page))?.delete(act.key)
              else written.get(at(act.page))?.set(act.key, value)
            } else if (act.kind === 'join') mesh.connect(at(act.page), at(act.other))
            else if (act.kind === 'leave') mesh.disconnect(at(act.page), at(act.other))
            else if (act.kind === 'tick') at(act.page).gossip.tick()
            else await mesh.step(act.count, () => 'deliver')
          }
          // Through the one who reads along alone, the writers hear of each other.
          for (const page of [0, 1, 2]) mesh.connect(at(page), at(3))
          for (const page of [4, 5]) mesh.connect(at(page), at(0))
          await mesh.heal()
          for (const page of [0, 1, 2, 3]) expect(at(page).content()).toEqual(at(0).content())
          for (const [page, entries] of [...written].slice(0, 3)) {
            const log = at(3).replica.logs.get(page.identity.author)
            expect(new Map(log?.document.entries() ?? [])).toEqual(entries)
          }
          for (const page of [4, 5]) {
            const authors = [...at(page).replica.logs.keys()]
            expect(authors.filter((author) => author !== at(page).identity.author)).toEqual([])
          }
          for (const { dropped } of mesh.pages) expect(dropped).toEqual([])
        }),
        { numRuns: 25 },
      )
    },
  )

  test('is noise to everybody else', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET, null])
    const [a, b, outsider] = pages
    mesh.connect(a, outsider)
    mesh.connect(b, outsider)
    const author = a.identity.author
    await a.write('note', 'what nobody else may know')
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
    const heard = Buffer.concat(outsider.overheard)
    expect(heard.includes('what nobody else may know')).toBe(false)
    expect(heard.includes(Buffer.from(author, 'hex'))).toBe(false)
    expect(outsider.content()).toEqual([])
  })

  test('takes nothing from one who may only read, and lets them pass on what others wrote', async () => {
    const { read } = await deriveReview(SHARE, SECRET)
    const { mesh, pages } = await meshOf([SECRET, read, SECRET])
    const [a, reader, c] = pages
    mesh.connect(reader, c)
    await a.write('note', 'of one who may')
    await mesh.settle()
    expect(c.content()).toEqual(a.content())
    expect(reader.content()).toEqual(a.content())

    await reader.write('note', 'of one who may not')
    await mesh.settle()
    for (const page of [a, c]) {
      expect(page.dropped).toEqual(['It forges signatures.'])
      expect(page.replica.logs.has(reader.identity.author)).toBe(false)
    }
  })

  test('takes no certificate for another author, or from another share', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET])
    const [a, b] = pages
    const { read } = await deriveReview(SHARE, SECRET)
    const thief = await mesh.add(read)
    await b.write('note', 'x')
    await mesh.settle()
    const [envelope] = a.replica.logs.get(b.identity.author)?.after(0) ?? []
    if (!envelope) return expect.fail('The note has come.')
    const stolen = { ...thief.identity, certificate: envelope.certificate }
    mesh.connect(thief, a)
    await mesh.settle()
    thief.gossip.publish(await signEnvelope(stolen, envelope))
    await mesh.settle()
    expect(a.dropped).toEqual(['It forges signatures.'])
    expect([...a.replica.logs.keys()]).toEqual([b.identity.author])

    const elsewhere = await deriveReview('f'.repeat(40) as typeof SHARE, SECRET)
    const here = await deriveReview(SHARE, SECRET)
    expect(elsewhere.read).not.toBe(here.read)
    expect(elsewhere.name).not.toBe(here.name)
  })

  test('drops one who says again what another said', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET])
    const [a, b] = pages
    await a.write('note', 'once')
    await mesh.settle()
    const said = b.overheard.at(-1)
    const back = b.peers.get(a)
    if (!said || !back) return expect.fail('Something came.')
    await b.receive(back, said)
    await mesh.settle()
    expect(b.dropped).toEqual(['It says what it cannot have sealed.'])
  })

  test('is not opened by an echo', async () => {
    const { mesh, pages } = await meshOf([SECRET])
    const [a] = pages
    const echo = await mesh.add()
    mesh.connect(a, echo)
    await a.write('note', 'x')
    for (let round = 0; round < 4; round++) {
      await mesh.settle()
      const back = a.peers.get(echo)
      for (const message of echo.overheard.splice(0)) if (back) await a.receive(back, message)
    }
    expect(echo.overheard.filter((message) => message[0] === 6)).toEqual([])
    expect(a.dropped).toEqual([])
  })

  test('envelopes of the open review mean nothing in it, and the other way round', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET])
    const [a, b] = pages
    const [open, other] = [await mesh.add(), await mesh.add()]
    mesh.connect(open, other)
    await mesh.settle()
    const [plain] = await open.say('note', 'in the open')
    const [sealed] = await a.say('note', 'in private')
    if (!plain || !sealed) return expect.fail('Writing makes envelopes.')
    a.gossip.publish(plain)
    open.gossip.publish(sealed)
    await mesh.settle()
    expect(b.dropped).toEqual(['It forges signatures.'])
    expect(other.dropped).toEqual(['It forges signatures.'])
  })

  test('every message of it that is parsed is one that was made', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const message = parseNoteMessage(bytes)
        if (message) expect(serialiseNoteMessage(message)).toEqual(bytes)
      }),
      { numRuns: 2000 },
    )
  })
})

/** The first page is connected to the second. */
async function meshOf(
  tokens: readonly (ReviewToken | null)[],
): Promise<{ mesh: Mesh; pages: [Page, Page, Page] }> {
  const mesh = new Mesh(seededRandom(1))
  for (const token of tokens) await mesh.add(token)
  const [a, b] = mesh.pages
  if (a && b) mesh.connect(a, b)
  await mesh.settle()
  return { mesh, pages: mesh.pages as [Page, Page, Page] }
}

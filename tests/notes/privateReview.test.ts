import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { reviewToken, type ReviewToken } from '../../src/core/reviewToken.ts'
import { deriveReview, makeReview } from '../../src/notes/reviewKeys.ts'
import type { GossipPeer } from '../../src/notes/gossip.ts'
import { SealedSession } from '../../src/notes/sealedSession.ts'
import { signEnvelope } from '../../src/notes/signing.ts'
import { parseNoteMessage, serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { parseSealedMessage, serialiseSealedMessage } from '../../src/wire/sealedNotes.ts'
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
      expect(page.dropped).toEqual(['forged'])
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
    expect(a.dropped).toEqual(['forged'])
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
    expect(b.dropped).toEqual(['not-sealed'])
  })

  test('says nothing to who has greeted and proved nothing: neither who writes in it nor how much', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET])
    const [a] = pages
    const outsider = await mesh.add()
    mesh.connect(a, outsider)
    await mesh.settle()
    for (let note = 0; note < 20; note++) await a.write(`n:${note}`, 'x'.repeat(1000))
    await greet(outsider, a, 9)
    await mesh.heal()
    const sealed = outsider.overheard.filter((message) => message[0] === 6)
    // A key of that one conversation, sealed, and no more.
    expect(sealed.map(({ length }) => length)).toEqual([5 + 33 + 16])
  })

  test('takes in once what is said twice at once', async () => {
    const talk = deriveReview(SHARE, SECRET).then((keys) => keys.talk)
    const [one, other] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)]
    const speaker = new SealedSession(talk, { mine: one, theirs: other })
    const listener = new SealedSession(talk, { mine: other, theirs: one })
    const said = []
    for (const text of ['a', 'b', 'c']) {
      const message = parseSealedMessage(await speaker.seal(new TextEncoder().encode(text)))
      if (message?.kind === 'sealed') said.push(message)
    }
    // All of it arrives before any of it has been unsealed.
    const heard = [...said, ...said].flatMap((message) => [message, message])
    const unsealed = await Promise.all(heard.map(({ count, content }) => listener.unseal(count, content)))
    const texts = unsealed.flatMap((bytes) => (bytes ? [new TextDecoder().decode(bytes)] : []))
    expect(texts).toEqual(['a', 'b', 'c'])
  })

  test('cannot be read later by who recorded it and got hold of the secret', async () => {
    const { mesh, pages } = await meshOf([SECRET, SECRET])
    const [a, b] = pages
    await a.write('note', 'what was said then')
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
    const talk = deriveReview(SHARE, SECRET).then((keys) => keys.talk)
    const nonceOf = (page: Page) => {
      const hello = page.overheard.map(parseSealedMessage).find((message) => message?.kind === 'hello')
      return hello?.kind === 'hello' ? hello.nonce : expect.fail('Everybody greets.')
    }
    const recorded = new SealedSession(talk, { mine: nonceOf(a), theirs: nonceOf(b) })
    const read: Uint8Array[] = []
    for (const message of b.overheard.map(parseSealedMessage)) {
      if (message?.kind !== 'sealed') continue
      const content = await recorded.unseal(message.count, message.content)
      if (content) read.push(content)
    }
    // The proof, that the other end has the review's key.
    expect(read.map(({ length }) => length)).toEqual([33])
  })

  test('is the same for an earlier version, that proves nothing and agrees on nothing', async () => {
    const { mesh, pages } = await meshOf([SECRET])
    const [a] = pages
    await a.write('note', 'for all')
    const { talk } = await deriveReview(SHARE, SECRET)
    const [mine, heard] = [new Uint8Array(16).fill(5), [] as Uint8Array[]]
    const earlier: GossipPeer = {
      id: 'peer',
      busy: false,
      send: (message) => void heard.push(message),
      drop: (why) => expect.fail(why),
    }
    a.join(earlier)
    const hello = parseSealedMessage(heard[0] ?? new Uint8Array())
    if (hello?.kind !== 'hello') return expect.fail('Everybody greets.')
    const session = new SealedSession(Promise.resolve(talk), { mine, theirs: hello.nonce })
    await a.receive(earlier, serialiseSealedMessage({ kind: 'hello', nonce: mine }))
    const have = serialiseNoteMessage({ kind: 'have', answer: false, heads: new Map() })
    await a.receive(earlier, await session.seal(have))
    await mesh.settle()
    const kinds: (string | undefined)[] = []
    for (const message of heard.map(parseSealedMessage)) {
      if (message?.kind !== 'sealed') continue
      const content = await session.unseal(message.count, message.content)
      kinds.push(content ? parseNoteMessage(content)?.kind : 'noise')
    }
    expect(kinds).toEqual(['near', 'have', 'envelope'])
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

  test('seals nothing twice by the same key and number, however often it is greeted', async () => {
    const { mesh, pages } = await meshOf([SECRET])
    const [a] = pages
    const outsider = await mesh.add()
    mesh.connect(a, outsider)
    await mesh.settle()
    const back = a.peers.get(outsider)
    const hello = serialiseSealedMessage({ kind: 'hello', nonce: new Uint8Array(16).fill(9) })
    if (!back) return expect.fail('They are connected.')
    for (let time = 0; time < 5; time++) {
      await a.write('note', `edit ${time}`)
      await a.receive(back, hello)
      await mesh.settle()
    }
    const counts = outsider.overheard.map(parseSealedMessage).filter((message) => message?.kind === 'sealed')
    expect(new Set(counts.map(({ count }) => count)).size).toBe(counts.length)
    expect(counts.length).toBeGreaterThan(0)
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
    expect(b.dropped).toEqual(['forged'])
    expect(other.dropped).toEqual(['forged'])
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

/** Greets as one does who has a review of one's own, or none. */
async function greet(from: Page, to: Page, lot: number): Promise<void> {
  const back = to.peers.get(from)
  const hello = serialiseSealedMessage({ kind: 'hello', nonce: new Uint8Array(16).fill(lot) })
  if (back) await to.receive(back, hello)
}

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

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytesOfHex } from '../../src/core/bytes.ts'
import { seededRandom } from '../../src/core/random.ts'
import { AuthorDocument, MOST_ANSWERS, MOST_ENTRIES, type Applied } from '../../src/notes/authorDocument.ts'
import { Gossip } from '../../src/notes/gossip.ts'
import { Inbox } from '../../src/notes/inbox.ts'
import { NoteReader, notesOf } from '../../src/notes/noteReader.ts'
import { PeerBudget } from '../../src/notes/peerBudget.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { signEnvelope, signPresence, type Identity } from '../../src/notes/signing.ts'
import { serialiseNoteMessage, type NoteMessage } from '../../src/wire/noteMessages.ts'
import { baseOf, shortNotes } from './hostileBase.ts'
import { identify, Mesh, type Page } from './mesh.ts'

/** Fits into one change, and little beside it. */
const LARGE = 'x'.repeat(90_000)

describe('what one may write oneself', () => {
  test('too much at once is refused with words, and all that follows is taken by everybody', async () => {
    const { mesh, a, b } = await pair()
    await a.write('note', 'before')
    await expect(a.write('note', 'x'.repeat(100_000))).rejects.toThrow('note-too-long')
    await a.write('note', 'after')
    await mesh.settle()
    expect(b.content()).toEqual([[a.identity.author, [['note', 'after']]]])
    expect(b.dropped).toEqual([])
  })

  test('what cannot be kept is not said, and all that follows is taken by everybody', async () => {
    const { mesh, a, b } = await pair()
    const full = () => Promise.reject(new Error('The disk is full.'))
    await expect(a.replica.write(a.identity, new Map([['note', 'lost']]), full)).rejects.toThrow('disk')
    expect(a.content()).toEqual([])
    await a.write('note', 'kept')
    await mesh.settle()
    expect(b.content()).toEqual([[a.identity.author, [['note', 'kept']]]])
  })

  test('nobody is told before it is kept', async () => {
    const { mesh, a, b } = await pair()
    const disk = Promise.withResolvers<undefined>()
    const written = a.replica.write(a.identity, new Map([['note', 'x']]), () => disk.promise)
    b.gossip.tick()
    await mesh.settle()
    expect(b.content()).toEqual([])
    disk.resolve(undefined)
    await written
    mesh.now += 20_000
    b.gossip.tick()
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
  })

  test('as much as one person may, and then things can still be taken away', async () => {
    const { mesh, a, b } = await pair()
    let written = 0
    const fill = async () => {
      for (;;) await a.write(`n:${written++}`, LARGE)
    }
    await expect(fill()).rejects.toThrow('written-too-much')
    expect(written).toBeGreaterThan(20)
    for (let at = 0; at < written - 5; at++) await a.write(`n:${at}`, undefined)
    // What is left fits into a base, and there is room again.
    await a.write('n:more', LARGE)
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
    expect(b.dropped).toEqual([])
  })

  test('the same once more is not said again', async () => {
    const { a } = await pair()
    await a.write('p', { n: 'Ann', c: 1 })
    expect(await a.say('p', { n: 'Ann', c: 1 })).toEqual([])
  })
})

describe('what others may make one keep', () => {
  test.each([9, 30_000])('values %i deep are in nobody’s document', (depth) => {
    let value: unknown = 1
    for (let level = 0; level < depth; level++) value = [value]
    const doc = new Y.Doc()
    doc.clientID = 1
    // Written flat and made deep by hand: no browser could write it.
    doc.getMap('e').set('a', [1])
    const flat = Y.encodeStateAsUpdate(doc)
    const at = flat.lastIndexOf(117)
    const deep = new Uint8Array([
      ...flat.slice(0, at),
      ...Array<number[]>(depth).fill([117, 1]).flat(),
      ...flat.slice(at + 2),
    ])
    expect(new AuthorDocument().apply(flat, 'change')).toBe('applied')
    expect(new AuthorDocument().apply(deep, 'change')).toBe('illegal')
  })

  test('many who write much leave room for those who write little', { timeout: 60_000 }, async () => {
    const replica = new NoteReplica()
    let outcome = ''
    let last: Identity | null = null
    for (let author = 0; outcome !== 'full'; author++) {
      if (author > 40) return expect.fail('A review carries no end of notes.')
      last = await identify(null)
      const document = new AuthorDocument()
      let previous = new Uint8Array(32)
      for (let seq = 1; seq <= 21 && outcome !== 'full'; seq++) {
        const update = document.write(new Map([[`n:${seq}`, LARGE]]))
        if (!update) return expect.fail('Writing changes something.')
        const envelope = await signEnvelope(last, { kind: 'change', seq, previous, update })
        previous = bytesOfHex(envelope.hash)
        outcome = replica.accept(envelope, null)
      }
    }
    const modest = await identify(null)
    const kept = () => Promise.resolve()
    const writer = new NoteReplica()
    for (let note = 0; note < 20; note++) {
      const written = await writer.write(modest, new Map([[`n:${note}`, 'a word']]), kept)
      for (const envelope of written) expect(replica.accept(envelope, null)).toBe('applied')
    }
    // Who had no room is refused what follows, too, and nobody who passes it on is to blame.
    if (!last) return
    const content = { kind: 'change', seq: 40, previous: new Uint8Array(32).fill(1) } as const
    const update = new AuthorDocument().write(new Map([['a', 1]])) ?? new Uint8Array()
    expect(replica.accept(await signEnvelope(last, { ...content, update }), null)).toBe('full')
  })
})

describe('what one author may bring to a review', () => {
  const pauses = new Pauses(Date.now, () => Promise.resolve())

  /** An author's document as they have it, and as others do. */
  async function twice(entries: Iterable<[string, unknown]>) {
    const liar = new AuthorDocument(false)
    liar.write(new Map(entries))
    const victim = await AuthorDocument.of(liar.state(), pauses)
    if (typeof victim === 'string') throw new Error('It is within all bounds.')
    return { liar, victim }
  }

  test('ten thousand answers to one note are nobody’s fault, and in nobody’s document', async () => {
    const { mesh, a, b } = await pair()
    await a.write('n:a', { t: 'Hello', m: 1 })
    await mesh.settle()
    const hostile = await mesh.add()
    mesh.connect(hostile, b)
    await mesh.settle()
    const ref = `${a.identity.author}/a`
    // An id of one letter and no more: all of it fits into a base.
    const envelope = await baseOf(hostile.identity, shortNotes({ r: ref }, 9000))
    await say(hostile, b, { kind: 'envelope', envelope })
    await mesh.settle()
    expect(b.replica.logs.has(hostile.identity.author)).toBe(false)
    expect(b.replica.full).toBe(true)
    expect(b.dropped).toEqual([])
    // The rest goes on.
    await a.write('n:b', { t: 'Still here', m: 2 })
    await mesh.settle()
    expect(b.content()).toEqual(a.content())
  })

  test('as many notes as an earlier version showed of one author still come', async () => {
    const replica = new NoteReplica()
    const envelope = await baseOf(await identify(null), shortNotes())
    expect(replica.accept(envelope, await replica.prepare(envelope, pauses))).toBe('applied')
    expect(notesOf(replica)).toHaveLength(MOST_ENTRIES)
    const more = await baseOf(await identify(null), shortNotes({}, MOST_ENTRIES + 1))
    expect(replica.accept(more, await replica.prepare(more, pauses))).toBe('full')
    expect(notesOf(replica)).toHaveLength(MOST_ENTRIES)
  })

  test('many who write many notes leave room for those who write few', async () => {
    const replica = new NoteReplica()
    const outcomes: string[] = []
    for (let author = 0; author < 4; author++) {
      const envelope = await baseOf(await identify(null), shortNotes())
      outcomes.push(replica.accept(envelope, await replica.prepare(envelope, pauses)))
    }
    expect(outcomes).toEqual(['applied', 'applied', 'full', 'full'])
    const few = await baseOf(await identify(null), shortNotes({}, 40))
    expect(replica.accept(few, await replica.prepare(few, pauses))).toBe('applied')
  })

  test('who writes in a review that is full is told so, and can make room by deleting', async () => {
    const replica = new NoteReplica()
    for (let author = 0; author < 2; author++) {
      const envelope = await baseOf(await identify(null), shortNotes())
      expect(replica.accept(envelope, await replica.prepare(envelope, pauses))).toBe('applied')
    }
    const mine = await identify(null)
    replica.own(mine.author)
    const kept = () => Promise.resolve()
    const write = (id: string, value: unknown) => replica.write(mine, new Map([[`n:${id}`, value]]), kept)
    // So many of each author fit everywhere.
    for (let at = 0; at < 50; at++) await write(String(at), { t: 'x', m: 1 })
    await expect(write('50', { t: 'x', m: 1 })).rejects.toThrow('review-full')
    expect(replica.logs.get(mine.author)?.document.notes).toBe(50)
    await write('0', { t: 'changed', m: 1 })
    await write('1', undefined)
    await write('50', { t: 'x', m: 1 })
    expect(replica.logs.get(mine.author)?.document.notes).toBe(50)
  })

  test('entries that were deleted and come back count as others do', async () => {
    const { liar, victim } = await twice(shortNotes({}, MOST_ENTRIES - 10))
    let outcome: Applied = 'applied'
    const say = (entries: Iterable<[string, unknown]>) => {
      const update = liar.write(new Map(entries))
      if (outcome === 'applied' && update) outcome = victim.apply(update, 'change')
    }
    const some = Array.from({ length: 5 }, (_, part) =>
      Array.from({ length: 60 }, (_each, at) => `n:${(part * 60 + at).toString(36)}`),
    )
    for (const keys of some) {
      say(keys.map((key) => [key, undefined]))
      say(keys.map((key) => [`${key}-`, { t: 'x', m: 1 }]))
    }
    expect(outcome).toBe('applied')
    for (const keys of some) say(keys.map((key) => [key, { t: 'y', m: 1 }]))
    expect(outcome).toBe('large')
    // Who has as much as may be can change it: so much more is not told apart from that.
    expect(victim.size).toBeLessThanOrEqual(MOST_ENTRIES + 64)
  })

  test('notes that become answers when they are changed count as those do', async () => {
    const { liar, victim } = await twice(shortNotes({}, 1500))
    let outcome: Applied = 'applied'
    for (let at = 0; at < 1500 && outcome === 'applied'; at += 50) {
      const some = Array.from({ length: 50 }, (_, more) => `n:${(at + more).toString(36)}`)
      const update = liar.write(new Map(some.map((key) => [key, { t: 'x', m: 1, r: 'ref' }])))
      if (update) outcome = victim.apply(update, 'change')
    }
    expect(outcome).toBe('large')
    expect(victim.answers.get('ref')).toBeLessThanOrEqual(MOST_ANSWERS + 64)
  })

  test.each([
    ['more entries than may be', MOST_ENTRIES + 1, {}],
    ['more answers than may be', MOST_ANSWERS + 1, { r: 'ref' }],
  ])('a base of what was written twice has no %s', async (_, count, different) => {
    const liar = new AuthorDocument(false)
    liar.write(new Map(shortNotes({}, count)))
    liar.write(new Map(shortNotes({ t: 'y', ...different }, count)))
    expect(await AuthorDocument.of(liar.state(), pauses)).toBe('large')
  })

  test('what one wrote oneself in an earlier version is all there, and can be taken away', async () => {
    const replica = new NoteReplica()
    const mine = await identify(null)
    replica.own(mine.author)
    const envelope = await baseOf(mine, shortNotes({}, MOST_ENTRIES + 500))
    expect(replica.accept(envelope, await replica.prepare(envelope, pauses))).toBe('applied')
    const kept = () => Promise.resolve()
    await expect(replica.write(mine, new Map([['n:more', { t: 'x', m: 1 }]]), kept)).rejects.toThrow(
      'written-too-much',
    )
    await replica.write(mine, new Map([['n:0', undefined]]), kept)
    expect(replica.logs.get(mine.author)?.document.size).toBe(MOST_ENTRIES + 499)
  })

  test('notes are read in portions, and those that stay the same are the same', async () => {
    const replica = new NoteReplica()
    const mine = await identify(null)
    const envelope = await baseOf(await identify(null), shortNotes({}, 5000))
    replica.accept(envelope, await replica.prepare(envelope, pauses))
    const reader = new NoteReader()
    const read = () => {
      const work = reader.read(replica)
      for (let portions = 0; ; portions++) {
        const { done, value } = work.next()
        if (done) return { notes: value, portions }
      }
    }
    const first = read()
    const { notes: before } = first.notes
    expect(before).toHaveLength(5000)
    expect(first.portions).toBeGreaterThan(50)
    await replica.write(mine, new Map([['n:mine', { t: 'One more', m: 2 ** 40 }]]), () => Promise.resolve())
    const { notes } = read().notes
    expect(notes.slice(0, -1).every((note, at) => note === before[at])).toBe(true)
    expect(notes.at(-1)?.text).toBe('One more')
  })
})

describe('what one connection may cost', () => {
  test('asking without end costs the connection', async () => {
    const { a, b } = await pair()
    for (let count = 0; count < 70; count++) await say(a, b, { kind: 'have', answer: true, heads: new Map() })
    expect(b.dropped).toEqual(['asks-without-end'])
  })

  test('who asks again is not sent again what is on its way', async () => {
    const { mesh, a, b } = await pair()
    for (let note = 0; note < 30; note++) await a.write(`n:${note}`, 'x')
    await mesh.settle()
    const before = b.overheard.length
    for (let count = 0; count < 10; count++)
      await say(b, a, { kind: 'have', answer: false, heads: new Map() })
    await mesh.settle()
    expect(b.overheard.length).toBe(before)
    // After a while it is: it may have been lost after all.
    mesh.now += 150_000
    await say(b, a, { kind: 'have', answer: false, heads: new Map() })
    await mesh.settle()
    expect(b.overheard.length).toBe(before + 30)
  })

  test('messages cost by their number, however short they are', () => {
    let now = 0
    const budget = new PeerBudget(() => now)
    let sent = 0
    while (budget.spend('messages')) sent++
    expect(sent).toBe(100_000)
    now += 1000
    while (budget.spend('messages')) sent++
    expect(sent).toBeLessThan(101_000)
  })

  test('moving without end costs the connection', async () => {
    const { a, b } = await pair()
    const presence = await signPresence(a.identity, { count: 1, content: new Uint8Array() })
    for (let count = 0; count < 4100; count++) {
      await say(a, b, { kind: 'presence', passedOn: false, presence })
    }
    expect(b.dropped).toEqual(['moves-without-end'])
  })

  test('who sends more than can be checked is let go when it is too much of all together', async () => {
    const dropped: number[] = []
    const gossip = new Gossip({
      replica: new NoteReplica(),
      verify: () => new Promise(() => undefined),
      now: () => 0,
      pauses: new Pauses(Date.now, () => Promise.resolve()),
      random: () => 0,
      applied: () => undefined,
      forked: () => undefined,
      own: () => null,
      refusing: () => undefined,
      presence: () => Promise.resolve(),
    })
    const peers = [0, 1, 2].map((number) => ({
      id: String(number),
      busy: false,
      send: () => undefined,
      drop: () => void dropped.push(number),
    }))
    for (const peer of peers) gossip.join(peer)
    const content = { kind: 'base', seq: 1, previous: new Uint8Array(32) } as const
    const envelope = await signEnvelope(await identify(null), {
      ...content,
      update: new Uint8Array(1024 * 1024 - 1000),
    })
    const message = serialiseNoteMessage({ kind: 'envelope', envelope })
    const send = (number: number, times: number) => {
      for (let time = 0; time < times; time++) void gossip.receive(peers[number] ?? expect.fail(), message)
    }
    send(0, 30)
    send(1, 90)
    send(2, 70)
    expect(dropped).toEqual([])
    send(0, 10)
    expect(dropped).toEqual([1])
    send(0, 30)
    expect(dropped).toEqual([1])
  })

  test('one who sends much does not hold up the others', async () => {
    const release = Promise.withResolvers<undefined>()
    let underWay = 0
    const taken: number[] = []
    const inbox = new Inbox<number>(
      async (message) => {
        underWay++
        await release.promise
        return () => void taken.push(message)
      },
      new Pauses(Date.now, () => Promise.resolve()),
    )
    const all = Array.from({ length: 1000 }, (_, message) => inbox.add(message))
    await Promise.resolve()
    expect(underWay).toBe(64)
    release.resolve(undefined)
    await Promise.all(all)
    expect(taken).toEqual(Array.from({ length: 1000 }, (_, message) => message))
  })
})

async function pair(): Promise<{ mesh: Mesh; a: Page; b: Page }> {
  const mesh = new Mesh(seededRandom(1))
  const [a, b] = [await mesh.add(), await mesh.add()]
  mesh.connect(a, b)
  await mesh.settle()
  return { mesh, a, b }
}

/** Sends what the page's own code never would. */
async function say(from: Page, to: Page, message: NoteMessage): Promise<void> {
  const back = to.peers.get(from)
  if (back) await to.receive(back, serialiseNoteMessage(message))
}

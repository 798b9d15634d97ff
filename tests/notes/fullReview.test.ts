import { beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { signEnvelope, type Identity, type VerifiedEnvelope } from '../../src/notes/signing.ts'
import type { AuthorId } from '../../src/wire/noteEnvelope.ts'
import { MAX_AUTHORS, parseNoteMessage, serialiseNoteMessage } from '../../src/wire/noteMessages.ts'
import { baseOf, shortNotes } from './hostileBase.ts'
import { identify, Mesh } from './mesh.ts'

/** A review in which as many have written as may: who comes then is told, and gets a place that nobody misses. */

const pauses = new Pauses(Date.now, () => Promise.resolve())
const kept = () => Promise.resolve()
const NOTE = new Map<string, unknown>([['n:mine', { t: 'Is anybody here?', m: 1 }]])
let crowd: readonly { identity: Identity; envelope: VerifiedEnvelope }[] = []

beforeAll(async () => {
  crowd = await Promise.all(
    Array.from({ length: MAX_AUTHORS }, async (_, at) => {
      const identity = await identify(null)
      // The hundredth has taken away all that they had written.
      const entries = at === 100 ? [['p', { n: 'Quiet', c: 1 }] as const] : shortNotes({}, 1)
      return { identity, envelope: await baseOf(identity, entries) }
    }),
  )
})

async function accept(replica: NoteReplica, envelope: VerifiedEnvelope): Promise<string> {
  return replica.accept(envelope, await replica.prepare(envelope, pauses))
}

async function filled(): Promise<{ replica: NoteReplica; gone: AuthorId[] }> {
  const gone: AuthorId[] = []
  const replica = new NoteReplica((author) => gone.push(author))
  for (const { envelope } of crowd) expect(await accept(replica, envelope)).toBe('applied')
  return { replica, gone }
}

const author = (at: number): AuthorId => crowd[at]?.identity.author ?? expect.fail('There are four hundred.')

describe('a full review', () => {
  test('has room for one who writes in place of one without a note, and for no second', async () => {
    const { replica, gone } = await filled()
    const [one, other] = [await identify(null), await identify(null)]
    expect(await accept(replica, await baseOf(one, shortNotes({}, 1)))).toBe('applied')
    expect(gone).toEqual([author(100)])
    expect(replica.full).toBe(false)
    expect(await accept(replica, await baseOf(other, shortNotes({}, 1)))).toBe('full')
    expect(replica.full).toBe(true)
    expect(replica.heads().size).toBe(MAX_AUTHORS)
  })

  test('is not left by anybody for one who has nothing to say', async () => {
    const { replica, gone } = await filled()
    const silent = await baseOf(await identify(null), [['p', { n: 'Nobody', c: 1 }]])
    expect(await accept(replica, silent)).toBe('full')
    expect(gone).toEqual([])
  })

  test('is left first by who is hidden, and takes them back when they write and are not', async () => {
    const { replica, gone } = await filled()
    replica.hide(new Set([author(7)]))
    expect(await accept(replica, await baseOf(await identify(null), shortNotes({}, 1)))).toBe('applied')
    expect(gone).toEqual([author(7)])
    // What neighbours still have of them does not come back by itself.
    const { envelope } = crowd[7] ?? expect.fail('There are four hundred.')
    expect(await accept(replica, envelope)).toBe('full')
    replica.hide(new Set())
    const update = await baseOf(await identify(null), shortNotes({}, 2))
    const { identity } = crowd[7] ?? expect.fail('There are four hundred.')
    const previous = new Uint8Array(32).fill(1)
    const newer = await signEnvelope(identity, { kind: 'base', seq: 2, previous, update: update.update })
    expect(await accept(replica, newer)).toBe('applied')
    expect(gone).toEqual([author(7), author(100)])
  })

  test('tells who writes in it that nobody would get it, and keeps what was typed out of it', async () => {
    const { replica } = await filled()
    const [one, other] = [await identify(null), await identify(null)]
    await replica.write(one, NOTE, kept)
    await expect(replica.write(other, NOTE, kept)).rejects.toThrow('review-full')
    expect(replica.logs.has(other.author)).toBe(false)
    // Nothing that it says of itself is longer than others read.
    const have = serialiseNoteMessage({ kind: 'have', answer: false, heads: replica.heads() })
    expect(parseNoteMessage(have)).not.toBeNull()
  })

  test('never costs the author of the page their place', async () => {
    const replica = new NoteReplica()
    const own = crowd[100]?.identity ?? expect.fail('There are four hundred.')
    replica.own(own.author)
    for (const { envelope } of crowd) await accept(replica, envelope)
    expect(await accept(replica, await baseOf(await identify(null), shortNotes({}, 1)))).toBe('full')
    await replica.write(own, NOTE, kept)
    expect(replica.logs.get(own.author)?.document.notes).toBe(1)
  })

  test('is told to the one whose notes it does not take', async () => {
    const mesh = new Mesh(seededRandom(1))
    const [full, late] = [await mesh.add(), await mesh.add()]
    // The one of the page itself has written as well: nobody here is without a note.
    await full.write('n:a', { t: 'I was first', m: 1 })
    for (const [at, { envelope }] of crowd.entries()) {
      if (at !== 100)
        await full.replica.prepare(envelope, pauses).then((made) => full.replica.accept(envelope, made))
    }
    expect(full.replica.heads().size).toBe(MAX_AUTHORS)
    await late.write('n:b', { t: 'Is anybody here?', m: 1 })
    mesh.connect(full, late)
    await mesh.settle()
    expect(full.replica.full).toBe(true)
    for (let round = 0; round < 3; round++) {
      mesh.now += 20_000
      late.gossip.tick()
      await mesh.settle()
    }
    expect(late.gossip.refused).toBe(true)
    expect(full.gossip.refused).toBe(false)
    expect([...full.dropped, ...late.dropped]).toEqual([])
  })
})

test('proofs against strangers take nobody’s place for good, and are not said on without end', async () => {
  const mesh = new Mesh(seededRandom(1))
  const [a, b] = [await mesh.add(), await mesh.add()]
  mesh.connect(a, b)
  await mesh.settle()
  const back = b.peers.get(a)
  if (!back) return expect.fail('They are connected.')
  const first = { kind: 'change', seq: 1, previous: new Uint8Array(32) } as const
  for (let count = 0; count < 130; count++) {
    const liar = await identify(null)
    const pair = await Promise.all(
      [0, 1].map((byte) => signEnvelope(liar, { ...first, update: new Uint8Array(9).fill(byte) })),
    )
    const [one, other] = pair
    if (!one || !other) return expect.fail('Both were signed.')
    await b.gossip.receive(back, serialiseNoteMessage({ kind: 'fork', pair: [one, other] }))
  }
  expect(b.replica.forks.size).toBe(100)
})

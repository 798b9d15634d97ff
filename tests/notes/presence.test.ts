import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { GossipPeer } from '../../src/notes/gossip.ts'
import { OwnPresence } from '../../src/notes/ownPresence.ts'
import { parsePresence, serialisePresence, type Presence } from '../../src/notes/presence.ts'
import { PresenceGossip } from '../../src/notes/presenceGossip.ts'
import { openScope, signPresence, Verifier, type Identity } from '../../src/notes/signing.ts'
import { parseNoteMessage, type NoteMessage } from '../../src/wire/noteMessages.ts'
import { identify, SHARE } from './mesh.ts'

const ANN: Presence = {
  name: 'Ann',
  colour: 3,
  file: 2,
  at: 61_500,
  playing: true,
  pointer: { x: 0.25, y: 1 },
}

describe('what a page says of itself', () => {
  test('is read as it was said', () => {
    expect(parsePresence(serialisePresence(ANN))).toEqual(ANN)
    const still = { ...ANN, file: null, at: null, playing: false, pointer: null }
    expect(parsePresence(serialisePresence(still))).toEqual(still)
  })

  test('is nothing else than that', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const said = parsePresence(json)
        if (said) expect(Object.keys(said).sort()).toEqual(Object.keys(ANN).sort())
      }),
    )
    const wrong = [
      '[]',
      '{"n":"a"}',
      '{"n":"a","c":8}',
      '{"n":"a","c":1.5}',
      `{"n":"${'a'.repeat(41)}","c":1}`,
      '{"n":"a","c":1,"f":-1}',
      '{"n":"a","c":1,"a":1e300}',
      '{"n":"a","c":1,"p":"yes"}',
    ]
    for (const json of wrong) expect(parsePresence(json)).toBeNull()
    expect(parsePresence('{"n":"a\u202eb","c":1,"x":2,"y":0}')).toMatchObject({ name: 'a·b', pointer: null })
  })
})

describe('one’s own presence', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is told five times a second at most, the last word always', () => {
    const said: (number | null)[] = []
    const own = new OwnPresence((where) => said.push(where?.at ?? null), Date.now)
    for (let at = 0; at < 1000; at += 10) {
      own.show({ ...ANN, at })
      vi.advanceTimersByTime(10)
    }
    expect(said.length).toBeLessThanOrEqual(6)
    vi.advanceTimersByTime(200)
    expect(said.at(-1)).toBe(990)
    const before = said.length
    for (let second = 0; second < 30; second++) {
      vi.advanceTimersByTime(1000)
      own.tick()
    }
    expect(said.length - before).toBeGreaterThanOrEqual(8)
    own.show(null)
    vi.advanceTimersByTime(200)
    expect(said.at(-1)).toBeNull()
    own.again()
    vi.advanceTimersByTime(1000)
    own.tick()
    expect(said.filter((at) => at === null)).toHaveLength(1)
  })
})

describe('who is here', () => {
  test('is known beyond those that one is connected to, and each word comes once', async () => {
    const room = new Rooms()
    const [a, b, c] = [await room.add(), await room.add(), await room.add()]
    room.connect(a, b)
    room.connect(b, c)
    await a.say(ANN)
    await c.say({ ...ANN, name: 'Cleo' })
    await room.tick()
    expect(b.gossip.people.map(({ name }) => name)).toEqual(['Ann', 'Cleo'])
    // Heard through another one: no connection of one's own is known to be theirs.
    expect(c.gossip.people).toMatchObject([{ ...ANN, author: a.identity.author, peer: null }])
    expect(b.gossip.people.map(({ author, peer }) => peer === author)).toEqual([true, true])
    expect(a.gossip.people.map(({ name }) => name)).toEqual(['Cleo'])

    // From now on both hear each other without the one in between.
    room.connect(a, c)
    for (const page of [a, b, c]) await page.say({ ...ANN, at: 1 })
    await room.tick()
    await room.tick()
    room.sent = 0
    for (const page of [a, b, c]) await page.say({ ...ANN, at: 2 })
    await room.tick()
    expect(room.sent).toBe(6)
  })

  test('is forgotten when nothing is heard, sooner when the connection ends, at once when told', async () => {
    const room = new Rooms()
    const [a, b, c] = [await room.add(), await room.add(), await room.add()]
    room.connect(a, b)
    room.connect(c, b)
    await a.say(ANN)
    await c.say(ANN)
    expect(b.gossip.people).toHaveLength(2)
    room.disconnect(c, b)
    room.now += 4000
    await room.tick()
    expect(b.gossip.people.map(({ author }) => author)).toEqual([a.identity.author])
    room.now += 12_000
    await room.tick()
    expect(b.gossip.people).toEqual([])
    await a.say(ANN)
    await a.say(null)
    expect(b.gossip.people).toEqual([])
  })

  test('nobody speaks for another, or says again what another has said', async () => {
    const room = new Rooms()
    const [a, b, c] = [await room.add(), await room.add(), await room.add()]
    room.connect(a, b)
    room.connect(c, b)
    const old = await a.say(ANN)
    await a.say({ ...ANN, at: 5 })
    const back = b.peers.get(c)
    if (!back) return expect.fail('They are connected.')
    await b.gossip.receive(back, { kind: 'presence', passedOn: true, presence: old })
    expect(b.gossip.people).toMatchObject([{ at: 5 }])
    const content = new TextEncoder().encode(serialisePresence({ ...ANN, name: 'Mallory' }))
    const forged = { ...old, count: old.count + 100, content }
    await b.gossip.receive(back, { kind: 'presence', passedOn: false, presence: forged })
    expect(b.gossip.people).toMatchObject([{ name: 'Ann' }])
    expect(room.dropped).toEqual(['forged'])
  })

  test('no more than 64 are told of', async () => {
    const room = new Rooms()
    const hub = await room.add()
    for (let count = 0; count < 70; count++) {
      const page = await room.add()
      room.connect(page, hub)
      await page.say(ANN)
    }
    expect(hub.gossip.people).toHaveLength(64)
    expect(room.dropped).toEqual([])
  })
})

interface Member {
  readonly identity: Identity
  readonly gossip: PresenceGossip
  readonly peers: Map<Member, GossipPeer>
  say(presence: Presence | null): ReturnType<typeof signPresence>
}

/** Pages that hear each other at once. */
class Rooms {
  now = 0
  sent = 0
  readonly dropped: string[] = []
  readonly #members: Member[] = []
  #work: Promise<void>[] = []

  async add(): Promise<Member> {
    const verifier = new Verifier(openScope(SHARE))
    const gossip = new PresenceGossip({
      verify: (presence) => verifier.verifyPresence(presence),
      now: () => this.now,
      changed: () => undefined,
      drop: (_, why) => this.dropped.push(why),
    })
    const identity = await identify(null)
    let count = 0
    const member: Member = {
      identity,
      gossip,
      peers: new Map(),
      say: async (presence) => {
        const content = new TextEncoder().encode(presence ? serialisePresence(presence) : '')
        const said = await signPresence(identity, { count: ++count, content })
        gossip.say(said)
        await this.#settle()
        return said
      },
    }
    this.#members.push(member)
    return member
  }

  connect(a: Member, b: Member): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const peer: GossipPeer = {
        id: to.identity.author,
        busy: false,
        send: (bytes) => {
          const message = parseNoteMessage(bytes)
          const back = to.peers.get(from)
          if (!back || !isPresence(message)) return expect.fail('Pages speak the protocol.')
          if (message.kind === 'presence') this.sent++
          this.#work.push(to.gossip.receive(back, message))
        },
        drop: () => undefined,
      }
      from.peers.set(to, peer)
      from.gossip.join(peer)
    }
  }

  disconnect(a: Member, b: Member): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const peer = from.peers.get(to)
      if (peer) from.gossip.leave(peer)
      from.peers.delete(to)
    }
  }

  async tick(): Promise<void> {
    for (const { gossip } of this.#members) {
      gossip.tick()
      await this.#settle()
    }
  }

  async #settle(): Promise<void> {
    while (this.#work.length > 0) await Promise.all(this.#work.splice(0))
  }
}

function isPresence(
  message: NoteMessage | null,
): message is Extract<NoteMessage, { kind: 'presence' | 'near' }> {
  return message?.kind === 'presence' || message?.kind === 'near'
}

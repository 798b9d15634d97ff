import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type {
  AnnounceRequest,
  ClientMessage,
  PeerId,
  TrackerMessage,
} from '../../src/wire/trackerMessages.ts'
import type { ByteText } from '../../server/tracker/byteText.ts'
import { MAX_OUTBOX, OFFER_LIFETIME_MS } from '../../server/tracker/pendingOffers.ts'
import type { Session } from '../../server/tracker/records.ts'
import { Registry } from '../../server/tracker/registry.ts'
import { SwarmTable } from '../../server/tracker/swarmTable.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { UNBOUNDED_OFFERS } from './support/addressedTracker.ts'

const HASH = infoHash(1)
const INTERVAL_SECONDS = 120
const LIMITS = {
  intervalSeconds: INTERVAL_SECONDS,
  jitterPercent: 0,
  torrentsPerSocket: 5,
  ...UNBOUNDED_OFFERS,
}

/** A registry with a clock that stands still until it is moved. */
function createRegistry(limits: Partial<typeof LIMITS> = {}) {
  let nowMs = 0
  const table = new SwarmTable()
  const registry = new Registry({
    table,
    now: () => nowMs,
    random: Math.random,
    limits: { ...LIMITS, ...limits },
  })
  return {
    registry,
    counts: () => ({ swarms: table.swarmCount, peers: table.peerCount }),
    passSeconds: (seconds: number): void => {
      nowMs += seconds * 1_000
    },
    connect: (number: number): Client => new Client(registry, peerId(number)),
  }
}

/** One session, and what the registry has sent it. */
class Client {
  readonly peerId: PeerId
  readonly session: Session
  readonly #registry: Registry
  #received: TrackerMessage<ByteText>[] = []

  constructor(registry: Registry, id: PeerId) {
    this.#registry = registry
    this.peerId = id
    this.session = registry.connect((message) => this.#received.push(message))
  }

  /** Sends a message and returns all that has come since the last look, the reply to it last or among it. */
  send(message: ClientMessage): readonly TrackerMessage<ByteText>[] {
    this.#registry.receive(this.session, message)
    return this.take()
  }

  announce(fields: Partial<AnnounceRequest> = {}): readonly TrackerMessage<ByteText>[] {
    return this.send({
      kind: 'announce',
      infoHash: HASH,
      peerId: this.peerId,
      uploaded: 0,
      downloaded: 0,
      left: 1,
      numwant: 0,
      offers: [],
      ...fields,
    })
  }

  offer(...numbers: number[]): readonly TrackerMessage<ByteText>[] {
    return this.announce({
      offers: numbers.map((number) => ({ offerId: offerId(number), sdp: `offer ${number}` })),
    })
  }

  answer(
    to: Client,
    number: number,
    fields: { peerId?: PeerId; infoHash?: InfoHash } = {},
  ): readonly TrackerMessage<ByteText>[] {
    return this.send({
      kind: 'answer',
      infoHash: HASH,
      peerId: this.peerId,
      toPeerId: to.peerId,
      offerId: offerId(number),
      sdp: `answer ${number}`,
      ...fields,
    })
  }

  take(): readonly TrackerMessage<ByteText>[] {
    return this.#received.splice(0)
  }
}

function reply(complete: number, incomplete: number, of = HASH): TrackerMessage<ByteText> {
  return { kind: 'reply', infoHash: of, intervalSeconds: INTERVAL_SECONDS, complete, incomplete }
}

describe('coming and going', () => {
  test('seeds and leechers are counted, and a swarm goes with its last peer', () => {
    const { registry, counts, connect } = createRegistry()
    const [seed, leecher] = [connect(1), connect(2)]
    expect(seed.announce({ event: 'started', left: 0 })).toEqual([reply(1, 0)])
    expect(leecher.announce({ event: 'started' })).toEqual([reply(1, 1)])
    expect(leecher.announce({ event: 'stopped' })).toEqual([reply(1, 0)])
    expect(counts()).toEqual({ swarms: 1, peers: 1 })
    registry.disconnect(seed.session)
    expect(counts()).toEqual({ swarms: 0, peers: 0 })
  })

  test('stopped is replied to even by one who never came, and makes no swarm', () => {
    const { counts, connect } = createRegistry()
    expect(connect(1).announce({ event: 'stopped' })).toEqual([reply(0, 0)])
    expect(counts().swarms).toBe(0)
  })

  test('one session is in many swarms, as one peer in each, and leaves all of them at once', () => {
    const { registry, counts, connect } = createRegistry()
    const client = connect(1)
    for (const number of [1, 2, 3]) client.announce({ infoHash: infoHash(number) })
    client.announce({ infoHash: infoHash(3) })
    expect(counts()).toMatchObject({ swarms: 3, peers: 3 })
    registry.disconnect(client.session)
    expect(counts()).toEqual({ swarms: 0, peers: 0 })
  })

  test('five hundred peer ids on one session are one peer, and leave no ghost', () => {
    const { registry, counts, connect } = createRegistry()
    const client = connect(1)
    for (let number = 1; number <= 500; number += 1) client.announce({ peerId: peerId(number) })
    expect(counts().peers).toBe(1)
    registry.disconnect(client.session)
    expect(counts()).toEqual({ swarms: 0, peers: 0 })
  })

  test('the limit on swarms refuses a further one with its hash, and none that it is in already', () => {
    const { connect } = createRegistry({ torrentsPerSocket: 1 })
    const client = connect(1)
    client.announce()
    expect(client.announce({ infoHash: infoHash(2) })).toMatchObject([
      { kind: 'failure', action: 'announce', infoHash: infoHash(2) },
    ])
    expect(client.announce()).toEqual([reply(0, 1)])
  })

  test('a limit of 0 is no limit', () => {
    const { counts, connect } = createRegistry({ torrentsPerSocket: 0 })
    const client = connect(1)
    for (let number = 1; number <= 50; number += 1) client.announce({ infoHash: infoHash(number) })
    expect(counts().swarms).toBe(50)
  })

  test('a session that has ended says nothing any more', () => {
    const { registry, counts, connect } = createRegistry()
    const client = connect(1)
    registry.disconnect(client.session)
    registry.disconnect(client.session)
    expect(client.announce()).toEqual([])
    expect(counts().peers).toBe(0)
  })
})

describe('who is a seed', () => {
  test('completed with nothing left is a download, once', () => {
    const { connect } = createRegistry()
    const client = connect(1)
    client.announce({ event: 'started' })
    expect(client.announce({ event: 'completed', left: 0 })).toEqual([reply(1, 0)])
    client.announce({ event: 'completed', left: 0 })
    expect(client.send({ kind: 'scrape', infoHashes: [HASH] })).toEqual([
      { kind: 'scrape', files: [{ infoHash: HASH, complete: 1, incomplete: 0, downloaded: 1 }] },
    ])
  })

  test('completed with something left is a partial seed: a leecher', () => {
    const { connect } = createRegistry()
    const client = connect(1)
    expect(client.announce({ event: 'completed', left: 100 })).toEqual([reply(0, 1)])
  })

  test('without left a peer is a leecher until it completes, and stays a seed then', () => {
    const { connect } = createRegistry()
    const client = connect(1)
    expect(client.announce({ left: null })).toEqual([reply(0, 1)])
    expect(client.announce({ left: null, event: 'completed' })).toEqual([reply(1, 0)])
    expect(client.announce({ left: null })).toEqual([reply(1, 0)])
    expect(client.announce({ left: 5 })).toEqual([reply(0, 1)])
  })
})

describe('offers and answers', () => {
  test('an offer reaches another peer, and its answer comes back', () => {
    const { connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    expect(b.offer(1)).toEqual([reply(0, 2)])
    expect(a.take()).toEqual([
      { kind: 'offer', infoHash: HASH, peerId: b.peerId, offerId: offerId(1), sdp: 'offer 1' },
    ])
    expect(a.answer(b, 1)).toEqual([])
    expect(b.take()).toEqual([
      { kind: 'answer', infoHash: HASH, peerId: a.peerId, offerId: offerId(1), sdp: 'answer 1' },
    ])
  })

  test('offers go to as many different peers as there are offers', () => {
    const { connect } = createRegistry()
    const others = [2, 3, 4, 5, 6, 7, 8].map(connect)
    for (const other of others) other.announce()
    connect(1).offer(1, 2, 3)
    const reached = others.map((other) => other.take().length)
    expect(reached.filter((count) => count === 1)).toHaveLength(3)
    expect(Math.max(...reached)).toBe(1)
  })

  test('offers of one swarm stay in it', () => {
    const { connect } = createRegistry()
    const [inside, outside] = [connect(1), connect(2)]
    outside.announce({ infoHash: infoHash(2) })
    inside.offer(1)
    expect(outside.take()).toEqual([])
  })

  test('only once is an offer answered', () => {
    const { connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    b.offer(1)
    a.answer(b, 1)
    b.take()
    a.answer(b, 1)
    expect(b.take()).toEqual([])
  })

  test('an offer that nobody made is not answered', () => {
    const { connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    b.announce()
    expect(a.answer(b, 1)).toEqual([])
    expect(b.take()).toEqual([])
  })

  test('nobody answers in the place of the peer that the offer went to', () => {
    const { connect } = createRegistry()
    const [a, b, thief] = [connect(1), connect(2), connect(3)]
    a.announce()
    b.offer(1)
    thief.announce()
    thief.answer(b, 1)
    thief.answer(b, 1, { peerId: a.peerId })
    expect(b.take()).toEqual([])
    a.answer(b, 1)
    expect(b.take()).toHaveLength(1)
  })

  test('an answer under another swarm’s hash goes nowhere', () => {
    const { connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    for (const hash of [HASH, infoHash(2)]) a.announce({ infoHash: hash })
    b.offer(1)
    a.answer(b, 1, { infoHash: infoHash(2) })
    expect(b.take()).toEqual([])
  })

  test('an offer expires', () => {
    const { registry, connect, passSeconds } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    b.offer(1)
    expect(b.session.outbox.size).toBe(1)
    passSeconds(OFFER_LIFETIME_MS / 1_000)
    a.answer(b, 1)
    expect(b.take()).toEqual([])
    b.offer(2)
    passSeconds(OFFER_LIFETIME_MS / 1_000)
    registry.sweep()
    expect(b.session.outbox.size).toBe(0)
  })

  test('nothing remains of offers when either side leaves', () => {
    const { registry, connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    b.offer(1)
    const inbox = a.session.peers.get(HASH)?.inbox
    expect(inbox?.size).toBe(1)
    registry.disconnect(b.session)
    expect(inbox?.size).toBe(0)

    const c = connect(3)
    c.offer(1)
    expect(c.session.outbox.size).toBe(1)
    registry.disconnect(a.session)
    expect(c.session.outbox.size).toBe(0)
  })

  test('an answer to one who has left the swarm goes nowhere', () => {
    const { connect } = createRegistry()
    const [a, b] = [connect(1), connect(2)]
    a.announce()
    b.offer(1)
    b.announce({ event: 'stopped' })
    a.answer(b, 1)
    expect(b.take()).toEqual([])
  })

  test('a flood of offers is remembered up to a bound, and costs others none of theirs', () => {
    const { connect } = createRegistry()
    const [victim, friend, flooder] = [connect(1), connect(2), connect(3)]
    victim.announce()
    friend.offer(1)
    flooder.announce()
    for (let number = 1; number <= MAX_OUTBOX + 500; number += 1) flooder.offer(number, number + 1_000_000)
    expect(flooder.session.outbox.size).toBe(MAX_OUTBOX)
    expect(victim.session.peers.get(HASH)?.inbox?.size).toBeLessThanOrEqual(MAX_OUTBOX + 1)
    friend.take()
    victim.answer(friend, 1)
    expect(friend.take()).toMatchObject([{ kind: 'answer', offerId: offerId(1) }])
  })
})

describe('one who uses another’s peer id', () => {
  test('neither replaces nor removes it', () => {
    const { registry, counts, connect } = createRegistry()
    const [victim, friend, thief] = [connect(1), connect(2), connect(3)]
    victim.announce()
    friend.announce()
    thief.announce({ peerId: victim.peerId })
    expect(counts().peers).toBe(3)
    thief.announce({ peerId: victim.peerId, event: 'stopped' })
    registry.disconnect(thief.session)
    expect(counts().peers).toBe(2)
    friend.offer(1)
    expect(victim.take()).toHaveLength(1)
  })

  test('who never joined cannot stop it either', () => {
    const { counts, connect } = createRegistry()
    const victim = connect(1)
    victim.announce()
    connect(2).announce({ peerId: victim.peerId, event: 'stopped' })
    expect(counts().peers).toBe(1)
  })

  test('cannot take over a pending offer by offering under the same ids', () => {
    const { connect } = createRegistry()
    const [receiver, victim, thief] = [connect(1), connect(2), connect(3)]
    receiver.announce()
    victim.offer(1)
    receiver.take()
    thief.announce({
      peerId: victim.peerId,
      offers: [1, 2].map(() => ({ offerId: offerId(1), sdp: 'stolen' })),
    })
    expect(receiver.take()).toEqual([])
    receiver.answer(victim, 1)
    expect(victim.take().filter((message) => message.kind === 'answer')).toHaveLength(1)
  })

  test('a client that reconnects is not offered to its own former self', () => {
    const { connect } = createRegistry()
    const [before, after] = [connect(1), connect(1)]
    before.announce()
    after.offer(1)
    expect(before.take()).toEqual([reply(0, 1)].slice(1))
  })
})

describe('silence', () => {
  const aWhile = INTERVAL_SECONDS * 2

  test('past two intervals ends a peer, and its next announce brings it back', () => {
    const { registry, counts, connect, passSeconds } = createRegistry()
    const client = connect(1)
    client.announce({ left: 0 })
    passSeconds(aWhile)
    registry.sweep()
    expect(counts().peers).toBe(1)
    passSeconds(INTERVAL_SECONDS)
    registry.sweep()
    expect(counts()).toEqual({ swarms: 0, peers: 0 })
    expect(client.announce({ left: 0 })).toEqual([reply(1, 0)])
  })

  test('about one torrent ends that one alone', () => {
    const { registry, connect, passSeconds } = createRegistry()
    const client = connect(1)
    client.announce()
    client.announce({ infoHash: infoHash(2) })
    for (let interval = 0; interval < 3; interval += 1) {
      passSeconds(INTERVAL_SECONDS)
      client.announce()
      registry.sweep()
    }
    expect([...client.session.peers.keys()]).toEqual([HASH])
  })

  test('is none while the client pings by itself', () => {
    const { registry, counts, connect, passSeconds } = createRegistry()
    const client = connect(1)
    client.announce()
    for (let minute = 0; minute < 20; minute += 1) {
      passSeconds(60)
      registry.pinged(client.session)
      registry.sweep()
    }
    expect(counts().peers).toBe(1)
  })
})

describe('scrape', () => {
  test('tells zeros of what it does not know, and nothing to one who names nothing', () => {
    const { connect } = createRegistry()
    const client = connect(1)
    client.announce()
    expect(client.send({ kind: 'scrape', infoHashes: [infoHash(9)] })).toEqual([
      { kind: 'scrape', files: [{ infoHash: infoHash(9), complete: 0, incomplete: 0, downloaded: 0 }] },
    ])
    expect(client.send({ kind: 'scrape', infoHashes: [] })).toEqual([{ kind: 'scrape', files: [] }])
  })
})

test('whatever sessions do, the counts are those of a plain model', () => {
  const action = fc.record({
    client: fc.nat(4),
    hash: fc.nat(2),
    what: fc.constantFrom('announce', 'seed', 'stopped', 'reconnect', 'answer'),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const { registry, counts, connect } = createRegistry()
      const clients = [0, 1, 2, 3, 4].map(connect)
      const model = new Map<string, boolean>()
      for (const { client: index, hash, what } of actions) {
        const client = clients[index]
        if (!client) continue
        const place = `${index}/${hash}`
        if (what === 'reconnect') {
          registry.disconnect(client.session)
          clients[index] = connect(index)
          for (const other of [0, 1, 2]) model.delete(`${index}/${other}`)
        } else if (what === 'answer') {
          client.answer(clients[0] ?? client, 1, { infoHash: infoHash(hash) })
        } else {
          const isSeed = what === 'seed'
          const offers = [{ offerId: offerId(1), sdp: 'sdp' }]
          client.announce({
            infoHash: infoHash(hash),
            left: isSeed ? 0 : 1,
            offers,
            ...(what === 'stopped' && { event: what }),
          })
          if (what === 'stopped') model.delete(place)
          else model.set(place, isSeed)
        }
      }
      const counted = connect(9).send({ kind: 'scrape', infoHashes: [0, 1, 2].map(infoHash) })
      const expected = [0, 1, 2].map((hash) => {
        const seeds = [...model].filter(([place]) => place.endsWith(`/${hash}`)).map(([, isSeed]) => isSeed)
        return {
          complete: seeds.filter(Boolean).length,
          incomplete: seeds.filter((isSeed) => !isSeed).length,
        }
      })
      expect(counted).toMatchObject([{ files: expected }])
      expect(counts()).toMatchObject({
        peers: model.size,
        swarms: new Set([...model.keys()].map((place) => place.slice(-1))).size,
      })
    }),
  )
})

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
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { LIMITS } from './support/addressedTracker.ts'
import { describeNodes, type TrackerNode, type TrackerNodes } from './support/trackerNodes.ts'

const HASH = infoHash(1)
const INTERVAL_SECONDS = 120

/** One session at one of the nodes, and what it was sent. */
class Client {
  readonly peerId: PeerId
  readonly session: Session
  readonly #node: TrackerNode
  readonly #nodes: TrackerNodes
  #received: TrackerMessage<ByteText>[] = []

  constructor(nodes: TrackerNodes, node: TrackerNode, id: PeerId) {
    this.#nodes = nodes
    this.#node = node
    this.peerId = id
    this.session = node.swarms.connect((message) => this.#received.push(message), null, null)
  }

  /** Sends a message and returns all that has come since the last look, the reply to it last or among it. */
  async send(message: ClientMessage): Promise<readonly TrackerMessage<ByteText>[]> {
    if (message.kind === 'scrape') await this.#nodes.written()
    this.#node.swarms.receive(this.session, message)
    await this.#nodes.settled()
    return this.take()
  }

  async announce(fields: Partial<AnnounceRequest> = {}): Promise<readonly TrackerMessage<ByteText>[]> {
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

  async offer(...numbers: number[]): Promise<readonly TrackerMessage<ByteText>[]> {
    return this.announce({
      offers: numbers.map((number) => ({ offerId: offerId(number), sdp: `offer ${number}` })),
    })
  }

  async answer(
    to: Client,
    number: number,
    fields: { peerId?: PeerId; infoHash?: InfoHash } = {},
  ): Promise<readonly TrackerMessage<ByteText>[]> {
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

  async leave(): Promise<void> {
    this.#node.swarms.disconnect(this.session)
    await this.#nodes.settled()
  }

  pinged(): void {
    this.#node.swarms.pinged(this.session)
  }

  take(): readonly TrackerMessage<ByteText>[] {
    return this.#received.splice(0)
  }
}

function reply(complete: number, incomplete: number, of = HASH): TrackerMessage<ByteText> {
  return { kind: 'reply', infoHash: of, intervalSeconds: INTERVAL_SECONDS, complete, incomplete }
}

describeNodes((create, isOne) => {
  /** Where there are several nodes, each client connects to the next one, also one that comes back. */
  async function createRegistry(limits: Partial<typeof LIMITS> = {}) {
    const nodes = await create({ ...LIMITS, ...limits })
    const { all, passSeconds } = nodes
    let connected = 0
    return {
      counts: () => nodes.counts(),
      passSeconds,
      sweep: async (): Promise<void> => {
        for (const { registry } of all) registry.sweep()
        await nodes.settled()
      },
      connect: (number: number): Client => {
        const node = all[(connected += 1) % all.length]
        if (!node) throw new Error('There is no node.')
        return new Client(nodes, node, peerId(number))
      },
    }
  }

  describe('coming and going', () => {
    test('seeds and leechers are counted, and a swarm goes with its last peer', async () => {
      const { counts, connect } = await createRegistry()
      const [seed, leecher] = [connect(1), connect(2)]
      expect(await seed.announce({ event: 'started', left: 0 })).toEqual([reply(1, 0)])
      expect(await leecher.announce({ event: 'started' })).toEqual([reply(1, 1)])
      expect(await leecher.announce({ event: 'stopped' })).toEqual([reply(1, 0)])
      expect(counts()).toEqual({ swarms: 1, peers: 1 })
      await seed.leave()
      expect(counts()).toEqual({ swarms: 0, peers: 0 })
    })

    test('stopped is replied to even by one who never came, and makes no swarm', async () => {
      const { counts, connect } = await createRegistry()
      expect(await connect(1).announce({ event: 'stopped' })).toEqual([reply(0, 0)])
      expect(counts().swarms).toBe(0)
    })

    test('one session is in many swarms, as one peer in each, and leaves all of them at once', async () => {
      const { counts, connect } = await createRegistry()
      const client = connect(1)
      for (const number of [1, 2, 3]) await client.announce({ infoHash: infoHash(number) })
      await client.announce({ infoHash: infoHash(3) })
      expect(counts()).toMatchObject({ swarms: 3, peers: 3 })
      await client.leave()
      expect(counts()).toEqual({ swarms: 0, peers: 0 })
    })

    test('five hundred peer ids on one session are one peer, and leave no ghost', async () => {
      const { counts, connect } = await createRegistry()
      const client = connect(1)
      for (let number = 1; number <= 500; number += 1) await client.announce({ peerId: peerId(number) })
      expect(counts().peers).toBe(1)
      await client.leave()
      expect(counts()).toEqual({ swarms: 0, peers: 0 })
    })

    test('the limit on swarms refuses a further one with its hash, and none that it is in already', async () => {
      const { connect } = await createRegistry({ torrentsPerSocket: 1 })
      const client = connect(1)
      await client.announce()
      expect(await client.announce({ infoHash: infoHash(2) })).toMatchObject([
        { kind: 'failure', action: 'announce', infoHash: infoHash(2) },
      ])
      expect(await client.announce()).toEqual([reply(0, 1)])
    })

    test('a limit of 0 is no limit', async () => {
      const { counts, connect } = await createRegistry({ torrentsPerSocket: 0 })
      const client = connect(1)
      for (let number = 1; number <= 50; number += 1) await client.announce({ infoHash: infoHash(number) })
      expect(counts().swarms).toBe(50)
    })

    test('a session that has ended says nothing any more', async () => {
      const { counts, connect } = await createRegistry()
      const client = connect(1)
      await client.leave()
      await client.leave()
      expect(await client.announce()).toEqual([])
      expect(counts().peers).toBe(0)
    })
  })

  describe('who is a seed', () => {
    test('completed with nothing left is a download, once', async () => {
      const { connect } = await createRegistry()
      const client = connect(1)
      await client.announce({ event: 'started' })
      expect(await client.announce({ event: 'completed', left: 0 })).toEqual([reply(1, 0)])
      await client.announce({ event: 'completed', left: 0 })
      expect(await client.send({ kind: 'scrape', infoHashes: [HASH] })).toEqual([
        { kind: 'scrape', files: [{ infoHash: HASH, complete: 1, incomplete: 0, downloaded: 1 }] },
      ])
    })

    test('completed with something left is a partial seed: a leecher', async () => {
      const { connect } = await createRegistry()
      const client = connect(1)
      expect(await client.announce({ event: 'completed', left: 100 })).toEqual([reply(0, 1)])
    })

    test('without left a peer is a leecher until it completes, and stays a seed then', async () => {
      const { connect } = await createRegistry()
      const client = connect(1)
      expect(await client.announce({ left: null })).toEqual([reply(0, 1)])
      expect(await client.announce({ left: null, event: 'completed' })).toEqual([reply(1, 0)])
      expect(await client.announce({ left: null })).toEqual([reply(1, 0)])
      expect(await client.announce({ left: 5 })).toEqual([reply(0, 1)])
    })
  })

  describe('offers and answers', () => {
    test('an offer reaches another peer, and its answer comes back', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      expect(await b.offer(1)).toEqual([reply(0, 2)])
      expect(a.take()).toEqual([
        { kind: 'offer', infoHash: HASH, peerId: b.peerId, offerId: offerId(1), sdp: 'offer 1' },
      ])
      expect(await a.answer(b, 1)).toEqual([])
      expect(b.take()).toEqual([
        { kind: 'answer', infoHash: HASH, peerId: a.peerId, offerId: offerId(1), sdp: 'answer 1' },
      ])
    })

    test('offers go to as many different peers as there are offers', async () => {
      const { connect } = await createRegistry()
      const others = [2, 3, 4, 5, 6, 7, 8].map(connect)
      for (const other of others) await other.announce()
      await connect(1).offer(1, 2, 3)
      const reached = others.map((other) => other.take().length)
      expect(reached.filter((count) => count === 1)).toHaveLength(3)
      expect(Math.max(...reached)).toBe(1)
    })

    test('who asks for more is introduced to others, and only then to the same again', async () => {
      const { connect } = await createRegistry()
      const others = [2, 3, 4, 5, 6, 7, 8].map(connect)
      for (const other of others) await other.announce()
      const newcomer = connect(1)
      const reached = async (...offers: number[]) => {
        await newcomer.offer(...offers)
        return others.map((other) => other.take().length)
      }
      const first = await reached(1, 2, 3)
      // Answered or not.
      await others.find((_, at) => first[at] === 1)?.answer(newcomer, 1)
      for (const other of others) other.take()
      expect(await reached(4, 5, 6, 7)).toEqual(first.map((count) => 1 - count))
      const third = await reached(8, 9)
      expect(third.filter((count) => count === 1)).toHaveLength(2)
    })

    test('offers of one swarm stay in it', async () => {
      const { connect } = await createRegistry()
      const [inside, outside] = [connect(1), connect(2)]
      await outside.announce({ infoHash: infoHash(2) })
      await inside.offer(1)
      expect(outside.take()).toEqual([])
    })

    test('only once is an offer answered', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      await b.offer(1)
      await a.answer(b, 1)
      b.take()
      await a.answer(b, 1)
      expect(b.take()).toEqual([])
    })

    test('an offer that nobody made is not answered', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      await b.announce()
      expect(await a.answer(b, 1)).toEqual([])
      expect(b.take()).toEqual([])
    })

    test('nobody answers in the place of the peer that the offer went to', async () => {
      const { connect } = await createRegistry()
      const [a, b, thief] = [connect(1), connect(2), connect(3)]
      await a.announce()
      await b.offer(1)
      await thief.announce()
      await thief.answer(b, 1)
      await thief.answer(b, 1, { peerId: a.peerId })
      expect(b.take()).toEqual([])
      await a.answer(b, 1)
      expect(b.take()).toHaveLength(1)
    })

    test('an answer under another swarm’s hash goes nowhere', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      for (const hash of [HASH, infoHash(2)]) await a.announce({ infoHash: hash })
      await b.offer(1)
      await a.answer(b, 1, { infoHash: infoHash(2) })
      expect(b.take()).toEqual([])
    })

    test('an offer expires', async () => {
      const { sweep, connect, passSeconds } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      await b.offer(1)
      expect(b.session.outbox.size).toBe(1)
      passSeconds(OFFER_LIFETIME_MS / 1_000)
      await a.answer(b, 1)
      expect(b.take()).toEqual([])
      await b.offer(2)
      passSeconds(OFFER_LIFETIME_MS / 1_000)
      await sweep()
      expect(b.session.outbox.size).toBe(0)
    })

    test('nothing remains of offers when either side leaves', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      await b.offer(1)
      const inbox = a.session.peers.get(HASH)?.inbox
      expect(inbox?.size).toBe(1)
      await b.leave()
      expect(inbox?.size).toBe(0)

      const c = connect(3)
      await c.offer(1)
      expect(c.session.outbox.size).toBe(1)
      await a.leave()
      expect(c.session.outbox.size).toBe(0)
    })

    test('an answer to one who has left the swarm goes nowhere', async () => {
      const { connect } = await createRegistry()
      const [a, b] = [connect(1), connect(2)]
      await a.announce()
      await b.offer(1)
      await b.announce({ event: 'stopped' })
      await a.answer(b, 1)
      expect(b.take()).toEqual([])
    })

    test('a flood of offers is remembered up to a bound, and costs others none of theirs', async () => {
      const { connect } = await createRegistry()
      const [victim, friend, flooder] = [connect(1), connect(2), connect(3)]
      await victim.announce()
      await friend.offer(1)
      await flooder.announce()
      for (let number = 1; number <= MAX_OUTBOX + 500; number += 1)
        await flooder.offer(number, number + 1_000_000)
      expect(flooder.session.outbox.size).toBe(MAX_OUTBOX)
      expect(victim.session.peers.get(HASH)?.inbox?.size).toBeLessThanOrEqual(MAX_OUTBOX + 1)
      friend.take()
      await victim.answer(friend, 1)
      expect(friend.take()).toMatchObject([{ kind: 'answer', offerId: offerId(1) }])
    })
  })

  describe('one who uses another’s peer id', () => {
    test('neither replaces nor removes it', async () => {
      const { counts, connect } = await createRegistry()
      const [victim, friend, thief] = [connect(1), connect(2), connect(3)]
      await victim.announce()
      await friend.announce()
      await thief.announce({ peerId: victim.peerId })
      expect(counts().peers).toBe(3)
      await thief.announce({ peerId: victim.peerId, event: 'stopped' })
      await thief.leave()
      expect(counts().peers).toBe(2)
      await friend.offer(1)
      expect(victim.take()).toHaveLength(1)
    })

    test('who never joined cannot stop it either', async () => {
      const { counts, connect } = await createRegistry()
      const victim = connect(1)
      await victim.announce()
      await connect(2).announce({ peerId: victim.peerId, event: 'stopped' })
      expect(counts().peers).toBe(1)
    })

    test('cannot take over a pending offer by offering under the same ids', async () => {
      const { connect } = await createRegistry()
      const [receiver, victim, thief] = [connect(1), connect(2), connect(3)]
      await receiver.announce()
      await victim.offer(1)
      receiver.take()
      await thief.announce({
        peerId: victim.peerId,
        offers: [1, 2].map(() => ({ offerId: offerId(1), sdp: 'stolen' })),
      })
      expect(receiver.take()).toEqual([])
      await receiver.answer(victim, 1)
      expect(victim.take().filter((message) => message.kind === 'answer')).toHaveLength(1)
    })

    test('a client that reconnects is not offered to its own former self', async () => {
      const { connect } = await createRegistry()
      const [before, after] = [connect(1), connect(1)]
      await before.announce()
      await after.offer(1)
      expect(before.take()).toEqual([reply(0, 1)].slice(1))
    })
  })

  describe('silence', () => {
    const aWhile = INTERVAL_SECONDS * 2

    test('past two intervals ends a peer, and its next announce brings it back', async () => {
      const { sweep, counts, connect, passSeconds } = await createRegistry()
      const client = connect(1)
      await client.announce({ left: 0 })
      passSeconds(aWhile)
      await sweep()
      expect(counts().peers).toBe(1)
      passSeconds(INTERVAL_SECONDS)
      await sweep()
      expect(counts()).toEqual({ swarms: 0, peers: 0 })
      expect(await client.announce({ left: 0 })).toEqual([reply(1, 0)])
    })

    test('about one torrent ends that one alone', async () => {
      const { sweep, connect, passSeconds } = await createRegistry()
      const client = connect(1)
      await client.announce()
      await client.announce({ infoHash: infoHash(2) })
      for (let interval = 0; interval < 3; interval += 1) {
        passSeconds(INTERVAL_SECONDS)
        await client.announce()
        await sweep()
      }
      expect([...client.session.peers.keys()]).toEqual([HASH])
    })

    test('is none while the client pings by itself', async () => {
      const { sweep, counts, connect, passSeconds } = await createRegistry()
      const client = connect(1)
      await client.announce()
      for (let minute = 0; minute < 20; minute += 1) {
        passSeconds(60)
        client.pinged()
        await sweep()
      }
      expect(counts().peers).toBe(1)
    })
  })

  describe('scrape', () => {
    test('tells zeros of what it does not know, and nothing to one who names nothing', async () => {
      const { connect } = await createRegistry()
      const client = connect(1)
      await client.announce()
      expect(await client.send({ kind: 'scrape', infoHashes: [infoHash(9)] })).toEqual([
        { kind: 'scrape', files: [{ infoHash: infoHash(9), complete: 0, incomplete: 0, downloaded: 0 }] },
      ])
      expect(await client.send({ kind: 'scrape', infoHashes: [] })).toEqual([{ kind: 'scrape', files: [] }])
    })
  })

  test('whatever sessions do, the counts are those of a plain model', async () => {
    const action = fc.record({
      client: fc.nat(4),
      hash: fc.nat(2),
      what: fc.constantFrom('announce', 'seed', 'stopped', 'reconnect', 'answer'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const { counts, connect } = await createRegistry()
        const clients = [0, 1, 2, 3, 4].map(connect)
        const model = new Map<string, boolean>()
        for (const { client: index, hash, what } of actions) {
          const client = clients[index]
          if (!client) continue
          const place = `${index}/${hash}`
          if (what === 'reconnect') {
            await client.leave()
            clients[index] = connect(index)
            for (const other of [0, 1, 2]) model.delete(`${index}/${other}`)
          } else if (what === 'answer') {
            await client.answer(clients[0] ?? client, 1, { infoHash: infoHash(hash) })
          } else {
            const isSeed = what === 'seed'
            const offers = [{ offerId: offerId(1), sdp: 'sdp' }]
            await client.announce({
              infoHash: infoHash(hash),
              left: isSeed ? 0 : 1,
              offers,
              ...(what === 'stopped' && { event: what }),
            })
            if (what === 'stopped') model.delete(place)
            else model.set(place, isSeed)
          }
        }
        const counted = await connect(9).send({ kind: 'scrape', infoHashes: [0, 1, 2].map(infoHash) })
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
      { numRuns: isOne ? 100 : 5 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  AddressedAnnounce,
  AddressedCounts,
  AddressedReply,
  Refusal,
} from '../../server/tracker/addressedTracker.ts'
import { OPEN, type Admission, type MemberId, type Report } from '../../server/tracker/admission.ts'
import { AddressedPeers, type AddressedPeer } from '../../server/tracker/addressedPeers.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { announceOf, createTrackers, INTERVAL_SECONDS, LIMITS } from './support/addressedTracker.ts'
import { describeNodes, type TrackerNode, type TrackerNodes } from './support/trackerNodes.ts'

interface Trackers extends TrackerNodes {
  /** The next one: a balancer spreads requests, also those of one client. */
  next(): TrackerNode
  sweep(): Promise<void>
}

async function as(
  trackers: Trackers,
  member: MemberId | null,
  request: AddressedAnnounce,
): Promise<AddressedReply | Refusal> {
  const { ready, tracker } = trackers.next()
  const reply = await ready.joining(request.infoHash, () => tracker.announce(member, request))
  await trackers.settled()
  return reply
}

async function announce(
  trackers: Trackers,
  ...parameters: Parameters<typeof announceOf>
): Promise<AddressedReply> {
  const reply = await as(trackers, null, announceOf(...parameters))
  if ('refusal' in reply) throw new Error(reply.refusal)
  return reply
}

async function scrape(trackers: Trackers): Promise<readonly AddressedCounts[] | Refusal> {
  await trackers.written()
  const { ready, tracker } = trackers.next()
  return ready.counting([infoHash(1)], () => tracker.scrape([infoHash(1)]))
}

const idsOf = (reply: AddressedReply): string[] => reply.peers.map((peer) => peer.peerId).toSorted()

describeNodes((create) => {
  async function createTrackers(
    limits: Partial<typeof LIMITS> = {},
    admission?: Admission,
  ): Promise<Trackers> {
    const nodes = await create({ ...LIMITS, ...limits }, admission)
    let asked = 0
    return {
      ...nodes,
      next: () => nodes.all[(asked += 1) % nodes.all.length] ?? nodes.all[0],
      async sweep() {
        for (const { tracker } of nodes.all) tracker.sweep()
        await nodes.settled()
      },
    }
  }

  describe('coming and going', () => {
    test('peers are told of each other, and are counted', async () => {
      const trackers = await createTrackers()
      expect(await announce(trackers, 1, { event: 'started', left: 0 })).toMatchObject({
        complete: 1,
        peers: [],
      })
      const reply = await announce(trackers, 2, { event: 'started' })
      expect(reply).toMatchObject({ complete: 1, incomplete: 1, intervalSeconds: INTERVAL_SECONDS })
      expect(idsOf(reply)).toEqual([peerId(1)])
      expect(idsOf(await announce(trackers, 1, { left: 0 }))).toEqual([peerId(2)])
    })

    test('who stops is gone, and a swarm with its last peer', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1)
      expect(await announce(trackers, 1, { event: 'stopped' })).toMatchObject({ incomplete: 0, peers: [] })
      expect(trackers.counts()).toEqual({ swarms: 0, peers: 0 })
    })

    test('a stop from elsewhere, or by another name, removes nobody', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1)
      await announce(trackers, 2, { peerId: peerId(1), event: 'stopped' })
      await announce(trackers, 1, { peerId: peerId(9), event: 'stopped' })
      expect(idsOf(await announce(trackers, 3))).toEqual([peerId(1)])
    })

    test('a stop by another member, or by nobody, removes nobody and books nothing', async () => {
      const reports: Report[] = []
      const trackers = await createTrackers({}, { ...OPEN, report: (report) => reports.push(report) })
      const [owner, stranger] = [1 as MemberId, 2 as MemberId]
      const stop = announceOf(1, { event: 'stopped', uploaded: 5e12, downloaded: 5e12 })
      await as(trackers, owner, announceOf(1))
      for (const sender of [stranger, null]) await as(trackers, sender, stop)
      expect(reports).toMatchObject([{ member: owner, uploaded: 0 }])
      expect(idsOf(await announce(trackers, 3))).toEqual([peerId(1)])
      await as(trackers, owner, stop)
      expect(reports.slice(1)).toMatchObject([{ member: owner, uploaded: 5e12 }])
      expect(idsOf(await announce(trackers, 3))).toEqual([])
    })

    test('who announces elsewhere by the same name takes nobody’s place', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1)
      await announce(trackers, 2, { peerId: peerId(1) })
      expect((await announce(trackers, 3)).peers.map(({ address }) => address).toSorted()).toEqual([
        '192.0.2.1',
        '192.0.2.2',
      ])
    })

    test('completed counts once, and not while something is left', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1, { event: 'completed', left: 5 })
      expect(await scrape(trackers)).toMatchObject([{ downloaded: 0 }])
      await announce(trackers, 1, { event: 'completed', left: 0 })
      await announce(trackers, 1, { event: 'completed', left: 0 })
      expect(await scrape(trackers)).toMatchObject([{ downloaded: 1, complete: 1 }])
    })

    test('a partial seed is a leecher that is not fetching', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1, { isPartialSeed: true })
      await announce(trackers, 2)
      expect(await scrape(trackers)).toMatchObject([{ incomplete: 2, downloaders: 1 }])
      await announce(trackers, 1)
      expect(await scrape(trackers)).toMatchObject([{ incomplete: 2, downloaders: 2 }])
    })

    test('who does not announce again is forgotten', async () => {
      const trackers = await createTrackers()
      await announce(trackers, 1)
      await announce(trackers, 2)
      trackers.passSeconds(INTERVAL_SECONDS * 2)
      await announce(trackers, 2)
      trackers.passSeconds(INTERVAL_SECONDS)
      await trackers.sweep()
      expect(trackers.counts().peers).toBe(1)
      expect((await announce(trackers, 3)).peers.map((peer) => peer.peerId)).toEqual([peerId(2)])
      trackers.passSeconds(INTERVAL_SECONDS * 3)
      await trackers.sweep()
      expect(trackers.counts()).toEqual({ swarms: 0, peers: 0 })
    })
  })

  describe('one registry', () => {
    test('WebRTC peers count, and are not told of', async () => {
      const trackers = await createTrackers()
      const sent: unknown[] = []
      const [{ swarms }] = trackers.all
      const session = swarms.connect((message) => sent.push(message), null, null)
      const offers = [{ offerId: 'an offer' as never, sdp: 'sdp' }]
      const request = { kind: 'announce', uploaded: 0, downloaded: 0, numwant: 5, offers } as const
      swarms.receive(session, { ...request, infoHash: infoHash(1), peerId: peerId(7), left: 0 })
      await trackers.settled()
      expect(await announce(trackers, 1)).toMatchObject({ complete: 1, incomplete: 1, peers: [] })
      swarms.receive(session, { ...request, infoHash: infoHash(1), peerId: peerId(7), left: 0 })
      await trackers.settled()
      expect(sent).toMatchObject([
        { kind: 'reply', complete: 1, incomplete: 0 },
        { kind: 'reply', complete: 1, incomplete: 1 },
      ])
      swarms.disconnect(session)
      await trackers.settled()
      expect(await announce(trackers, 1)).toMatchObject({ complete: 0, incomplete: 1 })
    })
  })

  describe('limits', () => {
    test('of peers at one address: in all swarms, and freed again', async () => {
      const trackers = await createTrackers({ peersPerAddress: 2 })
      await announce(trackers, 1)
      await announce(trackers, 1, { infoHash: infoHash(2) })
      await trackers.written()
      const third = announceOf(1, { infoHash: infoHash(3) })
      expect(await as(trackers, null, third)).toHaveProperty('refusal')
      expect(trackers.counts().swarms).toBe(2)
      await announce(trackers, 1, { event: 'stopped' })
      await trackers.written()
      expect(await as(trackers, null, third)).not.toHaveProperty('refusal')
    })

    test('of peers in one reply', async () => {
      const trackers = await createTrackers({ peersPerReply: 3 })
      for (let number = 1; number <= 8; number += 1) await announce(trackers, number)
      expect((await announce(trackers, 9)).peers).toHaveLength(3)
      expect((await announce(trackers, 9, { numwant: 2 })).peers).toHaveLength(2)
      expect((await announce(trackers, 9, { numwant: 0 })).peers).toEqual([])
      expect((await announce(trackers, 9, { numwant: 1e9 })).peers).toHaveLength(3)
    })
  })
})

describe('limits', () => {
  test('of a scrape', () => {
    const { tracker } = createTrackers()
    expect(tracker.scrape([1, 2, 3, 4].map(infoHash))).toHaveProperty('refusal')
    expect(tracker.scrape([])).toHaveProperty('refusal')
  })

  test('intervals differ by chance, upwards', () => {
    const trackers = createTrackers({ jitterPercent: 50 })
    const intervals = Array.from({ length: 50 }, () => {
      const reply = trackers.tracker.announce(null, announceOf(1))
      return 'refusal' in reply ? 0 : reply.intervalSeconds
    })
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(INTERVAL_SECONDS)
    expect(Math.max(...intervals)).toBeLessThan(INTERVAL_SECONDS * 1.5)
    expect(new Set(intervals).size).toBeGreaterThan(10)
  })
})

describe('the choice of peers', () => {
  /** Every other one over IPv4, unless `isIPv4` says otherwise. */
  function peersOf(
    seeds: number,
    leechers: number,
    isIPv4 = (number: number): boolean => number % 2 === 0,
  ): { peers: AddressedPeers; list: AddressedPeer[] } {
    const peers = new AddressedPeers()
    const list = Array.from({ length: seeds + leechers }, (_, number): AddressedPeer => ({
      address: '',
      endpoint: String(number).padStart(isIPv4(number) ? 6 : 18),
      peerId: peerId(number),
      isSeed: number < seeds,
      isPartialSeed: false,
      isElsewhere: false,
      hasCompleted: false,
      heardAt: 0,
      member: null,
      index: -1,
    }))
    for (const peer of list) peers.add(peer)
    return { peers, list }
  }

  test('a seed gets leechers alone; a leecher as many others as it wants and there are', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(50), fc.nat(), (seeds, leechers, count, which) => {
        const { peers, list } = peersOf(seeds, leechers)
        const self = list[which % Math.max(1, list.length)]
        if (!self) return
        const sample = peers.sample(self, count, Math.random)
        const others = self.isSeed ? leechers : seeds + leechers - 1
        expect(sample).not.toContain(self)
        expect(new Set(sample).size).toBe(sample.length)
        expect(sample.every((peer) => !self.isSeed || !peer.isSeed)).toBe(true)
        expect(sample).toHaveLength(Math.min(count, others))
      }),
    )
  })

  test('of one family alone, a client gets as many as it wants and there are', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(50), fc.nat(), (seeds, leechers, count, which) => {
        const { peers, list } = peersOf(seeds, leechers)
        const self = list[which % Math.max(1, list.length)]
        if (!self) return
        const sample = peers.sample(self, count, Math.random, true)
        const isNear = ({ endpoint, isSeed }: AddressedPeer): boolean =>
          endpoint.length === self.endpoint.length && !(self.isSeed && isSeed)
        const others = list.filter((peer) => peer !== self && isNear(peer))
        expect(new Set(sample).size).toBe(Math.min(count, others.length))
        expect(others).toEqual(expect.arrayContaining(sample))
      }),
    )
  })

  test('few of one family among many of the other are drawn as often as any', () => {
    const { peers, list } = peersOf(0, 101, (number) => number === 0)
    const self = list.at(-1)
    if (!self) throw new Error('There are none')
    let drawn = 0
    for (let times = 0; times < 2_000; times += 1) {
      if (peers.sample(self, 10, Math.random).some((peer) => peer === list[0])) drawn += 1
    }
    // A tenth of them; six standard deviations on either side.
    expect(drawn).toBeGreaterThan(120)
    expect(drawn).toBeLessThan(280)
  })

  test('the counts hold after any changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(2))), (steps) => {
        const { peers, list } = peersOf(3, 7)
        const left = new Set(list)
        for (const [place, step] of steps) {
          const peer = list[place]
          if (!peer || !left.has(peer)) continue
          if (step === 0) {
            peers.remove(peer)
            left.delete(peer)
          } else peers.heard(peer, 1, { isSeed: step === 1, isPartialSeed: false })
        }
        const seeds = [...left].filter((peer) => peer.isSeed).length
        expect([peers.size, peers.complete, peers.incomplete]).toEqual([left.size, seeds, left.size - seeds])
      }),
    )
  })
})

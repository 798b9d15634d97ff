import { expect, test } from 'vitest'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { announceBy } from './support/announces.ts'
import { announceOf, LIMITS } from './support/addressedTracker.ts'
import { describeNodes, type TrackerNode, type TrackerNodes } from './support/trackerNodes.ts'

describeNodes((create) => {
  /** Peer `number` comes to one of the nodes by turns. */
  async function join(nodes: TrackerNodes, number: number, swarm: number, left = 1): Promise<void> {
    const { swarms } = at(nodes, number)
    swarms.receive(
      swarms.connect(() => undefined, null, null),
      announceBy(number, { swarm, left }),
    )
    await nodes.settled()
  }

  async function asked<T>(nodes: TrackerNodes, answer: Promise<T> | T): Promise<T> {
    await nodes.settled()
    return answer
  }

  test('the largest swarms come first, wherever their peers are and whoever is asked', async () => {
    const nodes = await create({ ...LIMITS, torrentsPerSocket: 0 })
    let number = 0
    for (const [index, size] of [1, 4, 2, 1, 3].entries()) {
      for (let peer = 0; peer < size; peer += 1) await join(nodes, (number += 1), index + 1, peer)
    }
    const largest = [2, 5, 3, 1, 4].map((swarm) => infoHash(swarm))
    for (const { live } of nodes.all) {
      const { swarms, total } = await asked(nodes, live.largest(50))
      expect(swarms.map((swarm) => swarm.infoHash)).toEqual(largest)
      expect(swarms[0]).toEqual({
        infoHash: infoHash(2),
        seeds: 1,
        leechers: 3,
        addressedPeers: 0,
        downloaded: 0,
      })
      expect(total).toBe(5)
      const few = await asked(nodes, live.largest(2))
      expect(few.swarms.map((swarm) => swarm.infoHash)).toEqual(largest.slice(0, 2))
      expect(few.total).toBe(5)
    }
  })

  test('the peers of a swarm are told by a node that has none of them', async () => {
    const nodes = await create(LIMITS)
    await join(nodes, 1, 1, 0)
    const { tracker, ready } = at(nodes, 1)
    const announce = announceOf(4)
    await ready.joining(announce.infoHash, () => tracker.announce(null, announce))
    await nodes.settled()
    for (const { live } of nodes.all) {
      expect(await asked(nodes, live.find(infoHash(1)))).toMatchObject({
        seeds: 1,
        leechers: 1,
        peers: [
          { kind: 'webrtc', peerId: peerId(1), isSeed: true, isPartialSeed: false, member: null },
          { kind: 'addressed', peerId: peerId(4), isSeed: false, isPartialSeed: false, member: null },
        ],
      })
      expect(await asked(nodes, live.find(infoHash(2)))).toBeNull()
      const { swarms } = await asked(nodes, live.largest(1))
      expect(swarms).toMatchObject([{ seeds: 1, leechers: 1, addressedPeers: 1 }])
    }
  })
})

function at({ all }: TrackerNodes, number: number): TrackerNode {
  return all[number % all.length] ?? all[0]
}

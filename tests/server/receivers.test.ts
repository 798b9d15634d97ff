import { describe, expect, test } from 'vitest'
import { chooseReceivers } from '../../server/tracker/receivers.ts'
import { Swarm, type Member } from '../../server/tracker/swarm.ts'
import { infoHash } from '../wire/trackerIds.ts'

const NOBODY: ReadonlySet<Member> = new Set<Member>()

/** One swarm over several nodes, as the nodes see it: `views[n]` has the peers of node n as its own. */
function spread(sizes: readonly number[]) {
  const places = sizes.flatMap((size, node) => Array.from({ length: size }, () => node))
  const views = sizes.map((_, node) => {
    const swarm = new Swarm<Member>(infoHash(1))
    const members = places.map((at) => ({ isSeed: false, isElsewhere: at !== node, index: -1 }))
    for (const member of members) swarm.add(member)
    return { swarm, members, numbers: new Map(members.map((member, number) => [member, number])) }
  })
  /** Whom a peer's offers go to, by number. */
  const chosenBy = (peer: number, count: number): readonly number[] => {
    const view = views[places[peer] ?? 0]
    const self = view?.members[peer]
    if (!view || !self) throw new Error('There is no such peer.')
    const chosen = chooseReceivers(view.swarm, self, count, NOBODY, Math.random)
    return chosen.map((to) => view.numbers.get(to) ?? -1)
  }
  return { places, chosenBy }
}

/** In how many pieces the peers are once each has made its first offers. */
function pieces({ places, chosenBy }: ReturnType<typeof spread>, count: number): number {
  const roots = places.map((_, peer) => peer)
  const rootOf = (peer: number): number => {
    let root = peer
    while (roots[root] !== root) root = roots[root] ?? root
    roots[peer] = root
    return root
  }
  for (const peer of places.keys()) for (const to of chosenBy(peer, count)) roots[rootOf(peer)] = rootOf(to)
  return new Set(places.map((_, peer) => rootOf(peer))).size
}

describe('of five offers', () => {
  test('two go to other nodes at most, where the own one has enough', () => {
    const { places, chosenBy } = spread([50, 50, 50, 50])
    for (let peer = 0; peer < places.length; peer += 1) {
      const to = chosenBy(peer, 5)
      expect(new Set(to).size).toBe(5)
      expect(to).not.toContain(peer)
      expect(to.filter((each) => places[each] !== places[peer])).toHaveLength(2)
    }
  })

  test('all go somewhere, whoever is there', () => {
    for (const sizes of [
      [1, 9],
      [2, 9],
      [3, 3],
      [9, 1],
      [1, 1, 1, 1, 1, 1],
    ] as const) {
      const { places, chosenBy } = spread(sizes)
      for (let peer = 0; peer < places.length; peer += 1) {
        expect(new Set(chosenBy(peer, 5)).size).toBe(Math.min(5, places.length - 1))
      }
    }
  })
})

test('whoever has an offer already comes last, on whichever node', () => {
  const swarm = new Swarm<Member>(infoHash(1))
  const members = Array.from({ length: 12 }, (_, number) => ({
    isSeed: false,
    isElsewhere: number >= 6,
    index: -1,
  }))
  for (const member of members) swarm.add(member)
  const [self, ...others] = members
  if (!self) throw new Error('There are twelve.')
  for (let round = 0; round < 200; round += 1) {
    // All but two at the own node, and one elsewhere.
    const fresh = [others[0], others[1], others[7]]
    const has = new Set(others.filter((each) => !fresh.includes(each)))
    const chosen = chooseReceivers(swarm, self, 5, has, Math.random)
    expect(new Set(chosen).size).toBe(5)
    expect(new Set(chosen.slice(0, 3))).toEqual(new Set(fresh))
  }
})

test('where few are elsewhere, everybody is chosen about equally often', () => {
  const { places, chosenBy } = spread([18, 2])
  const times = places.map(() => 0)
  for (let round = 0; round < 2_000; round += 1) {
    for (const to of chosenBy(0, 4)) times[to] = (times[to] ?? 0) + 1
  }
  // 421 times each are expected, give or take 18 (one standard deviation).
  for (const each of times.slice(1)) expect(Math.abs(each - 421)).toBeLessThan(110)
})

describe('a swarm is in one piece', () => {
  const SPREADS = [
    { name: 'four nodes', sizes: [250, 250, 250, 250] },
    { name: 'four nodes of a few', sizes: [5, 5, 5, 5] },
    { name: 'a large node and a small one', sizes: [3, 997] },
    { name: 'single peers beside a large node', sizes: [1, 1, 500] },
    { name: 'many nodes', sizes: Array.from({ length: 20 }, () => 25) },
    { name: 'nodes of one peer each', sizes: Array.from({ length: 100 }, () => 1) },
  ]
  /** As many rounds as make it unlikely that a defect hides: of a thousand peers, one in 100,000 is cut off by chance. */
  const ROUNDS = 30

  test.each(SPREADS)('over $name', ({ sizes }) => {
    for (let round = 0; round < ROUNDS; round += 1) expect(pieces(spread(sizes), 5)).toBe(1)
  })

  test('without strangers it would not be', () => {
    const { places, chosenBy } = spread([250, 250, 250, 250])
    const near = (peer: number, count: number) =>
      chosenBy(peer, count).filter((to) => places[to] === places[peer])
    expect(pieces({ places, chosenBy: near }, 5)).toBe(4)
  })
})

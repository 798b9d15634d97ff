import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Swarm, type Member } from '../../server/tracker/swarm.ts'
import { infoHash } from '../wire/trackerIds.ts'

function swarmOf(size: number): { swarm: Swarm<Member>; members: Member[] } {
  const swarm = new Swarm<Member>(infoHash(1))
  const members = Array.from({ length: size }, () => ({ isSeed: false, isElsewhere: false, index: -1 }))
  for (const member of members) swarm.add(member)
  return { swarm, members }
}

test('a sample holds different others, as many as asked for or as there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(40), fc.nat(), (size, count, which) => {
      const { swarm, members } = swarmOf(size)
      const self = members[which % size]
      if (!self) throw new Error('No such member')
      const sample = swarm.sampleHere(self, count, Math.random)
      expect(new Set(sample).size).toBe(Math.min(count, size - 1))
      expect(sample).toHaveLength(Math.min(count, size - 1))
      expect(sample).not.toContain(self)
    }),
  )
})

test('every other member is drawn about equally often', () => {
  const { swarm, members } = swarmOf(6)
  const self = members[2]
  if (!self) throw new Error('No such member')
  const drawn = new Map<Member, number>()
  for (let round = 0; round < 5_000; round += 1) {
    for (const member of swarm.sampleHere(self, 2, Math.random))
      drawn.set(member, (drawn.get(member) ?? 0) + 1)
  }
  // 2,000 times each are expected, give or take 35 (one standard deviation).
  expect([...drawn.values()].toSorted((a, b) => a - b)[0]).toBeGreaterThan(1_800)
  expect(Math.max(...drawn.values())).toBeLessThan(2_200)
  expect(drawn.size).toBe(5)
})

test('members know their place after any removals, with those of this node first', () => {
  const removed = fc.array(fc.nat(9), { maxLength: 10 })
  const areElsewhere = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(removed, areElsewhere, (removals, elsewhere) => {
      const swarm = new Swarm<Member>(infoHash(1))
      const members = elsewhere.map((isElsewhere) => ({ isSeed: false, isElsewhere, index: -1 }))
      for (const member of members) swarm.add(member)
      const left = new Set(members)
      for (const index of removals) {
        const member = members[index]
        if (!member || !left.delete(member)) continue
        swarm.setSeed(member, true)
        swarm.remove(member)
        expect(member.index).toBe(-1)
      }
      expect([...left].map((member) => member.index).toSorted((a, b) => a - b)).toEqual(
        [...left].map((_, i) => i),
      )
      expect([swarm.size, swarm.complete, swarm.incomplete]).toEqual([left.size, 0, left.size])
      const places = swarm.members.map(({ isElsewhere }) => isElsewhere)
      expect(places).toEqual([...places].toSorted((a, b) => Number(a) - Number(b)))
      expect(swarm.here).toBe(places.filter((isElsewhere) => !isElsewhere).length)
    }),
  )
})

import { expect, test } from 'vitest'
import { TableUpkeep, type Counted } from '../../../server/cluster/tableUpkeep.ts'
import { SwarmTable } from '../../../server/tracker/swarmTable.ts'
import { infoHash } from '../../wire/trackerIds.ts'

/** In virtual time, with an outlet that writes down when a swarm was entered. */

function upkeepOf(count: number) {
  const counted = new Map<Counted['infoHash'], Counted>()
  for (let number = 1; number <= count; number += 1) {
    counted.set(infoHash(number), { infoHash: infoHash(number), seeds: 1, leechers: 0, partialSeeds: 0 })
  }
  let now = 0
  const entered: { readonly infoHash: string; readonly at: number }[] = []
  const upkeep = new TableUpkeep({
    outlet: { enter: (hash) => entered.push({ infoHash: hash, at: now }), write: () => undefined },
    table: new SwarmTable(),
    counted,
    now: () => now,
  })
  /** Until so much later, ten times a second; `answer` is the table's to whatever is entered. */
  const goTo = (until: number, answer: (swarm: Counted) => void): void => {
    for (now += 100; now <= until; now += 100) {
      const before = entered.length
      upkeep.enterDue(now, 100)
      for (const { infoHash: hash } of entered.slice(before)) {
        const swarm = counted.get(hash as Counted['infoHash'])
        if (swarm) answer(swarm)
      }
    }
    now = until
  }
  return { upkeep, swarms: [...counted.values()], entered, goTo }
}

test('what failed is repeated after ever longer, up to half a minute, until the table takes it in', () => {
  const { upkeep, swarms, entered, goTo } = upkeepOf(1)
  const [swarm] = swarms
  if (!swarm) throw new Error('There is one.')
  upkeep.failed(swarm)
  // The other command of the same turn.
  upkeep.failed(swarm)
  goTo(100_000, (failed) => upkeep.failed(failed))
  expect(entered.map(({ at }) => at)).toEqual([500, 1_500, 3_500, 7_500, 15_500, 31_500, 61_500, 91_500])
  goTo(130_000, (taken) => upkeep.entered(taken))
  expect(entered).toHaveLength(9)
  // The next failure is another's.
  upkeep.failed(swarm)
  goTo(131_000, (taken) => upkeep.entered(taken))
  expect(entered.at(-1)?.at).toBe(130_500)
  expect(entered).toHaveLength(10)
})

test('many that failed together are not repeated together, and none that is gone', () => {
  const { upkeep, swarms, entered, goTo } = upkeepOf(1_000)
  for (const swarm of swarms) upkeep.failed(swarm)
  for (const swarm of swarms.slice(0, 100)) upkeep.forget(swarm)
  goTo(20_000, (taken) => upkeep.entered(taken))
  expect(new Set(entered.map(({ infoHash: hash }) => hash))).toEqual(
    new Set(swarms.slice(100).map(({ infoHash: hash }) => hash)),
  )
  expect(entered).toHaveLength(900)
  const atOnce = Map.groupBy(entered, ({ at }) => at)
  expect(Math.max(...[...atOnce.values()].map((those) => those.length))).toBeLessThanOrEqual(20)
})

test('nothing is repeated to a table that is away: all of it is written anew when it is back', () => {
  const { upkeep, swarms, entered, goTo } = upkeepOf(10)
  for (const swarm of swarms) upkeep.failed(swarm)
  upkeep.endRound()
  goTo(60_000, () => undefined)
  expect(entered).toEqual([])
  upkeep.startRound()
  goTo(60_100, (taken) => upkeep.entered(taken))
  expect(entered).toHaveLength(10)
})

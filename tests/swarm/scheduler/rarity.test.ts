import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../src/core/random.ts'
import { PeerAbout } from '../../../src/swarm/scheduler/peerState.ts'
import type { PieceTable } from '../../../src/swarm/scheduler/pieceTable.ts'
import { Rarity } from '../../../src/swarm/scheduler/rarity.ts'
import { ledgerOf } from '../support/ledger.ts'

/** Takes everything there is, in order. */
function drain(rarity: Rarity): number[] {
  const order: number[] = []
  for (;;) {
    const piece = rarity.find(0, Infinity, () => true)
    if (piece === null) return order
    order.push(piece)
    rarity.setPickable(piece, false)
  }
}

describe('Rarity', () => {
  it('finds what fewest leechers have, whatever happened before', () => {
    const change = fc.record({
      piece: fc.nat(19),
      what: fc.constantFrom('add', 'remove', 'pickable', 'unpickable'),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), fc.integer(), (changes, seed) => {
        const rarity = new Rarity(20, seededRandom(seed))
        const counts = new Array<number>(20).fill(0)
        const pickable = new Set<number>()
        for (const { piece, what } of changes) {
          if (what === 'add') counts[piece] = (counts[piece] ?? 0) + 1
          if (what === 'remove') counts[piece] = Math.max(0, (counts[piece] ?? 0) - 1)
          if (what === 'add' || what === 'remove') rarity[what](piece)
          else rarity.setPickable(piece, what === 'pickable')
          if (what === 'pickable') pickable.add(piece)
          if (what === 'unpickable') pickable.delete(piece)
        }
        expect(rarity.any).toBe(pickable.size > 0)
        const order = drain(rarity)
        expect(new Set(order)).toEqual(pickable)
        const found = order.map((piece) => counts[piece] ?? 0)
        expect(found).toEqual([...found].sort((left, right) => left - right))
      }),
    )
  })

  it('looks only among the counts it is told', () => {
    const rarity = new Rarity(3, seededRandom(1))
    for (const piece of [0, 1, 2]) rarity.setPickable(piece, true)
    rarity.add(1)
    rarity.add(2)
    rarity.add(2)
    expect(rarity.find(0, 0, () => true)).toBe(0)
    expect(rarity.find(1, Infinity, () => true)).toBe(1)
    expect(rarity.find(1, Infinity, (piece) => piece !== 1)).toBe(2)
    expect(rarity.find(3, Infinity, () => true)).toBeNull()
  })

  it('orders what is equally rare differently for each', () => {
    const orders = [1, 2, 3].map((seed) => {
      const rarity = new Rarity(50, seededRandom(seed))
      for (let piece = 0; piece < 50; piece++) rarity.setPickable(piece, true)
      return drain(rarity).join()
    })
    expect(new Set(orders).size).toBe(3)
  })

  it('counts the same for whoever loses pieces and gets them again as for one who comes with what it has', () => {
    const PIECES = 12
    const step = fc.record({
      peer: fc.nat(3),
      piece: fc.nat(PIECES - 1),
      what: fc.constantFrom('have', 'lose'),
    })
    const start = fc.array(fc.constantFrom('all', 'none', 'half'), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 200 }), (starts, steps) => {
        const tableOf = (peers: readonly (readonly number[])[]) => {
          const abouts = new Map(peers.map((_, key) => [key, new PeerAbout(key, PIECES)]))
          const table = ledgerOf(PIECES * 16_384, 16_384)
          for (const about of abouts.values()) table.peers.set(about.key, about)
          table.select([{ from: 0, to: PIECES - 1 }])
          for (const [key, about] of abouts) table.replace(about, peers[key] ?? [])
          return { table, abouts }
        }
        const all = Array.from({ length: PIECES }, (_, piece) => piece)
        const begins = starts.map((each) => (each === 'all' ? all : each === 'none' ? [] : all.slice(6)))
        const { table, abouts } = tableOf(begins)
        for (const { peer, piece, what } of steps) {
          const about = abouts.get(peer)
          if (about) table[what === 'have' ? 'announce' : 'withdraw'](about, piece)
        }
        const ends = [...abouts.values()].map(({ pieces }) => all.filter((piece) => pieces.has(piece)))
        const fresh = tableOf(ends).table
        const counts = (of: PieceTable) => all.map((piece) => of.rarity.count(piece))
        expect(counts(table)).toEqual(counts(fresh))
        for (const most of [0, 1, 2]) {
          const found = table.rarity.find(most, most, () => true)
          expect(found === null).toBe(fresh.rarity.find(most, most, () => true) === null)
          if (found !== null) expect(table.rarity.count(found)).toBe(most)
        }
        // Nothing is left of those who have gone.
        for (const about of abouts.values()) table.forget(about)
        expect(counts(table)).toEqual(all.map(() => 0))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { Harness } from './harness.ts'

/** What each peer was told since the last look. */
function told(harness: Harness): Record<number, number[]> {
  const pieces: Record<number, number[]> = {}
  for (const each of harness.told.splice(0)) {
    if (each.kind === 'have') pieces[each.peer] = [...(pieces[each.peer] ?? []), ...each.pieces]
  }
  return pieces
}

function pass(harness: Harness, milliseconds: number): void {
  harness.now += milliseconds
  harness.scheduler.tick()
}

describe('what is here', () => {
  it('is told at once to those who lack it, and a little later to the rest', () => {
    const harness = new Harness({ pieces: 8 })
    harness.giver(1, 'all')
    harness.giver(2, [])
    pass(harness, 5000)
    told(harness)
    harness.scheduler.verified(3)
    expect(told(harness)).toEqual({ 2: [3] })
    harness.scheduler.verified(4)
    pass(harness, 500)
    expect(told(harness)).toEqual({ 2: [4] })
    pass(harness, 2000)
    expect(told(harness)).toEqual({ 1: [3, 4] })
  })

  it('is told to everybody at once when it is everything', () => {
    const harness = new Harness({ pieces: 2 })
    harness.giver(1, 'all')
    pass(harness, 5000)
    for (const piece of [0, 1]) harness.scheduler.verified(piece)
    pass(harness, 250)
    expect(told(harness)).toEqual({ 1: [0, 1] })
  })

  it('is told once, and not when it is gone again', () => {
    const harness = new Harness({ pieces: 8 })
    harness.giver(1, 'all')
    pass(harness, 5000)
    harness.scheduler.verified(3)
    harness.scheduler.verified(3)
    harness.scheduler.verified(4)
    harness.scheduler.forget(4)
    pass(harness, 5000)
    expect(told(harness)).toEqual({ 1: [3] })
  })

  it('is not told to who is gone', () => {
    const harness = new Harness({ pieces: 8 })
    harness.giver(1, 'all')
    pass(harness, 5000)
    harness.scheduler.verified(3)
    harness.scheduler.peerLeft(1)
    pass(harness, 5000)
    expect(told(harness)).toEqual({})
    for (let peer = 0; peer < 20; peer++) harness.giver(peer, [])
    harness.scheduler.verified(4)
    harness.scheduler.peerLeft(7)
    pass(harness, 5000)
    expect(Object.keys(told(harness))).toHaveLength(19)
  })

  it('is told to many peers several pieces at a time', () => {
    const harness = new Harness({ pieces: 8 })
    for (let peer = 0; peer < 20; peer++) harness.giver(peer, [])
    harness.scheduler.verified(3)
    harness.scheduler.verified(4)
    expect(told(harness)).toEqual({})
    pass(harness, 250)
    expect(told(harness)[7]).toEqual([3, 4])
  })

  it('is told to those of many who may fetch it, and to the rest later', () => {
    const harness = new Harness({ pieces: 8 })
    for (let peer = 0; peer < 20; peer++) {
      harness.giver(peer, [])
      harness.scheduler.interested(peer, true)
    }
    pass(harness, 250)
    const served = new Set<number>()
    for (const { kind, peer } of harness.told) {
      if (kind === 'unchoke') served.add(peer)
      if (kind === 'choke') served.delete(peer)
    }
    expect(served.size).toBe(8)
    told(harness)
    harness.scheduler.verified(3)
    pass(harness, 250)
    expect(new Set(Object.keys(told(harness)).map(Number))).toEqual(served)
    pass(harness, 2000)
    expect(Object.keys(told(harness))).toHaveLength(12)
  })
})

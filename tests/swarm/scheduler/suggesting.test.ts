import { describe, expect, it } from 'vitest'
import type { Commands } from '../../../src/swarm/scheduler/commands.ts'
import { Geometry } from '../../../src/swarm/scheduler/geometry.ts'
import { PeerAbout } from '../../../src/swarm/scheduler/peerState.ts'
import { Suggester } from '../../../src/swarm/scheduler/suggester.ts'
import { block, BLOCK, Harness } from './harness.ts'

const ALL = Array.from({ length: 64 }, (_, piece) => piece)

/** The pieces that the peer was told to fetch since the last look. */
function suggested(harness: Harness, peer: number): number[] {
  const mine = harness.told.filter((each) => each.kind === 'suggest' && each.peer === peer)
  harness.told.splice(0, harness.told.length, ...harness.told.filter((each) => !mine.includes(each)))
  return mine.flatMap((each) => ('piece' in each ? [each.piece] : []))
}

/** The peer asks for these pieces, one after the other, and gets them. */
function fetch(harness: Harness, peer: number, pieces: readonly number[]): void {
  for (const piece of pieces) {
    harness.scheduler.asked(peer, block(piece))
    for (const each of harness.blocks('serve', peer)) harness.scheduler.sent(peer, each)
    for (const token of harness.tokens(peer)) harness.scheduler.answered(peer, token, null)
    harness.told.splice(
      0,
      harness.told.length,
      ...harness.told.filter(({ kind }) => kind !== 'serve' && kind !== 'ping'),
    )
    harness.now += 200
  }
}

describe('what a peer is told to fetch', () => {
  it('is something else after it took much and none of that', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    const first = suggested(harness, 1)
    expect(first).toHaveLength(8)
    const others = ALL.filter((piece) => !first.includes(piece))
    fetch(harness, 1, others.slice(0, 10))
    expect(suggested(harness, 1)).toEqual([])
    fetch(harness, 1, others.slice(10, 30))
    const next = suggested(harness, 1)
    expect(next.length).toBeGreaterThan(0)
    expect(next.filter((piece) => first.includes(piece))).toEqual([])
  })

  it('is told to others when it wants nothing any more', () => {
    const harness = new Harness({ pieces: 16, have: ALL.slice(0, 16) })
    harness.taker(1)
    const first = suggested(harness, 1)
    harness.taker(2)
    const second = suggested(harness, 2)
    expect(second.filter((piece) => first.includes(piece))).toEqual([])
    harness.scheduler.interested(2, false)
    harness.taker(3)
    expect(new Set(suggested(harness, 3))).toEqual(new Set(second))
  })

  it('is not looked for among all pieces when it was told of all that it lacks', () => {
    const peer = new PeerAbout(1, 1000)
    for (let piece = 3; piece < 1000; piece++) peer.pieces.add(piece)
    let plans = 0
    const told: number[] = []
    const suggester = new Suggester({
      geometry: new Geometry(1000 * BLOCK, BLOCK),
      peers: new Map([[1, peer]]),
      commands: { suggest: (_peer: number, piece: number) => void told.push(piece) } as unknown as Commands,
      random: () => {
        plans++
        return 0.5
      },
      count: () => 0,
    })
    suggester.advise(peer, 0)
    expect(told).toEqual([0, 1, 2])
    plans = 0
    for (let time = 0; time < 100; time++) suggester.advise(peer, 0)
    expect(plans).toBe(0)
  })

  it('is nothing that it has begun to fetch, of which it may lack a part for a while', () => {
    const [pieces, blocks] = [20, 64]
    const peer = new PeerAbout(1, pieces)
    let plans = 0
    const told: number[] = []
    const suggester = new Suggester({
      geometry: new Geometry(pieces * blocks * BLOCK, blocks * BLOCK),
      peers: new Map([[1, peer]]),
      commands: { suggest: (_peer: number, piece: number) => void told.push(piece) } as unknown as Commands,
      random: () => {
        plans++
        return 0.5
      },
      count: () => 0,
    })
    // It is told of all at once, and takes them block by block, in turn.
    const rate = pieces * blocks
    suggester.advise(peer, rate)
    expect(told).toHaveLength(pieces)
    plans = 0
    for (let each = 0; each < blocks; each++) {
      for (let piece = 0; piece < pieces; piece++) {
        suggester.sent(peer, piece)
        suggester.advise(peer, rate)
      }
    }
    expect([told.length, plans]).toEqual([pieces, 0])
  })
})

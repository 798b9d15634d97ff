import { describe, expect, it } from 'vitest'
import { block, BLOCK, Harness } from './harness.ts'

const ALL = Array.from({ length: 256 }, (_, piece) => piece)
const [PEER, LANE] = [1, 100]

/** A peer that is given everything it asks for; it asks over the connections in turn, and all of it comes after 60 ms. */
function give(harness: Harness, connections: readonly number[], milliseconds: number): void {
  let asked = 0
  for (const end = harness.now + milliseconds; harness.now < end;) {
    for (const connection of connections) {
      for (let more = 0; more < 4; more++) harness.scheduler.asked(connection, block(asked++ % 256))
    }
    const told = harness.told.splice(0)
    for (const each of told) if (each.kind === 'serve') harness.scheduler.sent(each.peer, each.block)
    harness.now += 30
    for (const each of told) {
      if (each.kind === 'ping') harness.scheduler.answered(each.peer, each.token, null)
      else if (each.kind !== 'serve') harness.told.push(each)
    }
    harness.scheduler.tick()
  }
}

function widened(harness: Harness): number[] {
  return harness.told.flatMap((each) => (each.kind === 'widen' ? [each.lanes] : []))
}

describe('lanes', () => {
  it('are asked for as much as the peer itself, and for nothing that it is asked for', () => {
    const harness = new Harness({ pieces: 256 })
    harness.giver(PEER, 'all')
    const before = harness.blocks('request', PEER)
    harness.scheduler.laneJoined(LANE, PEER, false)
    const over = harness.blocks('request', LANE)
    expect(over.length).toBe(before.length)
    expect(before.map(({ piece }) => piece)).not.toContain(over[0]?.piece)
  })

  it('count as the peer: what comes over them is not rarer, and convicts it', () => {
    const harness = new Harness({ pieces: 8, blocksPerPiece: 2 })
    harness.giver(PEER, [3])
    harness.scheduler.laneJoined(LANE, PEER, false)
    expect(harness.scheduler.arrived(PEER, block(3, 0))).toBe('taken')
    expect(harness.blocks('request', LANE)).toEqual([])
    harness.scheduler.failed(3)
    expect(harness.scheduler.arrived(PEER, block(3, 1))).toBe('complete')
    harness.scheduler.failed(3)
    expect(harness.peersTold('ban')).toEqual([PEER])
  })

  it('are not asked while the peer chokes, and go with it', () => {
    const harness = new Harness({ pieces: 256 })
    harness.scheduler.peerJoined(PEER)
    harness.hasAll(PEER)
    harness.scheduler.laneJoined(LANE, PEER, true)
    expect(harness.blocks('request', LANE)).toEqual([])
    harness.scheduler.unchoked(PEER)
    const asked = harness.newRequests(LANE)
    expect(asked.length).toBeGreaterThan(0)
    harness.scheduler.peerLeft(PEER)
    harness.giver(2, 'all')
    expect(harness.scheduler.arrived(LANE, asked[0] ?? block(0))).toBe('unasked')
    expect(harness.blocks('request', LANE)).toEqual([])
  })

  it('are asked of others when they close', () => {
    const harness = new Harness({ pieces: 6 })
    harness.giver(PEER, 'all')
    harness.scheduler.laneJoined(LANE, PEER, false)
    const [lost] = harness.newRequests(LANE)
    harness.newRequests(PEER)
    harness.scheduler.laneLeft(LANE)
    for (let piece = 0; piece < 4; piece++) harness.scheduler.arrived(PEER, block(piece))
    expect(harness.newRequests(PEER)).toContainEqual(lost)
  })

  it('serve what is asked over them, unless the peer is choked', () => {
    const harness = new Harness({ pieces: 256, have: ALL })
    harness.taker(PEER)
    harness.scheduler.laneJoined(LANE, PEER, false)
    harness.scheduler.asked(LANE, block(5))
    expect(harness.blocks('serve', LANE)).toEqual([block(5)])
    harness.scheduler.setLimits({ up: null, down: null, give: 0 })
    expect(harness.peersTold('choke')).toEqual([PEER])
    harness.scheduler.asked(LANE, block(6))
    expect(harness.blocks('serve', LANE)).toEqual([block(5)])
  })

  it('are opened when what was sent keeps waiting, to peers that know them', () => {
    for (const [knows, waiting, expected] of [
      [true, 0, []],
      [false, 4 * BLOCK, []],
      [true, 4 * BLOCK, [3]],
    ] as const) {
      const harness = new Harness({ pieces: 256, have: ALL })
      harness.taker(PEER)
      if (knows) harness.scheduler.peerWidens(PEER)
      harness.waiting = waiting
      give(harness, [PEER], 3000)
      expect(widened(harness)).toEqual(expected)
    }
  })

  it('are closed when they do not help, by the end that opened them', () => {
    const harness = new Harness({ pieces: 256, have: ALL })
    harness.taker(PEER)
    harness.scheduler.peerWidens(PEER)
    harness.waiting = 4 * BLOCK
    give(harness, [PEER], 3000)
    expect(widened(harness)).toEqual([3])
    harness.scheduler.laneJoined(LANE, PEER, false)
    for (let lane = 1; lane <= 3; lane++) harness.scheduler.laneJoined(LANE + lane, PEER, true)
    // The line is what limits: the same comes, in turns.
    give(harness, [PEER], 10_000)
    expect(harness.peersTold('narrow').length).toBe(3)
    expect(harness.peersTold('narrow')).not.toContain(LANE)
  })

  it('are not opened to one of many: the page gives over several connections anyhow', () => {
    const harness = new Harness({ pieces: 256, have: ALL })
    for (let peer = PEER; peer < PEER + 5; peer++) harness.taker(peer)
    harness.scheduler.peerWidens(PEER)
    harness.waiting = 4 * BLOCK
    give(harness, [PEER], 5000)
    expect(widened(harness)).toEqual([])
  })
})

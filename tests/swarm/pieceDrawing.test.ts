import { expect, it } from 'vitest'
import { HERE, IN_FLIGHT, MISSING, PieceDrawing } from '../../src/swarm/pieceDrawing.ts'
import { block, Harness } from './scheduler/harness.ts'

/** What the page is shown of the pieces, as the scheduler does its work. */
function shown(harness: Harness) {
  const drawing = new PieceDrawing(harness.ledger)
  return {
    status: () => [...drawing.map().status],
    availability: () => [...drawing.map().availability],
    version: () => drawing.map().version,
  }
}

it('shows a piece in flight from the first request until its hash is right', () => {
  const harness = new Harness({ pieces: 3, blocksPerPiece: 2, have: [2] })
  const { status } = shown(harness)
  expect(status()).toEqual([MISSING, MISSING, HERE])
  harness.giver(1, [0])
  expect(status()).toEqual([IN_FLIGHT, MISSING, HERE])
  harness.scheduler.arrived(1, block(0, 0))
  harness.scheduler.arrived(1, block(0, 1))
  expect(status()).toEqual([IN_FLIGHT, MISSING, HERE])
  harness.scheduler.verified(0)
  expect(status()).toEqual([HERE, MISSING, HERE])
  harness.scheduler.forget(0)
  harness.scheduler.choked(1)
  expect(status()).toEqual([MISSING, MISSING, HERE])
})

it('shows what is asked over a lane alone', () => {
  const harness = new Harness({ pieces: 32 })
  const { status } = shown(harness)
  const isShown = ({ piece }: { piece: number }) => status()[piece] === IN_FLIGHT
  harness.giver(1, 'all')
  harness.scheduler.laneJoined(2, 1, false)
  const overLane = harness.newRequests(2)
  expect(overLane.length).toBeGreaterThan(0)
  expect(overLane.every(isShown)).toBe(true)
  harness.scheduler.laneLeft(2)
  const again = harness.newRequests(1).map(({ piece }) => piece)
  expect(overLane.filter(isShown).map(({ piece }) => piece)).toEqual(
    overLane.flatMap(({ piece }) => (again.includes(piece) ? [piece] : [])),
  )
})

it('shows what is asked of a web seed, which is nobody who has the piece', () => {
  const harness = new Harness({ pieces: 3 })
  const { status, availability } = shown(harness)
  harness.scheduler.originJoined(1)
  harness.scheduler.have(1, 1)
  expect(harness.blocks('request', 1)).toEqual([block(1)])
  expect(status()).toEqual([MISSING, IN_FLIGHT, MISSING])
  expect(availability()).toEqual([0, 0, 0])
})

it('counts everybody who has a piece: seeds, leechers, and leechers that became seeds', () => {
  const harness = new Harness({ pieces: 3 })
  const { availability, version } = shown(harness)
  harness.giver(1, 'all')
  harness.giver(2, [0, 1])
  expect(availability()).toEqual([2, 2, 1])
  harness.scheduler.have(2, 2)
  expect(availability()).toEqual([2, 2, 2])
  harness.scheduler.lostPiece(1, 0)
  expect(availability()).toEqual([1, 2, 2])
  const before = version()
  harness.scheduler.interested(1, true)
  harness.scheduler.tick()
  expect(version()).toBe(before)
  harness.scheduler.peerLeft(2)
  expect(availability()).toEqual([0, 1, 1])
})

it('forgets what a web seed was offered for when it is let go', () => {
  const harness = new Harness({ pieces: 3 })
  const { availability } = shown(harness)
  harness.scheduler.originJoined(1)
  harness.scheduler.have(1, 1)
  harness.scheduler.peerLeft(1)
  expect(harness.ledger.rarity.count(1)).toBe(0)
  expect(availability()).toEqual([0, 0, 0])
})

it('shows nothing in flight, and nobody, once the swarm is left', () => {
  const harness = new Harness({ pieces: 2, have: [1] })
  const { status, availability } = shown(harness)
  harness.giver(1, 'all')
  harness.scheduler.end()
  expect(status()).toEqual([MISSING, HERE])
  expect(availability()).toEqual([0, 0])
})

import { expect, it } from 'vitest'
import type { PeerKey } from '../../../src/swarm/scheduler/commands.ts'
import { BLOCK, Harness } from './harness.ts'

/** Milliseconds there and back, and from one look to the next. */
const ROUND_TRIP = 40
const STEP = 5

/**
 * Blocks that peers got in a minute, each of which always has requests of so many blocks open.
 *
 * @param aBlock milliseconds that the line takes for a block
 */
function share(lengths: readonly number[], aBlock: number): number[] {
  const pieces = 64
  const all = Array.from({ length: pieces }, (_, piece) => piece)
  const harness = new Harness({ pieces, blocksPerPiece: 64, have: all })
  const got = lengths.map(() => 0)
  const asked = lengths.map(() => 0)
  const open = lengths.map(() => 0)
  const answers: { at: number; peer: PeerKey; token: number }[] = []
  let free = harness.now
  for (const [peer] of lengths.entries()) harness.taker(peer)
  const end = harness.now + 60_000
  for (; harness.now < end; harness.now += STEP) {
    for (const [peer, length] of lengths.entries()) {
      while ((open[peer] ?? 0) * length < 64) {
        const at = (asked[peer] = (asked[peer] ?? 0) + 1) * length
        const place = { piece: (at >> 6) % pieces, offset: (at % 64) * BLOCK, length: length * BLOCK }
        open[peer] = (open[peer] ?? 0) + 1
        harness.scheduler.asked(peer, place)
      }
    }
    for (const each of harness.told.splice(0)) {
      if (each.kind === 'serve') {
        const blocks = each.block.length / BLOCK
        free = Math.max(free, harness.now) + blocks * aBlock
        got[each.peer] = (got[each.peer] ?? 0) + blocks
        open[each.peer] = (open[each.peer] ?? 0) - 1
        harness.scheduler.sent(each.peer, each.block)
      } else if (each.kind === 'ping') {
        answers.push({ at: Math.max(free, harness.now) + ROUND_TRIP, peer: each.peer, token: each.token })
      }
    }
    for (const { peer, token } of answers.filter(({ at }) => at <= harness.now && at > harness.now - STEP)) {
      harness.scheduler.answered(peer, token, null)
    }
    if (harness.now % 250 === 0) harness.scheduler.tick()
  }
  return got
}

it.each([40, 160, 300])('serves a peer no more for asking 128 KiB at once, at %i ms a block', (aBlock) => {
  const [little = 0, much = 0] = share([1, 8], aBlock)
  expect(little + much).toBeGreaterThan(0.8 * (60_000 / aBlock))
  expect(much / little).toBeLessThan(1.4)
})

it.each([[[1, 8]], [[1, 1]], [[8, 8]], [[1, 2]], [[1, 1, 8]]])(
  'serves peers that ask for %j blocks at once alike, on any line',
  (lengths) => {
    for (let aBlock = 10; aBlock <= 300; aBlock += 13) {
      const got = share(lengths, aBlock)
      expect(Math.max(...got) / Math.min(...got), `${aBlock} ms a block`).toBeLessThan(1.4)
    }
  },
)

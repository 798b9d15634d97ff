import { describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { DelayWindow, TARGET_QUEUE } from '../../../src/swarm/scheduler/delayWindow.ts'

/** A path: a round trip, and a line that takes `perBlock` for each block. */
interface Path {
  base: Milliseconds
  perBlock: Milliseconds
  /** The queue of others. */
  extra?: Milliseconds
  /** What of it is known to be on no line. */
  elsewhere?: Milliseconds
}

/** Keeps the window full over the path, block by block, and answers what the last second was like. */
function drive(
  window: DelayWindow,
  path: Path,
  from: Milliseconds,
  span: Milliseconds,
): { rate: number; queue: Milliseconds; at: Milliseconds } {
  const flying: { sent: Milliseconds; back: Milliseconds }[] = []
  let [now, free] = [from, from]
  let delivered = 0
  let queued = 0
  while (now < from + span) {
    while (flying.length < window.at(now)) {
      free = Math.max(free, now) + path.perBlock
      flying.push({ sent: now, back: free + path.base + (path.extra ?? 0) })
    }
    window.filled()
    const next = flying.shift()
    if (!next) throw new Error('A window holds one block at least.')
    now = Math.max(now, next.back)
    window.sample(now - next.sent, now, path.elsewhere)
    if (now < from + span - 1000) continue
    delivered++
    queued += now - next.sent - path.base - path.perBlock
  }
  return { rate: delivered, queue: queued / Math.max(1, delivered), at: now }
}

const OPTIONS = { least: 2, most: 1024, initial: 4 }

describe('DelayWindow', () => {
  // 16 KiB each 2.83 ms are 50 Mbit/s with headers.
  it.each([
    ['4 Mbit/s, 40 ms', { base: 40, perBlock: 35 }],
    ['50 Mbit/s, 40 ms', { base: 40, perBlock: 2.83 }],
    ['20 Mbit/s, 100 ms', { base: 100, perBlock: 7 }],
    ['200 Mbit/s, 20 ms', { base: 20, perBlock: 0.7 }],
  ])('fills %s within four seconds, and queues little', (_, path) => {
    const { rate, queue } = drive(new DelayWindow(OPTIONS), path, 0, 4000)
    expect(rate).toBeGreaterThan((0.93 * 1000) / path.perBlock)
    expect(queue).toBeLessThan(Math.max(60, 2 * path.perBlock))
  })

  it('has room for what waits for a busy processor, which is no queue of its own', () => {
    const path = { base: 40, perBlock: 2.83 }
    const busy = { ...path, extra: 150 }
    const [told, untold] = [150, 0].map((elsewhere) => {
      const window = new DelayWindow(OPTIONS)
      const { at } = drive(window, path, 0, 4000)
      return drive(window, { ...busy, elsewhere }, at, 2000).rate
    })
    expect(told).toBeGreaterThan(1.5 * (untold ?? 0))
    expect(told).toBeGreaterThan((0.75 * 1000) / path.perBlock)
  })

  it('finds a line that has become faster, and one that has become slower', () => {
    const window = new DelayWindow(OPTIONS)
    const slow = { base: 40, perBlock: 20 }
    const fast = { base: 40, perBlock: 2 }
    let { at } = drive(window, slow, 0, 4000)
    const after = drive(window, fast, at, 4000)
    expect(after.rate).toBeGreaterThan(0.9 * 500)
    at = after.at
    expect(drive(window, slow, at, 4000).queue).toBeLessThan(70)
  })

  it.each([
    ['10 Mbit/s', { base: 40, perBlock: 13.5 }],
    ['50 Mbit/s', { base: 40, perBlock: 2.83 }],
  ])('leaves hardly a queue on %s while it is told so, and fills the line', (_, path) => {
    let target = TARGET_QUEUE
    const window = new DelayWindow({ ...OPTIONS, spare: 1, target: () => target })
    let { at } = drive(window, path, 0, 4000)
    target = 12
    const quiet = drive(window, path, at, 4000)
    expect(quiet.queue).toBeLessThan(18)
    expect(quiet.rate).toBeGreaterThan((0.9 * 1000) / path.perBlock)
    ;({ at } = quiet)
    target = TARGET_QUEUE
    expect(drive(window, path, at, 4000).queue).toBeGreaterThan(18)
  })

  it('measures a path anew that has become longer', () => {
    const window = new DelayWindow(OPTIONS)
    const { at } = drive(window, { base: 20, perBlock: 3 }, 0, 4000)
    expect(drive(window, { base: 150, perBlock: 3 }, at, 15_000).rate).toBeGreaterThan(0.8 * 333)
  })

  it('has no more on its way within the house than a gigabit needs, however long it waits for a processor', () => {
    const window = new DelayWindow(OPTIONS)
    let { at } = drive(window, { base: 2, perBlock: 0.5 }, 0, 2000)
    for (const extra of [20, 60, 120]) {
      ;({ at } = drive(window, { base: 2, perBlock: 0.5, extra, elsewhere: extra }, at, 2000))
      expect(window.at(at)).toBeLessThanOrEqual(64)
      expect(window.at(at)).toBeGreaterThanOrEqual(32)
    }
  })

  it('goes on when a busy processor delays whatever arrives', () => {
    const window = new DelayWindow(OPTIONS)
    const { at } = drive(window, { base: 2, perBlock: 1 }, 0, 4000)
    const { rate } = drive(window, { base: 2, perBlock: 1, extra: 120 }, at, 8000)
    expect(rate).toBeGreaterThan(250)
  })

  it('does so even when it had hardly begun', () => {
    const window = new DelayWindow(OPTIONS)
    window.sample(3, 0)
    const { rate } = drive(window, { base: 2, perBlock: 1, extra: 120 }, 10, 8000)
    expect(rate).toBeGreaterThan(250)
  })

  it('does not take one late block for a queue', () => {
    const window = new DelayWindow(OPTIONS)
    const { at } = drive(window, { base: 40, perBlock: 3 }, 0, 4000)
    const before = window.at(at)
    window.sample(400, at + 1)
    expect(window.at(at + 1)).toBe(before)
  })

  it('does not grow while it is not filled', () => {
    const window = new DelayWindow(OPTIONS)
    for (let now = 0; now < 5000; now += 50) window.sample(40, now)
    expect(window.at(5000)).toBe(4)
  })

  it('begins again with half as much after a stall', () => {
    const window = new DelayWindow(OPTIONS)
    const { at } = drive(window, { base: 40, perBlock: 3 }, 0, 4000)
    const before = window.at(at)
    window.stalled()
    expect(window.at(at)).toBeLessThanOrEqual(before / 2 + 1)
    expect(drive(window, { base: 40, perBlock: 3 }, at, 2000).rate).toBeGreaterThan(0.9 * 333)
  })
})

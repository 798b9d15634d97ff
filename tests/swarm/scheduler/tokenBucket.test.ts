import { describe, expect, it } from 'vitest'
import { TokenBucket } from '../../../src/swarm/scheduler/tokenBucket.ts'

/** How many bytes pass in ten seconds when somebody looks every so often. */
function passed(bucket: TokenBucket, every: number): number {
  let bytes = 0
  for (let now = 0; now <= 10_000; now += every) {
    while (bucket.open(now)) {
      bucket.take(16_384)
      bytes += 16_384
    }
  }
  return bytes
}

describe('TokenBucket', () => {
  it.each([10, 200, 1000])('keeps to its rate when it is looked at every %i ms', (every) => {
    const bucket = new TokenBucket()
    bucket.limit(100_000, 0)
    const bytes = passed(bucket, every)
    expect(bytes).toBeGreaterThan(950_000)
    expect(bytes).toBeLessThan(1_050_000)
  })

  it('takes back what did not pass, and saves up no more for it', () => {
    const bucket = new TokenBucket()
    bucket.limit(100_000, 0)
    expect(bucket.open(500)).toBe(true)
    bucket.take(100_000)
    expect(bucket.open(500)).toBe(false)
    bucket.giveBack(100_000)
    expect(bucket.open(500)).toBe(true)
    for (let count = 0; count < 100; count++) bucket.giveBack(100_000)
    bucket.take(110_000)
    expect(bucket.open(500)).toBe(false)
  })

  it('lets nothing through at 0, and everything without a limit', () => {
    const bucket = new TokenBucket()
    expect(bucket.open(0)).toBe(true)
    bucket.limit(0, 0)
    expect(passed(bucket, 100)).toBe(0)
    bucket.limit(null, 10_000)
    expect(bucket.open(10_000)).toBe(true)
  })

  it('takes back what did not pass, and no more than it can hold', () => {
    const bucket = new TokenBucket()
    bucket.giveBack(1e9)
    bucket.limit(100_000, 0)
    bucket.open(1000)
    bucket.take(100_000)
    expect(bucket.open(1000)).toBe(false)
    bucket.giveBack(60_000)
    expect(bucket.open(1000)).toBe(true)
    bucket.giveBack(1e9)
    bucket.take(100_000)
    expect(bucket.open(1000)).toBe(false)
  })
})

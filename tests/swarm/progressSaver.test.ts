import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProgressSaver } from '../../src/swarm/progressSaver.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('ProgressSaver', () => {
  it('saves once a second, however often something changes', async () => {
    let saves = 0
    const saver = new ProgressSaver(async () => {
      saves++
    })
    for (let n = 0; n < 50; n++) saver.changed()
    expect(saves).toBe(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(saves).toBe(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(saves).toBe(1)
    saver.changed()
    await vi.advanceTimersByTimeAsync(1000)
    expect(saves).toBe(2)
  })

  it('never saves twice at the same time, and outlives a failure', async () => {
    let running = 0
    let saves = 0
    const saver = new ProgressSaver(async () => {
      expect(++running).toBe(1)
      await Promise.resolve()
      running--
      if (++saves === 1) throw new Error('the disk is full')
    })
    await Promise.all([saver.saveNow(), saver.saveNow(), saver.saveNow()])
    expect(saves).toBe(3)
  })
})

import { describe, expect, it } from 'vitest'
import { HERE, IN_FLIGHT, MISSING, Progress } from '../../src/swarm/progress.ts'
import { FileLayout } from '../../src/torrent/fileLayout.ts'

describe('Progress', () => {
  it('counts bytes of files as pieces arrive, once', () => {
    const progress = new Progress(new FileLayout([100, 0, 60]), 64)
    expect(progress.count).toBe(3)
    progress.markHere(1)
    progress.markHere(1)
    expect(progress.fileProgress(0)).toBeCloseTo(36 / 100)
    expect(progress.fileProgress(1)).toBe(1)
    expect(progress.fileProgress(2)).toBeCloseTo(28 / 60)
    expect(progress.wantedHere).toBe(64)
    expect(progress.complete).toBe(false)
    progress.markAllHere()
    expect(progress.complete).toBe(true)
  })

  it('counts no padding, and fetches what is padding alone only with everything', () => {
    const files = [
      { start: 0, length: 64 },
      { start: 200, length: 20 },
    ]
    const progress = new Progress(FileLayout.of({ files, size: 320 }), 64)
    expect(progress.wantedSize).toBe(84)
    expect(progress.wantedRanges()).toEqual([{ from: 0, to: 4 }])
    progress.want(new Set([1]))
    expect(progress.wantedRanges()).toEqual([{ from: 3, to: 3 }])
    progress.want(new Set([0, 1]))
    progress.markHere(0)
    progress.markHere(3)
    expect([progress.complete, progress.whole, progress.ratio]).toEqual([true, false, 1])
    expect(progress.missingInAll).toBe(192)
    progress.markAllHere()
    expect([progress.whole, progress.missingInAll]).toEqual([true, 0])
  })

  it('is complete when the wanted files are', () => {
    const progress = new Progress(new FileLayout([64, 64, 64]), 64)
    progress.want(new Set([0, 2]))
    expect(progress.wantedRanges()).toEqual([
      { from: 0, to: 0 },
      { from: 2, to: 2 },
    ])
    progress.markHere(0)
    progress.markHere(2)
    expect(progress.complete).toBe(true)
    progress.want(new Set([0, 1, 2]))
    expect(progress.complete).toBe(false)
    expect(progress.wantedRanges()).toEqual([{ from: 0, to: 2 }])
  })

  it('turns requests that came to nothing back into missing pieces', () => {
    const progress = new Progress(new FileLayout([64 * 3]), 64)
    progress.setInFlight(new Set([0, 1]))
    progress.markHere(0)
    progress.setInFlight(new Set([2]))
    expect([...progress.status]).toEqual([HERE, MISSING, IN_FLIGHT])
  })

  it('changes its version only when something changed', () => {
    const progress = new Progress(new FileLayout([64]), 64)
    progress.setInFlight(new Set([0]))
    const { version } = progress
    progress.setInFlight(new Set([0]))
    progress.setAvailability(0, 0)
    expect(progress.version).toBe(version)
  })
})

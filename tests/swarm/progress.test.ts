import { describe, expect, it } from 'vitest'
import { Progress } from '../../src/swarm/progress.ts'
import { FileLayout } from '../../src/torrent/fileLayout.ts'
import { ledgerOf } from './support/ledger.ts'

function progressOf(layout: FileLayout) {
  const pieces = ledgerOf(layout.size, 64)
  return { pieces, progress: new Progress(layout, pieces) }
}

describe('Progress', () => {
  it('counts bytes of files as pieces come and go, once', () => {
    const { pieces, progress } = progressOf(new FileLayout([100, 0, 60]))
    pieces.setHere(1, true)
    pieces.setHere(1, true)
    expect(progress.fileProgress(0)).toBeCloseTo(36 / 100)
    expect(progress.fileProgress(1)).toBe(1)
    expect(progress.fileProgress(2)).toBeCloseTo(28 / 60)
    expect(progress.wantedHere).toBe(64)
    expect(progress.complete).toBe(false)
    pieces.addHere([0, 1, 2])
    expect(progress.complete).toBe(true)
    pieces.setHere(1, false)
    pieces.setHere(1, false)
    expect(progress.wantedHere).toBe(96)
  })

  it('counts no padding, and fetches what is padding alone only with everything', () => {
    const files = [
      { start: 0, length: 64 },
      { start: 200, length: 20 },
    ]
    const { pieces, progress } = progressOf(FileLayout.of({ files, size: 320 }))
    expect(progress.wantedSize).toBe(84)
    expect(progress.wantedRanges()).toEqual([{ from: 0, to: 4 }])
    progress.want(new Set([1]))
    expect(progress.wantedRanges()).toEqual([{ from: 3, to: 3 }])
    progress.want(new Set([0, 1]))
    pieces.addHere([0, 3])
    expect([progress.complete, progress.whole, progress.ratio]).toEqual([true, false, 1])
    expect(progress.missingInAll).toBe(192)
    pieces.addHere([0, 1, 2, 3, 4])
    expect([progress.whole, progress.missingInAll]).toEqual([true, 0])
  })

  it('is complete when the wanted files are', () => {
    const { pieces, progress } = progressOf(new FileLayout([64, 64, 64]))
    progress.want(new Set([0, 2]))
    expect(progress.wantedRanges()).toEqual([
      { from: 0, to: 0 },
      { from: 2, to: 2 },
    ])
    pieces.addHere([0, 2])
    expect(progress.complete).toBe(true)
    progress.want(new Set([0, 1, 2]))
    expect(progress.complete).toBe(false)
    expect(progress.wantedRanges()).toEqual([{ from: 0, to: 2 }])
  })
})

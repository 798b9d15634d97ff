import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileLayout } from '../../src/torrent/fileLayout.ts'

describe('FileLayout', () => {
  it('finds the parts of files that a range covers, and skips empty files', () => {
    const layout = new FileLayout([3, 0, 5, 0, 2])
    expect(layout.size).toBe(10)
    expect(layout.slices(2, 9)).toEqual([
      { file: 0, from: 2, to: 3 },
      { file: 2, from: 0, to: 5 },
      { file: 4, from: 0, to: 1 },
    ])
    expect(layout.slices(0, 0)).toEqual([])
  })

  it('knows the pieces of a file, none for an empty one', () => {
    const layout = new FileLayout([3, 0, 5])
    expect(layout.piecesOf(0, 2)).toEqual({ from: 0, to: 1 })
    expect(layout.piecesOf(1, 2)).toBeNull()
    expect(layout.piecesOf(2, 2)).toEqual({ from: 1, to: 3 })
  })

  it('leaves out what lies between files', () => {
    const layout = FileLayout.of({
      files: [
        { start: 0, length: 3 },
        { start: 3, length: 0 },
        { start: 8, length: 5 },
      ],
      size: 16,
    })
    expect([layout.size, layout.start(2), layout.length(2)]).toEqual([16, 8, 5])
    expect(layout.slices(2, 16)).toEqual([
      { file: 0, from: 2, to: 3 },
      { file: 2, from: 0, to: 5 },
    ])
    expect(layout.slices(4, 8)).toEqual([])
    expect(layout.slices(9, 10)).toEqual([{ file: 2, from: 1, to: 2 }])
    expect(layout.slices(13, 16)).toEqual([])
    expect(layout.piecesOf(0, 4)).toEqual({ from: 0, to: 0 })
    expect(layout.piecesOf(2, 4)).toEqual({ from: 2, to: 3 })
  })

  it('finds files that are made of the same bytes, and those behind an empty one that lies among them', () => {
    const starts = [10, 10, 10, 10, 30]
    const layout = new FileLayout([20, 20, 0, 20, 10], { starts, size: 40 })
    const all = [0, 1, 3].map((file) => ({ file, from: 0, to: 20 }))
    expect(layout.slices(0, 30)).toEqual(all)
    expect(layout.slices(0, 40)).toEqual([...all, { file: 4, from: 0, to: 10 }])
    expect(layout.slices(29, 31)).toEqual([
      ...[0, 1, 3].map((file) => ({ file, from: 19, to: 20 })),
      { file: 4, from: 0, to: 1 },
    ])
  })

  it('covers every byte of a range exactly once, in order', () => {
    const lengths = fc.array(fc.nat(20), { maxLength: 30 })
    fc.assert(
      fc.property(lengths, fc.nat(600), fc.nat(600), (files, a, b) => {
        const layout = new FileLayout(files)
        const from = Math.min(a, b, layout.size)
        const to = Math.min(Math.max(a, b), layout.size)
        const bytes = layout
          .slices(from, to)
          .flatMap((slice) =>
            Array.from(
              { length: slice.to - slice.from },
              (_, i) => layout.start(slice.file) + slice.from + i,
            ),
          )
        expect(bytes).toEqual(Array.from({ length: to - from }, (_, i) => from + i))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPieces, layoutMosaic, markStateOf } from '../../src/core/mosaicLayout.ts'

describe('the layout', () => {
  it('fits, and stands for every piece exactly once', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 200, max: 1200 }),
      fc.integer({ min: 100, max: 400 }),
    )
    fc.assert(
      fc.property(sizes, ([pieces, width, height]) => {
        const layout = layoutMosaic(pieces, width, height)
        expect(layout.columns * layout.cell).toBeLessThanOrEqual(width)
        expect(layout.rows * layout.cell).toBeLessThanOrEqual(height)
        expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(layout.marks)
        expect(layout.marks * layout.piecesPerMark).toBeGreaterThanOrEqual(pieces)
        expect((layout.marks - 1) * layout.piecesPerMark).toBeLessThan(pieces)
      }),
    )
  })

  it('draws one mark a piece as long as there is room', () => {
    expect(layoutMosaic(640, 540, 300).piecesPerMark).toBe(1)
    expect(layoutMosaic(24_000, 540, 300).piecesPerMark).toBeGreaterThan(1)
  })

  it('is empty for nothing', () => {
    expect(layoutMosaic(0, 540, 300).marks).toBe(0)
    expect(layoutMosaic(10, 0, 300).marks).toBe(0)
  })
})

describe('what a mark shows', () => {
  const pieces = {
    count: 7,
    status: Uint8Array.of(2, 2, 0, 1, 0, 0, 2),
    availability: Uint8Array.of(9, 9, 3, 5, 1, 0, 9),
  }

  it('is its piece when it stands for one', () => {
    expect(markStateOf(pieces, 0, 1)).toEqual({ here: 1, inFlight: false, availability: 0 })
    expect(markStateOf(pieces, 2, 1)).toEqual({ here: 0, inFlight: false, availability: 3 })
    expect(markStateOf(pieces, 3, 1)).toEqual({ here: 0, inFlight: true, availability: 5 })
  })

  it('is a part, and the rarest, of several; the last mark may have fewer', () => {
    expect(markStateOf(pieces, 0, 4)).toEqual({ here: 0.5, inFlight: true, availability: 3 })
    expect(markStateOf(pieces, 1, 4)).toEqual({ here: 1 / 3, inFlight: false, availability: 0 })
  })

  it('can be counted', () => {
    expect(countPieces(pieces)).toEqual({ here: 3, inFlight: 1 })
  })
})

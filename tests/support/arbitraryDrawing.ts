import fc from 'fast-check'
import { FULL, INKS, type Drawing } from '../../src/core/drawing/drawing.ts'

/** Any drawing within the limits. */
export function arbitraryDrawing(): fc.Arbitrary<Drawing> {
  const point = fc.record({ x: fc.nat(FULL), y: fc.nat(FULL) })
  const ink = fc.nat(INKS - 1)
  const pen = fc.record({
    tool: fc.constant('pen' as const),
    ink,
    points: fc.array(point, { minLength: 1, maxLength: 40 }),
  })
  const shape = fc.record({
    tool: fc.constantFrom('arrow' as const, 'box' as const),
    ink,
    points: fc.array(point, { minLength: 2, maxLength: 2 }),
  })
  return fc.array(fc.oneof(pen, shape), { minLength: 1, maxLength: 6 })
}

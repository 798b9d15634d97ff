import { describe, expect, test } from 'vitest'
import { FULL } from '../../../src/core/drawing/drawing.ts'
import { packDrawing, unpackDrawing } from '../../../src/core/drawing/packDrawing.ts'
import { growingStroke, partsOf, pressKey, RESTING, type KeyPen } from '../../../src/core/drawing/keyPen.ts'
import { viewOf } from '../../../src/core/drawing/view.ts'

/** Drawing without a pointer. */

const view = viewOf(1600, 900)

/** Presses keys one after the other; `+` before one is Shift. */
function press(keys: readonly string[], tool: 'pen' | 'arrow' | 'box', from: KeyPen = RESTING) {
  let pen = from
  const did: (string | null)[] = []
  const strokes = []
  for (const each of keys) {
    const pressed = pressKey(
      pen,
      { key: each.replace(/^\+/, ''), shiftKey: each.startsWith('+') },
      { tool, ink: 3, view },
    )
    did.push(pressed?.did ?? null)
    if (pressed) pen = pressed.pen
    if (pressed?.stroke) strokes.push(pressed.stroke)
  }
  return { pen, did, strokes }
}

describe('a pen that keys move', () => {
  test('goes as far across as down, less with Shift, and never off the picture', () => {
    const across = press(['ArrowRight'], 'pen').pen.at.x - RESTING.at.x
    const down = press(['ArrowDown'], 'pen').pen.at.y - RESTING.at.y
    expect(down / across).toBeCloseTo(1600 / 900, 1)
    expect(press(['+ArrowRight'], 'pen').pen.at.x - RESTING.at.x).toBeLessThan(across / 4)
    const far = Array.from({ length: 100 }, () => ['ArrowLeft', 'ArrowUp']).flat()
    expect(press(far, 'pen').pen.at).toEqual({ x: 0, y: 0 })
    const other = Array.from({ length: 100 }, () => ['ArrowRight', 'ArrowDown']).flat()
    expect(press(other, 'pen').pen.at).toEqual({ x: FULL, y: FULL })
    expect(partsOf(press(other, 'pen').pen.at)).toEqual({ across: 100, down: 100 })
  })

  test.each(['arrow', 'box'] as const)('begins and ends an %s with two points', (tool) => {
    const { did, strokes, pen } = press([' ', 'ArrowRight', 'ArrowDown', 'Enter'], tool)
    expect(did).toEqual(['begun', 'moved', 'moved', 'drawn'])
    expect(strokes).toEqual([{ tool, ink: 3, points: [RESTING.at, pen.at] }])
    expect(unpackDrawing(packDrawing(strokes))).toEqual(strokes)
    // Of no size it is a slip.
    expect(press([' ', ' '], tool)).toMatchObject({ did: ['begun', 'dropped'], strokes: [] })
  })

  test('puts the points of a line until Enter, and a dot', () => {
    const keys = [' ', 'ArrowRight', ' ', 'ArrowDown', 'Enter']
    const { did, strokes } = press(keys, 'pen')
    expect(did).toEqual(['begun', 'moved', 'point', 'moved', 'drawn'])
    expect(strokes[0]?.points).toHaveLength(3)
    expect(press([' ', 'Enter'], 'pen').strokes[0]?.points).toHaveLength(1)
    const endless = [
      ' ',
      ...Array.from({ length: 500 }, (_, at) => [at % 2 ? 'ArrowLeft' : 'ArrowRight', ' ']).flat(),
    ]
    expect(unpackDrawing(packDrawing(press(endless, 'pen').strokes))).not.toBeNull()
  })

  test('drops what was begun, and leaves other keys alone', () => {
    const { did, strokes, pen } = press([' ', 'ArrowRight', 'Escape', 'Escape', 'd'], 'box')
    expect(did).toEqual(['begun', 'moved', 'dropped', null, null])
    expect(strokes).toEqual([])
    expect(pen.points).toEqual([])
  })

  test('shows what has begun up to where it is', () => {
    expect(growingStroke(RESTING, 'box', 1)).toBeNull()
    const { pen } = press([' ', 'ArrowRight', ' ', 'ArrowRight'], 'pen')
    expect(growingStroke(pen, 'pen', 1)?.points).toHaveLength(3)
    expect(growingStroke(pen, 'arrow', 1)?.points).toEqual([RESTING.at, pen.at])
  })
})

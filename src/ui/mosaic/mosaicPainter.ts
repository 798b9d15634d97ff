import { MARK_PATH } from '../../core/mark.ts'
import { markStateOf, type MarkState, type MosaicLayout } from '../../core/mosaicLayout.ts'
import { seededRandom } from '../../core/random.ts'
import type { Palette } from '../palette.ts'

interface Pieces {
  readonly count: number
  readonly status: Uint8Array
  readonly availability: Uint8Array
}

const ARRIVAL_SECONDS = 0.6
/** Smaller marks than this are filled: an outline would be nothing but outline. */
const OUTLINED_FROM = 13

/**
 * Draws the pieces of a share, one mark each. Only what changed is drawn again, and only what just arrived moves.
 * Each mark stays inside its cell, so that clearing the cell clears the mark.
 */
export class MosaicPainter {
  readonly #context: CanvasRenderingContext2D
  readonly #mark = new Path2D(MARK_PATH)
  #layout: MosaicLayout = { marks: 0, piecesPerMark: 1, columns: 0, rows: 0, cell: 0 }
  #ratio = 1
  #palette: Palette | null = null
  #states: MarkState[] = []
  /** What of each mark is shown as here by now; it follows the state. */
  #shown = new Float32Array(0)
  #angle = new Float32Array(0)
  readonly #moving = new Set<number>()

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context
  }

  /** Takes up a layout and a palette and draws everything as it is, without motion. */
  reset(layout: MosaicLayout, palette: Palette, ratio: number, pieces: Pieces): void {
    const random = seededRandom(layout.marks)
    this.#layout = layout
    this.#palette = palette
    this.#ratio = ratio
    this.#moving.clear()
    this.#states = Array.from({ length: layout.marks }, (_, i) =>
      markStateOf(pieces, i, layout.piecesPerMark),
    )
    this.#shown = Float32Array.from(this.#states, (state) => state.here)
    this.#angle = Float32Array.from(this.#states, (state, i) => {
      const drifting = random() * 2 * Math.PI
      return state.here === 1 ? this.#courseOf(i) : drifting
    })
    const { canvas } = this.#context
    this.#context.setTransform(1, 0, 0, 1, 0, 0)
    this.#context.clearRect(0, 0, canvas.width, canvas.height)
    for (let i = 0; i < layout.marks; i++) this.#draw(i)
  }

  /** Takes up what changed since. */
  update(pieces: Pieces, still: boolean): void {
    const { marks, piecesPerMark } = this.#layout
    for (let i = 0; i < marks; i++) {
      const state = markStateOf(pieces, i, piecesPerMark)
      const before = this.#states[i]
      if (before && isSame(before, state)) continue
      this.#states[i] = state
      if (still) {
        this.#shown[i] = state.here
        if (state.here === 1) this.#angle[i] = this.#courseOf(i)
        this.#draw(i)
      } else {
        this.#moving.add(i)
      }
    }
  }

  /** Moves what moves; answers whether anything still does. */
  frame(step: number): boolean {
    for (const i of this.#moving) {
      if (!this.#advance(i, step)) this.#moving.delete(i)
      this.#draw(i)
    }
    return this.#moving.size > 0
  }

  #advance(i: number, step: number): boolean {
    const state = this.#states[i]
    if (!state) return false
    const shown = this.#shown[i] ?? 0
    const left = state.here - shown
    const most = step / ARRIVAL_SECONDS
    this.#shown[i] = Math.abs(left) <= most ? state.here : shown + Math.sign(left) * most
    const turning = state.here === 1 && this.#fallIn(i, step)
    return turning || this.#shown[i] !== state.here
  }

  /** Turns a mark that has arrived into the course of the others; false once it swims with them. */
  #fallIn(i: number, step: number): boolean {
    const angle = this.#angle[i] ?? 0
    const course = this.#courseOf(i)
    const off = Math.atan2(Math.sin(course - angle), Math.cos(course - angle))
    if (Math.abs(off) < 0.02) {
      this.#angle[i] = course
      return false
    }
    this.#angle[i] = angle + off * Math.min(1, step * 6)
    return true
  }

  /** The common course, which bends a little over the picture. */
  #courseOf(i: number): number {
    const column = i % this.#layout.columns
    const row = Math.floor(i / this.#layout.columns)
    return 0.32 * Math.sin(column * 0.21 + row * 0.34) - 0.2
  }

  #draw(i: number): void {
    const { cell, columns } = this.#layout
    const state = this.#states[i]
    if (!state || !this.#palette) return
    const context = this.#context
    const [left, top] = [(i % columns) * cell, Math.floor(i / columns) * cell]
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0)
    context.clearRect(left, top, cell, cell)
    const shown = this.#shown[i] ?? 0
    // The rarer a missing piece is, the fainter and smaller.
    const known = Math.min(5, state.availability) / 5
    if (shown < 1) {
      const lively = state.inFlight ? 1 : 0
      const length = (0.52 + 0.2 * known + 0.1 * lively) * cell
      this.#shape(i, length, state.inFlight ? this.#palette.get : this.#palette.muted)
      context.globalAlpha = (lively ? 0.95 : 0.34 + 0.46 * known) * (1 - shown)
      if (!state.inFlight && cell >= OUTLINED_FROM) this.#stroke(length)
      else context.fill(this.#mark)
    }
    if (shown > 0) {
      // A mark that arrives is large and bright for a moment.
      const arriving = Math.sin(shown * Math.PI)
      this.#shape(i, (0.9 + 0.1 * arriving) * cell, this.#palette.get)
      context.globalAlpha = Math.min(1, 0.2 + 0.8 * shown) * this.#glint(i)
      context.fill(this.#mark)
    }
    context.globalAlpha = 1
  }

  /** Light on the school: a slow wave of brightness across it. */
  #glint(i: number): number {
    const column = i % this.#layout.columns
    const row = Math.floor(i / this.#layout.columns)
    return 0.82 + 0.18 * Math.sin(column * 0.33 - row * 0.52)
  }

  #shape(i: number, length: number, colour: string): void {
    const { cell, columns } = this.#layout
    const scale = length * this.#ratio
    const angle = this.#angle[i] ?? 0
    const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
    const x = ((i % columns) + 0.5) * cell * this.#ratio
    const y = (Math.floor(i / columns) + 0.5) * cell * this.#ratio
    this.#context.setTransform(cos, sin, -sin, cos, x, y)
    this.#context.fillStyle = colour
    this.#context.strokeStyle = colour
  }

  #stroke(length: number): void {
    // The context is scaled to the mark's length, and the line with it.
    this.#context.lineWidth = 1.1 / length
    this.#context.stroke(this.#mark)
  }
}

function isSame(a: MarkState, b: MarkState): boolean {
  return a.here === b.here && a.inFlight === b.inFlight && a.availability === b.availability
}

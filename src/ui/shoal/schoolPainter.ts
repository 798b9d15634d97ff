import { MARK_PATH } from '../../core/mark.ts'
import type { School } from '../../core/school.ts'
import type { Palette } from '../palette.ts'

/** One mark in so many is warm. */
const WARM_EVERY = 13

/** Draws a school on a canvas context that is scaled by `ratio`. */
export class SchoolPainter {
  readonly #mark = new Path2D(MARK_PATH)

  paint(context: CanvasRenderingContext2D, school: School, palette: Palette, ratio: number): void {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, context.canvas.width, context.canvas.height)
    for (let i = 0; i < school.count; i++) {
      const depth = school.depth[i] ?? 0
      context.fillStyle = i % WARM_EVERY === 0 ? palette.give : palette.get
      // Far marks are dim: this, and their slowness, is all the depth there is.
      this.mark(context, ratio, school.x[i] ?? 0, school.y[i] ?? 0, {
        heading: Math.atan2(school.vy[i] ?? 0, school.vx[i] ?? 0),
        length: 8 + 13 * depth,
        alpha: 0.14 + 0.66 * depth * depth,
      })
    }
    context.globalAlpha = 1
  }

  mark(
    context: CanvasRenderingContext2D,
    ratio: number,
    x: number,
    y: number,
    look: { heading: number; length: number; alpha: number },
  ): void {
    const scale = look.length * ratio
    const [cos, sin] = [Math.cos(look.heading) * scale, Math.sin(look.heading) * scale]
    context.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio)
    context.globalAlpha = look.alpha
    context.fill(this.#mark)
  }
}

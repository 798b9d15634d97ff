import type { Point } from '../flight.ts'
import {
  FULL,
  MOST_POINTS,
  MOST_STROKES,
  MOST_STROKE_POINTS,
  TOOLS,
  type Drawing,
  type Stroke,
} from './drawing.ts'

/*
 * A drawing in few bytes. Numbers are as LEB128 has them: seven bits a byte, the lowest first.
 *
 *     version  1  always 1
 *     and for each stroke:
 *     kind     1  the tool's number in its lower two bits, the ink in the next three
 *     count       of points
 *     points      x and y of the first; of each other one how far it is from the one before, signs in the lowest bit
 */

const VERSION = 1
/** {@link FULL} twice, and a sign. */
const MOST_STEP = 2 * (FULL + 1)

export function packDrawing(drawing: Drawing): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [VERSION]
  for (const { tool, ink, points } of drawing) {
    bytes.push(TOOLS.indexOf(tool) | (ink << 2))
    write(bytes, points.length)
    let last: Point | null = null
    for (const point of points) {
      write(bytes, last ? folded(point.x - last.x) : point.x)
      write(bytes, last ? folded(point.y - last.y) : point.y)
      last = point
    }
  }
  return new Uint8Array(bytes)
}

/** Null for what is no drawing, or more of one than {@link MOST_POINTS} and the other limits let through. */
export function unpackDrawing(bytes: Uint8Array): Drawing | null {
  if (bytes[0] !== VERSION || bytes.length < 2) return null
  const source = { bytes, at: 1 }
  const strokes: Stroke[] = []
  let left = MOST_POINTS
  while (source.at < bytes.length) {
    const stroke = strokes.length < MOST_STROKES ? readStroke(source) : null
    if (!stroke || stroke.points.length > left) return null
    left -= stroke.points.length
    strokes.push(stroke)
  }
  return strokes
}

interface Source {
  readonly bytes: Uint8Array
  at: number
}

function readStroke(source: Source): Stroke | null {
  const kind = source.bytes[source.at++] ?? 0
  const tool = TOOLS[kind & 3]
  const ink = kind >> 2
  const count = read(source)
  if (!tool || ink > 7 || count === null || count < 1 || count > MOST_STROKE_POINTS) return null
  if (tool !== 'pen' && count !== 2) return null
  const points: Point[] = []
  for (let each = 0; each < count; each++) {
    const last = points.at(-1)
    const [x, y] = [read(source), read(source)]
    if (x === null || y === null) return null
    const point = last ? { x: last.x + unfolded(x), y: last.y + unfolded(y) } : { x, y }
    if (!inFrame(point.x) || !inFrame(point.y)) return null
    points.push(point)
  }
  return { tool, ink, points }
}

function inFrame(place: number): boolean {
  return place >= 0 && place <= FULL
}

function write(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128)
  bytes.push(rest)
}

/** Null at the end, and for a number larger than any here. */
function read(source: Source): number | null {
  let value = 0
  for (let shift = 0; shift < 21; shift += 7) {
    const byte = source.bytes[source.at++]
    if (byte === undefined) return null
    value |= (byte & 127) << shift
    if (byte < 128) return value < MOST_STEP ? value : null
  }
  return null
}

/** Small numbers of either sign as small numbers without one: 0, −1, 1, −2, 2… */
function folded(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step
}

function unfolded(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}

/** A school of marks in a plane. Index `i` of each array is one mark. */
export interface School {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** Pixels a second. */
  readonly vx: Float32Array
  readonly vy: Float32Array
  /** 0 far … 1 near: near marks are larger, brighter and faster. */
  readonly depth: Float32Array
  /** 0…1, a mark's own place in the turning ring. */
  readonly place: Float32Array
}

export interface Water {
  readonly width: number
  readonly height: number
  /** Where the school swims around, in its own half-widths: what is written there stays readable. */
  readonly island: { readonly x: number; readonly y: number; readonly rx: number; readonly ry: number } | null
  /** The point to gather at, while a file is held there. */
  readonly gather: { readonly x: number; readonly y: number } | null
}

/** How far beyond the edge a mark swims before it comes back at the other side. */
const MARGIN = 24
const DRIFT_SPEED = 22
const RING_SPEED = 210
/** How quickly a mark takes up the course it wants, per second. */
const DRIFT_AGILITY = 1.1
const GATHER_AGILITY = 4.5

export function createSchool(count: number, width: number, height: number, random: () => number): School {
  const school: School = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    vx: new Float32Array(count),
    vy: new Float32Array(count),
    depth: new Float32Array(count),
    place: new Float32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const along = random()
    // Most swim in a loose band that bends across the water; the rest are strays.
    const band = height * (0.5 + 0.34 * Math.sin(along * 5.2 + 0.6))
    const spread = (random() + random() + random() - 1.5) * height * 0.3
    school.x[i] = along * (width + 2 * MARGIN) - MARGIN
    school.y[i] = random() < 0.72 ? band + spread : random() * height
    school.depth[i] = random() ** 1.4
    school.place[i] = random()
    school.vx[i] = DRIFT_SPEED
  }
  return school
}

/**
 * Moves the school on.
 *
 * @param seconds the time on the water's clock, by which its currents change
 * @param step seconds since the last move
 */
export function moveSchool(school: School, water: Water, seconds: number, step: number): void {
  const { x, y, vx, vy } = school
  const blend = 1 - Math.exp(-step * (water.gather ? GATHER_AGILITY : DRIFT_AGILITY))
  for (let i = 0; i < school.count; i++) {
    const [wantX, wantY] = water.gather
      ? ringCourse(school, i, water.gather)
      : driftCourse(school, i, water, seconds)
    vx[i] = at(vx, i) + (wantX - at(vx, i)) * blend
    vy[i] = at(vy, i) + (wantY - at(vy, i)) * blend
    x[i] = at(x, i) + at(vx, i) * step
    y[i] = at(y, i) + at(vy, i) * step
    if (!water.gather) comeBack(school, i, water)
  }
}

/** The radius of the ring in which a mark turns. */
export function ringRadius(school: School, index: number): number {
  return 46 + 92 * Math.sqrt(at(school.place, index))
}

function ringCourse(school: School, i: number, centre: { x: number; y: number }): [number, number] {
  const dx = at(school.x, i) - centre.x
  const dy = at(school.y, i) - centre.y
  const distance = Math.max(1, Math.hypot(dx, dy))
  const inward = Math.min(1, Math.max(-1, (distance - ringRadius(school, i)) / 60))
  const speed = RING_SPEED * (0.75 + 0.5 * at(school.depth, i)) * (1 + Math.min(3, distance / 400))
  // Far away straight to the ring, on the ring along it.
  const around = Math.sqrt(1 - inward * inward)
  const ux = dx / distance
  const uy = dy / distance
  return [(-uy * around - ux * inward) * speed, (ux * around - uy * inward) * speed]
}

function driftCourse(school: School, i: number, water: Water, seconds: number): [number, number] {
  const px = at(school.x, i)
  const py = at(school.y, i)
  const heading = currentAt(px, py, seconds)
  const speed = DRIFT_SPEED * (0.35 + 0.9 * at(school.depth, i))
  let wantX = Math.cos(heading) * speed
  let wantY = Math.sin(heading) * speed
  if (water.island) {
    const ix = (px - water.island.x) / water.island.rx
    const iy = (py - water.island.y) / water.island.ry
    // Each mark keeps its own distance, or all would swim along one line.
    const nearness = 1.2 + 0.75 * at(school.place, i) - Math.hypot(ix, iy)
    if (nearness > 0) {
      // Above the island it bends upwards, below it downwards.
      wantY += (py < water.island.y ? -1 : 1) * nearness * speed * 2.2
      wantX += speed * nearness * 0.4
    }
  }
  return [wantX, wantY]
}

/** A slow current that flows to the right and winds, as a heading in radians. */
export function currentAt(x: number, y: number, seconds: number): number {
  return (
    0.42 * Math.sin(x * 0.0052 + seconds * 0.11) +
    0.34 * Math.cos(y * 0.0081 - seconds * 0.07) +
    0.22 * Math.sin((x + y) * 0.0034 + seconds * 0.05)
  )
}

function comeBack(school: School, i: number, { width, height }: Water): void {
  if (at(school.x, i) > width + MARGIN) school.x[i] = -MARGIN
  else if (at(school.x, i) < -MARGIN) school.x[i] = width + MARGIN
  if (at(school.y, i) > height + MARGIN) school.y[i] = -MARGIN
  else if (at(school.y, i) < -MARGIN) school.y[i] = height + MARGIN
}

function at(values: Float32Array, index: number): number {
  return values[index] ?? 0
}

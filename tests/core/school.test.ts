import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { createSchool, moveSchool, ringRadius, type School, type Water } from '../../src/core/school.ts'

const OPEN: Water = { width: 800, height: 500, island: null, gather: null }
const CENTRE = { x: 300, y: 200 }

function swim(school: School, water: Water, seconds: number): void {
  for (let time = 0; time < seconds; time += 1 / 30) moveSchool(school, water, time, 1 / 30)
}

const schoolOf = (seed = 1) => createSchool(120, OPEN.width, OPEN.height, seededRandom(seed))

function distances(school: School, { x, y }: { x: number; y: number }): number[] {
  return Array.from({ length: school.count }, (_, i) =>
    Math.hypot((school.x[i] ?? 0) - x, (school.y[i] ?? 0) - y),
  )
}

describe('drifting', () => {
  it('is the same for the same seed', () => {
    const [one, other] = [schoolOf(), schoolOf()]
    swim(one, OPEN, 5)
    swim(other, OPEN, 5)
    expect(one.x).toEqual(other.x)
    expect(schoolOf(2).y).not.toEqual(schoolOf(1).y)
  })

  it('is slow, and never leaves the water for good', () => {
    const school = schoolOf()
    swim(school, OPEN, 120)
    for (let i = 0; i < school.count; i++) {
      expect(Math.hypot(school.vx[i] ?? 0, school.vy[i] ?? 0)).toBeLessThan(45)
      expect(school.x[i]).toBeGreaterThanOrEqual(-24)
      expect(school.x[i]).toBeLessThanOrEqual(OPEN.width + 24)
    }
  })

  it('swims around what is written in the middle', () => {
    const island = { x: 400, y: 250, rx: 220, ry: 90 }
    const [around, through] = [schoolOf(), schoolOf()]
    swim(around, { ...OPEN, island }, 60)
    swim(through, OPEN, 60)
    const inside = (school: School) =>
      Array.from({ length: school.count }).filter(
        (_, i) => Math.hypot(((school.x[i] ?? 0) - 400) / 220, ((school.y[i] ?? 0) - 250) / 90) < 1,
      ).length
    expect(inside(around)).toBeLessThan(inside(through) / 2)
  })
})

describe('gathering', () => {
  it('comes together in a ring around the point within two seconds', () => {
    const school = schoolOf()
    swim(school, { ...OPEN, gather: CENTRE }, 2)
    const off = distances(school, CENTRE).map((distance, i) => Math.abs(distance - ringRadius(school, i)))
    expect(off.filter((each) => each < 40).length).toBeGreaterThan(school.count * 0.85)
  })

  it('turns, all the same way', () => {
    const school = schoolOf()
    swim(school, { ...OPEN, gather: CENTRE }, 3)
    for (let i = 0; i < school.count; i++) {
      const [dx, dy] = [(school.x[i] ?? 0) - CENTRE.x, (school.y[i] ?? 0) - CENTRE.y]
      expect(dx * (school.vy[i] ?? 0) - dy * (school.vx[i] ?? 0)).toBeGreaterThan(0)
    }
  })
})

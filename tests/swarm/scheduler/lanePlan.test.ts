import { describe, expect, it } from 'vitest'
import { LanePlan } from '../../../src/swarm/scheduler/lanePlan.ts'

const ROUND_TRIP = 40
const KB = 1000

/** A connection that is given over, a look every 25 ms. */
class Connection {
  now = 0
  lanes = 0
  readonly plan = new LanePlan(0)
  /** Bytes a millisecond of one connection, and of the line. */
  each = 500
  line = 6000
  /** What waits in the browser although it was sent. */
  waiting: number | null = null
  roundTrip = ROUND_TRIP
  /** The lanes that are asked for are not open yet. */
  opening = false

  get open(): number {
    return this.opening ? 0 : this.lanes
  }

  run(milliseconds: number): number[] {
    const changes: number[] = []
    for (const end = this.now + milliseconds; this.now < end;) {
      this.now += 25
      const rate = Math.min(this.line, this.each * (1 + this.open))
      if (rate > 0) {
        this.plan.look(this.waiting ?? (rate < this.line ? 30 * KB : 0))
        this.plan.arrived(rate * 25)
      }
      const change = this.plan.decide(this.open, this.roundTrip, this.now)
      if (change === 0) continue
      changes.push(change)
      this.lanes += change
    }
    return changes
  }
}

describe('the plan of lanes', () => {
  it('opens none while the line is what limits', () => {
    const connection = new Connection()
    connection.each = connection.line
    expect(connection.run(30_000)).toEqual([])
  })

  it('opens some within a second when the transport holds back, and fifteen in all where those pay', () => {
    const connection = new Connection()
    expect(connection.run(500)).toEqual([3, 12])
    expect(connection.run(10_000)).toEqual([])
  })

  it('waits for lanes that are on their way before it opens others', () => {
    const connection = new Connection()
    connection.line = 60_000
    expect(connection.run(300)).toEqual([3])
    connection.run(200)
    expect(connection.lanes).toBe(15)
    connection.lanes = 5
    expect(connection.run(3000)).toEqual([])
    expect(connection.run(3000)).toEqual([10])
  })

  it('opens no more where three lanes bring less than their part', () => {
    const connection = new Connection()
    connection.line = 900
    connection.waiting = 30 * KB
    expect(connection.run(60_000)).toEqual([3])
  })

  it('waits while a connection still speeds up by itself', () => {
    const connection = new Connection()
    connection.each = 20
    connection.waiting = 30 * KB
    for (let stretch = 0; stretch < 8; stretch++) {
      expect(connection.run(100)).toEqual([])
      connection.each *= 1.5
    }
  })

  it('opens more where a connection crawls, although nothing waits in it whenever something arrives', () => {
    const connection = new Connection()
    connection.each = 300
    connection.waiting = 0
    expect(connection.run(2000)).toEqual([])
    for (let glances = 0; glances < 4; glances++) connection.plan.glance(16 * KB)
    expect(connection.run(100)).toEqual([3])
  })

  it('opens none over a line that is slow itself', () => {
    const connection = new Connection()
    connection.each = connection.line = 125
    connection.roundTrip = 170
    connection.waiting = 16 * KB
    for (let quarters = 0; quarters < 40; quarters++) {
      connection.plan.glance(16 * KB)
      expect(connection.run(250)).toEqual([])
    }
  })

  it('keeps lanes that a connection which came to a halt was worse without, however fast it was once', () => {
    const connection = new Connection()
    connection.each = connection.line
    connection.run(1000)
    connection.waiting = 30 * KB
    connection.run(100)
    connection.each = 300
    connection.opening = true
    connection.run(500)
    connection.opening = false
    connection.waiting = 0
    expect(connection.run(5000)).toEqual([])
    expect(connection.lanes).toBe(3)
  })

  it('gives back what did not help, and tries again ever later', () => {
    const connection = new Connection()
    connection.line = 500
    connection.waiting = 30 * KB
    expect(connection.run(10_000)).toEqual([3, -3])
    expect(connection.run(20_000)).toEqual([])
    expect(connection.run(10_000)).toEqual([3, -3])
    expect(connection.run(50_000)).toEqual([])
  })

  it('gives back what nothing goes over', () => {
    const connection = new Connection()
    connection.run(5000)
    expect(connection.lanes).toBe(15)
    connection.each = 0
    expect(connection.run(10_000)).toEqual([-15])
  })

  it('gives back by halves when nothing is held any more', () => {
    const connection = new Connection()
    connection.run(5000)
    connection.each = connection.line
    expect(connection.run(20_000)).toEqual([-8])
    expect(connection.run(45_000)).toEqual([-4, -2, -1])
  })

  it('leaves a peer alone that refuses', () => {
    const connection = new Connection()
    expect(connection.run(200)).toEqual([3])
    connection.lanes = 0
    connection.plan.refused(connection.now)
    expect(connection.run(25_000)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'

describe('the connections of a page', () => {
  it('are far fewer than the 500 that browsers allow, and some of them are kept from lanes', () => {
    const budget = new ConnectionBudget()
    let taken = 0
    for (; budget.room > 0; taken++) budget.take()
    expect(taken).toBe(300)
    expect(() => budget.take()).toThrow('too-many-connections')
    budget.giveBack()
    expect(budget.room).toBe(1)
    expect(budget.roomForLanes).toBe(0)
  })

  it('leave some for every share, however many others have', () => {
    const budget = new ConnectionBudget()
    const shares = Array.from({ length: 12 }, () => {
      let has = 0
      for (; has < 50 && budget.roomFor(has) > 0; has++) budget.take()
      return has
    })
    expect(shares.slice(0, 5)).toEqual([50, 50, 50, 50, 50])
    expect(Math.min(...shares.slice(5, 9))).toBeGreaterThan(0)
    expect(budget.room).toBeGreaterThanOrEqual(0)
  })

  it('are as many as the machine bears, and no more come while it has too much to do', () => {
    const budget = new ConnectionBudget()
    budget.bear(75, false)
    expect(budget.room).toBe(75)
    budget.limit(40)
    expect(budget.room).toBe(40)
    for (let taken = 0; taken < 30; taken++) budget.take()
    budget.bear(75, true)
    expect(budget.room).toBe(0)
    // What is less than on any machine may come back all the same.
    for (let given = 0; given < 15; given++) budget.giveBack()
    expect(budget.room).toBe(5)
    budget.bear(75, false)
    expect(budget.room).toBe(25)
  })

  it('may be fewer, and those there are stay', () => {
    const budget = new ConnectionBudget()
    for (let taken = 0; taken < 30; taken++) budget.take()
    budget.limit(20)
    expect(budget.room).toBe(0)
    for (let given = 0; given < 25; given++) budget.giveBack()
    expect(budget.room).toBe(15)
    expect(budget.roomForLanes).toBe(5)
    budget.limit(null)
    expect(budget.room).toBe(295)
  })
})

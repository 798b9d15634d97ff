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

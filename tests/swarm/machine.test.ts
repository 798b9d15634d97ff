import { expect, test, vi } from 'vitest'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import { connectionsOn } from '../../src/swarm/machine.ts'
import { Strain } from '../../src/swarm/strain.ts'
import { watchMachine } from '../../src/swarm/watchMachine.ts'

/* How many connections a page makes on its machine, and when it makes no more. */

const UNTOLD = { cores: null, memory: null, line: null }

test.each([
  ['that tells nothing', UNTOLD, 300],
  ['with much of everything', { cores: 16, memory: 8, line: 10 }, 300],
  ['with two cores', { cores: 2, memory: 8, line: 10 }, 150],
  ['with little memory', { cores: 8, memory: 0.5, line: null }, 37],
  ['on a line of 2 Mbit/s', { cores: 8, memory: 8, line: 2 }, 40],
  ['on hardly any line', { cores: 8, memory: 8, line: 0.05 }, 20],
  ['that says that it has no line', { ...UNTOLD, line: 0 }, 20],
])('a machine %s', (_name, machine, connections) => {
  expect(connectionsOn(machine)).toBe(connections)
})

test('a processor is strained when what comes waits again and again, and for some seconds after', () => {
  const strain = new Strain()
  const looks = (...lags: readonly number[]) =>
    lags.map((lag) => {
      strain.look(lag)
      return strain.isStrained
    })
  // A piece that is hashed, a film that starts.
  expect(looks(5, 300, 5, 5, 5, 300, 5, 5, 80).includes(true)).toBe(false)
  expect(looks(5, 5, 5, 5, 60, 70, 5, 80)).toEqual([false, false, false, false, false, false, false, true])
  expect(looks(...Array.from({ length: 14 }, () => 10)).includes(false)).toBe(false)
  expect(looks(10)).toEqual([false])
})

test('a page has as many as its machine bears, from the start and after its line has changed', async () => {
  const budget = new ConnectionBudget()
  const ended = new AbortController()
  let line = 4
  watchMachine(() => ({ cores: 8, memory: 8, line }), budget, ended.signal)
  expect(budget.room).toBe(80)
  line = 2
  await vi.waitFor(() => expect(budget.room).toBe(40), { timeout: 30_000 })
  ended.abort()
})

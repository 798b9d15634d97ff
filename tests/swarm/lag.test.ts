import { expect, test } from 'vitest'
import { Lag } from '../../src/swarm/lag.ts'
import { nextTask } from '../../src/swarm/nextTask.ts'

test('what comes is told to have waited for as long as the page was busy, up to a limit', async () => {
  let now = 0
  const lag = new Lag(() => now)
  expect(lag.value).toBe(0)
  now += 30
  await nextTask()
  expect(lag.value).toBe(30)
  now += 5000
  await nextTask()
  expect(lag.value).toBe(200)
  expect(lag.sure).toBe(30)
  await nextTask()
  expect(lag.value).toBe(0)
  // Looked at a moment ago: not every block costs a task.
  now += 9
  await nextTask()
  expect(lag.value).toBe(0)
  now += 1
  expect(lag.value).toBe(0)
  now += 40
  await nextTask()
  expect(lag.value).toBe(40)
  now += 40
  await nextTask()
  now += 300
  // That was long ago.
  expect(lag.value).toBe(0)
})

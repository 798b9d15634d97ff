import { expect, test } from 'vitest'
import { Checks } from '../../src/notes/checks.ts'

/** Signatures cost whoever checks them more than whoever sends them: a few at a time, and a fifth of a core. */

/** A check that takes no time, and what the clock does while others wait. */
function clocked() {
  const clock = { now: 0, waited: 0 }
  const checks = new Checks(
    () => clock.now,
    (time) => {
      clock.now += time
      clock.waited += time
      return Promise.resolve()
    },
  )
  return { clock, checks }
}

test('few are under way at once, in the order in which they came, and all get their answer', async () => {
  const { checks } = clocked()
  const begun: number[] = []
  const ends: (() => void)[] = []
  const answers = Array.from({ length: 200 }, (_, number) =>
    checks.run(() => {
      begun.push(number)
      return new Promise<number>((resolve) => ends.push(() => resolve(number)))
    }),
  )
  expect(begun).toEqual(Array.from({ length: 64 }, (_, number) => number))
  for (let ended = 0; ended < 200; ended++) {
    ends[ended]?.()
    expect(await answers[ended]).toBe(ended)
  }
  expect(begun).toHaveLength(200)
})

test('one that fails holds up none of the others', async () => {
  const { checks } = clocked()
  const broken = Array.from({ length: 64 }, () => checks.run(() => Promise.reject(new Error('No key.'))))
  for (const each of broken) await expect(each).rejects.toThrow('No key')
  expect(await checks.run(() => Promise.resolve('right'))).toBe('right')
})

test('a hundred thousand at once are checked at a fifth of a core, after the first', async () => {
  const { clock, checks } = clocked()
  const begun: number[] = []
  const check = () => Promise.resolve(void begun.push(clock.now))
  await Promise.all(Array.from({ length: 100_000 }, () => checks.run(check)))
  expect(begun.filter((at) => at === 0)).toHaveLength(10_000)
  // 2,000 a second.
  expect(begun.at(-1)).toBe(45_000)
})

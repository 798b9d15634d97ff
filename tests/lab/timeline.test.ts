import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Timeline } from '../support/lab/timeline.ts'

test('whatever the order in which events are added, they come by their time, equal ones as they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const timeline = new Timeline<number>()
      times.forEach((due, index) => timeline.add(due, index))
      const expected = times
        .map((due, event) => ({ due, event }))
        .sort((left, right) => left.due - right.due || left.event - right.event)
      const taken = times
        .map(() => timeline.take(Infinity))
        .map((next) => ({ due: next?.due, event: next?.event }))
      expect(taken).toEqual(expected)
      expect(timeline.take(Infinity)).toBeNull()
    }),
  )
})

test('an event added while others are taken finds its place', () => {
  const timeline = new Timeline<string>()
  for (const due of [5, 1, 9]) timeline.add(due, String(due))
  expect(timeline.take(Infinity)?.event).toBe('1')
  timeline.add(7, '7')
  timeline.add(2, '2')
  expect(['', '', '', ''].map(() => timeline.take(Infinity)?.event)).toEqual(['2', '5', '7', '9'])
})

test('nothing is taken before it is due', () => {
  const timeline = new Timeline<string>()
  expect(timeline.nextDue).toBe(Infinity)
  timeline.add(5, 'late')
  expect(timeline.nextDue).toBe(5)
  expect(timeline.take(4.999)).toBeNull()
  expect(timeline.take(5)?.event).toBe('late')
  expect(timeline.nextDue).toBe(Infinity)
})

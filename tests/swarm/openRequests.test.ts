import { expect, it } from 'vitest'
import { OpenRequests } from '../../src/swarm/driver/openRequests.ts'
import { MOST_ASKED } from '../../src/swarm/scheduler/receiver.ts'

const block = (piece: number) => ({ piece, offset: 0, length: 16_384 })
const respond = () => undefined

it('is full above what the scheduler keeps, and has room again for what was taken off it', () => {
  const requests = new OpenRequests()
  let kept = 0
  for (; !requests.full; kept++) requests.add(block(kept), respond)
  expect(kept).toBeGreaterThan(MOST_ASKED)
  expect(requests.take(block(7))).toBe(respond)
  expect(requests.take(block(7))).toBeNull()
  expect(requests.full).toBe(false)
  expect(requests.takeAll()).toHaveLength(kept - 1)
  expect(requests.takeAll()).toEqual([])
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IceServer } from '../../src/swarm/link/peerConnection.ts'
import { ReadyOffers } from '../../src/swarm/link/readyOffers.ts'

const STUN: readonly IceServer[] = [{ urls: 'stun:s.example' }]
const TURN: readonly IceServer[] = [{ urls: 'turn:t.example', username: 'u', credential: 'c' }]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What was made, of which some are open. */
function page() {
  const made: { isOpen: boolean; close: () => void }[] = []
  const make = async () => {
    await Promise.resolve()
    const offer = { isOpen: true, close: () => void (offer.isOpen = false) }
    made.push(offer)
    return offer
  }
  const ready = new ReadyOffers<(typeof made)[number]>()
  const open = () => made.filter(({ isOpen }) => isOpen).length
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return { ready, made, make, open, settle }
}

test('two are there when they are asked for, and are made up for once the page is quiet', async () => {
  const { ready, made, make, settle } = page()
  ready.prepare(() => STUN, make)
  await settle()
  expect([ready.take(STUN), ready.take(STUN), ready.take(STUN)]).toEqual([made[0], made[1], null])
  await vi.advanceTimersByTimeAsync(4_000)
  expect(made).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(made).toHaveLength(4)
})

test('none is made for a page that has not been prepared, or for a TURN server', async () => {
  const { ready, made, make } = page()
  expect(ready.take(STUN)).toBeNull()
  await vi.advanceTimersByTimeAsync(60_000)
  ready.prepare(() => TURN, make)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual([])
})

test('none is taken that has closed, or has asked other servers', async () => {
  const { ready, made, make, settle } = page()
  ready.prepare(() => STUN, make)
  await settle()
  made[0]?.close()
  expect(ready.take([])).toBeNull()
  expect(ready.take(STUN)).toBe(made[1])
})

test('with another line they are made anew, and at the end none is left', async () => {
  const { ready, made, make, open, settle } = page()
  ready.prepare(() => STUN, make)
  await settle()
  ready.renew()
  await settle()
  expect([made.length, open()]).toEqual([4, 2])
  ready.renew()
  // In the middle of it.
  ready.end()
  await settle()
  expect(open()).toBe(0)
  ready.take(STUN)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(open()).toBe(0)
})

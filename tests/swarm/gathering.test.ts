import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Connection } from '../../src/swarm/link/connection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { IceServer, PeerConnection } from '../../src/swarm/link/peerConnection.ts'

/* How long a description waits for the candidates that go with it: no others can follow. */

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A browser's connection, whose candidates the test finds. */
function describing(iceServers: readonly IceServer[]) {
  const rtc = {
    connectionState: 'new',
    iceGatheringState: 'gathering',
    localDescription: { sdp: 'v=0' },
    createOffer: () => Promise.resolve({ type: 'offer' }),
    setLocalDescription: () => Promise.resolve(),
    close: () => undefined,
  } as unknown as PeerConnection & { iceGatheringState: string }
  const budget = new ConnectionBudget(() => 0)
  const connection = new Connection({ connect: () => rtc, iceServers, budget }, (error) => {
    throw error
  })
  let isDescribed = false
  void connection.offer(60_000).then(() => (isDescribed = true))
  return {
    find: (type: string) => rtc.onicecandidate?.({ candidate: { type } }),
    finish: () => {
      rtc.iceGatheringState = 'complete'
      rtc.onicegatheringstatechange?.()
    },
    /** Whether it is there after so long. */
    after: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms)
      return isDescribed
    },
    close: () => connection.close(),
  }
}

const STUN = { urls: 'stun:s.example' }
const TURN = { urls: ['turn:t.example'], username: 'u', credential: 'c' }

test('with nobody to ask it goes as soon as all own addresses are there', async () => {
  const { find, after, close } = describing([])
  expect(await after(500)).toBe(false)
  find('host')
  expect(await after(30)).toBe(false)
  // The address of another interface.
  find('host')
  expect(await after(30)).toBe(false)
  expect(await after(20)).toBe(true)
  close()
})

test('a STUN server is waited for, and of several the first', async () => {
  const { find, after, close } = describing([STUN])
  find('host')
  expect(await after(300)).toBe(false)
  find('srflx')
  expect(await after(50)).toBe(true)
  close()

  const silent = describing([STUN])
  await silent.after(0)
  silent.find('host')
  expect(await silent.after(999)).toBe(false)
  expect(await silent.after(1)).toBe(true)
  silent.close()
})

test('a relay is waited for longer than anything else', async () => {
  const { find, after, close } = describing([STUN, TURN])
  find('host')
  find('srflx')
  expect(await after(2_000)).toBe(false)
  find('relay')
  expect(await after(50)).toBe(true)
  close()
})

test('whatever is waited for, nothing is once the browser has found all', async () => {
  const { find, finish, after, close } = describing([STUN, TURN])
  find('host')
  await after(10)
  finish()
  expect(await after(0)).toBe(true)
  close()
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Connection } from '../../src/swarm/link/connection.ts'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { IceServer, PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import { nextTask } from '../../src/swarm/nextTask.ts'

/* How long a description waits for the candidates that go with it: no others can follow. */

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** With what a browser offers that knows how to begin with DTLS in its first checks (SPED). */
const SDP =
  'v=0\r\na=ice-ufrag:abcd\r\na=ice-options:trickle sped\r\na=ice-options:trickle\r\na=setup:actpass\r\n'

/** A browser's connection, whose candidates the test finds. */
function describing(iceServers: readonly IceServer[], budget = new ConnectionBudget(() => 0)) {
  const rtc = {
    connectionState: 'new',
    iceGatheringState: 'gathering',
    localDescription: { sdp: SDP },
    createOffer: () => Promise.resolve({ type: 'offer' }),
    setLocalDescription: () => Promise.resolve(),
    close: () => undefined,
  } as unknown as PeerConnection & { iceGatheringState: string }
  const connection = new Connection({ connect: () => rtc, iceServers, budget }, (error) => {
    throw error
  })
  let description: string | null = null
  connection.offer(60_000).then(
    (sdp) => (description = sdp),
    () => undefined,
  )
  return {
    find: (type: string, protocol = 'udp') => rtc.onicecandidate?.({ candidate: { type, protocol } }),
    finish: () => {
      rtc.iceGatheringState = 'complete'
      rtc.onicegatheringstatechange?.()
    },
    /** Whether it is there after so long. */
    after: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms)
      for (let turn = 0; turn < 4; turn++) await nextTask()
      return description !== null
    },
    described: () => description,
    close: () => connection.close(),
  }
}

const STUN = { urls: 'stun:s.example' }
const TURN = { urls: ['turn:t.example'], username: 'u', credential: 'c' }

test('it says nothing of others that follow, and all else that the browser says', async () => {
  const { find, after, described, close } = describing([])
  expect(await after(10)).toBe(false)
  find('host')
  expect(await after(100)).toBe(true)
  expect(described()).toBe('v=0\r\na=ice-ufrag:abcd\r\na=ice-options:sped\r\na=setup:actpass\r\n')
  close()
})

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

test('what was found while the machine stood still goes with it', async () => {
  const { find, after, close } = describing([STUN])
  await after(0)
  find('srflx')
  // Its timer fires before the event of another interface's address, which has waited as long.
  vi.advanceTimersByTime(5_000)
  find('srflx')
  expect(await after(49)).toBe(false)
  expect(await after(1)).toBe(true)
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

test('once it is known what there is, nothing is waited for but that', async () => {
  const budget = new ConnectionBudget(() => 0)
  const first = describing([STUN], budget)
  await first.after(0)
  for (const type of ['host', 'host', 'srflx']) first.find(type)
  // Long after it has gone.
  expect(await first.after(100)).toBe(true)
  first.find('host', 'tcp')
  first.finish()
  first.close()

  const second = describing([STUN], budget)
  await second.after(0)
  second.find('srflx')
  second.find('host')
  expect(await second.after(0)).toBe(false)
  second.find('host')
  expect(await second.after(0)).toBe(true)
  second.close()

  // Of other servers nothing is known; nor is anything missed where an address has gone.
  const other = describing([], budget)
  await other.after(0)
  for (const type of ['host', 'host', 'srflx']) other.find(type)
  expect(await other.after(10)).toBe(false)
  other.close()
  const lacking = describing([STUN], budget)
  await lacking.after(0)
  for (const type of ['host', 'srflx']) lacking.find(type)
  expect(await lacking.after(49)).toBe(false)
  expect(await lacking.after(1)).toBe(true)
  lacking.finish()
  lacking.close()

  const last = describing([STUN], budget)
  await last.after(0)
  for (const type of ['host', 'srflx']) last.find(type)
  expect(await last.after(0)).toBe(true)
  last.close()
})

test('what is never described is given up with its connection', async () => {
  const rtc = { createOffer: () => new Promise(() => undefined), close: () => undefined }
  const connect = () => rtc as unknown as PeerConnection
  const options = { connect, iceServers: [], budget: new ConnectionBudget(() => 0) }
  const connection = new Connection(options, () => connection.close())
  const offer = connection.offer(50_000)
  const failed = expect(offer).rejects.toThrow('link-closed')
  await vi.advanceTimersByTimeAsync(50_000)
  await failed
})

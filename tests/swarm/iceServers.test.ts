import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IceServers } from '../../src/swarm/iceServers.ts'

/* Credentials of relays, renewed while the page is open. */

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

const named = (username: string): RTCIceServer => ({ urls: 'turn:t.example', username, credential: 'c' })

/** @param renewAt of what was told, in seconds from now */
function page(renewAt: number, ask: () => Promise<number>) {
  let asked = 0
  const lifetime = new AbortController()
  const servers = new IceServers(
    { iceServers: [named('told')], relayADay: 1e9, renewAt: Date.now() + renewAt * 1_000 },
    async () => {
      const next = await ask()
      const iceServers = [named(`renewed ${(asked += 1)}`)]
      return { iceServers, relayADay: 2e9, renewAt: Date.now() + next * 1_000 }
    },
    () => Date.now(),
    lifetime.signal,
  )
  return { servers, lifetime, asked: () => asked, name: () => servers.current[0]?.username }
}

test('are asked for again when the site says, and again', async () => {
  const { servers, name } = page(600, () => Promise.resolve(600))
  await vi.advanceTimersByTimeAsync(590_000)
  expect(name()).toBe('told')
  expect(servers.relayADay).toBe(1e9)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(name()).toBe('renewed 1')
  expect(servers.relayADay).toBe(2e9)
  await vi.advanceTimersByTimeAsync(620_000)
  expect(name()).toBe('renewed 2')
})

test('are asked for at once when they were told long ago, and soon after a sleep', async () => {
  const { name } = page(-1, () => Promise.resolve(600))
  await vi.advanceTimersByTimeAsync(0)
  expect(name()).toBe('renewed 1')
  vi.setSystemTime(Date.now() + 3_600_000)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(name()).toBe('renewed 2')
})

test('are kept while the site does not answer, and asked for until it does', async () => {
  let isThere = false
  const { name } = page(0, () => (isThere ? Promise.resolve(600) : Promise.reject(new Error('no answer'))))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(name()).toBe('told')
  isThere = true
  await vi.advanceTimersByTimeAsync(45_000)
  expect(name()).toBe('renewed 1')
})

test('are not asked for where nothing ends, nor once the page has gone', async () => {
  const forever = page(Infinity, () => Promise.resolve(600))
  const gone = page(600, () => Promise.resolve(600))
  gone.lifetime.abort()
  await vi.advanceTimersByTimeAsync(10_000_000)
  expect([forever.asked(), gone.asked()]).toEqual([0, 0])
})

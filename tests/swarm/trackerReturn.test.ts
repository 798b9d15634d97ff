import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { TrackerConnection } from '../../src/swarm/discovery/trackerConnection.ts'

/** When pages come back to a tracker that they have lost, in virtual time. */

const PAGES = 300

/** A socket that does what the test says, as far as a connection uses it. */
class StubSocket {
  onopen: () => void = () => undefined
  onmessage: (event: { data: unknown }) => void = () => undefined
  onclose: (event: { code: number }) => void = () => undefined
  close(): void {
    this.onclose({ code: 1006 })
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Pages at one tracker; each attempt to connect is noted, and goes as `isUp` says. */
function openPages(isUp: () => boolean) {
  const random = seededRandom(5)
  const attempts: number[] = []
  const open = new Set<StubSocket>()
  const pages = Array.from(
    { length: PAGES },
    () =>
      new TrackerConnection('ws://tracker.example/announce', {
        openSocket() {
          attempts.push(Date.now())
          const socket = new StubSocket()
          queueMicrotask(() => {
            if (!isUp()) socket.close()
            else {
              open.add(socket)
              socket.onopen()
              // Whoever never says a word is taken for dead.
              setInterval(() => socket.onmessage({ data: null }), 25_000)
            }
          })
          return socket as unknown as WebSocket
        },
        now: () => Date.now(),
        random,
        excluded: () => undefined,
      }),
  )
  const closeAll = (code: number): void => {
    for (const socket of open) socket.onclose({ code })
    open.clear()
  }
  return { pages, attempts, closeAll }
}

const isOpen = ({ status }: TrackerConnection): boolean => status.kind === 'open'

test('a tracker that restarts gets its pages back over some seconds, not all at once', async () => {
  const { pages, attempts, closeAll } = openPages(() => true)
  await vi.advanceTimersByTimeAsync(0)
  attempts.length = 0
  const lostAt = Date.now()
  closeAll(1001)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(pages.every(isOpen)).toBe(true)
  const inSecond = Array.from(
    { length: 10 },
    (_, second) => attempts.filter((at) => Math.floor((at - lostAt) / 1_000) === second).length,
  )
  expect(Math.max(...inSecond)).toBeLessThan(PAGES / 6)
  expect(attempts).toHaveLength(PAGES)
})

test('one that is down for half a minute has all of them back within a minute, and is not besieged', async () => {
  let isUp = true
  const { pages, attempts, closeAll } = openPages(() => isUp)
  await vi.advanceTimersByTimeAsync(0)
  attempts.length = 0
  isUp = false
  closeAll(1006)
  await vi.advanceTimersByTimeAsync(30_000)
  isUp = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(pages.every(isOpen)).toBe(true)
  expect(attempts.length).toBeLessThan(PAGES * 8)
})

test('a line that changes twice in a moment costs one socket, and keeps one of two', () => {
  const sockets: StubSocket[] = []
  const closed: StubSocket[] = []
  const page = new TrackerConnection('ws://tracker.example/announce', {
    openSocket() {
      const socket = new StubSocket()
      const close = socket.close.bind(socket)
      socket.close = () => {
        closed.push(socket)
        close()
      }
      sockets.push(socket)
      return socket as unknown as WebSocket
    },
    now: () => Date.now(),
    random: () => 0.5,
    excluded: () => undefined,
  })
  sockets[0]?.onclose({ code: 1006 })
  expect(page.status.kind).toBe('unreachable')
  page.check()
  page.check()
  expect(sockets).toHaveLength(2)
  vi.advanceTimersByTime(5000)
  page.check()
  expect(sockets).toHaveLength(3)
  expect(closed).toContain(sockets[1])
  expect(closed).not.toContain(sockets[2])
})

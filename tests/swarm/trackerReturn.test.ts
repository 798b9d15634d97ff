import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { seededRandom } from '../../src/core/random.ts'
import {
  TrackerConnection,
  TrackerPool,
  type TrackerListener,
} from '../../src/swarm/discovery/trackerConnection.ts'

/** When pages come back to a tracker that they have lost, in virtual time. */

const PAGES = 300
/** For a long time. */
const FEW = 60
const ADDRESS = 'ws://tracker.example/announce'
const INFO_HASH = parseInfoHash('a'.repeat(40)) as InfoHash

const nothing = () => undefined
const LISTENER: TrackerListener = {
  opened: nothing,
  probe: nothing,
  received: nothing,
  excluded: nothing,
  changed: nothing,
}

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
function openPages(isUp: () => boolean, count = PAGES) {
  const random = seededRandom(5)
  const attempts: number[] = []
  const open = new Set<StubSocket>()
  const pages = Array.from(
    { length: count },
    () =>
      new TrackerConnection(ADDRESS, {
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
  for (const page of pages) page.add(INFO_HASH, LISTENER)
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

test('one that is dead for ten minutes is tried once a minute or so, and its pages come back spread over another', async () => {
  let isUp = true
  const { pages, attempts, closeAll } = openPages(() => isUp, FEW)
  await vi.advanceTimersByTimeAsync(0)
  isUp = false
  closeAll(1006)
  await vi.advanceTimersByTimeAsync(9 * 60_000)
  attempts.length = 0
  await vi.advanceTimersByTimeAsync(60_000)
  // Nobody has given up, and nobody tries more often than a while ago.
  expect(attempts.length).toBeGreaterThanOrEqual(FEW * 0.6)
  expect(attempts.length).toBeLessThanOrEqual(FEW * 2)
  isUp = true
  const backAt = Date.now()
  attempts.length = 0
  await vi.advanceTimersByTimeAsync(76_000)
  expect(pages.every(isOpen)).toBe(true)
  const inSecond = Map.groupBy(attempts, (at) => Math.floor((at - backAt) / 1_000))
  expect(Math.max(...[...inSecond.values()].map(({ length }) => length))).toBeLessThan(FEW / 6)
})

test('a line that changes twice in a moment costs one socket, and keeps one of two', () => {
  const sockets: StubSocket[] = []
  const closed: StubSocket[] = []
  const page = new TrackerConnection(ADDRESS, {
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

describe('a tracker that is to be at hand', () => {
  /** A page's trackers, and what it opens and sends. */
  function onePage() {
    const [sockets, sent]: [StubSocket[], string[]] = [[], []]
    const pool = new TrackerPool({
      openSocket() {
        const socket = Object.assign(new StubSocket(), {
          readyState: WebSocket.OPEN,
          send: (text: string) => {
            sent.push(text)
            queueMicrotask(() => socket.onmessage({ data: '{"action":"scrape","files":{}}' }))
          },
        })
        sockets.push(socket)
        queueMicrotask(() => socket.onopen())
        return socket as unknown as WebSocket
      },
      now: () => Date.now(),
      random: () => 0.5,
      excluded: nothing,
    })
    return { pool, sockets, sent }
  }

  test('is there at once for the first swarm, and stays for the next', async () => {
    const { pool, sockets } = onePage()
    pool.keep(ADDRESS)
    await vi.advanceTimersByTimeAsync(100)
    const opened = vi.fn()
    expect(pool.join(ADDRESS, INFO_HASH, { ...LISTENER, opened }).status.kind).toBe('open')
    await vi.advanceTimersByTimeAsync(0)
    expect(opened).toHaveBeenCalledOnce()
    pool.leave(ADDRESS, INFO_HASH)
    pool.join(ADDRESS, INFO_HASH, LISTENER)
    expect(sockets).toHaveLength(1)
  })

  test('is asked for nothing but whether it is alive, and let go when no swarm comes', async () => {
    const { pool, sockets, sent } = onePage()
    pool.keep(ADDRESS)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.length).toBeGreaterThan(1)
    expect(new Set(sent)).toEqual(new Set(['{"action":"scrape","info_hash":[]}']))
    const told = sent.length
    await vi.advanceTimersByTimeAsync(30 * 60_000)
    expect(sent.length).toBeLessThan(told * 12)
    expect(sockets).toHaveLength(1)
    // Somebody who comes then has it opened.
    expect(pool.join(ADDRESS, INFO_HASH, LISTENER).status.kind).toBe('connecting')
    expect(sockets).toHaveLength(2)
  })

  test('is not opened again and again for nobody', async () => {
    const { pool, sockets } = onePage()
    pool.keep(ADDRESS)
    await vi.advanceTimersByTimeAsync(100)
    sockets[0]?.close()
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(sockets).toHaveLength(1)
  })

  test('is let go with the page', async () => {
    const { pool, sockets } = onePage()
    const closed = vi.fn()
    pool.keep(ADDRESS)
    await vi.advanceTimersByTimeAsync(100)
    if (sockets[0]) sockets[0].close = closed
    pool.rest()
    expect(closed).toHaveBeenCalledOnce()
  })
})

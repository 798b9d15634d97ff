import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Silence } from '../../src/swarm/discovery/silence.ts'
import { TrackerConnection, type TrackerListener } from '../../src/swarm/discovery/trackerConnection.ts'
import { parsePeerId, type AnnounceRequest } from '../../src/wire/trackerMessages.ts'

/** Trackers that go silent without closing the socket, in virtual time. */

function known<T>(value: T | null): T {
  if (value === null) throw new Error('A mistake in the test.')
  return value
}

const INFO_HASH = known(parseInfoHash('a'.repeat(40)))
const ANNOUNCE: AnnounceRequest = {
  kind: 'announce',
  infoHash: INFO_HASH,
  peerId: known(parsePeerId('b'.repeat(40))),
  uploaded: 0,
  downloaded: 0,
  left: 1,
  numwant: 0,
  offers: [],
}
const REPLY = JSON.stringify({
  action: 'announce',
  interval: 120,
  info_hash: '\u00aa'.repeat(20),
  complete: 1,
  incomplete: 0,
})

/** What the tracker does, and what the page has opened and sent. */
class Tracker {
  answers = true
  tried = 0
  opened = 0
  received = 0
  /** Whether sockets to it open; those that do not say nothing either. */
  isReached = true

  connect(): TrackerConnection {
    const connection = new TrackerConnection('ws://tracker.example/announce', {
      openSocket: () => this.#socket(),
      now: () => Date.now(),
      random: () => 0.5,
      excluded: () => undefined,
    })
    const nothing = () => undefined
    const listener: TrackerListener = {
      opened: () => connection.send({ ...ANNOUNCE, event: 'started' }),
      probe: () => connection.send(ANNOUNCE),
      received: nothing,
      excluded: nothing,
      changed: nothing,
    }
    connection.add(INFO_HASH, listener)
    return connection
  }

  #socket(): WebSocket {
    let isOpen = false
    const socket = {
      readyState: WebSocket.OPEN,
      onopen: () => undefined as unknown,
      onmessage: (() => undefined) as (event: { data: string }) => void,
      onclose: (() => undefined) as (event: { code: number }) => void,
      // As with a real one whose other end is gone, closing it once it was open is told much later.
      close: () => {
        if (!isOpen) socket.onclose({ code: 1006 })
      },
      send: () => {
        this.received++
        if (this.answers) setTimeout(() => socket.onmessage({ data: REPLY }), 50)
      },
    }
    this.tried++
    if (this.isReached) {
      setTimeout(() => {
        this.opened++
        isOpen = true
        socket.onopen()
      }, 10)
    }
    return socket as unknown as WebSocket
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a tracker', () => {
  it('that answers keeps its socket, asked about once in 20 s', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(tracker.opened).toBe(1)
    expect(tracker.received).toBeGreaterThan(25)
    expect(tracker.received).toBeLessThan(33)
    connection.close()
  })

  it('that falls silent is given up within half a minute, and reached by another socket', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(1000)
    tracker.answers = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(connection.status.kind).toBe('unreachable')
    tracker.answers = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(tracker.opened).toBe(2)
    expect(connection.status.kind).toBe('open')
    connection.close()
  })

  it('is asked at once when the line may have changed, and left within seconds', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(5000)
    tracker.answers = false
    connection.check()
    // Several signs tell of one change.
    await vi.advanceTimersByTimeAsync(2000)
    connection.check()
    await vi.advanceTimersByTimeAsync(900)
    expect(tracker.opened).toBe(1)
    tracker.answers = true
    await vi.advanceTimersByTimeAsync(200)
    expect(tracker.opened).toBe(2)
    expect(connection.status.kind).toBe('open')
    connection.close()
  })

  it('that answers keeps its socket when the line may have changed', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(5000)
    connection.check()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(tracker.opened).toBe(1)
    connection.close()
  })

  it('is back within seconds when this page’s own line was away for minutes', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(5000)
    tracker.answers = false
    tracker.isReached = false
    connection.check()
    await vi.advanceTimersByTimeAsync(180_000)
    expect(connection.status.kind).not.toBe('open')
    tracker.answers = true
    tracker.isReached = true
    const { tried } = tracker
    // The browser itself goes on trying to open a socket; here one that was begun in vain stays in vain.
    await vi.advanceTimersByTimeAsync(13_000)
    expect(connection.status.kind).toBe('open')
    expect(tracker.tried - tried).toBeLessThan(3)
    connection.close()
  })

  it('whose socket was being opened when the line changed gets another', async () => {
    const tracker = new Tracker()
    tracker.isReached = false
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(4000)
    tracker.isReached = true
    connection.check()
    await vi.advanceTimersByTimeAsync(100)
    expect(connection.status.kind).toBe('open')
    connection.close()
  })

  it('that never says a word is asked less and less often', async () => {
    const tracker = new Tracker()
    tracker.answers = false
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(tracker.opened).toBeGreaterThan(6)
    expect(tracker.opened).toBeLessThan(20)
    connection.close()
  })
})

it('is not taken for dead by a page whose timers were held up', () => {
  const silence = new Silence(0)
  expect(silence.look(20_000)).toBe('ask')
  silence.asked(20_000)
  // The answer waits behind the timer.
  expect(silence.look(200_000)).toBeNull()
  silence.heard(200_001)
  expect(silence.look(210_000)).toBeNull()
  silence.asked(220_000)
  expect(silence.look(400_000)).toBeNull()
  expect(silence.look(460_000)).toBe('dead')
})

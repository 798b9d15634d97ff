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
  opened = 0
  received = 0
  online: () => void = () => undefined

  connect(): TrackerConnection {
    const connection = new TrackerConnection('ws://tracker.example/announce', {
      openSocket: () => this.#socket(),
      online: (back) => (this.online = back),
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
    const socket = {
      readyState: WebSocket.OPEN,
      onopen: () => undefined as unknown,
      onmessage: (() => undefined) as (event: { data: string }) => void,
      // As with a real one whose other end is gone, closing it is told much later.
      close: () => undefined,
      send: () => {
        this.received++
        if (this.answers) setTimeout(() => socket.onmessage({ data: REPLY }), 50)
      },
    }
    setTimeout(() => {
      this.opened++
      socket.onopen()
    }, 10)
    return socket as unknown as WebSocket
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
})

describe('a tracker', () => {
  it('that answers keeps its socket, asked about once in 45 s', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(tracker.opened).toBe(1)
    expect(tracker.received).toBeGreaterThan(10)
    expect(tracker.received).toBeLessThan(16)
    connection.close()
  })

  it('that falls silent is given up within a minute, and reached by another socket', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(1000)
    tracker.answers = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(connection.status.kind).toBe('unreachable')
    tracker.answers = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(tracker.opened).toBe(2)
    expect(connection.status.kind).toBe('open')
    connection.close()
  })

  it('is asked at once when the machine comes online, and left within seconds', async () => {
    const tracker = new Tracker()
    const connection = tracker.connect()
    await vi.advanceTimersByTimeAsync(5000)
    tracker.answers = false
    tracker.online()
    await vi.advanceTimersByTimeAsync(16_000)
    tracker.answers = true
    await vi.advanceTimersByTimeAsync(9000)
    expect(tracker.opened).toBe(2)
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
  expect(silence.look(45_000)).toBe('ask')
  silence.asked(45_000)
  // The answer waits behind the timer.
  expect(silence.look(200_000)).toBeNull()
  silence.heard(200_001)
  expect(silence.look(215_000)).toBeNull()
  silence.asked(240_000)
  expect(silence.look(400_000)).toBeNull()
  expect(silence.look(460_000)).toBe('dead')
})

import { expect, test } from 'vitest'
import { SpareConnections } from '../../src/home/spareConnections.ts'
import type { IceServer } from '../../src/swarm/link/peerConnection.ts'

const STUN: readonly IceServer[] = [{ urls: 'stun:s.example' }]
const TURN: readonly IceServer[] = [{ urls: 'turn:t.example', username: 'u', credential: 'c' }]

/** What a browser would make, and when it has time. */
function page() {
  let now = 0
  let waiting: (() => void)[] = []
  const made: { gathers: boolean; servers: readonly IceServer[]; connectionState: string }[] = []
  const spares = new SpareConnections({
    make: (servers, gathers) => {
      const connection = {
        gathers,
        servers,
        connectionState: 'new',
        close: () => {
          connection.connectionState = 'closed'
        },
      }
      made.push(connection)
      return connection
    },
    whenIdle: (act) => void waiting.push(act),
    now: () => now,
  })
  const idle = () => {
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  }
  const open = () => made.filter(({ connectionState }) => connectionState === 'new')
  return { spares, made, open, idle, pass: (ms: number) => (now += ms) }
}

test('one that has gathered is there when it is asked for, and is made up for when the page is idle', () => {
  const { spares, made, idle } = page()
  spares.prepare(STUN)
  expect(made).toHaveLength(0)
  idle()
  expect(made.map(({ gathers }) => gathers)).toEqual([true, true])
  expect([spares.take(STUN), spares.take(STUN)]).toEqual(made)
  // Beyond them they are made as ever.
  expect(spares.take(STUN).gathers).toBe(false)
  idle()
  expect(made.filter(({ gathers }) => gathers)).toHaveLength(4)
  expect(spares.take(STUN).gathers).toBe(true)
})

test('whoever is asked for with other servers gets none that asked the first', () => {
  const { spares, idle, open } = page()
  spares.prepare(STUN)
  idle()
  expect(spares.take([]).servers).toEqual([])
  expect(open()).toHaveLength(1)
})

test('none waits at a TURN server', () => {
  const { spares, made, idle } = page()
  spares.prepare(TURN)
  idle()
  expect(made).toHaveLength(0)
  expect(spares.take(TURN).gathers).toBe(false)
})

test('none is used that is too old, of another line, or closed', () => {
  const { spares, idle, made, pass } = page()
  spares.prepare(STUN)
  idle()
  pass(11 * 60_000)
  expect(spares.take(STUN).gathers).toBe(false)
  idle()
  spares.renew()
  expect(spares.take(STUN).gathers).toBe(false)
  idle()
  for (const connection of made) connection.connectionState = 'closed'
  expect(spares.take(STUN).gathers).toBe(false)
})

test('all are closed at the end, and none is made after it', () => {
  const { spares, idle, open } = page()
  spares.prepare(STUN)
  idle()
  spares.prepare(STUN)
  spares.end()
  idle()
  expect(open()).toEqual([])
})

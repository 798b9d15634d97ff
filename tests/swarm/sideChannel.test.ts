import { beforeEach, expect, it, vi } from 'vitest'
import type { DataChannel } from '../../src/swarm/link/peerConnection.ts'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'
import { SideChannel } from '../../src/swarm/link/sideChannel.ts'
import { StubConnection, type StubChannel } from './support/stubConnection.ts'

/* What the channel for notes keeps for a peer, and of one. */

const MB = 1024 * 1024
let now: number
let connection: StubConnection
let channel: StubChannel
let side: SideChannel
const lost = vi.fn()
const charge = vi.fn((units: number) => units < Infinity)

beforeEach(() => {
  now = 0
  lost.mockReset()
  charge.mockClear()
  connection = new StubConnection()
  const memory = new HeldMemory()
  side = new SideChannel({ lost, charge, memory, now: () => now })
  channel = connection.createDataChannel('shoal-notes')
  side.attach(channel as unknown as DataChannel)
  channel.open()
})

/** The peer reads nothing: what is sent stays in the browser. */
function neverRead(): void {
  channel.send = (bytes) => {
    channel.sent.push(bytes)
    channel.bufferedAmount += bytes.length
  }
}

function sentBytes(): number {
  return channel.sent.reduce((sum, { length }) => sum + length, 0)
}

it('cuts and hands over a message when its turn comes, so that one who never reads holds no copies', () => {
  neverRead()
  const message = new Uint8Array(2 * MB)
  for (let each = 0; each < 20; each++) side.send(message)
  expect(sentBytes()).toBeLessThan(0.5 * MB)
  expect(side.busy).toBe(true)
  expect(lost).not.toHaveBeenCalled()
  // It reads after all.
  channel.send = (bytes) => void channel.sent.push(bytes)
  channel.bufferedAmount = 0
  channel.onbufferedamountlow?.()
  expect(sentBytes()).toBe(20 * (2 * MB + Math.ceil((2 * MB) / 16_383)))
  expect(side.busy).toBe(false)
})

it('lets go of one who takes nothing for long, and of one for whom too much waits', () => {
  neverRead()
  for (let each = 0; each < 3; each++) side.send(new Uint8Array(MB))
  now += 31_000
  side.send(new Uint8Array(1))
  expect(lost).toHaveBeenCalledOnce()
})

it.each([
  ['what is sealed for each of them', 6, 1],
  ['what is the same for all', 1, 0],
])('of several who never read, the one ends for whom most waits: %s', async (_, kind, ended) => {
  const memory = new HeldMemory()
  const message = new Uint8Array(MB)
  message[0] = kind
  const others = [40, 50, 45].map((count) => {
    const gone = vi.fn()
    const other = new SideChannel({
      lost: gone,
      charge,
      memory,
      now: () => now,
    })
    other.attach(new StubConnection().createDataChannel('shoal-notes') as unknown as DataChannel)
    for (let each = 0; each < count; each++) other.send(message)
    return gone
  })
  await Promise.resolve()
  expect(others.map(({ mock }) => mock.calls.length)).toEqual([0, ended, 0])
})

it('lets go of one for whom messages without end wait, however short they are', () => {
  neverRead()
  channel.bufferedAmount = MB
  for (let each = 0; each < 300_000 && lost.mock.calls.length === 0; each++) side.send(new Uint8Array(1))
  expect(lost).toHaveBeenCalledOnce()
})

it('keeps little of what comes before anybody listens, however it is cut', () => {
  let count = 0
  for (; count < 100_000 && lost.mock.calls.length === 0; count++) channel.receive(new Uint8Array(0))
  expect(lost).toHaveBeenCalledOnce()
  expect(count).toBeLessThan(5000)
})

it('has each message paid for, and what is no message by all that there is', () => {
  side.listen(() => undefined)
  channel.receive(new Uint8Array(2))
  channel.receive(new Uint8Array(2000))
  channel.onmessage?.({ data: 'a text' })
  expect(charge.mock.calls.map(([units]) => units)).toEqual([5, 0.1, Infinity])
})

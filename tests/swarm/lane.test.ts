import { expect, it, vi } from 'vitest'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import { Lane } from '../../src/swarm/link/lane.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'

/* What a lane does of itself, over a connection that does nothing. */

it('ends of itself when it has too much to send, but not in the middle of whatever has it send', async () => {
  const channel = { readyState: 'open', bufferedAmount: 1e9, close: () => undefined, send: vi.fn() }
  const connect = () =>
    ({ createDataChannel: () => channel, close: () => undefined }) as unknown as PeerConnection
  const closed = vi.fn()
  const ignore = () => undefined
  const lane = new Lane(
    { connect, iceServers: [], budget: new ConnectionBudget() },
    { opened: ignore, received: ignore, closed },
    () => true,
  )
  lane.send({ kind: 'ask', token: 1 })
  expect(closed).not.toHaveBeenCalled()
  await Promise.resolve()
  expect(closed).toHaveBeenCalledOnce()
  expect(channel.send).not.toHaveBeenCalled()
})

it('has no relay to lead over', () => {
  const connect = vi.fn(
    () => ({ createDataChannel: () => ({}), close: () => undefined }) as unknown as PeerConnection,
  )
  const stun = { urls: 'stun:s.example' }
  const turn = { urls: ['turn:t.example', 'turns:t.example:443'], username: 'u', credential: 'c' }
  const ignore = () => undefined
  const handlers = { opened: ignore, received: ignore, closed: ignore }
  new Lane({ connect, iceServers: [stun, turn], budget: new ConnectionBudget() }, handlers, () => true)
  expect(connect).toHaveBeenCalledWith([stun])
})

it('is none of the connections that the page has when the browser makes none', () => {
  const connect = () => {
    throw new Error('The address of a server is none.')
  }
  const budget = new ConnectionBudget()
  const { room } = budget
  const ignore = () => undefined
  const handlers = { opened: ignore, received: ignore, closed: ignore }
  expect(() => new Lane({ connect, iceServers: [], budget }, handlers, () => true)).toThrow('of a server')
  expect(budget.room).toBe(room)
})

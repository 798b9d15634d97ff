import { expect, it, vi } from 'vitest'
import type { Wire } from 'bittorrent-protocol'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../src/swarm/link/peerConnection.ts'
import { knowsEcho, useEcho } from '../../src/swarm/wireEcho.ts'
import { WireLanes } from '../../src/swarm/wireLanes.ts'
import { useNotes, type NotePeer } from '../../src/swarm/wireNotes.ts'
import { serialiseLaneSignal } from '../../src/wire/laneMessages.ts'

/* Our extensions of the wire (BEP 10), over a wire that throws on what is sent by an extension the peer has not. */

type Listener = (...values: unknown[]) => void

class FakeWire {
  readonly destroying = false
  readonly peerId = 'a'.repeat(40)
  readonly peerExtendedMapping: Record<string, number> = {}
  readonly sent: string[] = []
  readonly #extensions = new Map<string, { onMessage(bytes: Uint8Array): void }>()
  readonly #listeners: Listener[] = []

  get wire(): Wire {
    return this as unknown as Wire
  }

  use(Extension: new () => { onMessage(bytes: Uint8Array): void }): void {
    const { name } = Extension.prototype as { readonly name?: string }
    this.#extensions.set(name ?? '', new Extension())
  }

  on(_event: string, listener: Listener): void {
    this.#listeners.push(listener)
  }

  once(): void {
    // The wire does not end here.
  }

  extended(name: string): void {
    if (!this.peerExtendedMapping[name]) throw new Error(`Unrecognized extension: ${name}`)
    this.sent.push(name)
  }

  /** The peer says by which number it knows the extension. */
  maps(name: string, number: number): void {
    this.peerExtendedMapping[name] = number
    for (const listener of this.#listeners) listener('handshake', {})
  }

  receive(name: string, bytes: Uint8Array): void {
    this.#extensions.get(name)?.onMessage(bytes)
  }
}

it('lanes are not known to a peer that gives them the number 0, nor said anything by', () => {
  const fake = new FakeWire()
  const options = { connect: idleConnection, iceServers: [], budget: new ConnectionBudget() }
  const lanes = new WireLanes(fake.wire, options, {
    roundTrip: () => Promise.resolve(40),
    isRelayed: () => false,
    charge: () => true,
    lanes: { own: 0, theirs: 0 },
  })
  fake.maps('sh_lanes', 0)
  expect(lanes.known).toBe(false)
  // Nobody uses them, so that they are refused.
  fake.receive('sh_lanes', serialiseLaneSignal({ kind: 'offer', lane: 1, sdp: 'v=0' }))
  expect(fake.sent).toEqual([])
  fake.maps('sh_lanes', 3)
  expect(lanes.known).toBe(true)
})

/** Asks for four lanes to a peer so far away: how many connections were begun, and how often it was told of none. */
async function wanted(
  roundTrip: number,
  made: () => PeerConnection,
  isRelayed = false,
): Promise<{ begun: number; refused: number }> {
  const begin = vi.fn(made)
  const fake = new FakeWire()
  const options = { connect: begin, iceServers: [], budget: new ConnectionBudget() }
  const lanes = new WireLanes(fake.wire, options, {
    roundTrip: () => Promise.resolve(roundTrip),
    isRelayed: () => isRelayed,
    charge: () => true,
    lanes: { own: 0, theirs: 0 },
  })
  const refused = vi.fn()
  const ignore = () => undefined
  lanes.use({ opened: ignore, received: ignore, closed: ignore, refused })
  await lanes.open(4)
  return { begun: begin.mock.calls.length, refused: refused.mock.calls.length }
}

function idleConnection(): PeerConnection {
  const waits = () => new Promise(() => undefined)
  const createDataChannel = () => ({ close: () => undefined })
  return { createDataChannel, createOffer: waits, close: () => undefined } as unknown as PeerConnection
}

it('no lanes are opened to a peer so near that lost packets hold nothing back', async () => {
  expect(await wanted(2, idleConnection)).toEqual({ begun: 0, refused: 1 })
  expect(await wanted(40, idleConnection)).toEqual({ begun: 4, refused: 0 })
  // A browser that does not tell.
  expect(await wanted(Infinity, idleConnection)).toEqual({ begun: 4, refused: 0 })
})

it('no lanes are opened beside a connection over a relay', async () => {
  expect(await wanted(40, idleConnection, true)).toEqual({ begun: 0, refused: 1 })
})

it('lanes are refused to a peer that is reached over a relay', async () => {
  const make = vi.fn(idleConnection)
  const fake = new FakeWire()
  const lanes = new WireLanes(
    fake.wire,
    { connect: make, iceServers: [], budget: new ConnectionBudget() },
    {
      roundTrip: () => Promise.resolve(40),
      isRelayed: () => true,
      charge: () => true,
      lanes: { own: 0, theirs: 0 },
    },
  )
  const ignore = () => undefined
  lanes.use({ opened: ignore, received: ignore, closed: ignore, refused: ignore })
  fake.maps('sh_lanes', 3)
  fake.receive('sh_lanes', serialiseLaneSignal({ kind: 'offer', lane: 1, sdp: 'v=0' }))
  await Promise.resolve()
  expect(make).not.toHaveBeenCalled()
  expect(fake.sent).toHaveLength(1)
})

it('lanes that the browser does not make are told of as refused', async () => {
  const none = () => {
    throw new Error('Too many connections.')
  }
  expect(await wanted(40, none)).toEqual({ begun: 4, refused: 4 })
})

it('an echo is not known to a peer that gives it the number 0', () => {
  const fake = new FakeWire()
  useEcho(
    fake.wire,
    () => 0,
    () => undefined,
  )
  fake.maps('sh_echo', 0)
  expect(knowsEcho(fake.wire)).toBe(false)
  fake.maps('sh_echo', 3)
  expect(knowsEcho(fake.wire)).toBe(true)
})

it('notes go to no peer that gives them the number 0, or does so later', () => {
  const fake = new FakeWire()
  const met: NotePeer[] = []
  const handler = {
    isSociable: true,
    onSociable: () => () => undefined,
    joined: (peer: NotePeer) => void met.push(peer),
    left: () => undefined,
    received: () => undefined,
  }
  useNotes(fake.wire, () => null, handler, new Set())
  fake.maps('sh_notes', 0)
  expect(met).toEqual([])
  fake.maps('sh_notes', 3)
  met[0]?.send(new Uint8Array(10))
  fake.maps('sh_notes', 0)
  met[0]?.send(new Uint8Array(10))
  expect(fake.sent).toEqual(['sh_notes'])
})

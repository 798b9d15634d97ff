import { expect, it } from 'vitest'
import type { Wire } from 'webtorrent/dist/webtorrent.min.js'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import { knowsEcho, useEcho } from '../../src/swarm/wireEcho.ts'
import { WireLanes } from '../../src/swarm/wireLanes.ts'
import { useNotes, type NotePeer } from '../../src/swarm/wireNotes.ts'
import { serialiseLaneSignal } from '../../src/wire/laneMessages.ts'

/* Our extensions of the wire (BEP 10), over a wire that throws on what is sent by an extension the peer has not. */

type Listener = (...values: unknown[]) => void

class FakeWire {
  readonly destroyed = false
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
  const lanes = new WireLanes(fake.wire, { iceServers: [], budget: new ConnectionBudget() })
  fake.maps('sh_lanes', 0)
  expect(lanes.known).toBe(false)
  // Nobody uses them, so that they are refused.
  fake.receive('sh_lanes', serialiseLaneSignal({ kind: 'offer', lane: 1, sdp: 'v=0' }))
  expect(fake.sent).toEqual([])
  fake.maps('sh_lanes', 3)
  expect(lanes.known).toBe(true)
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

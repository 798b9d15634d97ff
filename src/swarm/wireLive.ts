import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../core/brand.ts'
import { banish, knowsExtension, useExtension } from './wireExtension.ts'

/*
 * A live channel between two peers: an extension of the wire (BEP 10). What is said is in `liveMessages.ts`; who
 * watches nothing live has next to no code for it, and keeps none of what comes.
 */

const NAME = 'sh_live'

/** Bytes that wait to be sent to somebody before more are given. */
const MOST_WAITING: Bytes = 256 * 1024

/** Somebody who knows of live channels too. */
export interface LivePeer {
  /** The peer id of the connection's other end, in hex. */
  readonly id: string
  /** What was sent before has not gone yet. */
  readonly busy: boolean
  send(message: Uint8Array<ArrayBuffer>): void
  /** Ends the connection, and does not meet the peer again. */
  drop(): void
}

export interface LiveHandler {
  joined(peer: LivePeer): void
  left(peer: LivePeer): void
  received(peer: LivePeer, message: Uint8Array): void
}

/** Those whom a share is connected to, for the room in which somebody here watches it live, if anybody does. */
export class LivePeers implements LiveHandler {
  readonly #peers = new Set<LivePeer>()
  readonly #became = new Set<() => void>()
  #room: LiveHandler | null = null

  /** Who watches looks for others, although the channel's own file is here whole. */
  get isSociable(): boolean {
    return this.#room !== null
  }

  /** Calls back when it becomes so; returns the way to stop. */
  onSociable(became: () => void): () => void {
    this.#became.add(became)
    return () => this.#became.delete(became)
  }

  open(room: LiveHandler): void {
    this.#room = room
    for (const peer of this.#peers) room.joined(peer)
    for (const became of this.#became) became()
  }

  close(room: LiveHandler): void {
    if (this.#room === room) this.#room = null
  }

  joined(peer: LivePeer): void {
    this.#peers.add(peer)
    this.#room?.joined(peer)
  }

  left(peer: LivePeer): void {
    this.#peers.delete(peer)
    this.#room?.left(peer)
  }

  received(peer: LivePeer, message: Uint8Array): void {
    this.#room?.received(peer, message)
  }
}

/**
 * Must be called in the `wire` event, before the handshake.
 *
 * @param waiting bytes that wait to be sent over the wire's connection
 * @param offenders ids of peers that were dropped: they are not met again
 */
export function useLive(
  wire: Wire,
  waiting: () => Bytes,
  handler: LiveHandler,
  offenders: Set<string>,
): void {
  let joined = false
  const peer: LivePeer = {
    get id() {
      return wire.peerId
    },
    get busy() {
      return waiting() > MOST_WAITING
    },
    send: (message) => {
      if (!wire.destroying && knowsExtension(wire, NAME)) wire.extended(NAME, message)
    },
    drop: () => banish(wire, offenders),
  }
  useExtension(wire, NAME, {
    onMessage: (bytes) => {
      if (joined && !wire.destroying) handler.received(peer, bytes)
    },
  })
  wire.on('extended', (name: unknown) => {
    if (name !== 'handshake' || joined || wire.destroying || !knowsExtension(wire, NAME)) return
    if (offenders.has(wire.peerId)) {
      banish(wire, offenders)
      return
    }
    joined = true
    handler.joined(peer)
  })
  wire.once('close', () => {
    if (joined) handler.left(peer)
  })
}

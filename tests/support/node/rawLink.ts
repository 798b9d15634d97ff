import { PeerConnection, type DataChannel } from 'node-datachannel'

/** Which of the channels of a connection to a page something goes over. */
export type Channel = 'wire' | 'side'

export interface RawLinkOptions {
  /** The wire is open: the page waits for a handshake. */
  readonly opened: () => void
  /** Bytes of the wire, in order. */
  readonly received: (bytes: Uint8Array) => void
  /** A message of the side channel. */
  readonly aside: (bytes: Uint8Array) => void
  /** The page has ended it, or it was lost. Told once, and never after {@link RawLink.close}. */
  readonly closed: () => void
}

/** As in `src/swarm/link/sideChannel.ts` and `lane.ts`. */
const SIDE = { negotiated: true, id: 100 }
const LANE = { negotiated: true, id: 0 }

let made = 0

/** Connections to a page by WebRTC from Node, over which anything can be said. */
export class RawLink {
  readonly #connection: PeerConnection
  readonly #channels: Readonly<Record<Channel, DataChannel>>
  #options: RawLinkOptions | null

  constructor(options: RawLinkOptions) {
    this.#options = options
    this.#connection = new PeerConnection(`link ${made++}`, { iceServers: [] })
    this.#channels = {
      wire: this.#connection.createDataChannel('any'),
      side: this.#connection.createDataChannel('shoal-notes', SIDE),
    }
    const { wire, side } = this.#channels
    wire.onOpen(() => this.#options?.opened())
    wire.onMessage((data) => this.#options?.received(new Uint8Array(data as Buffer)))
    side.onMessage((data) => this.#options?.aside(new Uint8Array(data as Buffer)))
    wire.onClosed(() => this.#lose())
    this.#connection.onStateChange((state) => {
      if (state === 'failed' || state === 'closed' || state === 'disconnected') this.#lose()
    })
  }

  offer(): Promise<string> {
    return described(this.#connection)
  }

  /** Takes a page's answer. */
  accept(sdp: string): void {
    take(this.#connection, sdp)
  }

  send(over: Channel, bytes: Uint8Array): void {
    send(this.#channels[over], bytes)
  }

  /** Bytes that wait to be sent. */
  get waiting(): number {
    return this.#channels.wire.bufferedAmount() + this.#channels.side.bufferedAmount()
  }

  close(): void {
    this.#options = null
    this.#connection.close()
  }

  #lose(): void {
    const options = this.#options
    this.close()
    options?.closed()
  }
}

/** A further connection, for blocks alone (see `src/wire/laneMessages.ts`). */
export class RawLane {
  readonly #connection = new PeerConnection(`lane ${made++}`, { iceServers: [] })
  readonly #channel = this.#connection.createDataChannel('shoal-lane', LANE)

  offer(): Promise<string> {
    return described(this.#connection)
  }

  accept(sdp: string): void {
    take(this.#connection, sdp)
  }

  send(bytes: Uint8Array): void {
    send(this.#channel, bytes)
  }

  close(): void {
    this.#connection.close()
  }
}

/**
 * The description with all candidates: the protocols here carry whole ones only. It is made since there is a channel,
 * and may have been whole before anybody asked.
 */
function described(connection: PeerConnection): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      if (connection.gatheringState() === 'complete') resolve(connection.localDescription()?.sdp ?? '')
    }
    connection.onGatheringStateChange(look)
    look()
  })
}

function take(connection: PeerConnection, sdp: string): void {
  try {
    connection.setRemoteDescription(sdp, 'answer')
  } catch {
    // It was closed meanwhile.
  }
}

/** What the page would not hear any more is lost. */
function send(channel: DataChannel, bytes: Uint8Array): void {
  if (!channel.isOpen()) return
  try {
    channel.sendMessageBinary(bytes)
  } catch {
    // It was closed meanwhile, or has no room.
  }
}

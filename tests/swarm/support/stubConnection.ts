import type { PeerConnection } from '../../../src/swarm/link/peerConnection.ts'

/* WebRTC connections that a test holds the other end of. */

/** A data channel; what is said at the other end is told with {@link receive}. */
export class StubChannel {
  readonly sent: Uint8Array[] = []
  readonly label: string
  readyState: RTCDataChannelState = 'connecting'
  bufferedAmount = 0
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onbufferedamountlow: (() => void) | null = null

  constructor(label: string) {
    this.label = label
  }

  send(bytes: Uint8Array): void {
    // As a channel does: what was given may hold something else by then.
    this.sent.push(bytes.slice())
  }

  open(): void {
    this.readyState = 'open'
    this.onopen?.()
  }

  receive(bytes: Uint8Array): void {
    if (this.readyState === 'open') this.onmessage?.({ data: bytes.slice().buffer })
  }

  close(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.onclose?.()
  }
}

/** Stands in for WebRTC; all that were made are in {@link made}. */
export class StubConnection {
  static made: StubConnection[] = []
  readonly iceGatheringState = 'complete'
  readonly channels: StubChannel[] = []
  localDescription: { sdp: string } | null = null
  readonly remoteDescription = { sdp: 'v=0' }
  connectionState: RTCPeerConnectionState = 'new'
  onconnectionstatechange: (() => void) | null = null
  closed = false
  ondatachannel: ((event: { channel: StubChannel }) => void) | null = null

  constructor() {
    StubConnection.made.push(this)
  }

  /** What the engine makes connections by. */
  static connect(): PeerConnection {
    return new StubConnection() as unknown as PeerConnection
  }

  createDataChannel(label: string): StubChannel {
    const channel = new StubChannel(label)
    this.channels.push(channel)
    return channel
  }

  /** The other end has opened a channel. */
  bring(label: string): StubChannel {
    const channel = new StubChannel(label)
    this.ondatachannel?.({ channel })
    channel.open()
    return channel
  }

  /** What the browser finds out about its path. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }

  createOffer = () => Promise.resolve({ sdp: 'v=0' })
  createAnswer = () => Promise.resolve({ sdp: 'v=0' })
  setRemoteDescription = () => Promise.resolve()
  getStats = () => Promise.resolve(new Map())

  setLocalDescription(description: { sdp: string }): Promise<void> {
    this.localDescription = description
    return Promise.resolve()
  }

  close(): void {
    this.closed = true
    for (const channel of this.channels) channel.close()
  }
}

import { PeerConnection as NativeConnection, type DataChannel as NativeChannel } from 'node-datachannel'
import type {
  Connect,
  DataChannel,
  IceServer,
  PeerConnection,
  Stats,
} from '../../src/swarm/link/peerConnection.ts'

type Server = ConstructorParameters<typeof NativeConnection>[1]['iceServers'][number]

let made = 0

/** WebRTC in Node, by libdatachannel. */
export const connect: Connect = (iceServers) => new NodeConnection(iceServers)

/** libdatachannel's connection as the engine expects one. Offers and answers are made as they are set. */
class NodeConnection implements PeerConnection {
  onconnectionstatechange: (() => void) | null = null
  onicegatheringstatechange: (() => void) | null = null
  onicecandidate: PeerConnection['onicecandidate'] = null
  ondatachannel: PeerConnection['ondatachannel'] = null
  readonly #native: NativeConnection
  /** What the peer's certificate has to be, as its description says. */
  #fingerprints: readonly string[] = []
  #isRefused = false
  #closed = false

  constructor(iceServers: readonly IceServer[]) {
    // Only offers when it is told to: it would at its first channel, be it to answer.
    this.#native = new NativeConnection(`peer ${made++}`, {
      iceServers: iceServers.flatMap(serversOf),
      disableAutoNegotiation: true,
      // Done here. It would compare the certificate with a description that it takes down only after it has begun to
      // connect by it: near by, where all of a handshake fits between, one connection in fifteen failed.
      disableFingerprintVerification: true,
    })
    this.#native.onStateChange((state) => {
      if (state !== 'connected' || this.#proves()) this.onconnectionstatechange?.()
    })
    this.#native.onGatheringStateChange(() => this.onicegatheringstatechange?.())
    this.#native.onLocalCandidate((candidate) => {
      this.onicecandidate?.({ candidate: { type: / typ (\S+)/.exec(candidate)?.[1] ?? null } })
    })
    this.#native.onDataChannel((channel) => {
      if (this.#proves()) this.ondatachannel?.({ channel: this.#channel(channel) })
    })
  }

  get connectionState(): string {
    if (this.#isRefused) return 'failed'
    return this.#closed ? 'closed' : this.#native.state()
  }

  get iceConnectionState(): string {
    return this.#closed ? 'closed' : this.#native.iceState()
  }

  get iceGatheringState(): string {
    return this.#closed ? 'complete' : this.#native.gatheringState()
  }

  get localDescription(): { readonly sdp: string } | null {
    return this.#closed ? null : this.#native.localDescription()
  }

  get remoteDescription(): { readonly sdp: string } | null {
    return this.#closed ? null : this.#native.remoteDescription()
  }

  createDataChannel(
    label: string,
    options?: { readonly negotiated: boolean; readonly id: number },
  ): DataChannel {
    return this.#channel(this.#native.createDataChannel(label, options ?? {}))
  }

  createOffer() {
    return Promise.resolve({ type: 'offer' })
  }

  createAnswer() {
    return Promise.resolve({ type: 'answer' })
  }

  async setLocalDescription({ type }: { readonly type: string }): Promise<void> {
    this.#native.setLocalDescription(type === 'offer' ? 'offer' : 'answer')
  }

  async setRemoteDescription({
    type,
    sdp = '',
  }: {
    readonly type: string
    readonly sdp?: string
  }): Promise<void> {
    this.#fingerprints = fingerprintsIn(sdp)
    this.#native.setRemoteDescription(sdp, type === 'offer' ? 'offer' : 'answer')
  }

  /** The pair of candidates in use, which is all that is told. */
  async getStats(): Promise<ReadonlyMap<string, Stats>> {
    const pair = this.#closed ? null : this.#native.getSelectedCandidatePair()
    if (!pair) return new Map()
    const roundTrip = this.#native.rtt()
    const stats: readonly Stats[] = [
      { id: 'local', type: 'local-candidate', candidateType: pair.local.type },
      { id: 'remote', type: 'remote-candidate', candidateType: pair.remote.type },
      {
        id: 'pair',
        type: 'candidate-pair',
        state: 'succeeded',
        nominated: true,
        localCandidateId: 'local',
        remoteCandidateId: 'remote',
        ...(roundTrip > 0 && { currentRoundTripTime: roundTrip / 1000 }),
      },
    ]
    return new Map(stats.map((each) => [each.id, each]))
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#native.close()
  }

  #channel(native: NativeChannel): NodeChannel {
    return new NodeChannel(native, () => this.#proves())
  }

  /** Whether the peer is who its description says; one that is not is heard no more. To be asked before it is heard at all. */
  #proves(): boolean {
    if (this.#closed || this.#isRefused) return false
    const { algorithm, value } = this.#native.remoteFingerprint()
    if (this.#fingerprints.includes(fingerprint(algorithm, value))) return true
    this.#isRefused = true
    this.onconnectionstatechange?.()
    this.close()
    return false
  }
}

/** All of a description (RFC 8122). */
function fingerprintsIn(sdp: string): string[] {
  return [...sdp.matchAll(/^a=fingerprint:(\S+) (\S+)/gm)].map(([, algorithm = '', value = '']) =>
    fingerprint(algorithm, value),
  )
}

function fingerprint(algorithm: string, value: string): string {
  return `${algorithm} ${value}`.toLowerCase()
}

class NodeChannel implements DataChannel {
  binaryType = 'arraybuffer'
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: DataChannel['onmessage'] = null
  onbufferedamountlow: (() => void) | null = null
  readyState: 'connecting' | 'open' | 'closed' = 'connecting'
  readonly label: string
  readonly #native: NativeChannel
  readonly #proves: () => boolean

  /** @param proves whether the peer may be heard */
  constructor(native: NativeChannel, proves: () => boolean) {
    this.#native = native
    this.#proves = proves
    this.label = native.getLabel()
    native.onOpen(() => this.#open())
    native.onClosed(() => this.#end())
    native.onError(() => this.#end())
    native.onBufferedAmountLow(() => this.onbufferedamountlow?.())
    native.onMessage((data) => {
      // What comes with the opening may be told before it.
      this.#open()
      if (this.readyState === 'open')
        this.onmessage?.({ data: typeof data === 'string' ? data : bufferOf(data) })
    })
    // One that the peer has made is open already, which is told to who listens by then.
    if (native.isOpen()) queueMicrotask(() => this.#open())
  }

  get bufferedAmount(): number {
    return this.readyState === 'open' ? this.#native.bufferedAmount() : 0
  }

  set bufferedAmountLowThreshold(bytes: number) {
    this.#native.setBufferedAmountLowThreshold(bytes)
  }

  send(message: Uint8Array<ArrayBuffer>): void {
    try {
      this.#native.sendMessageBinary(message)
    } catch (error) {
      // The peer may have closed it in another thread already, which is told in its turn.
      if (this.#native.isOpen()) throw error
    }
  }

  close(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.#native.close()
  }

  #open(): void {
    if (this.readyState !== 'connecting' || !this.#proves()) return
    this.readyState = 'open'
    this.onopen?.()
  }

  #end(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.onclose?.()
  }
}

/** Exactly these bytes, though they may come as a part of a longer buffer. */
function bufferOf(data: Buffer | ArrayBuffer): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data
  return new Uint8Array(data).buffer
}

/** libdatachannel reaches STUN and TURN servers over UDP alone. */
function serversOf({ urls, username = '', credential = '' }: IceServer): Server[] {
  return [urls].flat().flatMap((url) => {
    const [, scheme, address = '', port, transport = 'udp'] =
      /^(stun|turn):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(\w+))?$/.exec(url) ?? []
    if (scheme === undefined || transport !== 'udp') return []
    const hostname = address.replace(/^\[|\]$/g, '')
    const server = { hostname, port: Number(port ?? 3478) }
    return scheme === 'stun'
      ? server
      : { ...server, username, password: credential, relayType: 'TurnUdp' as const }
  })
}

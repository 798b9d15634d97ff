/**
 * As much of WebRTC as the engine uses. A browser's `RTCPeerConnection` fits, and so does what Node is given
 * for one; only the home knows which it is.
 */
export interface PeerConnection {
  readonly connectionState: string
  /** How ICE alone is doing; the rest of the connection's state is that of DTLS. */
  readonly iceConnectionState?: string
  readonly iceGatheringState: string
  readonly localDescription: { readonly sdp: string } | null
  readonly remoteDescription: { readonly sdp: string } | null
  onconnectionstatechange: (() => void) | null
  onicegatheringstatechange: (() => void) | null
  /** Null after the last one. */
  onicecandidate: ((event: { readonly candidate: Candidate | null }) => void) | null
  ondatachannel: ((event: { readonly channel: DataChannel }) => void) | null
  createDataChannel(
    label: string,
    options?: { readonly negotiated: boolean; readonly id: number },
  ): DataChannel
  createOffer(): Promise<Description>
  createAnswer(): Promise<Description>
  setLocalDescription(description: Description): Promise<void>
  setRemoteDescription(description: Description): Promise<void>
  getStats(): Promise<ReadonlyMap<string, Stats>>
  close(): void
}

/** Reliable and in order, as all of the engine's are. */
export interface DataChannel {
  readonly label: string
  readonly readyState: string
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number
  bufferedAmountLowThreshold: number
  binaryType: string
  onopen: (() => void) | null
  onclose: (() => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onbufferedamountlow: (() => void) | null
  send(message: Uint8Array<ArrayBuffer>): void
  close(): void
}

export interface Candidate {
  /** `host`, `srflx`, `prflx` or `relay`. */
  readonly type?: string | null
  /** `udp` or `tcp`, where that is told. */
  readonly protocol?: string | null
}

export interface Description {
  /** `offer` or `answer`. */
  readonly type: string
  readonly sdp?: string
}

/** One of the statistics of a connection (`RTCStatsReport`); what is read of it, which no browser has all of. */
export interface Stats {
  readonly id: string
  readonly type: string
  readonly selectedCandidatePairId?: string
  readonly nominated?: boolean
  readonly state?: string
  readonly localCandidateId?: string
  readonly remoteCandidateId?: string
  readonly candidateType?: string
  /** Seconds. */
  readonly currentRoundTripTime?: number
  /** Seconds, over all {@link responsesReceived}. */
  readonly totalRoundTripTime?: number
  readonly responsesReceived?: number
}

/** A STUN or TURN server (`RTCIceServer`). */
export interface IceServer {
  readonly urls: string | string[]
  readonly username?: string
  readonly credential?: string
}

/** Makes a connection that may ask these servers. Throws when none can be made. */
export type Connect = (iceServers: readonly IceServer[]) => PeerConnection

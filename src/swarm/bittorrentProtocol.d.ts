/** What this project uses of bittorrent-protocol 5, which comes without types: one connection in BEP 3's words. */
declare module 'bittorrent-protocol' {
  import type { Duplex } from 'streamx'

  /** What the peer asks for. */
  interface PeerRequest {
    readonly piece: number
    readonly offset: number
    readonly length: number
    /** Answers it, and takes it off the list. */
    callback(error: Error | null, bytes?: Uint8Array): void
  }

  /** Which pieces the peer has. */
  interface PeerPieces {
    get(piece: number): boolean
    set(piece: number, has: boolean): unknown
  }

  /** One of ours (BEP 10). Its prototype's `name` is the extension's. */
  export interface Extension {
    onMessage(bytes: Uint8Array): void
    /** The peer has said by which number it knows the extension. */
    onExtendedHandshake?(): void
  }

  export class Wire extends Duplex {
    constructor(type?: string)
    /** As it was made. */
    readonly type: string
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what streamx declares has one
    on<E extends PropertyKey>(event: E & string, listener: (...values: never[]) => unknown): this
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as above
    once<E extends PropertyKey>(event: E & string, listener: (...values: never[]) => unknown): this
    peerId: string
    readonly amInterested: boolean
    readonly peerChoking: boolean
    readonly amChoking: boolean
    readonly peerInterested: boolean
    peerPieces: PeerPieces
    readonly requests: readonly { readonly piece: number }[]
    /** Blocks that the peer has asked for and not been sent. */
    readonly peerRequests: readonly PeerRequest[]
    uploaded: number
    downloaded: number
    readonly peerExtendedHandshake: {
      readonly v?: unknown
      readonly metadata_size?: unknown
      readonly p?: unknown
    }
    /** What we say of ourselves (BEP 10). */
    readonly extendedHandshake: { metadata_size?: number; p?: number }
    /** Whether both ends know the fast extension (BEP 6). */
    readonly hasFast: boolean
    /** The numbers that the peer has given extensions (BEP 10), by name. */
    readonly peerExtendedMapping: Record<string, number | undefined>
    /** The names of ours, by the numbers that we have given them. */
    readonly extendedMapping: Readonly<Record<number, string>>
    /** What the peer's handshake says that it knows. */
    readonly peerExtensions: { readonly extended: boolean }
    use(extension: new () => Extension): void
    /** @param extension its name, or 0 for the handshake of extensions */
    extended(extension: string | 0, message: Uint8Array | object): void
    handshake(infoHash: string, peerId: string, extensions: { fast: boolean }): void
    setKeepAlive(enable: boolean): void
    /** `done` is called once, with an error unless the block came. */
    request(piece: number, offset: number, length: number, done: (error: Error | null) => void): void
    cancel(piece: number, offset: number, length: number): void
    /** Says that it will not be sent (BEP 6), and takes it off the list. */
    reject(piece: number, offset: number, length: number): void
    interested(): void
    uninterested(): void
    choke(): void
    unchoke(): void
    bitfield(bitfield: Uint8Array): void
    haveAll(): void
    haveNone(): void
    /** Names a piece to fetch from us (BEP 6); throws when the peer does not know the fast extension. */
    suggest(piece: number): void
    have(piece: number): void
    /** Sends a block. */
    piece(piece: number, offset: number, bytes: Uint8Array): void
    /** A meter: with bytes it counts, without it only tells, in bytes a second. */
    uploadSpeed(bytes?: number): number
    downloadSpeed(bytes?: number): number
  }
  export default Wire
}

/** What this project uses of webtorrent 3; its own types are years behind. */
declare module 'webtorrent/dist/webtorrent.min.js' {
  interface Emitter {
    on(event: string, listener: (...values: never[]) => void): this
    once(event: string, listener: (...values: never[]) => void): this
    removeAllListeners(event: string): this
  }

  export interface Wire extends Emitter {
    readonly peerId: string
    readonly type: string
    readonly amInterested: boolean
    readonly peerChoking: boolean
    readonly amChoking: boolean
    readonly peerInterested: boolean
    readonly peerPieces: { get(piece: number): boolean }
    readonly requests: readonly { readonly piece: number }[]
    /** Blocks that the peer has asked for and not been sent. */
    readonly peerRequests: readonly unknown[]
    readonly uploaded: number
    readonly downloaded: number
    readonly destroyed: boolean
    readonly peerExtendedHandshake: { readonly v?: unknown; readonly metadata_size?: unknown }
    readonly ut_metadata: Emitter & { onMessage(bytes: Uint8Array): void }
    readonly lt_donthave: Emitter & { onMessage(bytes: Uint8Array): void; donthave(piece: number): void }
    /** Whether both ends know the fast extension (BEP 6). */
    readonly hasFast: boolean
    /** The names of our own extensions (BEP 10), by number. */
    readonly extendedMapping: Record<string, string>
    /** The numbers that the peer has given extensions (BEP 10), by name. */
    readonly peerExtendedMapping: Readonly<Record<string, number | undefined>>
    use(extension: new () => { onMessage(bytes: Uint8Array): void }): void
    extended(name: string, message: Uint8Array | object): void
    /** How long a request may take before the wire emits `timeout`; 0 for ever. */
    setTimeout(milliseconds: number): void
    /** `done` is called once, with an error unless the block came. */
    request(piece: number, offset: number, length: number, done: (error: Error | null) => void): void
    cancel(piece: number, offset: number, length: number): void
    interested(): void
    uninterested(): void
    choke(): void
    unchoke(): void
    bitfield(bitfield: Uint8Array): void
    haveAll(): void
    haveNone(): void
    /** Names a piece to fetch from us (BEP 6); throws when the peer does not know the fast extension. */
    suggest(piece: number): void
    uploadSpeed(): number
    downloadSpeed(): number
    have(piece: number): void
    destroy(): void
  }

  export interface Torrent extends Emitter {
    readonly infoHash: string
    readonly ready: boolean
    readonly done: boolean
    readonly destroyed: boolean
    readonly wires: readonly Wire[]
    readonly bitfield: { readonly buffer: Uint8Array; get(piece: number): boolean }
    addPeer(link: import('streamx').Duplex): boolean
    removePeer(id: string): void
    pause(): void
    resume(): void
    destroy(options: { destroyStore: boolean }, done?: () => void): void
  }

  export interface ChunkStore {
    chunkLength: number
    put(index: number, bytes: Uint8Array, done: (error?: Error | null) => void): void
    get(
      index: number,
      options: { offset?: number; length?: number } | null,
      done: (error: Error | null, bytes?: Uint8Array) => void,
    ): void
    close(done: (error?: Error | null) => void): void
    destroy(done: (error?: Error | null) => void): void
  }

  /** What parse-torrent reads of a .torrent file, as far as it is needed. */
  export interface ParsedTorrent {
    infoHash: string
    name: string
    info: object
    announce: string[]
    urlList: string[]
    files: { path: string; name: string; length: number; offset: number }[]
    length: number
    pieceLength: number
    lastPieceLength: number
    pieces: string[]
  }

  export interface TorrentOptions {
    preloadedStore: ChunkStore
    storeCacheSlots: number
    bitfield?: Uint8Array
    skipVerify?: boolean
    deselect?: boolean
    uploads?: number | false
    announce?: string[]
  }

  export default class WebTorrent implements Emitter {
    constructor(options: {
      peerId: string
      tracker: false
      dht: false
      lsd: false
      utPex: false
      natUpnp: false
      natPmp: false
      webSeeds: false
    })
    on(event: string, listener: (...values: never[]) => void): this
    once(event: string, listener: (...values: never[]) => void): this
    removeAllListeners(event: string): this
    add(torrent: string | Uint8Array | ParsedTorrent, options: TorrentOptions): Torrent
    destroy(done?: () => void): void
  }
}

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
    readonly lt_donthave: { onMessage(bytes: Uint8Array): void; donthave(piece: number): void }
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
    readonly received: number
    readonly uploaded: number
    readonly bitfield: { readonly buffer: Uint8Array; get(piece: number): boolean }
    addPeer(link: import('streamx').Duplex): boolean
    removePeer(id: string): void
    select(from: number, to: number): void
    deselect(from: number, to: number): void
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

  export interface TorrentOptions {
    preloadedStore: ChunkStore
    storeCacheSlots: number
    bitfield?: Uint8Array
    skipVerify?: boolean
    deselect?: boolean
    strategy?: 'rarest' | 'sequential'
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
    add(torrent: string | Uint8Array, options: TorrentOptions): Torrent
    destroy(done?: () => void): void
  }
}

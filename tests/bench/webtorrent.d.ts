/** webtorrent's build for pages, as far as the benches use it. */
declare module 'webtorrent/dist/webtorrent.min.js' {
  interface ChunkStore {
    put(index: number, bytes: Uint8Array, done: (error?: Error | null) => void): void
    get(index: number, options: null, done: (error: Error | null, bytes?: Uint8Array) => void): void
  }

  interface Torrent {
    readonly store: ChunkStore
    once(event: 'ready', listener: () => void): void
    destroy(options: { destroyStore: boolean }, done: () => void): void
  }

  export default class WebTorrent {
    constructor(options: object)
    add(torrent: Uint8Array, options: object): Torrent
    destroy(): void
  }
}

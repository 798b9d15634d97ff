/** What this project uses of bittorrent-dht 11, which comes without types: a node of the DHT (BEP 5, BEP 44). */
declare module 'bittorrent-dht' {
  import type { EventEmitter } from 'node:events'

  interface Node {
    readonly host: string
    readonly port: number
  }

  interface Options {
    /** Where the DHT is entered; false for nowhere. */
    readonly bootstrap: readonly string[] | false
    /** As much of a `dgram.Socket` as it uses. */
    readonly socket: EventEmitter
  }

  export class Client extends EventEmitter {
    readonly nodes: { count(): number }
    constructor(options: Options)
    listen(port: number, host?: string): void
    address(): { readonly port: number }
    addNode(node: Node): void
    /** Finds peers of a torrent, told by `peer` events. */
    lookup(infoHash: string, done?: (error: Error | null) => void): () => void
    /** The same, and says that there is one at this port. */
    announce(infoHash: string, port: number, done?: (error: Error | null) => void): void
    toJSON(): { readonly nodes: readonly Node[] }
    destroy(done?: () => void): void
  }
}

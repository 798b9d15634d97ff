/** Packages without types of their own, as far as the tests use them: other people's readings of our formats. */

declare module 'parse-torrent' {
  interface ParsedTorrent {
    readonly infoHash: string
    readonly name: string
    readonly length: number
    readonly pieceLength: number
    readonly lastPieceLength: number
    readonly pieces: readonly string[]
    readonly announce: readonly string[]
    readonly urlList?: readonly string[]
    readonly files: readonly { readonly path: string; readonly name: string; readonly length: number }[]
  }
  export default function parseTorrent(torrent: Uint8Array): Promise<ParsedTorrent>
}

/** The build for Node; the page's build is declared where the page uses it. */
declare module 'webtorrent' {
  interface PlainTorrent {
    readonly magnetURI: string
    readonly files: readonly PlainFile[]
    readonly discovery: { readonly tracker: { update(): void } | null }
    on(event: 'metadata' | 'done', listener: () => void): void
    on(event: 'warning', listener: (warning: unknown) => void): void
    on(event: 'wire', listener: (wire: PlainWire) => void): void
    once(event: 'download', listener: () => void): void
  }

  interface PlainWire {
    readonly peerId: string
    readonly destroyed: boolean
    readonly peerExtendedMapping: Readonly<Record<string, number>>
    use(extension: new () => { onMessage(bytes: Uint8Array): void }): void
    extended(extension: string, payload: Uint8Array): void
    on(event: 'extended', listener: (name: unknown) => void): void
    once(event: 'close', listener: () => void): void
  }

  interface PlainFile extends AsyncIterable<Uint8Array> {
    readonly path: string
    readonly length: number
  }

  export default class WebTorrent {
    constructor(options: object)
    seed(paths: readonly string[], options: object, seeding: (torrent: PlainTorrent) => void): void
    add(
      magnet: string,
      options: { announce: readonly string[]; path: string; deselect?: boolean },
    ): PlainTorrent
    on(event: 'error', listener: (error: unknown) => void): void
  }
  export type { PlainFile, PlainTorrent, PlainWire }
}

/** The part that the bench uses. */
declare module '@peertube/bittorrent-tracker-server' {
  import type { EventEmitter } from 'node:events'
  import type { Server as HttpServer } from 'node:http'

  export class Server extends EventEmitter {
    readonly http: HttpServer
    constructor(options: { udp: boolean; http: boolean; ws: boolean; stats: boolean })
    listen(port: number, host: string, listening: () => void): void
  }
}

/** What makes WebRTC connections for webtorrent in Node; its own types are those of a package that is not there. */
declare module 'webrtc-polyfill' {
  export const RTCPeerConnection: typeof globalThis.RTCPeerConnection
}

declare module 'bencode' {
  const bencode: {
    /** Throws on anything that is not one bencoded value; byte strings come back as Uint8Array. */
    decode(bytes: Uint8Array): unknown
    encode(value: unknown): Uint8Array
  }
  export default bencode
}

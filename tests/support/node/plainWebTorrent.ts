/**
 * The part of webtorrent that a plain client in Node uses. The package has no types of its own, and those that
 * the engine declares are for the page's use of it: hence a specifier that the compiler does not look up.
 */

export interface PlainClient {
  seed(paths: readonly string[], options: object, seeding: (torrent: PlainTorrent) => void): void
  add(magnet: string, options: { announce: readonly string[]; path: string }): PlainTorrent
  on(event: 'error', listener: (error: unknown) => void): void
}

export interface PlainTorrent {
  readonly magnetURI: string
  readonly files: readonly PlainFile[]
  on(event: 'metadata' | 'done', listener: () => void): void
}

export interface PlainFile extends AsyncIterable<Uint8Array> {
  readonly path: string
  readonly length: number
}

const PACKAGE: string = 'webtorrent'

export async function plainClient(): Promise<PlainClient> {
  const { default: WebTorrent } = (await import(PACKAGE)) as { default: new (options: object) => PlainClient }
  return new WebTorrent({
    dht: false,
    lsd: false,
    utPex: false,
    utp: false,
    natUpnp: false,
    natPmp: false,
    // No STUN server: loopback needs none, and one that cannot be reached delays every connection.
    tracker: { rtcConfig: { iceServers: [] } },
  })
}

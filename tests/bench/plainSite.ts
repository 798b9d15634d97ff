import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'

/** A page with webtorrent's own browser bundle and nothing else: what ours is compared with. */
export interface PlainSite {
  readonly url: string
  stop(): Promise<void>
}

const PAGE = `<!doctype html><title>plain webtorrent</title>
<input type="file">
<script type="module">
  import WebTorrent from './webtorrent.min.js'
  window.newClient = (options) => new WebTorrent(options)
</script>`

export async function startPlainSite(): Promise<PlainSite> {
  const scripts = new Map<string, Buffer>(
    await Promise.all(
      ['webtorrent.min.js', 'sw.min.js'].map(
        async (name) => [`/${name}`, await readFile(`node_modules/webtorrent/dist/${name}`)] as const,
      ),
    ),
  )
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '')
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html')
    response.end(script ?? PAGE)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    // localhost, as the site itself: the same rules of the browser apply.
    url: `http://localhost:${port}/`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The part of webtorrent's client that the benches use, in the page. */
export interface PlainPageClient {
  seed(files: FileList, options: object, seeding: (torrent: PlainTorrent) => void): void
  add(torrent: string | Uint8Array, options: object): PlainTorrent
  /** Answers its service worker, registered before. */
  createServer(options: { readonly controller: ServiceWorkerRegistration }): void
  destroy(done: () => void): void
}

interface PlainTorrent {
  readonly infoHash: string
  readonly magnetURI: string
  readonly torrentFile: Uint8Array
  readonly bitfield: { readonly buffer: Uint8Array }
  /** 0…1 */
  readonly progress: number
  readonly files: readonly { streamTo(element: HTMLMediaElement): void }[]
  on(event: 'metadata' | 'verified' | 'ready' | 'wire' | 'done', listener: () => void): void
}

declare global {
  var newClient: ((options: object) => PlainPageClient) | undefined
  /** What the page seeds. */
  var plainGiven: PlainTorrent | undefined
}

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a site over which connections can go dead without being closed, as those do whose network was swapped. */
export interface Way {
  /** The site's address by this way, with a slash at the end. */
  readonly url: string
  /** From now on nothing comes through the connections there are; new ones work. */
  cut(): void
  close(): Promise<void>
}

/**
 * What stands in the way:
 *
 * - `refuses WebSockets`: a proxy that does not know them; whoever asks for one is cut off
 * - `swallows WebSockets`: one that opens them, and passes nothing on that comes after
 * - `changes fingerprints`: one that puts another certificate's fingerprint into every description
 */
export type Hindrance = 'refuses WebSockets' | 'swallows WebSockets' | 'changes fingerprints'

const UPGRADE = /^upgrade: websocket/im
const FINGERPRINT = /(a=fingerprint:sha-256 )([\dA-F]{2})/g

/** A site that is away is told of as proxies do: with an error of their own. */
export async function wayTo(site: { readonly url: string }, hindrance?: Hindrance): Promise<Way> {
  const { hostname, port } = new URL(site.url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    near.on('data', (data) => {
      if (!UPGRADE.test(data.toString('latin1'))) return
      if (hindrance === 'refuses WebSockets') near.destroy()
      if (hindrance !== 'swallows WebSockets') return
      far.once('data', () => {
        far.unpipe(near)
        far.resume()
      })
    })
    far.once('error', () =>
      near.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
    )
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        // After what was said last.
        other.destroySoon()
      })
    }
    near.pipe(far)
    if (hindrance === 'changes fingerprints') far.on('data', (data) => near.write(otherFingerprints(data)))
    else far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cut() {
      for (const socket of sockets) {
        socket.unpipe()
        socket.removeAllListeners('close')
        // Whatever comes is taken and lost.
        socket.resume()
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What a server says to browsers is not masked, and as long as before. */
function otherFingerprints(data: Buffer): Buffer {
  const text = data.toString('latin1')
  const changed = text.replace(
    FINGERPRINT,
    (_, before: string, first: string) => before + (first === '00' ? '11' : '00'),
  )
  return Buffer.from(changed, 'latin1')
}

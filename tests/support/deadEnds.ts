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

/** @param isStrict a proxy that does not know WebSockets stands in the way: whoever asks for one is cut off */
export async function wayTo(site: { readonly url: string }, isStrict = false): Promise<Way> {
  const { hostname, port } = new URL(site.url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    near.on('data', (data) => {
      if (isStrict && /^upgrade: websocket/im.test(data.toString('latin1'))) near.destroy()
    })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
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

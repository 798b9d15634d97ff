import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { Link } from './link.ts'
import type { LineOptions } from './network.ts'

/** A server's address as somebody reaches it over a line. */
export interface SlowWay {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Puts a line before a server that speaks over TCP: what goes either way waits for its rate and takes its delay, and a
 * new connection takes a round trip to open. The lines of the {@link Lab} carry UDP alone.
 *
 * @param line of who goes there; the server's own is as near and as wide as can be
 */
export async function startSlowWay(
  target: string,
  { upKbit, downKbit, delay }: LineOptions,
): Promise<SlowWay> {
  const { hostname, port } = new URL(target)
  const up = new Link({ rateKbit: upKbit, buffer: Infinity })
  const down = new Link({ rateKbit: downKbit, buffer: Infinity })
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true })
    sockets.add(near).add(far)
    for (const socket of [near, far]) {
      socket.on('error', () => undefined)
      socket.once('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    // The browser has taken the connection for open already: what it sends waits for what opening takes.
    const opened = performance.now() + 2 * delay
    carry(near, far, up, delay, opened)
    carry(far, near, down, delay, opened)
    near.resume()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function carry(from: Socket, to: Socket, link: Link, delay: Milliseconds, opened: Milliseconds): void {
  // Timers may fire in another order than they were set in; bytes may not.
  const waiting: (() => unknown)[] = []
  const later = (due: Milliseconds, act: () => unknown): void => {
    waiting.push(act)
    setTimeout(() => waiting.shift()?.(), due - performance.now())
  }
  from.on('data', (bytes: Buffer) => {
    const now = performance.now()
    later((link.enqueue(Math.max(now, opened), bytes.length) ?? now) + delay, () => to.write(bytes))
  })
  from.once('end', () => later(performance.now() + delay, () => to.end()))
}

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to PostgreSQL that can be cut where it hurts; it ends with the test. */
export interface BrittleLine {
  readonly url: string
  /** Lets the next COMMIT go to PostgreSQL, and cuts the connection before its answer comes back. */
  cutAfterCommit(): void
  /** How often that has been done. */
  readonly cuts: number
}

export async function brittleLineTo(url: string): Promise<BrittleLine> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isArmed = false
  let cuts = 0
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    let isDeaf = false
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        if (!isDeaf) far.destroy()
      })
    }
    near.on('data', (data) => {
      if (isArmed && data.includes('COMMIT')) {
        isArmed = false
        isDeaf = true
        cuts += 1
        far.once('data', () => {
          // It is committed now, and nobody hears of it.
          near.destroy()
          far.destroy()
        })
      }
      far.write(data)
    })
    far.on('data', (data) => {
      if (!isDeaf) near.write(data)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const own = new URL(url)
  own.port = String((server.address() as AddressInfo).port)
  return {
    url: own.href,
    cutAfterCommit: () => void (isArmed = true),
    get cuts() {
      return cuts
    },
  }
}

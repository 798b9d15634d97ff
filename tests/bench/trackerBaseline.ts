import type { AddressInfo } from 'node:net'
import { Server } from '@peertube/bittorrent-tracker-server'

/** The tracker that ours is compared with, as a process of its own: prints the port that it listens on. */
const server = new Server({ udp: false, http: true, ws: true, stats: false })
server.on('warning', () => undefined)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.http.address() as AddressInfo
  console.log(`Listening at http://127.0.0.1:${port}`)
})

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { Client } from 'bittorrent-dht'

export interface DhtNode {
  readonly host: string
  readonly port: number
  /** Both in one. */
  readonly address: string
  /** Info hashes that it was asked for, or told of. */
  readonly heard: readonly string[]
  stop(): Promise<void>
}

/** A node of a DHT that nobody else is in: a small world of its own. */
export async function startDhtNode(): Promise<DhtNode> {
  const host = '127.0.0.1'
  const node = new Client({ bootstrap: false, socket: createSocket('udp4') })
  const heard: string[] = []
  for (const event of ['get_peers', 'announce_peer'])
    node.on(event, (infoHash: Uint8Array) => heard.push(Buffer.from(infoHash).toString('hex')))
  const listening = once(node, 'listening')
  node.listen(0, host)
  await listening
  const stop = () => new Promise<void>((resolve) => node.destroy(resolve))
  const { port } = node.address()
  return { host, port, address: `${host}:${port}`, heard, stop }
}

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'bittorrent-dht'
import { onTestFinished } from 'vitest'
import type { ClassicNetworkOptions } from '../../../../server/peer/classic/classicNetwork.ts'
import { makeFile } from '../../../support/files.ts'
import { NodeEngine } from '../../../support/nodeEngine.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'

/* Peers that are no pages, over real sockets on loopback. */

export const ON_LOOPBACK: ClassicNetworkOptions = {
  port: 0,
  host: '127.0.0.1',
  policy: { near: true },
  dht: null,
  dhtFile: null,
  local: false,
}

/** A peer with a site of its own, so that it meets nobody in the way of pages. */
export async function startClassic(classic: Partial<ClassicNetworkOptions> = {}): Promise<NodeEngine> {
  const { url } = await startTestServer()
  const engine = await NodeEngine.start(url, temporaryFolder(), { ...ON_LOOPBACK, ...classic })
  onTestFinished(() => engine.stop())
  return engine
}

/** Shares a new file; answers its info hash and its digest. */
export async function give(engine: NodeEngine) {
  const path = join(temporaryFolder(), 'film.bin')
  const sha1 = await makeFile(path, 3_000_000, 'by TCP')
  const link = await engine.give(path, 'film.bin')
  return { hash: new URL(link).hash.slice(1), files: { 'film.bin': sha1 } }
}

export interface DhtNode {
  readonly host: string
  readonly port: number
  readonly address: string
  /** Info hashes that it was asked for, or told of. */
  readonly heard: readonly string[]
}

/** A node of a DHT that nobody else is in: a small world of its own. */
export async function startDhtNode(): Promise<DhtNode> {
  const host = '127.0.0.1'
  const node = new Client({ bootstrap: false, socket: createSocket('udp4') })
  onTestFinished(() => new Promise<void>((resolve) => node.destroy(resolve)))
  const heard: string[] = []
  for (const event of ['get_peers', 'announce_peer'])
    node.on(event, (infoHash: Uint8Array) => heard.push(Buffer.from(infoHash).toString('hex')))
  const listening = once(node, 'listening')
  node.listen(0, host)
  await listening
  const { port } = node.address()
  return { host, port, address: `${host}:${port}`, heard }
}

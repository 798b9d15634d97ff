import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ClassicNetworkOptions } from '../../../../server/peer/classic/classicNetwork.ts'
import { startDhtNode, type DhtNode } from '../../../support/dhtNode.ts'
import { makeFile } from '../../../support/files.ts'
import { NodeEngine } from '../../../support/nodeEngine.ts'
import { ON_LOOPBACK } from '../../../support/onLoopback.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'

/* Peers that are no pages, over real sockets on loopback. */

/** A peer with a site of its own, so that it meets nobody in the way of pages. */
export async function startClassic(classic: Partial<ClassicNetworkOptions> = {}): Promise<NodeEngine> {
  const { url } = await startTestServer()
  const engine = await NodeEngine.start(url, temporaryFolder(), { ...ON_LOOPBACK, ...classic })
  onTestFinished(() => engine.stop())
  return engine
}

/** Shares a new file; answers its info hash and its digest. */
export async function give(engine: NodeEngine, size = 3_000_000) {
  const path = join(temporaryFolder(), 'film.bin')
  const sha1 = await makeFile(path, size, 'by TCP')
  const link = await engine.give(path, 'film.bin')
  return { hash: new URL(link).hash.slice(1), files: { 'film.bin': sha1 } }
}

/** See {@link startDhtNode}; its end is the test's. */
export async function dhtOfTest(): Promise<DhtNode> {
  const node = await startDhtNode()
  onTestFinished(() => node.stop())
  return node
}

/** A neighbour on loopback who hears which info hashes are called there (BEP 14), and can say anything. */
export async function startNeighbour() {
  const [group, port] = ['239.192.152.143', 6771] as const
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  onTestFinished(() => void socket.close())
  const heard: string[] = []
  socket.on('message', (bytes) => {
    for (const [, infoHash = ''] of bytes.toString('latin1').matchAll(/^Infohash: (\w+)/gim))
      heard.push(infoHash.toLowerCase())
  })
  socket.bind(port)
  await once(socket, 'listening')
  socket.addMembership(group, '127.0.0.1')
  socket.setMulticastInterface('127.0.0.1')
  const say = (text: string): void => {
    socket.send(text, port, group)
  }
  return { heard, say }
}

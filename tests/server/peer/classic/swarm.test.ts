import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Wire from 'bittorrent-protocol'
import { expect, onTestFinished, test } from 'vitest'
import { parseInfoHash } from '../../../../src/core/infoHash.ts'
import { useExchange } from '../../../../src/swarm/wireExchange.ts'
import type { PeerAddress } from '../../../../src/wire/compactPeers.ts'
import { bencode, unknownInfoHash } from '../../../support/torrents.ts'
import { sha1OfFile } from '../../../support/files.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'
import { dhtOfTest, give, startClassic, startNeighbour } from './support.ts'

const PIECE = 16_384

/** A private torrent of a new file, whose only tracker is this one. */
async function privateTorrent(announce: string) {
  const { createHash, randomBytes } = await import('node:crypto')
  const content = randomBytes(300_000)
  const path = join(temporaryFolder(), 'secret.bin')
  writeFileSync(path, content)
  const pieces: Buffer[] = []
  for (let at = 0; at < content.length; at += PIECE)
    pieces.push(
      createHash('sha1')
        .update(content.subarray(at, at + PIECE))
        .digest(),
    )
  const info = bencode({
    length: content.length,
    name: 'secret.bin',
    'piece length': PIECE,
    pieces: Buffer.concat(pieces),
    private: 1,
  })
  const infoHash = createHash('sha1').update(info).digest('hex')
  const torrent = Buffer.concat([
    Buffer.from('d'),
    bencode('announce'),
    bencode(announce),
    bencode('info'),
    info,
    Buffer.from('e'),
  ])
  return { torrent, infoHash, content, path, files: { 'secret.bin': await sha1OfFile(path) } }
}

/** A peer that says hello to the one at this port, and speaks of peers. */
async function meet(port: number, infoHash: string, others: readonly PeerAddress[] = []) {
  const socket = createConnection({ host: '127.0.0.1', port })
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const wire = new Wire('tcp')
  wire.on('error', () => undefined)
  const told: PeerAddress[] = []
  useExchange(wire, {
    tells: () => true,
    others: () => others,
    received: (addresses) => told.push(...addresses),
  })
  socket.on('data', (bytes: Buffer) => void wire.write(bytes))
  wire.on('data', (bytes: Uint8Array) => void socket.write(bytes))
  wire.handshake(infoHash, 'c'.repeat(40), { fast: true })
  await new Promise<void>((resolve) => {
    wire.on('extended', (name: unknown) => {
      if (name === 'handshake') resolve()
    })
  })
  return { wire, told, socket }
}

test.each(['http', 'udp'] as const)('they find each other by a tracker over %s', async (protocol) => {
  const tracker = await startTestServer({ settings: { udpPort: 0 } })
  const port = protocol === 'http' ? tracker.port : tracker.udpPort
  const [ann, ben] = await Promise.all([startClassic(), startClassic()])
  const { hash, files } = await give(ann)
  const magnet = `magnet:?xt=urn:btih:${hash}&tr=${protocol}%3A%2F%2F127.0.0.1%3A${port}%2Fannounce`
  ann.open(magnet)
  expect(await ben.fetch(ben.open(magnet))).toEqual(files)
  expect(ben.peers.every((id) => id.startsWith('127.0.0.1:'))).toBe(true)
})

test('more than is kept in memory is given as it is, to several at once', async () => {
  const tracker = await startTestServer()
  const [ann, ben] = await Promise.all([startClassic(), startClassic()])
  const { hash, files } = await give(ann, 60_000_000)
  const magnet = `magnet:?xt=urn:btih:${hash}&tr=${encodeURIComponent(`${tracker.url}announce`)}`
  ann.open(magnet)
  expect(await ben.fetch(ben.open(magnet))).toEqual(files)
  await ann.stop()
  // What comes and goes now is read from the disk, into memory in which other pieces were.
  const others = await Promise.all([startClassic(), startClassic()])
  const fetched = await Promise.all(others.map((each) => each.fetch(each.open(magnet))))
  expect(fetched).toEqual([files, files])
}, 120_000)

test('they find each other by the DHT, whose nodes they remember', async () => {
  const { address } = await dhtOfTest()
  const dhtFile = join(temporaryFolder(), 'dht.json')
  const [ann, ben] = await Promise.all([startClassic({ dht: [address] }), startClassic({ dht: [address] })])
  const { hash, files } = await give(ann)
  expect(await ben.fetch(ben.open(hash))).toEqual(files)

  const cid = await startClassic({ dht: [address], dhtFile })
  expect(await cid.fetch(cid.open(hash))).toEqual(files)
  await cid.stop()
  const dan = await startClassic({ dht: [], dhtFile })
  expect(await dan.fetch(dan.open(hash))).toEqual(files)
})

test('they tell each other of others', async () => {
  const tracker = await startTestServer()
  const [ann, ben, cid] = await Promise.all([startClassic(), startClassic(), startClassic()])
  const { hash, files } = await give(ann)
  // Two who have everything part; these go on for a while.
  ann.giveAtMost(200_000)
  const magnet = `magnet:?xt=urn:btih:${hash}&tr=${encodeURIComponent(`${tracker.url}announce`)}`
  ann.open(magnet)
  const fetched = ben.fetch(ben.open(magnet))
  await expect.poll(() => ben.got).toBeGreaterThan(0)
  // Somebody who knows of Ben alone is told of Ann, and Cid of both by that one.
  const { told } = await meet(ben.port, hash)
  await expect.poll(() => told).toContainEqual({ host: '127.0.0.1', port: ann.port })
  ann.giveAtMost(50_000_000)
  expect(await fetched).toEqual(files)
  const id = cid.open(hash)
  await meet(cid.port, hash, [{ host: '127.0.0.1', port: ann.port }])
  expect(await cid.fetch(id)).toEqual(files)
})

test('they hear each other call in the network that they listen in', async () => {
  const { heard, say } = await startNeighbour()
  const [ann, ben] = await Promise.all([startClassic({ local: true }), startClassic({ local: true })])
  // What no program of it would say ends nothing.
  for (const text of ['', 'BT-SEARCH', 'BT-SEARCH * HTTP/1.1\r\nPort: 99999\r\nInfohash: x\r\n\r\n'])
    say(text)
  const { hash, files } = await give(ann)
  await expect.poll(() => heard).toContain(hash)
  // Whoever opens a magnet link does not call, but hears: it may be that of a private torrent.
  const unknown = unknownInfoHash()
  ben.open(`magnet:?xt=urn:btih:${unknown}`)
  const id = ben.open(`magnet:?xt=urn:btih:${hash}`)
  say(`BT-SEARCH * HTTP/1.1\r\nPort: ${ann.port}\r\nInfohash: ${hash}\r\n\r\n`)
  expect(await ben.fetch(id)).toEqual(files)
  expect(heard).not.toContain(unknown)
})

test('a private torrent stays with its tracker', async () => {
  const tracker = await startTestServer()
  const dht = await dhtOfTest()
  const { heard } = await startNeighbour()
  const { torrent, infoHash, files, path, content } = await privateTorrent(`${tracker.url}announce`)
  expect(parseInfoHash(infoHash)).not.toBeNull()
  const [ann, ben] = await Promise.all([
    startClassic({ dht: [dht.address], local: true }),
    startClassic({ dht: [dht.address], local: true }),
  ])
  // A seed of another make, in so far as it gives all that is asked for.
  const seed = await startSeed(content, infoHash)
  await announce(tracker.url, infoHash, seed)
  expect(path).toContain('secret')
  const id = await ann.openTorrent(torrent)
  expect(await ann.fetch(id)).toEqual(files)
  expect(await ben.fetch(await ben.openTorrent(torrent))).toEqual(files)
  const { wire, told, socket } = await meet(ann.port, infoHash, [{ host: '127.0.0.1', port: 40_000 }])
  expect(wire.peerExtendedMapping['ut_pex']).toBeUndefined()
  await sleep(3_000)
  expect(told).toEqual([])
  expect(socket.destroyed).toBe(false)
  expect(dht.heard).not.toContain(infoHash)
  // What is shared with everybody is heard of there, by the same peers.
  const { hash } = await give(ann)
  await expect.poll(() => dht.heard).toContain(hash)
  await expect.poll(() => heard).toContain(hash)
  expect(heard).not.toContain(infoHash)
})

/** Gives every block that it is asked for, whoever asks. */
async function startSeed(content: Buffer, infoHash: string): Promise<number> {
  const server = createServer((socket: Socket) => {
    const wire = new Wire('tcp')
    wire.on('error', () => undefined)
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => void wire.write(bytes))
    wire.on('data', (bytes: Uint8Array) => void socket.write(bytes))
    wire.once('handshake', () => {
      wire.handshake(infoHash, 'd'.repeat(40), { fast: true })
      wire.haveAll()
      wire.unchoke()
    })
    wire.on('request', (piece: number, offset: number, length: number) => {
      const from = piece * PIECE + offset
      wire.piece(piece, offset, content.subarray(from, from + length))
    })
    onTestFinished(() => void socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function announce(site: string, infoHash: string, port: number): Promise<void> {
  const escaped = infoHash.replace(/../g, '%$&')
  const peer = 'd'.repeat(40).replace(/../g, '%$&')
  const query = `info_hash=${escaped}&peer_id=${peer}&port=${port}&uploaded=0&downloaded=0&left=0&event=started`
  await fetch(`${site}announce?${query}`)
}

test('what no program of the DHT would say ends nothing', async () => {
  const dht = await dhtOfTest()
  const ann = await startClassic({ dht: [dht.address] })
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  const id = Buffer.alloc(20, 'x')
  const query = (q: string, a: Parameters<typeof bencode>[0]) => bencode({ t: 'aa', y: 'q', q, a })
  for (const message of [
    query('announce_peer', { id, info_hash: id, port: 1, token: 7 }),
    query('get_peers', { id, info_hash: 7 }),
    query('find_node', { id, target: [] }),
    query('put', { id, token: 5, v: 3 }),
    query('get', { id, target: 1 }),
    bencode({ t: 'aa', y: 'q', q: 'ping', a: 3 }),
    bencode({ t: 7, y: 'r', r: [] }),
    Buffer.from('l'.repeat(2_000)),
    Buffer.from('d1:y1:qe'),
  ])
    socket.send(message, ann.port, '127.0.0.1')
  const { hash } = await give(ann)
  await expect.poll(() => dht.heard).toContain(hash)
})

test('who says what no peer would is let go, and nobody else is', async () => {
  const ann = await startClassic()
  const { hash } = await give(ann)
  const ends = async (...said: readonly Buffer[]) => {
    const socket = createConnection({ host: '127.0.0.1', port: ann.port })
    socket.on('error', () => undefined)
    for (const bytes of said) socket.write(bytes)
    await once(socket, 'close')
  }
  const hello = Buffer.concat([
    Buffer.from('\x13BitTorrent protocol', 'latin1'),
    Buffer.alloc(8),
    Buffer.from(hash, 'hex'),
    Buffer.alloc(20, 'z'),
  ])
  await ends(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
  await ends(Buffer.concat([hello.subarray(0, 28), Buffer.alloc(40, 1)]))
  await ends(hello, Buffer.from([0x40, 0, 0, 0, 7]))
  const { wire } = await meet(ann.port, hash)
  expect(wire.peerExtendedMapping['ut_metadata']).toBeGreaterThan(0)
})

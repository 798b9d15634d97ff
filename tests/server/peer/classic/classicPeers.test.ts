import { expect, test } from 'vitest'
import { ClassicPeers, type ClassicPeersOptions } from '../../../../server/peer/classic/classicPeers.ts'
import type { ByteChannel } from '../../../../src/swarm/link/byteChannel.ts'
import type { PeerAddress } from '../../../../src/wire/compactPeers.ts'

/** A connection at whose other end is nobody. */
class Silent implements ByteChannel {
  readonly waiting = 0
  onmessage: ByteChannel['onmessage'] = null
  onclose: (() => void) | null = null
  ondrain: (() => void) | null = null
  closed = false

  send(): void {
    // Nobody hears it.
  }

  sent(): void {
    // Nor takes it.
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.onclose?.()
  }
}

/** As much of a handshake as proves a peer. */
const HELLO = new Uint8Array([19, ...new Array<number>(67).fill(0)])

function setUp(more: Partial<ClassicPeersOptions> = {}) {
  let now = 0
  const dialled: { readonly address: PeerAddress; answer(channel: ByteChannel | null): Promise<void> }[] = []
  const peers = new ClassicPeers({
    now: () => now,
    random: Math.random,
    dial: (address) =>
      new Promise((resolve, reject) => {
        dialled.push({
          address,
          async answer(channel) {
            if (channel) resolve(channel)
            else reject(new Error('nobody'))
            await new Promise((done) => setTimeout(done, 0))
          },
        })
      }),
    mayDial: ({ host }) => !host.startsWith('10.'),
    isIdle: () => false,
    isPrivate: () => false,
    found: () => undefined,
    changed: () => undefined,
    ...more,
  })
  return {
    peers,
    dialled,
    pass: (span: number) => {
      now += span
      peers.look()
    },
  }
}

const at = (number: number): PeerAddress => ({
  host: `192.0.${number >> 8}.${number & 255}`,
  port: 6881,
})
const many = (count: number, from = 0) => Array.from({ length: count }, (_, number) => at(from + number))

test('who is told of is dialled, a few at once, and whoever does not answer ever more rarely', async () => {
  const { peers, dialled, pass } = setUp()
  peers.heard([...many(20), { host: '10.0.0.1', port: 6881 }, at(0)], 'dht')
  expect(dialled).toHaveLength(8)
  for (let index = 0; index < 20; index += 1) await dialled[index]?.answer(null)
  expect(dialled).toHaveLength(20)
  expect(new Set(dialled.map(({ address }) => address.host)).size).toBe(20)
  pass(19_000)
  expect(dialled).toHaveLength(20)
  const tries = () => dialled.length
  for (const wait of [1_000, 40_000, 80_000]) {
    pass(wait)
    for (let index = 0; index < tries(); index += 1) await dialled[index]?.answer(null)
  }
  // Then it is forgotten.
  expect(tries()).toBe(80)
  pass(3_600_000)
  expect(tries()).toBe(80)
})

test('a liar who tells of thousands takes not the place of what the tracker tells', async () => {
  const { peers, dialled } = setUp({ mayDial: () => true })
  peers.heard(many(5_000, 1_000), 'exchange')
  peers.heard(many(3), 'tracker')
  for (let index = 0; index < 1_000; index += 1) await dialled[index]?.answer(null)
  const hosts = dialled.map(({ address }) => address.host)
  expect(hosts).toEqual(expect.arrayContaining(many(3).map(({ host }) => host)))
  expect(hosts).toHaveLength(403)
})

test('no more come from one host than live behind one, and no more in all than there is room for', () => {
  const { peers } = setUp()
  const came = (host: string, port: number) => peers.came(new Silent(), { host, port })
  const one = Array.from({ length: 10 }, (_, port) => came('192.0.2.1', port + 1))
  expect(one.filter(Boolean)).toHaveLength(8)
  const others = many(40).map(({ host }) => came(host, 1))
  expect(others.filter(Boolean)).toHaveLength(22)
})

test('who lets himself be reached and says nothing has come to nothing', async () => {
  const { peers, dialled, pass } = setUp()
  peers.heard([at(1)], 'tracker')
  const channel = new Silent()
  await dialled[0]?.answer(channel)
  expect(peers.links).toHaveLength(1)
  pass(10_000)
  channel.close()
  await new Promise((done) => setTimeout(done, 10))
  expect(peers.links).toHaveLength(0)
  pass(19_000)
  expect(dialled).toHaveLength(1)
  pass(1_000)
  expect(dialled).toHaveLength(2)
})

test('two who have everything part, and do not meet again soon', async () => {
  let idle = false
  const { peers, dialled, pass } = setUp({ isIdle: () => idle })
  peers.heard([at(1)], 'tracker')
  const channel = new Silent()
  await dialled[0]?.answer(channel)
  channel.onmessage?.(HELLO)
  pass(5_000)
  expect(channel.closed).toBe(false)
  idle = true
  pass(1_000)
  await new Promise((done) => setTimeout(done, 10))
  expect(channel.closed).toBe(true)
  pass(600_000)
  expect(dialled).toHaveLength(1)
})

test('once it turns out to be private, only those are left of whom a tracker has told', async () => {
  let isPrivate: boolean | null = null
  const { peers, dialled } = setUp({ isPrivate: () => isPrivate })
  peers.heard([at(1)], 'dht')
  peers.heard([at(2)], 'tracker')
  const channels = [new Silent(), new Silent()]
  for (const [index, channel] of channels.entries()) await dialled[index]?.answer(channel)
  isPrivate = true
  peers.becamePrivate()
  await new Promise((done) => setTimeout(done, 10))
  expect(channels.map(({ closed }) => closed)).toEqual([true, false])
  peers.heard([at(3)], 'exchange')
  peers.heard([at(4)], 'local')
  expect(dialled).toHaveLength(2)
})

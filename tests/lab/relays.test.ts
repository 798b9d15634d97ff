import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { LabClock } from '../support/lab/labClock.ts'
import { Network } from '../support/lab/network.ts'
import { Relays, type Endpoint } from '../support/lab/relays.ts'

/** Real sockets. */

const LINE = { upKbit: 50_000, downKbit: 50_000, delay: 1 }

async function openSocket(): Promise<{ socket: Socket; endpoint: Endpoint }> {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { socket, endpoint: socket.address() }
}

function startRelays(): { network: Network; relays: Relays } {
  const network = new Network(Math.random)
  for (const host of ['a', 'b', 'c']) network.addHost(host, LINE)
  const relays = new Relays(network, new LabClock(() => performance.now(), 4))
  onTestFinished(() => relays.close())
  return { network, relays }
}

async function nextMessage(socket: Socket): Promise<{ text: string; from: Endpoint }> {
  const [data, sender] = (await once(socket, 'message')) as [Buffer, Endpoint]
  return { text: data.toString(), from: { address: sender.address, port: sender.port } }
}

test('two hosts talk through the lab, each at the endpoint that stands for the other', async () => {
  const { network, relays } = startRelays()
  const a = await openSocket()
  const b = await openSocket()
  const bSeenByA = { address: '127.0.0.1', port: await relays.open('a', b.endpoint) }
  const aSeenByB = { address: '127.0.0.1', port: await relays.open('b', a.endpoint) }

  // Nobody has heard of b's endpoint yet: the first packet goes nowhere, the answer to the second arrives.
  a.socket.send('lost', bSeenByA.port, bSeenByA.address)
  await expect.poll(() => relays.owner(a.endpoint)).toBe('a')
  const atA = nextMessage(a.socket)
  b.socket.send('from b', aSeenByB.port, aSeenByB.address)
  expect(await atA).toEqual({ text: 'from b', from: bSeenByA })
  const atB = nextMessage(b.socket)
  a.socket.send('from a', bSeenByA.port, bSeenByA.address)
  expect(await atB).toEqual({ text: 'from a', from: aSeenByB })

  const { a: statsA, b: statsB } = network.stats
  expect(statsA).toMatchObject({ sent: 34, received: 34 })
  expect(statsB).toMatchObject({ sent: 34, received: 34 })
})

test('the same endpoint has one port for each host that sees it, however often they ask', async () => {
  const { relays } = startRelays()
  const { endpoint } = await openSocket()
  const [first, again, another] = await Promise.all([
    relays.open('a', endpoint),
    relays.open('a', endpoint),
    relays.open('b', endpoint),
  ])
  expect(again).toBe(first)
  expect(another).not.toBe(first)
})

test('many packets come in their order', async () => {
  const { relays } = startRelays()
  const a = await openSocket()
  const b = await openSocket()
  const bSeenByA = await relays.open('a', b.endpoint)
  const aSeenByB = await relays.open('b', a.endpoint)
  b.socket.send('here I am', aSeenByB, '127.0.0.1')
  await expect.poll(() => relays.owner(b.endpoint)).toBe('b')

  const COUNT = 50
  const received: string[] = []
  b.socket.on('message', (data: Buffer) => received.push(data.toString()))
  for (let index = 0; index < COUNT; index++) a.socket.send(String(index), bSeenByA, '127.0.0.1')
  await expect.poll(() => received.length).toBe(COUNT)
  expect(received).toEqual(Array.from({ length: COUNT }, (_, index) => String(index)))
})

import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { TcpChannel } from '../../../../server/peer/classic/tcpChannel.ts'

/** A connection on this machine, that this end has made or that has come to it, and its other end, which waits. */
async function connected(way: 'dialled' | 'came' = 'dialled') {
  const server = createServer({ pauseOnConnect: way === 'dialled' }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const coming = once(server, 'connection') as Promise<[Socket]>
  if (way === 'dialled') {
    const channel = TcpChannel.dial({ host: '127.0.0.1', port })
    await channel.opened(5_000)
    const [theirs] = await coming
    onTestFinished(() => void theirs.destroy())
    return { channel, theirs, server }
  }
  const theirs = createConnection(port, '127.0.0.1')
  onTestFinished(() => void theirs.destroy())
  const [accepted] = await coming
  theirs.write('head')
  const [head] = (await once(accepted, 'data')) as [Buffer]
  return { channel: TcpChannel.goOn(accepted, head), theirs, server }
}

it.each(['dialled', 'came'] as const)(
  'brings all that comes over one that has %s, and tells of its end',
  async (way) => {
    const { channel, theirs, server } = await connected(way)
    const came: Buffer[] = []
    channel.onmessage = (bytes) => void came.push(Buffer.from(bytes))
    const closed = new Promise<void>((resolve) => (channel.onclose = resolve))
    const sent = Array.from({ length: 40 }, (_, index) => Buffer.alloc(100_000, index))
    for (const each of sent) theirs.write(each)
    theirs.end()
    await closed
    const head = way === 'came' ? [Buffer.from('head')] : []
    expect(Buffer.concat(came).equals(Buffer.concat([...head, ...sent]))).toBe(true)
    if (way === 'dialled') theirs.destroy()
    // The server that it came to does not wait for it.
    await new Promise((resolve) => server.close(resolve))
  },
)

it('says that chunks are taken when the system has them, not before', async () => {
  const { channel, theirs } = await connected()
  const taken: string[] = []
  // More than any buffer of the system holds.
  const chunks = Array.from({ length: 64 }, (_, index) => new Uint8Array(1024 * 1024).fill(index))
  channel.send(chunks, () => taken.push('long'))
  channel.send([new Uint8Array(10)], () => taken.push('short'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(taken, 'what is short was copied').toEqual(['short'])
  const got: Buffer[] = []
  theirs.on('data', (bytes: Buffer) => got.push(bytes))
  theirs.resume()
  await expect.poll(() => taken).toEqual(['short', 'long'])
  await expect.poll(() => got.reduce((sum, each) => sum + each.length, 0)).toBe(64 * 1024 * 1024 + 10)
  const all = Buffer.concat(got)
  expect(chunks.every((chunk, index) => all[index * chunk.length] === index)).toBe(true)
})

it('never says so of what was not sent', async () => {
  const { channel } = await connected()
  const taken: string[] = []
  channel.send([new Uint8Array(64 * 1024 * 1024)], () => taken.push('long'))
  const closed = new Promise<void>((resolve) => (channel.onclose = resolve))
  channel.close()
  await closed
  channel.send([new Uint8Array(10)], () => taken.push('late'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(taken).toEqual([])
})

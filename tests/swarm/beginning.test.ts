import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { ConnectionBudget } from '../../src/swarm/link/connectionBudget.ts'
import { PeerLink } from '../../src/swarm/link/peerLink.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { StubConnection, type StubChannel } from './support/stubConnection.ts'

/* How a link begins: in messages that SCTP sends at once, for as long as few answers come. */

const BLOCK = 16_384
const KIB = 1024

afterEach(() => void (StubConnection.made = []))

const lengthOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, each) => sum + each.length, 0)

/** A link that is open, and the channel that it writes to. */
async function open(): Promise<{ link: PeerLink; channel: StubChannel }> {
  const options = { connect: () => StubConnection.connect(), iceServers: [], budget: new ConnectionBudget() }
  const { link } = await PeerLink.offer(options, 30_000)
  onTestFinished(() => {
    link.destroy()
  })
  await link.accept('v=0', 'b'.repeat(40) as PeerId)
  const channel = StubConnection.made.at(-1)?.channels.find(({ label }) => label === 'shoal')
  if (!channel) throw new Error('There is a channel for the wire.')
  channel.open()
  return { link, channel }
}

test('in the beginning messages are of four packets, later ones as long as they come, and no byte is lost', async () => {
  const { link, channel } = await open()
  const { sent } = channel
  const blocks = Array.from({ length: 20 }, (_, at) => new Uint8Array(BLOCK).fill(at))
  for (const block of blocks) link.write(block)
  await vi.waitFor(() => expect(lengthOf(sent)).toBe(20 * BLOCK))
  const first = sent.findIndex((each) => each.length > 4 * KIB)
  expect(lengthOf(sent.slice(0, first))).toBe(128 * KIB)
  expect(Math.max(...sent.slice(first).map((each) => each.length))).toBeGreaterThanOrEqual(BLOCK)
  expect(Buffer.concat(sent).equals(Buffer.concat(blocks))).toBe(true)
})

test('what is short stays one message', async () => {
  const { link, channel } = await open()
  link.write(new Uint8Array(1_000))
  link.write(new Uint8Array(2_000))
  await vi.waitFor(() => expect(channel.sent.map((each) => each.length)).toEqual([3_000]))
})

import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joined } from '../../src/core/bytes.ts'
import { PageInNode, turns, type RawPeer } from './support/pageInNode.ts'
import { StubConnection } from './support/stubConnection.ts'

/* How many messages of a channel a transfer takes between two engines, where each turn brings several at once. */

const BLOCK = 16_384
const PIECE = 4 * BLOCK
const PIECES = 32
const BLOCKS = (PIECES * PIECE) / BLOCK
/** Blocks of a wire's beginning, which goes in shorter messages (beginning.test.ts). */
const IN_PARTS = 9
const HANDSHAKE = 68

const content = new Uint8Array(PIECES * PIECE).map((_, at) => (at * 31 + (at >> 8)) % 251)
const digests = joined(
  Array.from({ length: PIECES }, (_, piece) =>
    createHash('sha1')
      .update(content.subarray(piece * PIECE, (piece + 1) * PIECE))
      .digest(),
  ),
)

const pages: PageInNode[] = []
beforeEach(() => {
  StubConnection.made = []
  // A turn takes a millisecond, however busy the machine is.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
  vi.useRealTimers()
})

async function open(content: Uint8Array<ArrayBuffer> | null): Promise<PageInNode> {
  const page = await PageInNode.open({ pieces: PIECES, pieceLength: PIECE, content, digests })
  pages.push(page)
  return page
}

/** Hands on what one page has said since the last call, message by message; answers what each was. */
function relay(from: RawPeer, to: RawPeer): () => Promise<readonly Uint8Array[]> {
  // Both have met an end that speaks for the other: its handshake has been.
  const first = joined(from.wire.sent.splice(0)).subarray(HANDSHAKE)
  from.wire.sent.push(first)
  return async () => {
    const messages = from.wire.sent.splice(0)
    for (const message of messages) {
      to.wire.receive(message)
      await Promise.resolve()
    }
    return messages
  }
}

it('asks for all blocks of a turn in one message, and sends each block but the first in one', async () => {
  const [giver, taker] = [await open(content), await open(null)]
  const [atGiver, atTaker] = [await giver.meet(), await taker.meet()]
  const [ask, give] = [relay(atTaker, atGiver), relay(atGiver, atTaker)]
  const asked: Uint8Array[] = []
  const given: Uint8Array[] = []
  while (taker.session.got < content.length) {
    const before = asked.length + given.length
    asked.push(...(await ask()))
    await turns(4)
    given.push(...(await give()))
    await turns(4)
    vi.advanceTimersByTime(1)
    // Pieces are hashed by other threads, which a busy machine may give no time for long.
    if (asked.length + given.length === before) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(taker.session.got).toBe(content.length)
  const whole = given.filter(({ length }) => length > BLOCK).length
  expect(whole).toBeGreaterThanOrEqual(BLOCKS - IN_PARTS)
  expect(asked.length).toBeLessThan(BLOCKS / 4)
  expect(given.length - whole).toBeLessThan(5 * IN_PARTS + 0.2 * BLOCKS)
})

import type { Wire as WireType } from 'bittorrent-protocol'
import Wire from 'bittorrent-protocol'
import { expect, it } from 'vitest'
import type { Loan } from '../../src/storage/loan.ts'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'
import {
  answerRequest,
  countBeside,
  limitWaiting,
  PASSED_AT_ONCE,
  receiveBlock,
  widen,
} from '../../src/swarm/wirePrivate.ts'

/* What is done to wires behind their public interface is done here the same way as in the page. */

const PIECE = 16_384

/** The two ends of a connection that say nothing by themselves. */
async function bareWires(): Promise<[WireType, WireType]> {
  const [one, other] = [new Wire('webrtc'), new Wire('webrtc')]
  one.pipe(other)
  other.pipe(one)
  for (const [wire, id] of [
    [one, 'a'],
    [other, 'b'],
  ] as const)
    wire.handshake('0'.repeat(40), id.repeat(40), { fast: true })
  await expect.poll(() => [one.hasFast, other.hasFast]).toEqual([true, true])
  return [one, other]
}

function closed(wire: WireType): Promise<unknown> {
  return new Promise((resolve) => wire.once('close', () => resolve(undefined)))
}

it('answers one request, however many are alike', async () => {
  const [asking, answering] = await bareWires()
  const came: string[] = []
  asking.on('piece', (piece) => came.push(`piece ${String(piece)}`))
  asking.on('reject', (piece) => came.push(`refusal ${String(piece)}`))
  answering.unchoke()
  await expect.poll(() => asking.peerChoking).toBe(false)
  for (const piece of [0, 1, 1, 1]) asking.request(piece, 0, PIECE, () => undefined)
  await expect.poll(() => answering.peerRequests).toHaveLength(4)
  const block = (piece: number) => ({ piece, offset: 0, length: PIECE })
  let back = 0
  const loan = (): Loan => ({ bytes: new Uint8Array(PIECE), back: () => back++ })
  const ways = { waiting: 0, lend: () => undefined }
  answerRequest(answering, block(0), loan(), ways)
  answerRequest(answering, block(1), loan(), ways)
  answerRequest(answering, block(1), null, ways)
  expect(answering.peerRequests).toHaveLength(1)
  answerRequest(answering, block(1), loan(), ways)
  answerRequest(answering, block(1), null, ways)
  expect(back).toBe(0)
  answerRequest(answering, block(1), loan(), ways)
  expect(back, 'nobody asked for it any more').toBe(1)
  await expect.poll(() => came).toEqual(['piece 0', 'piece 1', 'refusal 1', 'piece 1'])
  expect(answering.peerRequests).toEqual([])
})

it('lends a block to the connection, and copies one that has to wait', async () => {
  const [asking, answering] = await bareWires()
  const said: Uint8Array[] = []
  answering.piece = (_piece, _offset, bytes) => said.push(bytes)
  answering.unchoke()
  await expect.poll(() => asking.peerChoking).toBe(false)
  for (const piece of [0, 1]) asking.request(piece, 0, PIECE, () => undefined)
  await expect.poll(() => answering.peerRequests).toHaveLength(2)
  const part = new Uint8Array(4 * PIECE).subarray(0, PIECE)
  const lent: Loan[] = []
  const back: number[] = []
  const answer = (piece: number, waiting: number) =>
    answerRequest(
      answering,
      { piece, offset: 0, length: PIECE },
      { bytes: part, back: () => back.push(piece) },
      { waiting, lend: (loan) => lent.push(loan) },
    )
  answer(0, 0)
  answer(1, 1024 * 1024)
  expect(lent.map(({ bytes }) => bytes)).toEqual([said[0]])
  expect(back).toEqual([1])
  expect(said.map(({ buffer }) => buffer.byteLength)).toEqual([4 * PIECE, PIECE])
})

it('counts what came and went beside a wire as its own', async () => {
  const [wire] = await bareWires()
  countBeside(wire, 'upload', 50_000)
  countBeside(wire, 'download', 70_000)
  expect([wire.uploaded, wire.downloaded]).toEqual([50_000, 70_000])
  expect(wire.uploadSpeed()).toBeGreaterThan(0)
  expect(wire.downloadSpeed()).toBeGreaterThan(0)
})

/** All at once: nothing is sent in between. */
function say(wire: WireType, mebibytes: number): void {
  for (let part = 0; part < mebibytes * 64; part++) wire.piece(0, 0, new Uint8Array(PIECE))
}

it('ends the wire of a peer that takes nothing of what it makes us say', async () => {
  const [wire] = await bareWires()
  limitWaiting(wire, new HeldMemory())
  const ended = closed(wire)
  say(wire, 16)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(wire.destroying).toBe(false)
  say(wire, 100)
  const { buffered } = (wire as unknown as { _readableState: { buffered: number } })._readableState
  expect(buffered).toBeLessThan(40 * 1024 * 1024)
  await ended
})

it('ends the wire for which most waits when all together have too much to send', async () => {
  const memory = new HeldMemory()
  const [wire] = await bareWires()
  limitWaiting(wire, memory)
  for (let other = 0; other < 15; other++) {
    memory.join({ held: 8 * 1024 * 1024, end: () => expect.fail('It has less to send.') })
  }
  const ended = closed(wire)
  // Far less than one wire may have to send.
  say(wire, 16)
  await ended
})

it('takes a block that came by another way for one of its own', async () => {
  const [asking, answering] = await bareWires()
  answering.unchoke()
  await expect.poll(() => asking.peerChoking).toBe(false)
  const done: (Error | null)[] = []
  const came: unknown[] = []
  asking.on('piece', (...block) => came.push(block))
  asking.request(3, 0, PIECE, (error) => done.push(error))
  const bytes = new Uint8Array(PIECE)
  receiveBlock(asking, 3, 0, bytes)
  expect(done).toEqual([null])
  expect(came).toEqual([[3, 0, bytes]])
  expect(asking.requests).toEqual([])
  expect(asking.downloaded).toBe(PIECE)
  asking.destroy()
  receiveBlock(asking, 3, 0, bytes)
  expect(came).toHaveLength(1)
})

it('passes on more at once where it may', async () => {
  const [one] = await bareWires()
  expect(one.write(new Uint8Array([0, 0, 0, 0]))).toBe(true)
  const fits = () => one.push(new Uint8Array(PASSED_AT_ONCE / 2))
  expect(fits()).toBe(false)
  await expect.poll(() => one.push(new Uint8Array(4))).toBe(true)
  widen(one)
  expect(fits()).toBe(true)
})

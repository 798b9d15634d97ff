import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameCutter } from '../../src/swarm/link/frameCutter.ts'

const HANDSHAKE = new Uint8Array(68).map((_, at) => (at === 0 ? 19 : at))

function frame(length: number): Uint8Array {
  const bytes = new Uint8Array(4 + length).map((_, at) => at % 251)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}

/** A block of a piece, with its place in it. */
function block(piece: number, length: number): Uint8Array {
  const bytes = frame(9 + length)
  bytes[4] = 7
  new DataView(bytes.buffer).setUint32(5, piece)
  new DataView(bytes.buffer).setUint32(9, piece + 1)
  return bytes
}

/** Sends frames in chunks that end at these places, all from the same memory. */
function cutUp(cutter: FrameCutter, whole: Uint8Array, cuts: readonly number[]): void {
  const places = cuts.map((cut) => cut % (whole.length + 1)).sort((one, other) => one - other)
  const memory = new Uint8Array(whole.length)
  let from = 0
  for (const to of [...places, whole.length]) {
    const chunk = memory.subarray(0, to - from)
    chunk.set(whole.subarray(from, to))
    cutter.cut(chunk)
    chunk.fill(255)
    from = to
  }
}

const lengths = fc.array(fc.oneof(fc.nat(9), fc.nat(300), fc.constant(16_393), fc.constant(60_000)), {
  maxLength: 12,
})
const cuts = fc.array(fc.nat(40_000), { maxLength: 30 })

test('whatever the chunks, all bytes come out in order, in whole frames', () => {
  fc.assert(
    fc.property(lengths, cuts, (lengths, cuts) => {
      const frames = [HANDSHAKE, ...lengths.map(frame)]
      const ends = new Set<number>()
      let end = 0
      for (const { length } of frames) ends.add((end += length))
      const came: Uint8Array[] = []
      let length = 0
      const cutter = new FrameCutter((run) => {
        came.push(run)
        length += run.length
        if (!ends.has(length)) throw new Error(`A run ends at ${length}.`)
      })
      cutUp(cutter, joined(frames), cuts)
      // To compare them one by one takes a while.
      expect(Buffer.concat(came).equals(joined(frames))).toBe(true)
    }),
  )
})

test('blocks are handed over by themselves, whole and in order, and so is all else', () => {
  fc.assert(
    fc.property(lengths, cuts, (lengths, cuts) => {
      const frames = lengths.flatMap((length, index) => [block(index, length), frame(length % 7)])
      const others: Uint8Array[] = []
      const blocks: Uint8Array[] = []
      const cutter = new FrameCutter((run) => others.push(run))
      cutter.cut(HANDSHAKE)
      cutter.onblock = (piece, offset, bytes) => {
        expect([piece, offset]).toEqual([blocks.length, blocks.length + 1])
        blocks.push(bytes.slice())
      }
      cutUp(cutter, joined(frames), cuts)
      expect(blocks.map(({ length }) => length)).toEqual(lengths)
      const contents = frames.flatMap((each, index) => (index % 2 === 0 ? [each.subarray(13)] : []))
      expect(Buffer.concat(blocks).equals(joined(contents))).toBe(true)
      const rest = frames.filter((_, index) => index % 2 === 1)
      expect(Buffer.concat(others).equals(joined([HANDSHAKE, ...rest]))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a message that says that it is a block and is too short for one is a frame like others', () => {
  const came: number[] = []
  const cutter = new FrameCutter(({ length }) => came.push(length))
  cutter.cut(HANDSHAKE)
  cutter.onblock = () => expect.fail('It is none.')
  const short = frame(8)
  short[4] = 7
  cutter.cut(short)
  expect(came).toEqual([68, 12])
})

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

test('whatever the chunks, all bytes come out in order, and each run ends where a frame does', () => {
  const lengths = fc.array(fc.oneof(fc.nat(9), fc.nat(300), fc.constant(16_393)), { maxLength: 12 })
  fc.assert(
    fc.property(lengths, fc.array(fc.nat(40_000), { maxLength: 30 }), (lengths, cuts) => {
      const frames = [HANDSHAKE, ...lengths.map(frame)]
      const whole = joined(frames)
      const ends = new Set<number>()
      for (let index = 0, at = 0; index < frames.length; index += 1) {
        at += frames[index]?.length ?? 0
        ends.add(at)
      }
      const places = cuts.map((cut) => cut % (whole.length + 1)).sort((one, other) => one - other)
      const cutter = new FrameCutter()
      const came: Uint8Array[] = []
      let length = 0
      let from = 0
      for (const to of [...places, whole.length]) {
        for (const run of cutter.cut(whole.subarray(from, to))) {
          came.push(run)
          length += run.length
          if (!ends.has(length)) throw new Error(`A run ends at ${length}.`)
        }
        // Nothing that is whole is held back.
        const isLast = (end: number) => end <= to && end > length
        if ([...ends].some(isLast)) throw new Error(`Something is held back at ${to}.`)
        from = to
      }
      // To compare them one by one takes a while.
      expect(Buffer.concat(came).equals(whole)).toBe(true)
    }),
  )
})

test('of two chunks that share a frame, no more than that frame is copied', () => {
  const cutter = new FrameCutter()
  cutter.cut(HANDSHAKE)
  const whole = joined([frame(1_000), frame(1_000), frame(1_000)])
  const [first, second] = [whole.subarray(0, 1_500), whole.subarray(1_500)]
  const runs = [...cutter.cut(first), ...cutter.cut(second)]
  expect(runs.map(({ length }) => length)).toEqual([1_004, 1_004, 1_004])
  expect(runs.map(({ buffer }) => buffer === whole.buffer)).toEqual([true, false, true])
})

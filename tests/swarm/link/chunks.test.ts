import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Chunks } from '../../../src/swarm/link/chunks.ts'

it('gives back in order, by one or all, and knows how much waits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 20 }), (counts) => {
      const chunks = new Chunks(1)
      let [put, got, wrong] = [0, 0, 0]
      for (const [turn, count] of counts.entries()) {
        for (let more = 0; more < count; more++) chunks.push(Uint8Array.of(put++ % 256))
        for (let less = turn % 2 === 0 ? count : count / 2; less > 0 && got < put; less--)
          if (chunks.shift()?.[0] !== got++ % 256) wrong++
        if (chunks.length !== put - got || chunks.buffered !== put - got) wrong++
      }
      for (const [first] of chunks.take()) if (first !== got++ % 256) wrong++
      expect([wrong, got, chunks.length, chunks.buffered, chunks.shift()]).toEqual([0, put, 0, 0, null])
    }),
    { numRuns: 50 },
  )
})

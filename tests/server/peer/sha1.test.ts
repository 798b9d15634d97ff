import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha1 } from '../../../server/peer/sha1.ts'

it.each([0, 1, 1_048_576, 1_048_577, 5_000_000])('digests %i bytes', async (length) => {
  const bytes = new Uint8Array(randomBytes(length))
  expect(Buffer.from(await sha1(bytes))).toEqual(createHash('sha1').update(bytes).digest())
})

it('lets others have their turn while it digests much', async () => {
  let turns = 0
  const turn = () => {
    turns += 1
  }
  const digested = sha1(new Uint8Array(16 * 1024 * 1024))
  const watching = setInterval(turn, 0)
  await digested
  clearInterval(watching)
  expect(turns).toBeGreaterThan(3)
})

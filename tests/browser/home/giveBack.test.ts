import { expect, it } from 'vitest'
import { giveBack } from '../../../src/seal/giveBack.ts'

it('takes the memory of buffers in a browser too, once the channel is known to be closed as well', async () => {
  for (let round = 0; round < 3; round++) {
    const buffers = [new ArrayBuffer(65_536), new ArrayBuffer(65_520)]
    giveBack(buffers)
    expect(buffers.map(({ byteLength }) => byteLength)).toEqual([0, 0])
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
})

import { expect, test } from 'vitest'
import { giveBack } from '../../src/seal/giveBack.ts'

test('what is given back is nobody’s any more, the first time and later', () => {
  for (let round = 0; round < 3; round++) {
    const buffers = [new ArrayBuffer(65_536), new ArrayBuffer(65_520)]
    giveBack(buffers)
    expect(buffers.map(({ byteLength }) => byteLength)).toEqual([0, 0])
  }
})

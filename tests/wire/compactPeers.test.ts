import { expect, test } from 'vitest'
import { readCompact, textOf, writeCompact } from '../../src/wire/compactPeers.ts'

const PEERS = [
  { host: '1.2.3.4', port: 6881 },
  { host: '2001:db8::1', port: 65_535 },
  { host: '::1', port: 1 },
  { host: '255.0.0.1', port: 256 },
]

test('addresses come back as they were', () => {
  const bytes = [4, 6].map((family) => writeCompact(PEERS, family as 4 | 6))
  expect(bytes.map(({ length }) => length)).toEqual([12, 36])
  expect(readCompact(bytes[0] ?? new Uint8Array(), 4, 10)).toEqual([PEERS[0], PEERS[3]])
  expect(readCompact(bytes[1] ?? new Uint8Array(), 6, 10)).toEqual([PEERS[1], PEERS[2]])
  expect(PEERS.map(textOf)).toEqual(['1.2.3.4:6881', '[2001:db8::1]:65535', '[::1]:1', '255.0.0.1:256'])
})

test('no more are read than are wanted, and no halves', () => {
  const bytes = new Uint8Array(6 * 1000 + 5).fill(1)
  expect(readCompact(bytes, 4, 50)).toHaveLength(50)
  expect(readCompact(bytes.subarray(0, 5), 4, 50)).toEqual([])
  // Nobody is at port 0.
  expect(readCompact(new Uint8Array(6), 4, 50)).toEqual([])
})

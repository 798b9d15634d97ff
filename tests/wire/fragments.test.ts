import fc from 'fast-check'
import { expect, it } from 'vitest'
import { equalBytes } from '../../src/core/bytes.ts'
import { Defragmenter, fragmentsOf, MAX_FRAGMENT } from '../../src/wire/fragments.ts'

it('puts together what was cut, whatever its length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * MAX_FRAGMENT }), (length) => {
      const message = new Uint8Array(length).map((_, at) => at % 251)
      const incoming = new Defragmenter(message.length)
      const came = [...fragmentsOf(message)].map((fragment) => incoming.add(fragment))
      const last = came.pop()
      expect(last instanceof Uint8Array && equalBytes(last, message)).toBe(true)
      expect(came.every((each) => each === null)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

it.each([
  ['empty', 1],
  ['short', 2],
  ['nearly whole', MAX_FRAGMENT - 1],
])('takes no fragment that goes on and is %s: each is kept by itself', (_, length) => {
  const fragment = new Uint8Array(length).fill(1, 0, 1)
  expect(new Defragmenter(1e6).add(fragment)).toBe('broken')
})

it('takes no message longer than may come, nor a fragment longer than there are', () => {
  const fragment = new Uint8Array(MAX_FRAGMENT).fill(1, 0, 1)
  const incoming = new Defragmenter(MAX_FRAGMENT)
  expect(incoming.add(fragment)).toBeNull()
  expect(incoming.add(fragment)).toBe('broken')
  expect(new Defragmenter(1e6).add(new Uint8Array(MAX_FRAGMENT + 1))).toBe('broken')
})

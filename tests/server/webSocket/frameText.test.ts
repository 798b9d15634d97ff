import { expect, test } from 'vitest'
import { closeFrame, PING_FRAME, pongFrame, textFrame } from '../../../server/tracker/webSocket/frameText.ts'

const hex = (frame: string): string => Buffer.from(frame, 'latin1').toString('hex')

test.each([
  [0, '8100'],
  [125, '817d'],
  [126, '817e007e'],
  [65_535, '817effff'],
  [65_536, '817f0000000000010000'],
])('a text of %d bytes begins with its length', (length, head) => {
  const text = '\u00e9'.repeat(length)
  expect(hex(textFrame(text))).toBe(head + 'e9'.repeat(length))
})

test('control frames', () => {
  expect(hex(PING_FRAME)).toBe('8900')
  expect(hex(pongFrame('\u00ff\u0000'))).toBe('8a02ff00')
  expect(hex(closeFrame(null, ''))).toBe('8800')
  expect(hex(closeFrame(1001, 'x'))).toBe('880303e978')
})

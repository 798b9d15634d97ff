import { expect, it } from 'vitest'
import { parsePerson, serialisePerson, type PersonMessage } from '../../src/wire/personMessages.ts'
import { parseOfferId } from '../../src/wire/trackerMessages.ts'

const QUESTION = 'ab'.repeat(32)
const MESSAGES: readonly PersonMessage[] = [
  { kind: 'greeting', publicKey: new Uint8Array(32).fill(1), signature: new Uint8Array(64).fill(2) },
  { kind: 'ask', question: QUESTION, offerId: null },
  { kind: 'ask', question: QUESTION, offerId: parseOfferId('7'.repeat(40)) },
  { kind: 'no', question: QUESTION },
]

it.each(MESSAGES)('reads what it has written: $kind', (message) => {
  expect(parsePerson(serialisePerson(message))).toEqual(message)
})

it.each(MESSAGES)('reads no $kind that is cut or has something behind it', (message) => {
  const bytes = serialisePerson(message)
  expect(parsePerson(new Uint8Array([...bytes, 0]))).toBeNull()
  expect(parsePerson(bytes.slice(0, -1))).toBeNull()
})

it('reads nothing of what is no message', () => {
  for (const bytes of [[], [3], [255], [1], Array<number>(33).fill(3)])
    expect(parsePerson(Uint8Array.from(bytes))).toBeNull()
})

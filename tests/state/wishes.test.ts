import { describe, expect, test } from 'vitest'
import { isMet, wanted, wishFor } from '../../src/state/wishes.ts'
import { peer, share } from '../browser/support/shares.ts'

const waits = share({ mine: false, state: 'fetching', files: [] })
const moves = share({ mine: false, state: 'downloading', progress: 0.4 })
const [whole, part, looks] = [
  peer({ id: 'w', progress: 1 }),
  peer({ id: 'p', progress: 0.5, given: 9 }),
  peer({ id: 'l', progress: 0, given: 0, giveRate: 0 }),
]

describe('what there is to wait for', () => {
  test.each([
    ['nobody who has it is here', waits, 'here'],
    ['it stands still', { ...moves, state: 'waiting' }, 'here'],
    ['a turn is waited for', { ...moves, state: 'waiting', peers: [whole] }, 'done'],
    ['an invitation is missing', share({ ...waits, situation: { kind: 'members-only' } }), null],
    ['it comes', moves, 'done'],
    ['it is all here', share({ mine: false }), null],
    ['files are prepared', share({ state: 'hashing' }), 'done'],
    ['nobody has opened one’s own', share(), 'here'],
    ['somebody looks at it', share({ peers: [looks] }), 'done'],
    ['somebody fetches it', share({ peers: [part, whole] }), 'done'],
    ['all who are here have it', share({ peers: [whole, whole] }), null],
    ['it is paused', { ...moves, state: 'paused' }, null],
  ] as const)('while %s', (_what, one, wish) => {
    expect(wishFor(one)).toBe(wish)
  })
})

describe('a wish comes true', () => {
  test.each([
    ['when somebody tells what it is', 'here', waits, share({ ...waits, state: 'ready' })],
    ['when it goes on', 'here', { ...moves, state: 'waiting' }, moves],
    ['when it is all here', 'done', moves, share({ mine: false })],
    ['when it fails', 'done', moves, { ...moves, state: 'failed' }],
    ['when it has a link', 'done', share({ state: 'hashing' }), share()],
    ['when somebody opens it', 'here', share(), share({ peers: [looks] })],
    [
      'when one more has all of it',
      'done',
      share({ peers: [whole, part] }),
      share({ peers: [whole, whole] }),
    ],
  ] as const)('%s', (_what, wish, before, after) => {
    const made = wanted(wish, before)
    expect(isMet(made, before)).toBe(false)
    expect(isMet(made, after)).toBe(true)
  })
})

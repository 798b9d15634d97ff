import { expect, test } from 'vitest'
import { keptUntil, roomFor } from '../../../server/keeper/room.ts'
import type { KeptShare, Promised } from '../../../server/store/keptShares.ts'
import type { MemberId } from '../../../server/tracker/admission.ts'
import { infoHash } from '../../wire/trackerIds.ts'

function promised(member: number | null, until = 10): Promised {
  return { digest: `${member ?? 'stranger'} ${until}`, member: member as MemberId | null, askedAt: 0, until }
}

/** A stranger's, all here, of 10 bytes, wanted at the moment that is its number. */
function share(number: number, fields: Partial<KeptShare> = {}): KeptShare {
  return {
    infoHash: infoHash(number),
    name: '',
    size: 10,
    here: 10,
    state: 'kept',
    failure: null,
    addedAt: 0,
    movedAt: 0,
    wantedAt: number,
    bridged: false,
    promises: [promised(null)],
    ...fields,
  }
}

const wanted = { infoHash: infoHash(9), size: 15 }

test('nothing has to go while all of it fits, however much of it is here', () => {
  expect(roomFor(wanted, [share(1), share(2)], 35)).toEqual([])
  expect(roomFor(wanted, [share(1, { here: 0, state: 'fetching' }), share(2)], 34)).toHaveLength(1)
})

test('what was wanted longest ago goes first, and no more than has to', () => {
  const shares = [share(3), share(1), share(2)]
  expect(roomFor(wanted, shares, 40)).toEqual([infoHash(1)])
  expect(roomFor(wanted, shares, 30)).toEqual([infoHash(1), infoHash(2)])
  expect(roomFor(wanted, shares, 14)).toBeNull()
})

test('what is promised to a member stays, whoever else has asked for it', () => {
  const members = share(1, { promises: [promised(null), promised(7)] })
  expect(roomFor(wanted, [members, share(2)], 30)).toEqual([infoHash(2)])
  expect(roomFor(wanted, [members], 20)).toBeNull()
})

test('what has failed or is unknown takes no room, and the share itself does not count twice', () => {
  const none = [share(1, { state: 'failed' }), share(2, { state: 'waiting', size: null })]
  expect(roomFor(wanted, none, 15)).toEqual([])
  expect(roomFor(wanted, [share(9, { size: 15 })], 15)).toEqual([])
})

test('a share is kept until the last of those who asked wants it no more', () => {
  expect(keptUntil(share(1, { promises: [promised(1, 20), promised(2, 30)] }))).toBe(30)
  expect(keptUntil(share(1, { state: 'failed' }))).toBeNull()
})

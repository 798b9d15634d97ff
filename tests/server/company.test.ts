import { expect, test } from 'vitest'
import { OPEN, type MemberId } from '../../server/tracker/admission.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { announceOf, createTrackers } from './support/addressedTracker.ts'

const MEMBER = 1 as MemberId

/** The trackers with what their reports say of company, in the order in which they came. */
function watched() {
  const company: boolean[] = []
  const trackers = createTrackers({}, { ...OPEN, report: ({ hadCompany }) => company.push(hadCompany) })
  const join = () => trackers.registry.connect(() => undefined, MEMBER)
  return {
    ...trackers,
    company,
    join,
    webRtc: (session: ReturnType<typeof join>, number: number): void => {
      trackers.registry.receive(session, {
        kind: 'announce',
        infoHash: infoHash(1),
        peerId: peerId(number),
        uploaded: 0,
        downloaded: 0,
        left: 1,
        numwant: 0,
        offers: [],
      })
    },
  }
}

test('alone there is no company, also over a new connection for each announce', () => {
  const { company, registry, tracker, join, webRtc, passSeconds } = watched()
  for (let round = 0; round < 3; round += 1) {
    const session = join()
    webRtc(session, 1)
    passSeconds(10)
    webRtc(session, 1)
    registry.disconnect(session)
    passSeconds(10)
    tracker.announce(MEMBER, announceOf(1))
    tracker.announce(MEMBER, announceOf(1, { event: 'stopped' }))
    passSeconds(10)
  }
  expect(company).toEqual(Array<boolean>(12).fill(false))
})

test('who has left since was company, once, and over whatever protocol', () => {
  const { company, tracker, registry, join, webRtc, passSeconds } = watched()
  const session = join()
  webRtc(session, 1)
  tracker.announce(null, announceOf(2))
  passSeconds(10)
  webRtc(session, 1)
  passSeconds(10)
  tracker.announce(null, announceOf(2, { event: 'stopped' }))
  passSeconds(10)
  webRtc(session, 1)
  passSeconds(10)
  webRtc(session, 1)
  expect(company).toEqual([false, true, true, false])
  registry.disconnect(session)

  company.length = 0
  tracker.announce(MEMBER, announceOf(3))
  const guest = registry.connect(() => undefined)
  webRtc(guest, 4)
  registry.disconnect(guest)
  passSeconds(10)
  tracker.announce(MEMBER, announceOf(3))
  passSeconds(10)
  tracker.announce(MEMBER, announceOf(3))
  expect(company).toEqual([false, true, false])
})

import { describe, expect, test } from 'vitest'
import type { AddressedPeer } from '../../server/tracker/addressedPeers.ts'
import { endpointBytes, writeHttpAnnounce } from '../../server/tracker/httpAnnounce.ts'
import { peerId } from '../wire/trackerIds.ts'

const COUNTS = { intervalSeconds: 1_800, minIntervalSeconds: 60, complete: 1, incomplete: 2 }
const HEAD = 'd8:completei1e10:incompletei2e8:intervali1800e12:min intervali60e'
const COMPACT = { isCompact: true, hasPeerIds: true }

function peerAt(address: string, port: number): AddressedPeer {
  return {
    address,
    endpoint: endpointBytes(address, port) ?? '',
    peerId: peerId(1),
    isSeed: false,
    isPartialSeed: false,
    isElsewhere: false,
    hasCompleted: false,
    heardAt: 0,
    member: null,
    index: 0,
  }
}

const IPV4 = peerAt('192.0.2.200', 6_881)
const IPV6 = peerAt('2001:db8::1', 80)

describe('an answer, byte for byte', () => {
  test('without peers', () => {
    expect(writeHttpAnnounce({ ...COUNTS, peers: [] }, COMPACT)).toBe(`${HEAD}5:peers0:e`)
  })

  test('with peers of both families', () => {
    expect(writeHttpAnnounce({ ...COUNTS, peers: [IPV6, IPV4] }, COMPACT)).toBe(
      `${HEAD}5:peers6:\xc0\x00\x02\xc8\x1a\xe1` +
        `6:peers618:\x20\x01\x0d\xb8${'\x00'.repeat(11)}\x01\x00\x50e`,
    )
  })

  test('with peers in full', () => {
    const format = { isCompact: false, hasPeerIds: false }
    expect(writeHttpAnnounce({ ...COUNTS, peers: [IPV4, IPV6] }, format)).toBe(
      `${HEAD}5:peersld2:ip11:192.0.2.2004:porti6881eed2:ip11:2001:db8::14:porti80eeee`,
    )
  })
})

test('what is no address has no endpoint', () => {
  expect(endpointBytes('nobody', 80)).toBeNull()
})

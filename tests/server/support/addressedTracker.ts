import { AddressedTracker, type AddressedAnnounce } from '../../../server/tracker/addressedTracker.ts'
import type { Admission } from '../../../server/tracker/admission.ts'
import { endpointBytes } from '../../../server/tracker/httpAnnounce.ts'
import { Registry } from '../../../server/tracker/registry.ts'
import { SwarmTable } from '../../../server/tracker/swarmTable.ts'
import { infoHash, peerId } from '../../wire/trackerIds.ts'

export const INTERVAL_SECONDS = 900

export const UNBOUNDED_OFFERS = {
  peerIdsPerSocketPerMinute: 0,
  offersPerSocketPerMinute: 0,
  newPeersPerAddressPerMinute: 0,
  offersPerSourcePerMinute: 0,
}

export const LIMITS = {
  ...UNBOUNDED_OFFERS,
  intervalSeconds: 120,
  addressedIntervalSeconds: INTERVAL_SECONDS,
  jitterPercent: 0,
  torrentsPerSocket: 5,
  offersPerAnnounce: 5,
  scrapeHashes: 3,
  peersPerReply: 100,
  peersPerAddress: 10,
}

/** Both kinds of peers over one table, with a clock that stands still until it is moved. */
export function createTrackers(limits: Partial<typeof LIMITS> = {}, admission?: Admission) {
  let nowMs = 0
  const table = new SwarmTable()
  const options = {
    table,
    now: () => nowMs,
    random: Math.random,
    limits: { ...LIMITS, ...limits },
    ...(admission && { admission }),
  }
  return {
    table,
    registry: new Registry(options),
    tracker: new AddressedTracker(options),
    now: () => nowMs,
    passSeconds: (seconds: number): void => {
      nowMs += seconds * 1_000
    },
  }
}

/** An announce of peer `number` at 192.0.2.`number`, port 6881. */
export function announceOf(number: number, fields: Partial<AddressedAnnounce> = {}): AddressedAnnounce {
  const address = fields.address ?? `192.0.2.${number}`
  return {
    infoHash: infoHash(1),
    peerId: peerId(number),
    address,
    endpoint: endpointBytes(address, 6881) ?? '',
    uploaded: 0,
    downloaded: 0,
    left: 1,
    numwant: null,
    ...fields,
  }
}

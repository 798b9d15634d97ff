import type { Bytes, Milliseconds } from '../core/brand.ts'
import { listOf, number, oneOf, orNull, recordOf, text, truth, type Reader } from './jsonReaders.ts'

/** What is said of and to the site's keeper: the peer that keeps shares online when everybody has gone. */

/** What `/config.json` tells a visitor who may use the keeper. */
export interface KeeperOffer {
  /** How long it keeps a share. */
  readonly days: number
  /** The most that one visitor may have kept at a time. */
  readonly quotaBytes: Bytes
  /** It fetches from ordinary BitTorrent peers as well, for this visitor. */
  readonly bridges: boolean
  /** It runs; otherwise it may do so in a moment, and until then keeps nothing. */
  readonly isUp: boolean
}

/** `waiting`: nobody has told yet what the share holds; `none`: the keeper was not asked to keep it. */
export const KEEPER_STATES = ['none', 'waiting', 'fetching', 'kept', 'failed'] as const
export type KeeperState = (typeof KEEPER_STATES)[number]

/**
 * Why a share is not kept: it is larger than one may have kept (`too-large`), all room is promised to others
 * (`no-room`), others needed its room (`evicted`), the disk is full (`disk-full`), it did not come in time
 * (`incomplete`), the site does not serve it (`refused`), or it cannot be read or written (`broken`).
 */
export const KEEPER_FAILURES = [
  'too-large',
  'no-room',
  'evicted',
  'disk-full',
  'incomplete',
  'refused',
  'broken',
] as const
export type KeeperFailure = (typeof KEEPER_FAILURES)[number]

/** What the keeper has of a share. */
export interface KeeperStatus {
  readonly infoHash: string
  readonly state: KeeperState
  /** Null unless it has failed. */
  readonly failure: KeeperFailure | null
  /** Bytes in all; null until known. */
  readonly size: Bytes | null
  /** Bytes that the keeper has. */
  readonly here: Bytes
  /** Until when it is kept, in Unix time; null when it is not. */
  readonly until: Milliseconds | null
}

/** A share that the keeper has, is to have, or has lately failed to keep, in a list. */
export interface ListedKept extends KeeperStatus {
  /** Empty until known. */
  readonly name: string
  /** Unix time. */
  readonly addedAt: Milliseconds
  /** When somebody last lacked something of it, in Unix time. */
  readonly wantedAt: Milliseconds
}

const STATUS = {
  infoHash: text,
  state: oneOf(...KEEPER_STATES),
  failure: orNull(oneOf(...KEEPER_FAILURES)),
  size: orNull(number),
  here: number,
  until: orNull(number),
}

export const readKeeperStatus: Reader<KeeperStatus> = recordOf(STATUS)

/** What answers a wish: the token ends it. */
export const readKept = recordOf({ ...STATUS, token: text })

const readListedKept: Reader<ListedKept> = recordOf({
  ...STATUS,
  name: text,
  addedAt: number,
  wantedAt: number,
})

/** What is kept for a member. */
export const readMine = recordOf({ shares: listOf(readListedKept) })

/** Part of all that is kept, for admins. */
export const readAllKept = recordOf({
  shares: listOf(readListedKept),
  total: number,
  space: number,
  taken: number,
  isUp: truth,
})

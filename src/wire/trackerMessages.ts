/**
 * The WebTorrent tracker protocol: JSON over WebSocket, for the page and for the server. It has no BEP; the
 * contract is what bittorrent-tracker and libtorrent send.
 *
 * On the wire hashes and ids are strings of 20 characters, one U+0000–00FF a byte; here they are hex. Messages are read
 * in `parseTracker.ts` and written in `serialiseTracker.ts`. Offers and answers keep nothing of `{type, sdp}` but the
 * SDP, and are rebuilt when they are written.
 */
import type { InfoHash } from '../core/infoHash.ts'
import type { OfferId, PeerId } from './trackerFields.ts'

export { MAX_SDP_LENGTH, parseOfferId, parsePeerId, type OfferId, type PeerId } from './trackerFields.ts'

/** @template Id how offers are named: hex, or what a tracker passes on as it came */
export interface Offer<Id extends string = OfferId> {
  readonly offerId: Id
  readonly sdp: string
}

/** "I am here": joins a swarm, keeps the place in it, or leaves it (`stopped`), and brings offers for others. */
export interface AnnounceRequest<Id extends string = OfferId> {
  readonly kind: 'announce'
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  /** Absent for a regular announce; other events that are seen (`update`, `empty`) say no more. */
  readonly event?: 'started' | 'stopped' | 'completed'
  /** The event `paused`: what is missing is not wanted (BEP 21). */
  readonly isPartialSeed?: true
  /** Bytes sent to others since `started`. */
  readonly uploaded: number
  /** Bytes fetched since `started`. */
  readonly downloaded: number
  /** Bytes still missing; null when unknown, as before the metadata of a magnet has come. */
  readonly left: number | null
  /** How many peers are wanted; the tracker goes by the number of offers. */
  readonly numwant: number
  readonly offers: readonly Offer<Id>[]
}

/** The answer to an offer that the tracker relayed, on its way back to the peer that made the offer. */
export interface AnswerRequest<Id extends string = OfferId> {
  readonly kind: 'answer'
  readonly infoHash: InfoHash
  /** Who answers. */
  readonly peerId: PeerId
  /** Who made the offer. */
  readonly toPeerId: PeerId
  readonly offerId: Id
  readonly sdp: string
}

/** Asks for the counts of some swarms. */
export interface ScrapeRequest {
  readonly kind: 'scrape'
  /** Empty when the client named none. */
  readonly infoHashes: readonly InfoHash[]
}

export type ClientMessage<Id extends string = OfferId> =
  AnnounceRequest<Id> | AnswerRequest<Id> | ScrapeRequest

export interface AnnounceReply {
  readonly kind: 'reply'
  readonly infoHash: InfoHash
  /** Seconds until the next announce is due: whole, at least 1. */
  readonly intervalSeconds: number
  /** Seeds in the swarm. */
  readonly complete: number
  /** Leechers in the swarm. */
  readonly incomplete: number
}

/** Another peer's offer. */
export interface OfferRelay<Id extends string = OfferId> {
  readonly kind: 'offer'
  readonly infoHash: InfoHash
  /** Who made the offer. */
  readonly peerId: PeerId
  readonly offerId: Id
  readonly sdp: string
}

/** Another peer's answer to an offer of this client. */
export interface AnswerRelay<Id extends string = OfferId> {
  readonly kind: 'answer'
  readonly infoHash: InfoHash
  /** Who answers. */
  readonly peerId: PeerId
  readonly offerId: Id
  readonly sdp: string
}

export interface ScrapeReply {
  readonly kind: 'scrape'
  readonly files: readonly SwarmCounts[]
}

export interface SwarmCounts {
  readonly infoHash: InfoHash
  readonly complete: number
  readonly incomplete: number
  /** How many times a peer said that it became complete. */
  readonly downloaded: number
}

/** A refusal; for people to read. */
export interface Failure {
  readonly kind: 'failure'
  /** Without it WebTorrent drops the socket. */
  readonly action: Action
  /** Which swarm it is about; WebTorrent ignores a failure without it. Null when the request named no valid one. */
  readonly infoHash: InfoHash | null
  readonly reason: string
}

export type TrackerMessage<Id extends string = OfferId> =
  AnnounceReply | OfferRelay<Id> | AnswerRelay<Id> | ScrapeReply | Failure

type Action = 'announce' | 'scrape'

import type { InfoHash } from '../core/infoHash.ts'
import { isRecord } from '../core/isRecord.ts'
import {
  parseJsonObject,
  readCount,
  readInfoHash,
  readOfferId,
  readPeerId,
  readSdp,
  type JsonObject,
  type PeerId,
} from './trackerFields.ts'
import type {
  AnnounceRequest,
  AnswerRequest,
  ClientMessage,
  Failure,
  Offer,
  ScrapeReply,
  ScrapeRequest,
  SwarmCounts,
  TrackerMessage,
} from './trackerMessages.ts'

/** What a client may call its event, and what it comes to. */
const EVENTS: ReadonlyMap<unknown, AnnounceRequest['event']> = new Map<unknown, AnnounceRequest['event']>([
  ['started', 'started'],
  ['stopped', 'stopped'],
  ['completed', 'completed'],
  ['update', undefined],
  // BEP 21: a partial seed says so with every announce.
  ['paused', undefined],
  ['empty', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])

/** How much of a list is read: no more than that costs time. */
export interface ListLimits {
  /** Offers of one announce; further ones are ignored. */
  readonly offers: number
  /** Info hashes of one scrape, which is refused when it names more. */
  readonly hashes: number
}

const NO_LIMITS: ListLimits = { offers: Infinity, hashes: Infinity }

/** For trackers that name no interval, or a senseless one. */
const DEFAULT_INTERVAL_SECONDS = 120
const MAX_INTERVAL_SECONDS = 86_400
const MAX_REASON_LENGTH = 1_000

/**
 * Reads what a client sent. What cannot be accepted comes back as the {@link Failure} to send it. Never throws.
 */
export function parseClientMessage(text: string, limits = NO_LIMITS): ClientMessage | Failure {
  const message = parseJsonObject(text)
  if (!message) return failure('announce', null, 'the message is not a JSON object')
  if (message['action'] === 'scrape') return parseScrapeRequest(message, limits)
  if (message['action'] !== 'announce') {
    return failure('announce', readInfoHash(message['info_hash']), 'action must be "announce" or "scrape"')
  }
  const infoHash = readInfoHash(message['info_hash'])
  if (!infoHash) return failure('announce', null, 'info_hash must be a string of 20 bytes')
  const peerId = readPeerId(message['peer_id'])
  if (!peerId) return failure('announce', infoHash, 'peer_id must be a string of 20 bytes')
  // Trystero and others send `answer: null`, or none, with announces.
  return message['answer'] === undefined || message['answer'] === null
    ? parseAnnounceRequest(message, infoHash, peerId, limits)
    : parseAnswerRequest(message, infoHash, peerId)
}

function parseAnnounceRequest(
  message: JsonObject,
  infoHash: InfoHash,
  peerId: PeerId,
  limits: ListLimits,
): AnnounceRequest | Failure {
  if (!EVENTS.has(message['event'])) return failure('announce', infoHash, 'unknown event')
  const event = EVENTS.get(message['event'])
  const list = message['offers'] ?? []
  if (!Array.isArray(list)) return failure('announce', infoHash, 'offers must be a list')
  const offers: Offer[] = []
  for (const item of (list as unknown[]).slice(0, limits.offers)) {
    const offer = parseOffer(item)
    if (!offer) {
      return failure(
        'announce',
        infoHash,
        'an offer must be {offer_id, offer: {type: "offer", sdp}}, at most 64 KB',
      )
    }
    offers.push(offer)
  }
  return {
    kind: 'announce',
    infoHash,
    peerId,
    ...(event && { event }),
    ...(message['event'] === 'paused' && { isPartialSeed: true }),
    uploaded: readCount(message['uploaded']) ?? 0,
    downloaded: readCount(message['downloaded']) ?? 0,
    left: readCount(message['left']),
    numwant: readCount(message['numwant']) ?? offers.length,
    offers,
  }
}

function parseOffer(item: unknown): Offer | null {
  if (!isRecord(item)) return null
  const offerId = readOfferId(item['offer_id'])
  const sdp = readSdp(item['offer'], 'offer')
  return offerId !== null && sdp !== null ? { offerId, sdp } : null
}

function parseAnswerRequest(
  message: JsonObject,
  infoHash: InfoHash,
  peerId: PeerId,
): AnswerRequest | Failure {
  const toPeerId = readPeerId(message['to_peer_id'])
  if (!toPeerId) return failure('announce', infoHash, 'to_peer_id must be a string of 20 bytes')
  const offerId = readOfferId(message['offer_id'])
  if (!offerId) return failure('announce', infoHash, 'offer_id must be a string of 20 bytes')
  const sdp = readSdp(message['answer'], 'answer')
  if (sdp === null) {
    return failure('announce', infoHash, 'an answer must be {type: "answer", sdp}, at most 64 KB')
  }
  return { kind: 'answer', infoHash, peerId, toPeerId, offerId, sdp }
}

function parseScrapeRequest(message: JsonObject, limits: ListLimits): ScrapeRequest | Failure {
  const value = message['info_hash'] ?? []
  const list = Array.isArray(value) ? (value as unknown[]) : [value]
  if (list.length > limits.hashes) {
    return failure('scrape', null, `one scrape may ask about ${limits.hashes} info hashes at most`)
  }
  const infoHashes: InfoHash[] = []
  for (const item of list) {
    const infoHash = readInfoHash(item)
    if (!infoHash) return failure('scrape', null, 'info_hash must be a string of 20 bytes, or a list of them')
    infoHashes.push(infoHash)
  }
  return { kind: 'scrape', infoHashes }
}

/** Reads what a tracker sent; null when it is nothing that a client could use. Never throws. */
export function parseTrackerMessage(text: string): TrackerMessage | null {
  const message = parseJsonObject(text)
  if (!message) return null
  const reason = message['failure reason']
  if (typeof reason === 'string') {
    const action = message['action'] === 'scrape' ? 'scrape' : 'announce'
    return failure(action, readInfoHash(message['info_hash']), reason.slice(0, MAX_REASON_LENGTH))
  }
  if (message['action'] === 'scrape') return parseScrapeReply(message)
  if (message['action'] !== 'announce') return null
  const infoHash = readInfoHash(message['info_hash'])
  if (!infoHash) return null
  if (isRecord(message['offer'])) return parseRelay(message, 'offer', infoHash)
  if (isRecord(message['answer'])) return parseRelay(message, 'answer', infoHash)
  return {
    kind: 'reply',
    infoHash,
    intervalSeconds: readInterval(message['interval'] ?? message['min interval']),
    complete: readCount(message['complete']) ?? 0,
    incomplete: readCount(message['incomplete']) ?? 0,
  }
}

function parseRelay(
  message: JsonObject,
  kind: 'offer' | 'answer',
  infoHash: InfoHash,
): TrackerMessage | null {
  const peerId = readPeerId(message['peer_id'])
  const offerId = readOfferId(message['offer_id'])
  const sdp = readSdp(message[kind], kind)
  return peerId !== null && offerId !== null && sdp !== null ? { kind, infoHash, peerId, offerId, sdp } : null
}

function parseScrapeReply(message: JsonObject): ScrapeReply | null {
  const entries = message['files']
  if (!isRecord(entries)) return null
  const files: SwarmCounts[] = []
  for (const [key, counts] of Object.entries(entries)) {
    const infoHash = readInfoHash(key)
    if (!infoHash || !isRecord(counts)) continue
    files.push({
      infoHash,
      complete: readCount(counts['complete']) ?? 0,
      incomplete: readCount(counts['incomplete']) ?? 0,
      downloaded: readCount(counts['downloaded']) ?? 0,
    })
  }
  return { kind: 'scrape', files }
}

function readInterval(value: unknown): number {
  const seconds = readCount(value)
  if (seconds === null || seconds === 0) return DEFAULT_INTERVAL_SECONDS
  return Math.min(seconds, MAX_INTERVAL_SECONDS)
}

function failure(action: Failure['action'], infoHash: InfoHash | null, reason: string): Failure {
  return { kind: 'failure', action, infoHash, reason }
}

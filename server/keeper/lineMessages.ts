import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import {
  listOf,
  oneOf,
  orNull,
  recordOf,
  text,
  truth,
  type Read,
  type Reader,
} from '../../src/wire/jsonReaders.ts'
import type { IceServer } from '../../src/wire/siteConfig.ts'
import type { KeeperEvent } from '../peer/keeper/messages.ts'

/*
 * What a server and a keeper elsewhere say to each other, as JSON over a WebSocket: the same that a keeper beside the
 * server is told and tells. Either may be of another version, or another program that knows the secret.
 */

/** Where a keeper registers, with the secret's {@link tokenOf} as `Authorization: Bearer …`. */
export const KEEPER_PATH = '/keeper'

/** A secret, which may be any text, as a header can hold it. */
export function tokenOf(secret: string): string {
  return encodeURIComponent(secret)
}

/** The server says so often that it is there, and pings; who has been silent for longer than {@link SILENCE_MS} has gone. */
export const THERE_MS = 5_000
export const SILENCE_MS = 15_000

/** Close codes of our own (RFC 6455, 7.4.2). */
export const WRONG_SECRET = 4401
export const REPLACED = 4409

const infoHash: Reader<InfoHash> = (json) =>
  typeof json === 'string' ? (parseInfoHash(json) ?? undefined) : undefined

const count: Reader<number> = (json) =>
  typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 ? json : undefined

const amount: Reader<number> = (json) =>
  typeof json === 'number' && Number.isFinite(json) && json >= 0 ? json : undefined

const urls = listOf(text)

const EVENTS: readonly Reader<KeeperEvent>[] = [
  recordOf({ kind: oneOf('up') }),
  recordOf({ kind: oneOf('known'), infoHash, name: text, size: count }),
  recordOf({ kind: oneOf('progress'), infoHash, here: count, isComplete: truth }),
  recordOf({ kind: oneOf('failed'), infoHash, failure: oneOf('disk-full', 'broken', 'refused') }),
  recordOf({
    kind: oneOf('figures'),
    connections: count,
    given: count,
    memoryBytes: count,
    cpuSeconds: amount,
  }),
]

/** How a keeper elsewhere is to work: what `KeeperStart` has but for what that one knows itself. */
const readTerms = recordOf({
  kind: oneOf('start'),
  passkey: text,
  /** Of the STUN server at the site's own host; null without one. */
  stunPort: orNull(count),
  iceServers: listOf(iceServer),
  giveRate: count,
  bridge: orNull(recordOf({ port: count, dht: listOf(text), near: truth })),
  known: listOf(infoHash),
})

export type KeeperTerms = Read<typeof readTerms>

const ORDERS = [
  readTerms,
  recordOf({ kind: oneOf('join'), infoHash, bridged: truth }),
  recordOf({ kind: oneOf('fetch'), infoHash }),
  recordOf({ kind: oneOf('leave'), infoHash }),
  recordOf({ kind: oneOf('drop'), infoHash }),
  recordOf({ kind: oneOf('there') }),
] as const

export type KeeperOrder = Read<(typeof ORDERS)[number]>

/** Null for what is no event. */
export function readEvent(message: string): KeeperEvent | null {
  return readFirst(EVENTS, message)
}

/** Null for what is no order. */
export function readOrder(message: string): KeeperOrder | null {
  return readFirst<KeeperOrder>(ORDERS, message)
}

function readFirst<T>(readers: readonly Reader<T>[], message: string): T | null {
  let json: unknown
  try {
    json = JSON.parse(message)
  } catch {
    return null
  }
  for (const read of readers) {
    const value = read(json)
    if (value !== undefined) return value
  }
  return null
}

function iceServer(json: unknown): IceServer | undefined {
  return recordOf({ urls, username: text, credential: text })(json) ?? recordOf({ urls })(json)
}

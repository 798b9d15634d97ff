import type { Bytes } from '../core/brand.ts'
import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'

/**
 * What the service worker and the page with the engine say to each other about a file that somebody reads. The worker
 * asks every page of the site, each over a port of its own; the one that has the share says so, and is then asked for
 * one chunk after the other. Neither remembers anything once the port is closed, so a worker that was stopped, or
 * replaced by a newer one, goes on with the next request.
 */

/** From the worker to a page; the port comes with it. */
export interface StreamRequest {
  readonly kind: 'stream'
  readonly infoHash: InfoHash
  readonly file: number
}

/** From the page to the worker itself, now and then while a port is open: browsers stop a worker that hears nothing. */
export const AWAKE = 'awake'

/** From a page to the worker: answer for me from now on. */
export const CLAIM = 'claim'

/** From the worker to a page, when somebody clicks on what that told outside: go to this address on the page. */
export interface GoRequest {
  readonly kind: 'go'
  /** With the `#`. */
  readonly href: string
}

/** From the page, over the port. */
export type StreamAnswer =
  | { readonly kind: 'found'; readonly name: string; readonly size: Bytes }
  /** This page does not have it. */
  | { readonly kind: 'absent' }
  /** What was read: at least a byte, and no more than was asked for. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** It cannot be read. */
  | { readonly kind: 'failed' }

/** From the worker, over the port. */
export type StreamCommand =
  /** One chunk or `failed` is to follow. */
  | { readonly kind: 'read'; readonly from: Bytes; readonly to: Bytes }
  /** Nobody reads any more. */
  | { readonly kind: 'close' }

type Fields = Readonly<
  Partial<Record<'kind' | 'infoHash' | 'file' | 'name' | 'size' | 'bytes' | 'from' | 'to', unknown>>
>

/** Null for anything else: an older or newer worker may talk to this page. */
export function parseStreamRequest(value: unknown): StreamRequest | null {
  const { kind, infoHash, file } = fieldsOf(value)
  if (kind !== 'stream' || typeof infoHash !== 'string' || !isCount(file)) return null
  const hash = parseInfoHash(infoHash)
  return hash && { kind, infoHash: hash, file }
}

export function parseStreamAnswer(value: unknown): StreamAnswer | null {
  const { kind, name, size, bytes } = fieldsOf(value)
  if (kind === 'absent' || kind === 'failed') return { kind }
  if (kind === 'found') return typeof name === 'string' && isCount(size) ? { kind, name, size } : null
  if (kind !== 'chunk' || !(bytes instanceof Uint8Array) || bytes.length === 0) return null
  return { kind, bytes: bytes as Uint8Array<ArrayBuffer> }
}

export function parseStreamCommand(value: unknown): StreamCommand | null {
  const { kind, from, to } = fieldsOf(value)
  if (kind === 'close') return { kind }
  return kind === 'read' && isCount(from) && isCount(to) && from < to ? { kind, from, to } : null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value : {}
}

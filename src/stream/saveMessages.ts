import type { Bytes } from '../core/brand.ts'

/**
 * What page and service worker say to each other about a download. The page offers it with a port; all that
 * follows goes over that port, but for the pings, which have to reach the worker whether it knows the download
 * or not (a browser may stop a worker at any time, and a message starts it anew, without memory).
 */

/** To the worker itself. */
export type WorkerRequest =
  /** Comes with the download's port. */
  | { readonly kind: 'offer'; readonly id: string; readonly name: string; readonly size: Bytes }
  /** Comes with a port for the {@link Pong}. */
  | { readonly kind: 'ping'; readonly id: string }

/** Whether the worker still has the download. */
export type Pong = 'here' | 'gone'

/** From the worker, over the download's port. */
export type FromWorker =
  /** Its address can be opened now. */
  | { readonly kind: 'ready' }
  /** The browser can take more: one `chunk`, `end` or `failed` is to follow. The last chunk's buffer comes back. */
  | { readonly kind: 'pull'; readonly used: ArrayBuffer | null }
  /** The browser has it all. */
  | { readonly kind: 'finished' }
  /** Cancelled in the browser. */
  | { readonly kind: 'cancelled' }
  /** The browser never asked for it. */
  | { readonly kind: 'expired' }

/** To the worker, over the download's port. */
export type FromPage =
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed' }

/** Null for anything else: an older or newer page may talk to this worker. */
export function parseRequest(value: unknown): WorkerRequest | null {
  const { kind, id, name, size } = fieldsOf(value)
  if (typeof id !== 'string') return null
  if (kind === 'ping') return { kind, id }
  if (kind !== 'offer' || typeof name !== 'string') return null
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? { kind, id, name, size } : null
}

export function parseFromWorker(value: unknown): FromWorker | null {
  const { kind, used } = fieldsOf(value)
  switch (kind) {
    case 'pull':
      return { kind, used: used instanceof ArrayBuffer ? used : null }
    case 'ready':
    case 'finished':
    case 'cancelled':
    case 'expired':
      return { kind }
    default:
      return null
  }
}

export function parseFromPage(value: unknown): FromPage | null {
  const { kind, bytes } = fieldsOf(value)
  if (kind === 'end' || kind === 'failed') return { kind }
  if (kind !== 'chunk' || !(bytes instanceof Uint8Array)) return null
  return { kind, bytes: bytes as Uint8Array<ArrayBuffer> }
}

function fieldsOf(
  value: unknown,
): Readonly<Partial<Record<'kind' | 'id' | 'name' | 'size' | 'bytes' | 'used', unknown>>> {
  return typeof value === 'object' && value !== null ? value : {}
}

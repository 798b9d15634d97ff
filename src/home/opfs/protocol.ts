import type { Bytes } from '../../core/brand.ts'
import type { StoreProblem } from '../../storage/problems.ts'

/** Below the origin's private folder: one folder a share, named by its key, with one file in it. */
export const SHARES_FOLDER = 'shares'
export const DATA_FILE = 'data'

/** What the page asks of the worker. `share` is the folder's name: an info hash. */
export type OpfsRequest =
  | { op: 'open'; share: string; size: Bytes }
  | { op: 'read'; share: string; offset: Bytes; length: Bytes }
  | { op: 'write'; share: string; offset: Bytes; bytes: Uint8Array<ArrayBuffer> }
  | { op: 'flush'; share: string }
  | { op: 'close'; share: string }
  | { op: 'delete'; share: string }

export type OpfsCall = OpfsRequest & { call: number }

/** `bytes`: what was read, or written. */
export type OpfsReply =
  | { call: number; ok: true; bytes?: Uint8Array<ArrayBuffer> }
  | { call: number; ok: false; code: StoreProblem['code']; message: string }

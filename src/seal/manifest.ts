import type { Bytes, Milliseconds } from '../core/brand.ts'
import { isRecord } from '../core/isRecord.ts'
import { distinctPaths, MAX_DEPTH, safeName, safePath } from '../core/safePath.ts'
import { RECORD_CONTENT } from './sizes.ts'
import { SealError } from './problems.ts'

/** What a sealed share holds, as people see it. */
export interface Manifest {
  readonly name: string
  readonly files: readonly SealedFile[]
  /** When every honest program stops serving it, and deletes what it has of it: since 1970. Null for never. */
  readonly expires: Milliseconds | null
}

export interface SealedFile {
  /** Folders and name, harmless and unlike any other file's. */
  readonly path: readonly string[]
  readonly length: Bytes
  /** Media type, as the sender's system tells it; empty where it does not. Never what decides how it is shown. */
  readonly type: string
  /** When it was last written to: since 1970. Null where nobody tells. */
  readonly modified: Milliseconds | null
}

/** Of its own length: the first thing in record 0, big-endian. */
const FRAME: Bytes = 4

const VERSION = 1

/** Files in a share, and bytes of what describes them. */
const MOST_FILES = 100_000
const MOST_BYTES: Bytes = 32 * 1024 * 1024

/** The manifest with its frame, padded with zeros to whole records. */
export function writeManifest({ name, files, expires }: Manifest): Uint8Array<ArrayBuffer> {
  const listed = files.map(({ path, length, type, modified }) => ({
    path,
    length,
    ...(type !== '' && { type }),
    ...(modified !== null && { modified }),
  }))
  const text = new TextEncoder().encode(
    JSON.stringify({ version: VERSION, name, ...(expires !== null && { expires }), files: listed }),
  )
  const framed = FRAME + text.length
  const bytes = new Uint8Array(Math.ceil(framed / RECORD_CONTENT) * RECORD_CONTENT)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, FRAME)
  return bytes
}

/**
 * How many records the manifest takes.
 *
 * @param first what record 0 holds
 * @throws {SealError}
 */
export function manifestRecords(first: Uint8Array): number {
  const length = lengthIn(first)
  if (length > MOST_BYTES) throw new SealError('manifest-impossible')
  return Math.ceil((FRAME + length) / RECORD_CONTENT)
}

/**
 * @param bytes what the records of the manifest hold
 * @throws {SealError} for what no sender writes: it is told, and nothing of it is shown.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const length = lengthIn(bytes)
  if (FRAME + length > bytes.length) throw new SealError('manifest-impossible')
  const said = parse(bytes.subarray(FRAME, FRAME + length))
  if (!isRecord(said) || typeof said['version'] !== 'number') throw new SealError('manifest-impossible')
  if (said['version'] !== VERSION) throw new SealError('seal-newer')
  const { name, files, expires = null } = said
  if (typeof name !== 'string' || !Array.isArray(files)) throw new SealError('manifest-impossible')
  if (files.length === 0 || files.length > MOST_FILES) throw new SealError('manifest-impossible')
  if (expires !== null && !isTime(expires)) throw new SealError('manifest-impossible')
  const read = files.map(readFile)
  if (!Number.isSafeInteger(read.reduce((sum, file) => sum + file.length, 0)))
    throw new SealError('manifest-impossible')
  const paths = distinctPaths(read.map(({ path }) => path))
  return {
    name: safeName(name),
    expires,
    files: read.map((file, index) => ({ ...file, path: paths[index] ?? file.path })),
  }
}

function readFile(said: unknown): SealedFile {
  if (!isRecord(said)) throw new SealError('manifest-impossible')
  const { path, length, type = '', modified = null } = said
  if (!isPath(path) || typeof type !== 'string') throw new SealError('manifest-impossible')
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0)
    throw new SealError('manifest-impossible')
  if (modified !== null && !isTime(modified)) throw new SealError('manifest-impossible')
  return { path: safePath(path), length, type, modified }
}

function isTime(said: unknown): said is Milliseconds {
  return typeof said === 'number' && Number.isFinite(said)
}

/** Whether it leads to a file below the share's folder. Names that some disk cannot have are made harmless later. */
function isPath(path: unknown): path is string[] {
  return (
    Array.isArray(path) &&
    path.length > 0 &&
    path.length <= MAX_DEPTH &&
    path.every((part) => typeof part === 'string' && !/^\.{0,2}$|[/\\\0]/.test(part))
  )
}

function lengthIn(bytes: Uint8Array): Bytes {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new SealError('manifest-impossible', { cause: error })
  }
}

import bencode from 'bencode'
import type { Bytes } from '../core/brand.ts'
import { grouped } from '../core/format.ts'
import { isWebSocketUrl, webSeedsAmong } from '../core/invitation.ts'
import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'
import { BLOCK_LENGTH, pieceCount } from '../core/pieces.ts'
import { distinctPaths, safeName, safePath } from '../core/safePath.ts'

/** What a torrent says of itself (BEP 3), checked: sizes fit together, names and paths are harmless. */
export interface Metainfo {
  readonly infoHash: InfoHash
  readonly name: string
  readonly pieceLength: Bytes
  /** SHA-1 of every piece, 20 bytes each. */
  readonly pieces: Uint8Array
  readonly files: readonly { readonly path: readonly string[]; readonly length: Bytes }[]
  readonly size: Bytes
  readonly private: boolean
  /** Whether it is one file by itself, not one in a folder. */
  readonly single: boolean
  /** HTTP copies of its files (BEP 19), as the .torrent file names them. */
  readonly webSeeds: readonly string[]
  /** Announce URLs, as the file names them; empty for metadata that came from a peer (BEP 9). */
  readonly trackers: readonly string[]
  /** The whole thing again as a .torrent file's bytes, with nothing but `info` in it. */
  readonly infoFile: Uint8Array<ArrayBuffer>
}

/** Says in words why bytes are not a torrent that we can open. */
export class MetainfoError extends Error {}

/** More than {@link MAX_FILES} are to be shared at once. */
export class TooManyFiles extends Error {}

/** What ut_metadata (BEP 9) carries at most; a torrent of 100,000 pieces and 100,000 files stays below it. */
export const MAX_TORRENT_FILE: Bytes = 10_000_000

/** Files in a share, at most. */
export const MAX_FILES = 100_000
const MAX_PIECE_LENGTH: Bytes = 64 * 1024 * 1024
/** 2^53: beyond it byte offsets are no longer exact. */
const MAX_SIZE: Bytes = Number.MAX_SAFE_INTEGER
const MAX_TRACKERS = 20

/**
 * Reads the bytes of a .torrent file, or of the metadata that a peer sent wrapped in `{info}`.
 *
 * @throws {MetainfoError} with words for the page.
 */
export async function readMetainfo(bytes: Uint8Array): Promise<Metainfo> {
  if (bytes.length > MAX_TORRENT_FILE)
    throw new MetainfoError('It is larger than any .torrent file has reason to be.')
  const file = asDictionary(decode(bytes))
  const info = asDictionary(file?.['info'])
  if (!file || !info) throw new MetainfoError('It is not a .torrent file.')

  const pieceLength = info['piece length']
  if (!isLength(pieceLength) || pieceLength < BLOCK_LENGTH || pieceLength > MAX_PIECE_LENGTH) {
    if (info['meta version'] === 2)
      throw new MetainfoError('It is a BitTorrent version 2 torrent, which is not supported yet.')
    throw new MetainfoError('Its piece length makes no sense.')
  }
  const name = safeName(text(info['name.utf-8'] ?? info['name']) ?? '')
  const files = readFiles(info, name)
  const size = files.reduce((sum, { length }) => sum + length, 0)
  if (size > MAX_SIZE) throw new MetainfoError('Its files are impossibly large.')
  const pieces = info['pieces']
  if (!(pieces instanceof Uint8Array) || pieces.length !== pieceCount(size, pieceLength) * 20) {
    throw new MetainfoError('The number of its piece hashes does not fit its size.')
  }

  return {
    infoHash: await infoHashOf(info),
    name,
    pieceLength,
    pieces,
    files,
    size,
    private: info['private'] === 1,
    single: info['files'] === undefined,
    webSeeds: readWebSeeds(file),
    trackers: readTrackers(file),
    infoFile: copy(bencode.encode({ info })),
  }
}

/** Makes the info dictionary of a new share, and reads it back through the same checks as any other. */
export function makeMetainfo(share: {
  name: string
  pieceLength: Bytes
  pieces: Uint8Array
  /** One path of one part makes a single-file torrent named `name`. */
  files: readonly { readonly path: readonly string[]; readonly length: Bytes }[]
  single: boolean
  /** BEP 27: peers come from its trackers alone. */
  private?: boolean
}): Promise<Metainfo> {
  const common = {
    name: share.name,
    'piece length': share.pieceLength,
    pieces: share.pieces,
    ...(share.private && { private: 1 }),
  }
  const content = share.single
    ? { length: share.files[0]?.length ?? 0 }
    : { files: share.files.map(({ path, length }) => ({ length, path: [...path] })) }
  return readMetainfo(bencode.encode({ info: { ...common, ...content } }))
}

/** The .torrent file to hand out: the info dictionary, the trackers (BEP 3, BEP 12) and the HTTP copies (BEP 19). */
export function torrentFileOf(
  metainfo: Metainfo,
  trackers: readonly string[],
  webSeeds: readonly string[],
): Uint8Array<ArrayBuffer> {
  const { info } = bencode.decode(metainfo.infoFile) as { info: unknown }
  const announce =
    trackers.length > 0 ? { announce: trackers[0], 'announce-list': trackers.map((url) => [url]) } : {}
  const copies = webSeeds.length > 0 ? { 'url-list': [...webSeeds] } : {}
  return copy(bencode.encode({ ...announce, ...copies, info }))
}

function readFiles(info: Record<string, unknown>, name: string): Metainfo['files'] {
  const list = info['files']
  if (list === undefined) {
    const length = info['length']
    if (!isLength(length)) throw new MetainfoError('It does not say how long its file is.')
    return [{ path: [name], length }]
  }
  if (!Array.isArray(list) || list.length === 0) throw new MetainfoError('Its list of files is damaged.')
  if (list.length > MAX_FILES) throw new MetainfoError(`It has more than ${grouped(MAX_FILES)} files.`)
  const files = list.map((entry: unknown, index) => {
    const file = asDictionary(entry)
    const length = file?.['length']
    const path = file?.['path.utf-8'] ?? file?.['path']
    if (!isLength(length) || !Array.isArray(path)) throw new MetainfoError('Its list of files is damaged.')
    return {
      length,
      path: safePath(
        path.map((part) => text(part) ?? ''),
        `file ${index + 1}`,
      ),
    }
  })
  const paths = distinctPaths(files.map(({ path }) => path))
  return files.map((file, index) => ({ length: file.length, path: paths[index] ?? file.path }))
}

function readTrackers(file: Record<string, unknown>): string[] {
  const tiers: unknown = file['announce-list']
  const listed: unknown[] = Array.isArray(tiers) ? tiers.flat() : []
  const urls = [file['announce'], ...listed].flatMap((url) => text(url) ?? [])
  return [...new Set(urls)].filter(isWebSocketUrl).slice(0, MAX_TRACKERS)
}

/** One address, or a list of them (BEP 19). */
function readWebSeeds(file: Record<string, unknown>): readonly string[] {
  const list: unknown = file['url-list']
  const urls: unknown[] = Array.isArray(list) ? list : [list]
  return webSeedsAmong(urls.flatMap((url) => text(url) ?? []))
}

async function infoHashOf(info: unknown): Promise<InfoHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', copy(bencode.encode(info))))
  const infoHash = parseInfoHash(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  if (!infoHash) throw new Error('A SHA-1 digest is always an info hash.')
  return infoHash
}

function decode(bytes: Uint8Array): unknown {
  try {
    return bencode.decode(bytes)
  } catch (cause) {
    // Deep nesting overflows the decoder's stack; that too ends here.
    throw new MetainfoError('It is not a .torrent file.', { cause })
  }
}

function asDictionary(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
    ? (value as Record<string, unknown>)
    : null
}

function isLength(value: unknown): value is Bytes {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : null
}

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

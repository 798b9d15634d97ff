import type { Bytes } from '../core/brand.ts'
import { hexOf, joined } from '../core/bytes.ts'
import { isClassicTracker, isWebSocketUrl, webSeedsAmong } from '../core/invitation.ts'
import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'
import { isPrintableAscii } from '../core/printableAscii.ts'
import { distinctPaths, MAX_DEPTH, safeName, safePath } from '../core/safePath.ts'
import { Bencoded } from './bencode.ts'
import { DIGEST_LENGTH, pieceCount } from './pieces.ts'
import { BencodeError, MetainfoError } from './problems.ts'
import { bencode, utf8Bytes, type Bencodable } from './writeBencode.ts'

/** A file of a torrent. */
export interface TorrentFile {
  /** Folders and name, harmless and unlike any other file's. */
  readonly path: readonly string[]
  readonly length: Bytes
  /** Where it begins in the share. */
  readonly start: Bytes
  /** Its place among the torrent's files, padding and all: how links name files (BEP 53). */
  readonly place: number
  /** Where {@link Metainfo.info} has its path as the torrent's maker wrote it; see `rawPath.ts`. */
  readonly pathAt: number
}

/** What a torrent says of itself (BEP 3), checked: sizes fit together, names and paths are harmless. */
export interface Metainfo {
  /** SHA-1 of {@link info}. */
  readonly infoHash: InfoHash
  readonly name: string
  /** Where {@link info} has the name as the torrent's maker wrote it. */
  readonly nameAt: number
  readonly pieceLength: Bytes
  /** SHA-1 of every piece, 20 bytes each. */
  readonly pieces: Uint8Array
  /** What people see and save: padding (BEP 47) is none of them. */
  readonly files: readonly TorrentFile[]
  /** Bytes of all pieces, with the padding. */
  readonly size: Bytes
  /** Bytes of the files. */
  readonly contentSize: Bytes
  readonly private: boolean
  /** Whether it is one file by itself, not one in a folder. */
  readonly single: boolean
  /** HTTP copies of its files (BEP 19), as the .torrent file names them. */
  readonly webSeeds: readonly string[]
  /** Announce URLs, as the file names them; empty for metadata that came from a peer (BEP 9). */
  readonly trackers: readonly string[]
  /** The others, which no page can use; see {@link Magnet.classicTrackers}. */
  readonly classicTrackers: readonly string[]
  /** The bencoded info dictionary, byte for byte as it came: what is handed on. */
  readonly info: Uint8Array<ArrayBuffer>
}

/** What ut_metadata (BEP 9) carries at most; a torrent of 100,000 pieces and 100,000 files stays below it. */
export const MAX_TORRENT_FILE: Bytes = 10_000_000

/** Files in a share, at most. */
export const MAX_FILES = 100_000
/** Names of folders and files in all paths together: each costs the page an object, however short it is. */
const MAX_PATH_PARTS = 1_000_000
/** Shorter ones cost more in messages than they carry. */
const MIN_PIECE_LENGTH: Bytes = 1024
/** Longer ones no page can hold in memory. */
const MAX_PIECE_LENGTH: Bytes = 64 * 1024 * 1024
/** 2^53: beyond it byte offsets are no longer exact. */
const MAX_SIZE: Bytes = Number.MAX_SAFE_INTEGER
const MAX_TRACKERS = 20
/** Addresses in a .torrent file that are looked at. */
const MOST_ADDRESSES = 1000

type Dictionary = ReadonlyMap<string, Bencoded>

/**
 * Reads the bytes of a .torrent file. What follows its one value is ignored.
 *
 * @throws {MetainfoError}
 */
export function readMetainfo(bytes: Uint8Array): Promise<Metainfo> {
  return asMetainfo(() => {
    const file = read(bytes).dictionary()
    const info = file?.get('info')
    if (!file || !info?.dictionary()) throw new MetainfoError({ code: 'not-a-torrent' })
    return describe(info.raw, {
      webSeeds: readWebSeeds(file),
      trackers: readTrackers(file, isWebSocketUrl),
      classicTrackers: readTrackers(file, isClassicTracker),
    })
  })
}

/**
 * Reads an info dictionary by itself, as peers send it (BEP 9).
 *
 * @throws {MetainfoError}
 */
export function readInfo(bytes: Uint8Array): Promise<Metainfo> {
  return asMetainfo(() => {
    // They are part of what was hashed, and would be of no other torrent's info dictionary.
    if (read(bytes).to !== bytes.length) throw new MetainfoError({ code: 'torrent-goes-on' })
    return describe(bytes, { webSeeds: [], trackers: [], classicTrackers: [] })
  })
}

function read(bytes: Uint8Array): Bencoded {
  if (bytes.length > MAX_TORRENT_FILE) throw new MetainfoError({ code: 'torrent-too-large' })
  return new Bencoded(bytes)
}

async function asMetainfo<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BencodeError) throw new MetainfoError(error.problem, { cause: error })
    throw error
  }
}

async function describe(
  bytes: Uint8Array,
  around: Pick<Metainfo, 'webSeeds' | 'trackers' | 'classicTrackers'>,
): Promise<Metainfo> {
  const info = new Uint8Array(bytes)
  const said = new Bencoded(info).dictionary()
  if (!said) throw new MetainfoError({ code: 'not-a-torrent' })
  // Hybrids (BEP 52) are a torrent of version 1 as well: by that they are opened.
  if (said.get('meta version')?.integer() === 2 && !said.has('pieces'))
    throw new MetainfoError({ code: 'torrent-of-version-2' })

  const pieceLength = readPieceLength(said)
  const rawName = said.get('name.utf-8') ?? said.get('name')
  const name = safeName(rawName?.text() ?? '')
  const { files, size } = readFiles(said, name, rawName?.from ?? 0)
  if (size > MAX_SIZE) throw new MetainfoError({ code: 'files-too-large' })
  return {
    infoHash: await infoHashOf(info),
    name,
    nameAt: rawName?.from ?? 0,
    pieceLength,
    pieces: readPieces(said, pieceCount(size, pieceLength)),
    files,
    size,
    contentSize: files.reduce((sum, { length }) => sum + length, 0),
    private: said.get('private')?.integer() === 1,
    single: !said.has('files'),
    ...around,
    info,
  }
}

/** Makes the info dictionary of a new share, and reads it back through the same checks as any other. */
export function makeMetainfo(share: NewInfo): Promise<Metainfo> {
  return readInfo(makeInfo(share))
}

/** What an info dictionary is made of. */
export interface NewInfo {
  name: string
  pieceLength: Bytes
  pieces: Uint8Array
  /** One path of one part makes a single-file torrent named `name`. */
  files: readonly { readonly path: readonly string[]; readonly length: Bytes }[]
  single: boolean
  /** BEP 27: peers come from its trackers alone. */
  private?: boolean
}

/** The info dictionary itself. */
export function makeInfo(share: NewInfo): Uint8Array<ArrayBuffer> {
  const common = {
    name: utf8Bytes(share.name),
    'piece length': share.pieceLength,
    pieces: share.pieces,
    ...(share.private && { private: 1 }),
  }
  const content = share.single
    ? { length: share.files[0]?.length ?? 0 }
    : { files: share.files.map(({ path, length }) => ({ length, path: path.map(nameBytes) })) }
  return bencode({ ...common, ...content })
}

/** A name in ASCII is its own bytes as they are: it need not be encoded. */
function nameBytes(name: string): Bencodable {
  return isPrintableAscii(name) ? name : utf8Bytes(name)
}

/** The .torrent file to hand out: the info dictionary as it is, the trackers (BEP 3, BEP 12) and the HTTP copies (BEP 19). */
export function torrentFileOf(
  metainfo: Pick<Metainfo, 'info'>,
  trackers: readonly string[],
  webSeeds: readonly string[],
): Uint8Array<ArrayBuffer> {
  const member = (key: string, value: Bencodable) => [bencode(key), bencode(value)]
  // In the order of the keys (BEP 3).
  return joined([
    LETTERS.encode('d'),
    ...(trackers.length > 0 ? member('announce', utf8Bytes(trackers[0] ?? '')) : []),
    ...(trackers.length > 0
      ? member(
          'announce-list',
          trackers.map((url) => [utf8Bytes(url)]),
        )
      : []),
    bencode('info'),
    metainfo.info,
    ...(webSeeds.length > 0 ? member('url-list', webSeeds.map(utf8Bytes)) : []),
    LETTERS.encode('e'),
  ])
}

function readPieceLength(info: Dictionary): Bytes {
  const value = info.get('piece length')
  const length = value?.integer()
  if (!value || length === undefined) throw new MetainfoError({ code: 'piece-length-missing' })
  if (length === null || length <= 0) throw new MetainfoError({ code: 'piece-length-senseless' })
  if (length < MIN_PIECE_LENGTH)
    throw new MetainfoError({ code: 'pieces-too-short', length, least: MIN_PIECE_LENGTH })
  if (length > MAX_PIECE_LENGTH)
    throw new MetainfoError({ code: 'pieces-too-long', length, most: MAX_PIECE_LENGTH })
  return length
}

function readPieces(info: Dictionary, count: number): Uint8Array {
  const pieces = info.get('pieces')?.bytes()
  if (!pieces || pieces.length % DIGEST_LENGTH !== 0)
    throw new MetainfoError({ code: 'piece-hashes-damaged' })
  const hashes = pieces.length / DIGEST_LENGTH
  if (hashes !== count) throw new MetainfoError({ code: 'piece-hashes-miscounted', hashes, pieces: count })
  return pieces
}

function readFiles(info: Dictionary, name: string, nameAt: number): Pick<Metainfo, 'files' | 'size'> {
  const value = info.get('files')
  if (!value) {
    const length = readLength(info)
    return { files: [{ path: [name], length, start: 0, place: 0, pathAt: nameAt }], size: length }
  }
  const list = value.list(MAX_FILES + 1)
  if (!list || list.length === 0) throw new MetainfoError({ code: 'file-list-damaged' })
  if (list.length > MAX_FILES) throw new MetainfoError({ code: 'torrent-of-too-many-files', most: MAX_FILES })
  let parts = 0
  let size = 0
  const files = list.flatMap((entry, index) => {
    const file = entry.dictionary()
    const rawPath = file?.get('path.utf-8') ?? file?.get('path')
    const path = rawPath?.list(MAX_DEPTH + 1)
    if (!file || !path) throw new MetainfoError({ code: 'file-list-damaged' })
    if (path.length > MAX_DEPTH) throw new MetainfoError({ code: 'file-too-deep', most: MAX_DEPTH })
    parts += path.length
    if (parts > MAX_PATH_PARTS) throw new MetainfoError({ code: 'torrent-of-too-many-folders' })
    const names = path.map((part) => part.text() ?? '')
    const start = size
    const length = readLength(file)
    size += length
    if (isPadding(file, names)) return []
    return [
      {
        length,
        start,
        place: index,
        path: safePath(names, `file ${index + 1}`),
        pathAt: rawPath?.from ?? 0,
      },
    ]
  })
  if (files.length === 0) throw new MetainfoError({ code: 'only-padding' })
  const paths = distinctPaths(files.map(({ path }) => path))
  return { files: files.map((file, index) => ({ ...file, path: paths[index] ?? file.path })), size }
}

/** Zeros that make the next file begin with a piece: marked as such (BEP 47), or named as BitComet does. */
function isPadding(file: Dictionary, path: readonly string[]): boolean {
  return file.get('attr')?.text()?.includes('p') || (path.at(-1)?.startsWith('_____padding_file_') ?? false)
}

function readLength(file: Dictionary): Bytes {
  const value = file.get('length')
  if (!value) throw new MetainfoError({ code: 'file-length-missing' })
  const length = value.integer()
  if (length === null) throw new MetainfoError({ code: 'file-too-large' })
  if (length < 0) throw new MetainfoError({ code: 'file-length-negative' })
  return length
}

function readTrackers(file: Dictionary, isOfKind: (url: string) => boolean): string[] {
  const tiers = file.get('announce-list')?.list(MOST_ADDRESSES) ?? []
  const listed = tiers.flatMap((tier) => tier.list(MOST_ADDRESSES) ?? [tier]).slice(0, MOST_ADDRESSES)
  const urls = [file.get('announce'), ...listed].flatMap((url) => url?.text() ?? [])
  return [...new Set(urls)].filter(isOfKind).slice(0, MAX_TRACKERS)
}

/** One address, or a list of them (BEP 19). */
function readWebSeeds(file: Dictionary): readonly string[] {
  const value = file.get('url-list')
  const urls = value?.list(MOST_ADDRESSES) ?? [value]
  return webSeedsAmong(urls.flatMap((url) => url?.text() ?? []))
}

async function infoHashOf(info: Uint8Array<ArrayBuffer>): Promise<InfoHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', info))
  const infoHash = parseInfoHash(hexOf(digest))
  if (!infoHash) throw new Error('no-info-hash')
  return infoHash
}

const LETTERS = new TextEncoder()

import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../core/brand.ts'
import { hexOf, joined } from '../core/bytes.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { Bencoded } from '../torrent/bencode.ts'
import { METADATA_ID, MOST_UNASKED } from '../wire/shortOpening.ts'
import type { HeldMemory } from './link/heldMemory.ts'
import { knowsExtension, useExtension } from './wireExtension.ts'

/*
 * The info dictionary from peer to peer (BEP 9). Our own, because the package `ut_metadata` hands on another encoding
 * than it got, makes room for as much as a peer says that there is, and hashes all of it for each piece that comes.
 */

const NAME = 'ut_metadata'

const PIECE: Bytes = 16 * 1024

/** What a peer may say that there is. */
const MOST: Bytes = 10_000_000

/** Each piece goes to a peer so often over one connection: it is 16 KiB for a message of 30 bytes. */
const MOST_TIMES = 4

/** Refusals of one piece that are taken for a peer that is busy. */
const PATIENCE = 2

const REQUEST = 0
const DATA = 1
const REFUSAL = 2

export interface MetadataOptions {
  readonly infoHash: InfoHash
  /** The info dictionary, byte for byte, once it is known. */
  readonly known: () => Uint8Array | null
  /** Called with one that came: its hash is right, and nothing else was looked at. */
  readonly received: (info: Uint8Array) => void
  readonly memory: HeldMemory
  /** The peer waits to be told what is known, and does not ask (see `shortOpening.ts`). */
  readonly awaitsInfo?: boolean
  /** The peer tells what it knows unasked. */
  readonly isOwedInfo?: boolean
}

/** Gives metadata to the peer, or fetches it. Must be called before our handshake of extensions goes out. */
export function useMetadata(
  wire: Wire,
  { infoHash, known, received, memory, awaitsInfo = false, isOwedInfo = false }: MetadataOptions,
): void {
  const info = known()
  if (info) wire.extendedHandshake.metadata_size = info.length

  // ── Giving ──
  let given = 0
  const piecesOf = (bytes: Uint8Array | null) => Math.ceil((bytes?.length ?? 0) / PIECE)
  const give = (piece: number) => {
    const info = known()
    const count = piecesOf(info)
    // Beyond the last piece others ask whether what they sent has arrived (see `wireEcho.ts`).
    if (!info || piece < 0 || piece >= count) {
      say({ msg_type: REFUSAL, piece })
      return
    }
    if (++given > MOST_TIMES * count) {
      end()
      return
    }
    const bytes = info.subarray(piece * PIECE, (piece + 1) * PIECE)
    say({ msg_type: DATA, piece, total_size: info.length }, bytes)
  }
  if (awaitsInfo && info && info.length <= MOST_UNASKED) {
    wire.peerExtendedMapping[NAME] ??= METADATA_ID
    // Behind our handshake of extensions, which tells how much comes.
    queueMicrotask(() => {
      for (let piece = 0; piece < piecesOf(info); piece++) give(piece)
    })
  }

  // ── Fetching ──
  const parts = new Map<number, Uint8Array>()
  let fetching = false
  let size: Bytes = 0
  let refusals = 0
  const holder = { held: 0, end: () => end() }
  wire.once('close', memory.join(holder))
  let mayComeUnasked = isOwedInfo
  const fetch = () => {
    const isFirst = mayComeUnasked
    // What the peer did not know at once it has to be asked for.
    mayComeUnasked = false
    const told = wire.peerExtendedHandshake.metadata_size
    // Once a connection: a peer may shake hands as often as it likes.
    if (known() || size > 0 || typeof told !== 'number' || !Number.isInteger(told)) return
    if (told < 1 || told > MOST) return
    fetching = true
    size = told
    refusals = PATIENCE * Math.ceil(size / PIECE)
    if (isFirst && size <= MOST_UNASKED) return
    for (let piece = 0; piece * PIECE < size; piece++) say({ msg_type: REQUEST, piece })
  }
  const isAwaited = (piece: number) => fetching && piece >= 0 && piece * PIECE < size && !parts.has(piece)
  const take = async (piece: number, bytes: Uint8Array) => {
    if (!isAwaited(piece) || bytes.length !== Math.min(PIECE, size - piece * PIECE)) return
    parts.set(piece, bytes.slice())
    holder.held += bytes.length
    memory.grown(holder)
    if (parts.size * PIECE < size) return
    fetching = false
    const all = joined(Array.from({ length: parts.size }, (_, at) => parts.get(at) ?? new Uint8Array()))
    parts.clear()
    holder.held = 0
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', all))
    if (wire.destroying || known()) return
    if (hexOf(digest) === infoHash) received(all)
    else end()
  }
  const refused = (piece: number) => {
    if (isAwaited(piece) && refusals-- > 0) say({ msg_type: REQUEST, piece })
  }

  // ── Messages ──
  const say = (message: Record<string, number>, bytes: Uint8Array = new Uint8Array()) => {
    if (wire.destroying || !knowsExtension(wire, NAME)) return
    const text = Object.entries(message).map(([key, value]) => `${key.length}:${key}i${value}e`)
    wire.extended(NAME, joined([new TextEncoder().encode(`d${text.join('')}e`), bytes]))
  }
  const end = () => queueMicrotask(() => wire.destroy())
  const receive = (bytes: Uint8Array) => {
    const message = parse(bytes)
    if (!message) return
    const { type, piece, rest } = message
    if (type === REQUEST) give(piece)
    else if (type === DATA) void take(piece, rest)
    else if (type === REFUSAL) refused(piece)
  }
  useExtension(wire, NAME, { onExtendedHandshake: fetch, onMessage: receive })
}

/**
 * Tells a peer of metadata that has become known since the wire was opened: it may have nobody else to ask. What is said
 * of extensions is said again with it, since the package takes each handshake for all that there is.
 */
export function tellMetadata(wire: Wire, info: Uint8Array): void {
  if (wire.destroying || !wire.peerExtensions.extended) return
  wire.extendedHandshake.metadata_size = info.length
  const m = Object.fromEntries(Object.entries(wire.extendedMapping).map(([id, name]) => [name, Number(id)]))
  wire.extended(0, { ...wire.extendedHandshake, m })
}

/** Null for what is no message of this extension. */
function parse(bytes: Uint8Array): { type: number; piece: number; rest: Uint8Array } | null {
  try {
    const value = new Bencoded(bytes)
    const members = value.dictionary()
    const [type, piece] = ['msg_type', 'piece'].map((name) => members?.get(name)?.integer())
    if (typeof type !== 'number' || typeof piece !== 'number') return null
    return { type, piece, rest: bytes.subarray(value.to) }
  } catch {
    return null
  }
}

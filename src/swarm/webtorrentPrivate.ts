import type { ParsedTorrent, Torrent, Wire } from 'webtorrent/dist/webtorrent.min.js'
import type { Bytes } from '../core/brand.ts'
import { hexOf, joined } from '../core/bytes.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import { lengthOfPiece } from '../torrent/pieces.ts'
import type { HeldMemory } from './link/heldMemory.ts'
import type { Block } from './scheduler/geometry.ts'

/*
 * Everything that this project does to webtorrent behind its public interface, in one place. A test
 * (tests/swarm/webtorrentPrivate.test.ts) fails when an upgrade changes any of it.
 */

interface TorrentPrivate {
  /** Takes the metadata and sets the torrent up. */
  _onMetadata(metadata: ParsedTorrent): Promise<void>
  /** The option `bitfield`; read when the metadata comes. */
  _startupBitfield: Uint8Array
  /** Makes a piece that was here one to be fetched. */
  _markUnverified(piece: number): void
  /** Makes a piece one that is here, and emits `verified`. */
  _markVerified(piece: number): void
  /** Looks whether that was the last one. */
  _checkDone(): void
  /** Asks wires for pieces, by its own lights. */
  _update(): void
  /** Says whether the peer has anything of interest. */
  _updateWireInterest(wire: Wire): void
  /** Decides whom to serve; called by a timer of its own. */
  _rechoke(): void
  /** Hashes some of the pieces of the bitfield that it was given; all of them when one is not as it should be. */
  _verifyPieces(done: (error: Error | null) => void): void
  /** Takes a wire into service, after the handshake and once the metadata is known. */
  _onWireWithMetadata(wire: Wire): void
  /** By the id of what each is connected over. */
  _peers: ReadonlyMap<string, { readonly wire: Wire | null }>
}

/** BEP 9. */
const METADATA_PIECE: Bytes = 16 * 1024

/**
 * What may wait to be sent over a wire: twice what the scheduler has under way to a peer, 1,024 blocks of 16 KiB.
 * Beyond that somebody makes us say more than it takes: each question, refusal or piece of metadata costs a peer a
 * few bytes to ask for.
 */
const MOST_WAITING: Bytes = 32 * 1024 * 1024

/** webtorrent's `ut_metadata` of a wire (BEP 9). */
interface MetadataPrivate {
  removeAllListeners(event: string): void
  /** Whether it is asked for. */
  readonly _fetching: boolean
  readonly _numPieces: number
  /** Asks for all of it; webtorrent makes room for as much as the peer says that there is, at once. */
  _requestPieces(): void
  _request(piece: number): void
  /** A piece came. */
  _onData(piece: number, bytes: Uint8Array): void
  /** It was not what was asked for: asks once more. */
  _failedMetadata(): void
  /** Asks for nothing more. */
  cancel(): void
  /** The info dictionary, or as much of it as came; undefined before any was asked for. */
  metadata: Uint8Array | undefined
  _metadataSize: number
  /** Whether it is all here, and given to who asks. */
  _metadataComplete: boolean
  /** Called with all that came, and with webtorrent's own encoding once it has any. False: it is asked for again. */
  setMetadata(bytes: Uint8Array): Promise<boolean>
  /** A peer asks for a piece. */
  _onRequest(piece: number): void
}

interface WirePrivate {
  readonly ut_metadata: MetadataPrivate
  /** What we say of ourselves (BEP 10). */
  readonly extendedHandshake: { metadata_size?: number }
  /** Everything that is sent; null ends the stream. */
  push(bytes: Uint8Array | null): boolean
  _readableState: { readonly buffered: Bytes }
  peerId: string
  peerPieces: object
  /** What the peer asked for and was not answered. */
  peerRequests: readonly (Block & {
    /** Answers it, and takes it off the list. */
    callback(error: Error | null, bytes?: Uint8Array): void
  })[]
  /** Says that it will not be sent (BEP 6), and takes it off the list. */
  reject(piece: number, offset: Bytes, length: Bytes): void
  downloaded: Bytes
  uploaded: Bytes
  /** Meters: with bytes they count, without they only tell. */
  downloadSpeed(bytes: Bytes): number
  uploadSpeed(bytes: Bytes): number
}

/**
 * Takes the scheduling off webtorrent's hands: it keeps clients, wires, handshakes and metadata, and leaves it to
 * `attach` what is said and done over each wire from then on. It also believes the bitfield that it is given: the
 * store may still be opening, and every read of it is verified. Must be called before the torrent is ready.
 */
export function takeOver(torrent: Torrent, attach: (wire: Wire) => void): void {
  const inner: Pick<
    TorrentPrivate,
    '_update' | '_updateWireInterest' | '_rechoke' | '_verifyPieces' | '_onWireWithMetadata'
  > = {
    _update: () => undefined,
    _updateWireInterest: () => undefined,
    _rechoke: () => undefined,
    _verifyPieces: (done) => done(null),
    _onWireWithMetadata: attach,
  }
  Object.assign(torrent, inner)
  // Nobody asks its count of who has what, and it believes any index: one `have` of piece 2,147,483,647, and the
  // next peer has it fill an array of that length, which stops the page.
  Object.defineProperty(torrent, '_rarityMap', {
    get: () => null,
    set: (map: { destroy(): void } | null) => map?.destroy(),
  })
}

/**
 * Gives the wire's peer the id of the link that the wire runs over. In its handshake a peer may write whatever it
 * likes: another's id, to have that one refused for what it does itself, or a new one after each refusal. It need
 * not be a liar: libtorrent draws a new one for each connection, and is known to trackers by yet another. Must be
 * called in the `wire` event, before anything else.
 */
export function nameByLink(torrent: Torrent, wire: Wire): void {
  const { _peers } = torrent as unknown as TorrentPrivate
  const inner = wire as unknown as WirePrivate
  for (const [id, peer] of _peers) if (peer.wire === wire) inner.peerId = id
}

type Described = Pick<Metainfo, 'infoHash' | 'name' | 'size' | 'pieceLength' | 'pieces'>

/**
 * A torrent as webtorrent has to know it: what parse-torrent would read of a .torrent file, without the info
 * dictionary, which webtorrent would decode and encode again for each connection, and whose bytes may then be others.
 * Its store is one, so its files are; pieces are verified by ourselves, so it needs their number alone.
 */
export function asParsed({ infoHash, name, size, pieceLength, pieces }: Described): ParsedTorrent {
  const count = pieces.length / 20
  return {
    infoHash,
    name,
    info: {},
    announce: [],
    urlList: [],
    files: [{ path: name, name, length: size, offset: 0 }],
    length: size,
    pieceLength,
    lastPieceLength: count === 0 ? pieceLength : lengthOfPiece(count - 1, size, pieceLength),
    pieces: Array.from({ length: count }, () => ''),
  }
}

/**
 * Takes metadata (BEP 9) off webtorrent's hands: it would believe any piece length and any file list, would start
 * before the store is ready, and passes on another encoding of what came. What goes to peers, and what comes from
 * them, are the very bytes that the info hash is of. Must be called in the `wire` event.
 *
 * @param known the info dictionary, once it is known
 * @param received called with one that came, its hash checked and nothing else
 */
export function carryMetadata(
  wire: Wire,
  infoHash: string,
  known: () => Uint8Array | null,
  received: (info: Uint8Array) => void,
): void {
  const { ut_metadata: extension, extendedHandshake } = wire as unknown as WirePrivate
  const take = (info: Uint8Array) => {
    extension.cancel()
    extension.metadata = info
    extension._metadataSize = info.length
    extension._metadataComplete = true
    extendedHandshake.metadata_size = info.length
  }
  extension.removeAllListeners('metadata')
  extension.setMetadata = async (bytes) => {
    const info = known()
    if (info) take(info)
    if (info || extension._metadataComplete) return true
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array(bytes)))
    if (hexOf(digest) !== infoHash) return false
    take(bytes)
    received(bytes)
    return true
  }
  const info = known()
  if (info) take(info)
}

/** Gives webtorrent metadata that was found good, with the pieces that are already here. */
export function acceptMetadata(torrent: Torrent, metainfo: Described, bitfield: Uint8Array): void {
  const inner = torrent as unknown as TorrentPrivate
  inner._startupBitfield = bitfield
  void inner._onMetadata(asParsed(metainfo))
}

/** Takes back that a piece is here, and tells the peers that know how to listen (lt_donthave). */
export function forgetPiece(torrent: Torrent, piece: number): void {
  const inner = torrent as unknown as TorrentPrivate
  inner._markUnverified(piece)
  for (const wire of torrent.wires) {
    // Throws when the peer does not know the extension: then it asks in vain once.
    try {
      wire.lt_donthave.donthave(piece)
    } catch {
      continue
    }
  }
}

/** Says that a piece is here after all; telling the peers is left to the scheduler. */
export function recallPiece(torrent: Torrent, piece: number): void {
  const inner = torrent as unknown as TorrentPrivate
  inner._markVerified(piece)
  inner._checkDone()
}

/**
 * Sends what the peer asked for, or refuses it; nothing happens when the request was taken back. Each request has a
 * callback of its own, but that one sends nothing unless its request is the first of its like in the wire's list,
 * whose order is lost; and it refuses two of them at once.
 */
export function answerRequest(wire: Wire, { piece, offset, length }: Block, bytes: Uint8Array | null): void {
  const inner = wire as unknown as WirePrivate
  const request = inner.peerRequests.find(
    (each) => each.piece === piece && each.offset === offset && each.length === length,
  )
  if (!request) return
  if (bytes) request.callback(null, bytes)
  else if (wire.hasFast) inner.reject(piece, offset, length)
  else request.callback(new Error('It is not sent.'))
}

/**
 * Says which pieces the peer has, as a bitfield (BEP 3), which is webtorrent's own from now on. Of one that said that
 * it has all, webtorrent would not notice that it lost a piece and got it again.
 */
export function setPeerPieces(torrent: Torrent, wire: Wire, pieces: Uint8Array): void {
  const inner = wire as unknown as WirePrivate
  const Bitfield = torrent.bitfield.constructor as new (bytes: Uint8Array) => object
  inner.peerPieces = new Bitfield(pieces)
}

/** Counts bytes that came or went beside the wire as its own. */
export function countBeside(wire: Wire, direction: 'download' | 'upload', bytes: Bytes): void {
  const inner = wire as unknown as WirePrivate
  if (direction === 'download') {
    inner.downloaded += bytes
    inner.downloadSpeed(bytes)
  } else {
    inner.uploaded += bytes
    inner.uploadSpeed(bytes)
  }
}

/** Ends the wire when it has too much to send, or all have: its stream keeps whatever it is given. */
export function limitWaiting(wire: Wire, memory: HeldMemory): void {
  const inner = wire as unknown as WirePrivate
  const push = inner.push.bind(inner)
  const holder = {
    get held() {
      return inner._readableState.buffered
    },
    // Not at once: the scheduler may be in the middle of its work.
    end: () => queueMicrotask(() => wire.destroy()),
  }
  wire.once('close', memory.join(holder))
  inner.push = (bytes) => {
    if (bytes && holder.held > MOST_WAITING) {
      holder.end()
      return false
    }
    const more = push(bytes)
    memory.grown(holder)
    return more
  }
}

/**
 * Keeps of metadata what has come of it, and looks at it once it is whole. webtorrent makes room for as much as a peer
 * says that there is, 10 MB for a message of 30 bytes; and it hashes all of it for each piece that comes once more.
 */
export function gatherMetadata(wire: Wire, memory: HeldMemory): void {
  const { ut_metadata: extension } = wire as unknown as WirePrivate
  const parts = new Map<number, Uint8Array>()
  const holder = { held: 0, end: () => queueMicrotask(() => wire.destroy()) }
  wire.once('close', memory.join(holder))
  const forget = () => {
    parts.clear()
    holder.held = 0
  }
  extension._requestPieces = () => {
    if (!extension._fetching) return
    forget()
    for (let piece = 0; piece < extension._numPieces; piece++) extension._request(piece)
  }
  extension._onData = (piece, bytes) => {
    if (!extension._fetching || !Number.isInteger(piece) || parts.has(piece)) return
    const length = Math.min(METADATA_PIECE, extension._metadataSize - piece * METADATA_PIECE)
    if (!(piece >= 0 && length > 0) || bytes.length !== length) return
    parts.set(piece, bytes.slice())
    holder.held += length
    memory.grown(holder)
    if (parts.size < extension._numPieces) return
    const all = joined(Array.from({ length: parts.size }, (_, at) => parts.get(at) ?? new Uint8Array()))
    forget()
    void extension.setMetadata(all).then((right) => {
      if (!right) extension._failedMetadata()
    })
  }
}

/** Each piece of the metadata goes to a peer so often over one connection: it is 16 KiB for a message of 30 bytes. */
const MOST_METADATA = 4

/** Of the warnings of `ut_metadata`, the one that tells of a lie; the others tell of a peer that has nothing. */
const FALSE_METADATA = /sent invalid metadata/

/** Ends the wire of a peer that asks for the metadata again and again, or sends a false one: each is hashed whole. */
export function limitMetadata(wire: Wire): void {
  const { ut_metadata: extension } = wire as unknown as WirePrivate
  const answer = extension._onRequest.bind(extension)
  let asked = 0
  extension._onRequest = (piece) => {
    const pieces = Math.ceil((extension.metadata?.length ?? 0) / METADATA_PIECE)
    // Beyond the last piece others ask whether what they sent has arrived (see `wireEcho.ts`).
    if (!(piece >= 0 && piece < pieces)) return answer(piece)
    if (++asked > MOST_METADATA * pieces) wire.destroy()
    else answer(piece)
  }
  wire.ut_metadata.on('warning', ({ message }: Error) => {
    if (FALSE_METADATA.test(message)) queueMicrotask(() => wire.destroy())
  })
}

/** An extension that throws on what a peer sent would be an uncaught exception of the page: end the wire. */
export function contain(wire: Wire): void {
  for (const extension of [wire.ut_metadata, wire.lt_donthave]) {
    const onMessage = extension.onMessage.bind(extension)
    extension.onMessage = (bytes) => {
      try {
        onMessage(bytes)
      } catch {
        wire.destroy()
      }
    }
  }
}

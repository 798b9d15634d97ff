import type { Disk, Room } from '../storage/disk.ts'
import type { HashPieces } from '../storage/hashing/hashPieces.ts'
import type { KeptFile, Library } from '../storage/library.ts'
import type { Sha1 } from '../storage/verifiedReads.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import type { JoinClassic } from './classic.ts'
import type { Connect } from './link/peerConnection.ts'
import type { Machine } from './machine.ts'
import type { TorrentRequest } from './torrentReading.ts'

/**
 * What the engine is given by the place that it lives in: a page, or a process of Node. All that both have by the same
 * name (`fetch`, `WebSocket`, `crypto`, `Blob`, timers and clocks) is used by that name.
 */
export interface Home {
  /** WebRTC. */
  readonly connect: Connect
  /** Peers that are no pages; null where they cannot be reached. */
  readonly classic: JoinClassic | null
  /** Null where nothing but memory is to be had. */
  readonly disk: Disk | null
  readonly room: Room
  /** As it is now: a laptop's line changes. */
  readonly machine: () => Machine
  /** Null where nothing is kept. */
  readonly library: Library | null
  /**
   * The files that a library remembers, if all can be read now and none was changed since; null when they have to be
   * chosen again, or the user has to allow it first.
   *
   * @param ask ask the user for permission
   */
  readonly openKept: (files: readonly KeptFile[], ask: boolean) => Promise<readonly File[] | null>
  readonly hashPieces: HashPieces
  /** Of a piece that came or was read. */
  readonly sha1: Sha1
  /** Reads a torrent, large ones aside and within bounds of time. Rejects with a `MetainfoError`. */
  readonly readTorrent: (request: TorrentRequest) => Promise<Metainfo>
}

import type { Wire } from 'bittorrent-protocol'
import { cutText } from '../core/cutText.ts'
import { safeName } from '../core/safePath.ts'
import { HERE, type Progress } from './progress.ts'
import type { PeerSnapshot } from './snapshot.ts'

/** Two letters of an Azureus-style peer id (BEP 20), for programs that one meets over WebRTC. */
const PROGRAMS: Record<string, string> = {
  SH: 'Shoal',
  WW: 'WebTorrent',
  WD: 'WebTorrent Desktop',
  TR: 'Transmission',
  lt: 'libtorrent',
  LT: 'libtorrent',
  qB: 'qBittorrent',
  GT: 'anacrolix',
  TF: 'Trystero',
}

/** How many pieces each peer has. Counting looks at every piece of every peer, so it is done once a second. */
export class PeerTable {
  #shares = new WeakMap<Wire, { have: number; useful: boolean }>()

  /** Counts again what each wire's peer has, and writes the availability into `progress`. */
  count(wires: readonly Wire[], progress: Progress): void {
    const have = wires.map(() => 0)
    const useful = wires.map(() => false)
    for (let piece = 0; piece < progress.count; piece++) {
      let peers = 0
      wires.forEach((wire, index) => {
        if (!wire.peerPieces.get(piece)) return
        peers++
        have[index] = (have[index] ?? 0) + 1
        if (progress.status[piece] !== HERE) useful[index] = true
      })
      progress.setAvailability(piece, peers)
    }
    wires.forEach((wire, index) =>
      this.#shares.set(wire, { have: have[index] ?? 0, useful: useful[index] ?? false }),
    )
  }

  /** Whether the peer has something that is missing here; before the metadata is known, the metadata. */
  isUseful(wire: Wire, progress: Progress | null): boolean {
    if (!progress) return wire.peerExtendedHandshake.metadata_size !== undefined
    return this.#shares.get(wire)?.useful ?? true
  }

  describe(
    wires: readonly Wire[],
    progress: Progress | null,
    isRelayed: (wire: Wire) => boolean,
  ): PeerSnapshot[] {
    return wires.map((wire) => ({
      id: wire.peerId,
      client: programOf(wire),
      relayed: isRelayed(wire),
      progress: progress && progress.count > 0 ? (this.#shares.get(wire)?.have ?? 0) / progress.count : 0,
      getRate: wire.downloadSpeed(),
      giveRate: wire.uploadSpeed(),
      got: wire.downloaded,
      given: wire.uploaded,
    }))
  }
}

function programOf(wire: Wire): string {
  const told = wire.peerExtendedHandshake.v
  if (told instanceof Uint8Array) return cutText(safeName(new TextDecoder().decode(told)), 40)
  // The peer id is hex; its first eight bytes are "-XXnnnn-".
  const letters = String.fromCharCode(
    parseInt(wire.peerId.slice(2, 4), 16),
    parseInt(wire.peerId.slice(4, 6), 16),
  )
  return PROGRAMS[letters] ?? 'unknown program'
}

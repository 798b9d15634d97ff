import type { Wire } from 'bittorrent-protocol'
import { knowsExtension, useExtension } from './wireExtension.ts'

/*
 * Pieces that somebody had and has no longer: libtorrent's extension `lt_donthave`. Our own, in the few lines that it
 * takes; the package stands on Node's events, which a page has not.
 */

const NAME = 'lt_donthave'

/** Hears of pieces that the peer lost. Must be called before our handshake of extensions goes out. */
export function useLosses(wire: Wire, lost: (piece: number) => void): void {
  useExtension(wire, NAME, {
    onMessage(bytes) {
      if (bytes.length < 4) return
      const piece = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
      if (!wire.peerPieces.get(piece)) return
      wire.peerPieces.set(piece, false)
      lost(piece)
    },
  })
}

/** Tells the peer that a piece is here no longer; one that does not know how to listen asks in vain once. */
export function sayLost(wire: Wire, piece: number): void {
  if (!knowsExtension(wire, NAME)) return
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, piece)
  wire.extended(NAME, bytes)
}

import type { PieceTable } from '../scheduler/pieceTable.ts'

/** Whether a peer has the piece, web seeds and those who may not be asked aside: `open` lets us fetch, `choked` may soon. */
export function amongPeers(pieces: PieceTable, piece: number): 'nobody' | 'choked' | 'open' {
  let found: 'nobody' | 'choked' = 'nobody'
  for (const peer of pieces.peers.values()) {
    if (peer.origin || peer.barred || !peer.pieces.has(piece)) continue
    if (!peer.choked) return 'open'
    found = 'choked'
  }
  return found
}

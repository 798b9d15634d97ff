import { countPieces } from '../../core/mosaicLayout.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import { words } from '../words/words.ts'

export interface ShownPieces {
  readonly count: number
  readonly status: Uint8Array
  readonly availability: Uint8Array
}

/** Marks for a share whose pieces are not counted yet: while files are hashed, progress is all there is. */
const HASHING_MARKS = 420

/** The pieces to show: the real ones, or a stand-in for the progress of hashing; null when nothing is known of them. */
export function shownPieces(share: ShareSnapshot): ShownPieces | null {
  // Without its files nothing of it is here, whatever was known of it before.
  if (share.state === 'asleep') return null
  if (share.state !== 'hashing') return share.pieces
  const count = share.pieces?.count ?? HASHING_MARKS
  const here = Math.floor(count * share.progress)
  const status = new Uint8Array(count).fill(2, 0, here)
  status.fill(1, here, Math.min(count, here + 3))
  return { count, status, availability: new Uint8Array(count) }
}

/** `412 of 800 parts here, 6 on the way.` Empty before there are pieces. */
export function piecesWords({ pieces, state }: ShareSnapshot): string {
  if (state === 'hashing' || !pieces) return ''
  const { here, inFlight } = countPieces(pieces)
  const { share } = words
  if (here === pieces.count) return share.partsHere(pieces.count)
  return inFlight > 0
    ? share.partsOfAndComing(here, pieces.count, inFlight)
    : share.partsOf(here, pieces.count)
}

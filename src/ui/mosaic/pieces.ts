import { grouped } from '../../core/format.ts'
import { countOf, people } from '../words/measures.ts'
import { countPieces } from '../../core/mosaicLayout.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'

export interface ShownPieces {
  readonly count: number
  readonly status: Uint8Array
  readonly availability: Uint8Array
}

/** Marks for a share whose pieces are not counted yet: while files are hashed, progress is all there is. */
const HASHING_MARKS = 420

/** The pieces to show: the real ones, or a stand-in for the progress of hashing; null when there is nothing yet. */
export function shownPieces(share: ShareSnapshot): ShownPieces | null {
  if (share.state !== 'hashing') return share.pieces
  const count = share.pieces?.count ?? HASHING_MARKS
  const here = Math.floor(count * share.progress)
  const status = new Uint8Array(count).fill(2, 0, here)
  status.fill(1, here, Math.min(count, here + 3))
  return { count, status, availability: new Uint8Array(count) }
}

/** `412 of 800 parts here, 6 on the way. 1 person has the rarest one.` Empty before there are pieces. */
export function piecesWords({ pieces, peers, state }: ShareSnapshot): string {
  if (state === 'hashing') return 'Each mark is a part of your files.'
  if (!pieces) return ''
  const { here, inFlight, rarest } = countPieces(pieces)
  if (rarest === null) {
    return pieces.count === 1 ? 'The only part is here.' : `All ${countOf(pieces.count, 'part')} are here.`
  }
  const counts = `${grouped(here)} of ${countOf(pieces.count, 'part')} here`
  const coming = inFlight > 0 ? `, ${grouped(inFlight)} on the way` : ''
  return `${counts}${coming}.${peers.length > 0 ? ` ${rarityWords(rarest)}` : ''}`
}

function rarityWords(rarest: number): string {
  if (rarest === 0) return 'Nobody connected has the rarest one.'
  return `${people(rarest)} ${rarest === 1 ? 'has' : 'have'} the rarest one.`
}

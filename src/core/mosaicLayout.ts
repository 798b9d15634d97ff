/** How the pieces of a share are laid out as marks, row by row. */
export interface MosaicLayout {
  readonly marks: number
  /** Pieces that one mark stands for; the last mark may stand for fewer. */
  readonly piecesPerMark: number
  readonly columns: number
  readonly rows: number
  /** The side of a mark's square cell, in CSS pixels. */
  readonly cell: number
}

const LARGEST_CELL = 30
/** Below this a mark is a dot. */
const SMALLEST_CELL = 8

/** The largest marks with which all pieces fit; several pieces to a mark where even the smallest do not. */
export function layoutMosaic(pieces: number, width: number, maxHeight: number): MosaicLayout {
  if (pieces <= 0 || width < SMALLEST_CELL)
    return { marks: 0, piecesPerMark: 1, columns: 0, rows: 0, cell: 0 }
  const room = Math.floor(width / SMALLEST_CELL) * Math.floor(maxHeight / SMALLEST_CELL)
  const piecesPerMark = Math.max(1, Math.ceil(pieces / Math.max(1, room)))
  const marks = Math.ceil(pieces / piecesPerMark)
  let cell = LARGEST_CELL
  while (cell > SMALLEST_CELL && rowsOf(marks, width, cell) * cell > maxHeight) cell--
  const columns = Math.min(marks, Math.floor(width / cell))
  return { marks, piecesPerMark, columns, rows: Math.ceil(marks / columns), cell }
}

function rowsOf(marks: number, width: number, cell: number): number {
  return Math.ceil(marks / Math.max(1, Math.floor(width / cell)))
}

/** What one mark shows of its pieces. */
export interface MarkState {
  /** 0…1 of its pieces are here. */
  readonly here: number
  readonly inFlight: boolean
  /** How many peers have the rarest of its missing pieces; 0 when nothing is missing. */
  readonly availability: number
}

interface Pieces {
  readonly count: number
  readonly status: Uint8Array
  readonly availability: Uint8Array
}

const IN_FLIGHT = 1
const HERE = 2

export function markStateOf(pieces: Pieces, mark: number, piecesPerMark: number): MarkState {
  const first = mark * piecesPerMark
  const end = Math.min(pieces.count, first + piecesPerMark)
  let here = 0
  let inFlight = false
  let rarest = 255
  for (let piece = first; piece < end; piece++) {
    const status = pieces.status[piece]
    if (status === HERE) here++
    else {
      inFlight ||= status === IN_FLIGHT
      rarest = Math.min(rarest, pieces.availability[piece] ?? 0)
    }
  }
  const size = Math.max(1, end - first)
  return { here: here / size, inFlight, availability: here === size ? 0 : rarest }
}

/** Counts over all pieces, for those who hear the mosaic instead of seeing it. */
export function countPieces({ count, status }: Pieces): { here: number; inFlight: number } {
  const known = status.subarray(0, count)
  return {
    here: known.filter((each) => each === HERE).length,
    inFlight: known.filter((each) => each === IN_FLIGHT).length,
  }
}

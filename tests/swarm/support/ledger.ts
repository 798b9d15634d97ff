import type { Bytes } from '../../../src/core/brand.ts'
import { seededRandom } from '../../../src/core/random.ts'
import { Geometry } from '../../../src/swarm/scheduler/geometry.ts'
import { PieceTable } from '../../../src/swarm/scheduler/pieceTable.ts'

/** The ledger of a share of which some pieces are here. */
export function ledgerOf(
  size: Bytes,
  pieceLength: Bytes,
  here: Iterable<number> = [],
  random = seededRandom(1),
): PieceTable {
  const pieces = new PieceTable(new Geometry(size, pieceLength), random)
  pieces.addHere(here)
  return pieces
}

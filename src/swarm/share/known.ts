import { chosenFiles } from '../../core/fileSelection.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Contents } from '../contents/contents.ts'
import { Progress } from '../progress.ts'
import { Geometry } from '../scheduler/geometry.ts'
import { PieceTable } from '../scheduler/pieceTable.ts'

/** What is known of a share once somebody has told: what moves, what people see of it, and how much is here. */
export interface Known {
  readonly metainfo: Metainfo
  readonly contents: Contents
  /** Which of the torrent's pieces are here. */
  readonly pieces: PieceTable
  /** What that comes to for the files. */
  readonly progress: Progress
}

/** @param linkedFiles the files that its link is about (BEP 53), which are those that are wanted; null for all */
export function knownOf(
  metainfo: Metainfo,
  contents: Contents,
  linkedFiles: readonly number[] | null,
  pieces = new PieceTable(new Geometry(metainfo.size, metainfo.pieceLength), Math.random),
): Known {
  const progress = new Progress(contents.extents, pieces)
  const chosen = chosenFiles(linkedFiles, contents.files)
  if (chosen) progress.want(chosen)
  return { metainfo, contents, pieces, progress }
}

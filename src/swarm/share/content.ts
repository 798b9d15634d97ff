import { chosenFiles } from '../../core/fileSelection.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { Progress } from '../progress.ts'

/** What a share holds, and how much of it is here. */
export interface Content {
  readonly metainfo: Metainfo
  readonly progress: Progress
}

/** @param linkedFiles the files that its link is about (BEP 53), which are those that are wanted; null for all */
export function contentOf(metainfo: Metainfo, linkedFiles: readonly number[] | null): Content {
  const progress = new Progress(FileLayout.of(metainfo), metainfo.pieceLength)
  const chosen = chosenFiles(linkedFiles, metainfo.files)
  if (chosen) progress.want(chosen)
  return { metainfo, progress }
}

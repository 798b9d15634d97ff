import type { MetainfoProblem } from '../../state/engineTypes.ts'
import { say } from './say.ts'
import { words } from './words.ts'

/** Why a .torrent file, or what a link leads to, is not a torrent that can be opened; “it” has been named before. */
export function torrentWords(problem: MetainfoProblem): string {
  const { faults } = words
  return faults ? say<MetainfoProblem>(faults.torrents, problem) : words.page.somethingFailed
}

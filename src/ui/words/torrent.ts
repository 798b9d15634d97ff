import type { MetainfoProblem } from '../../state/engineTypes.ts'
import type { FaultsWords } from './areas.ts'
import type { Damage } from './plainFaults.ts'
import { say, type WordsFor } from './say.ts'
import { words } from './words.ts'

/** Why a .torrent file, or what a link leads to, is not a torrent that can be opened; “it” has been named before. */
export function torrentWords(problem: MetainfoProblem): string {
  const { faults } = words
  return faults ? say<MetainfoProblem>(torrentTable(faults), problem) : words.page.somethingFailed
}

export function torrentTable({ torrents }: FaultsWords): WordsFor<MetainfoProblem> {
  const { damaged } = torrents
  const damages: Record<Damage, string> = {
    'bencode-cut-short': damaged,
    'bencode-key-twice': damaged,
    'bencode-too-many-keys': damaged,
    'bencode-too-deep': damaged,
    'bencode-minus-zero': damaged,
    'bencode-leading-zero': damaged,
    'torrent-goes-on': damaged,
    'files-too-large': damaged,
    'piece-length-missing': damaged,
    'piece-length-senseless': damaged,
    'piece-hashes-damaged': damaged,
    'piece-hashes-miscounted': damaged,
    'file-list-damaged': damaged,
    'file-length-missing': damaged,
    'file-too-large': damaged,
    'file-length-negative': damaged,
  }
  return { ...torrents, ...damages }
}

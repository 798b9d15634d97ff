import { grouped } from '../../core/format.ts'
import type { MetainfoProblem } from '../../state/engineTypes.ts'

/** Why a .torrent file, or what a link leads to, is not a torrent that can be opened; “it” has been named before. */
export function torrentWords(problem: MetainfoProblem): string {
  switch (problem.code) {
    case 'not-bencoded':
      return 'It is not a .torrent file, or a damaged one.'
    case 'bencode-cut-short':
      return 'It is cut short.'
    case 'bencode-key-twice':
      return 'It says one thing twice, and may mean either.'
    case 'bencode-too-many-keys':
      return 'It says far more of itself than a torrent does.'
    case 'bencode-too-deep':
      return 'It is nested deeper than any torrent is.'
    case 'bencode-minus-zero':
      return 'A number in it is written as “-0”.'
    case 'bencode-leading-zero':
      return 'A number in it begins with a zero.'
    case 'not-a-torrent':
      return 'It is not a .torrent file.'
    case 'torrent-too-large':
      return 'It is larger than any .torrent file has reason to be.'
    case 'torrent-goes-on':
      return 'Something follows its description.'
    case 'torrent-of-version-2':
      return 'It is a BitTorrent version 2 torrent, which is not supported yet.'
    case 'torrent-of-no-tracker':
      return 'It is private, and none of its trackers can be reached from a browser.'
    case 'torrent-takes-too-long':
      return 'It takes too long to read.'
    case 'files-too-large':
      return 'Its files are impossibly large.'
    case 'piece-length-missing':
      return 'It does not say how long its pieces are.'
    case 'piece-length-senseless':
      return 'Its piece length makes no sense.'
    case 'pieces-too-short':
      return `Its pieces are ${grouped(problem.length)} bytes long: shorter than ${grouped(problem.least)} (1 KiB), which cost more in messages than they carry.`
    case 'pieces-too-long':
      return `Its pieces are ${grouped(problem.length)} bytes long: longer than ${grouped(problem.most)} (64 MiB), which a page cannot hold in memory.`
    case 'piece-hashes-damaged':
      return 'Its piece hashes are damaged.'
    case 'piece-hashes-miscounted':
      return `It has hashes of ${grouped(problem.hashes)} pieces, and its size makes ${grouped(problem.pieces)}.`
    case 'file-list-damaged':
      return 'Its list of files is damaged.'
    case 'torrent-of-too-many-files':
      return `It has more than ${grouped(problem.most)} files.`
    case 'torrent-of-too-many-folders':
      return 'It has too many files in too many folders.'
    case 'file-too-deep':
      return `A file in it lies more than ${grouped(problem.most)} folders deep.`
    case 'only-padding':
      return 'It has no files, only padding.'
    case 'file-length-missing':
      return 'It does not say how long its files are.'
    case 'file-too-large':
      return 'A file in it is impossibly large.'
    case 'file-length-negative':
      return 'A file in it is shorter than nothing.'
  }
}

import type { MetainfoProblem } from '../../../state/engineTypes.ts'
import type { WordsFor } from '../say.ts'
import { number } from './speech.ts'

/** Why a .torrent file, or what a link leads to, is none that can be opened; “it” has been named before. */
export const torrents = {
  'not-bencoded': 'It is not a .torrent file, or a damaged one.',
  'bencode-cut-short': 'It is cut short.',
  'bencode-key-twice': 'It says one thing twice, and may mean either.',
  'bencode-too-many-keys': 'It says far more of itself than a torrent does.',
  'bencode-too-deep': 'It is nested deeper than any torrent is.',
  'bencode-minus-zero': 'A number in it is written as “-0”.',
  'bencode-leading-zero': 'A number in it begins with a zero.',
  'not-a-torrent': 'It is not a .torrent file.',
  'torrent-too-large': 'It is too large for a .torrent file.',
  'torrent-goes-on': 'Something follows its description.',
  'torrent-of-version-2': 'It is of BitTorrent version 2, which is not supported yet.',
  'torrent-of-no-tracker': 'It is private, and a browser reaches none of its trackers.',
  'torrent-takes-too-long': 'It takes too long to read.',
  'files-too-large': 'Its files are impossibly large.',
  'piece-length-missing': 'It does not say how long its pieces are.',
  'piece-length-senseless': 'Its piece length makes no sense.',
  'pieces-too-short': ({ length, least }) =>
    `Its pieces are ${number(length)} bytes long: shorter than ${number(least)} (1 KiB).`,
  'pieces-too-long': ({ length, most }) =>
    `Its pieces are ${number(length)} bytes long: longer than ${number(most)} (64 MiB).`,
  'piece-hashes-damaged': 'Its piece hashes are damaged.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `It has hashes of ${number(hashes)} pieces, and its size makes ${number(pieces)}.`,
  'file-list-damaged': 'Its list of files is damaged.',
  'torrent-of-too-many-files': ({ most }) => `It has more than ${number(most)} files.`,
  'torrent-of-too-many-folders': 'It has too many files in too many folders.',
  'file-too-deep': ({ most }) => `A file in it lies more than ${number(most)} folders deep.`,
  'only-padding': 'It has no files, only padding.',
  'file-length-missing': 'It does not say how long its files are.',
  'file-too-large': 'A file in it is impossibly large.',
  'file-length-negative': 'A file in it is shorter than nothing.',
} satisfies WordsFor<MetainfoProblem>

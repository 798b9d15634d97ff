import type { TorrentTexts } from '../plainFaults.ts'
import { number } from './speech.ts'

/** Why a .torrent file, or what a link leads to, is none that can be opened; “it” has been named before. */
export const torrents = {
  'not-bencoded': 'It is not a .torrent file.',
  damaged: 'It is damaged.',
  'not-a-torrent': 'It is not a .torrent file.',
  'torrent-too-large': 'It is too large for a .torrent file.',
  'torrent-of-version-2': 'BitTorrent version 2 isn’t supported yet.',
  'torrent-of-no-tracker': 'It is private, and its trackers can’t be reached from a browser.',
  'torrent-takes-too-long': 'It takes too long to read.',
  'pieces-too-short': ({ length, least }) =>
    `Its pieces have ${number(length)} bytes: fewer than ${number(least)}.`,
  'pieces-too-long': ({ length, most }) =>
    `Its pieces have ${number(length)} bytes: more than ${number(most)}.`,
  'torrent-of-too-many-files': ({ most }) => `It has more than ${number(most)} files.`,
  'torrent-of-too-many-folders': 'It has too many folders.',
  'file-too-deep': ({ most }) => `A file lies more than ${number(most)} folders deep.`,
  'only-padding': 'It has no files.',
} satisfies TorrentTexts

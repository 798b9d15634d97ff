import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Itu bukan file .torrent, atau filenya rusak.',
  damaged: 'File ini rusak.',
  'not-a-torrent': 'Itu bukan file .torrent.',
  'torrent-too-large': 'Lebih besar dari yang wajar untuk file .torrent.',
  'torrent-of-version-2': 'Itu torrent BitTorrent versi 2, yang belum didukung.',
  'torrent-of-no-tracker': 'Torrent ini privat, dan tak satu pun trackernya terjangkau dari browser.',
  'torrent-takes-too-long': 'Terlalu lama dibaca.',
  'pieces-too-short': ({ length, least }) =>
    `Potongannya ${number(length)} byte: kurang dari ${number(least)} (1 KiB), sehingga pesannya lebih mahal daripada isinya.`,
  'pieces-too-long': ({ length, most }) =>
    `Potongannya ${number(length)} byte: lebih dari ${number(most)} (64 MiB), yang tidak muat di memori halaman.`,
  'torrent-of-too-many-files': ({ most }) => `Filenya lebih dari ${number(most)}.`,
  'torrent-of-too-many-folders': 'Terlalu banyak file di terlalu banyak folder.',
  'file-too-deep': ({ most }) => `Ada file yang letaknya lebih dari ${number(most)} folder ke dalam.`,
  'only-padding': 'Tidak ada file, hanya pengisi.',
}

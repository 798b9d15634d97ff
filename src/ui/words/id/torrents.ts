import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Itu bukan file .torrent, atau filenya rusak.',
  'bencode-cut-short': 'Isinya terpotong.',
  'bencode-key-twice': 'Satu hal disebut dua kali, dan tidak jelas mana yang benar.',
  'bencode-too-many-keys': 'Keterangannya jauh lebih banyak daripada torrent biasa.',
  'bencode-too-deep': 'Susunannya lebih dalam daripada torrent mana pun.',
  'bencode-minus-zero': 'Ada angka di dalamnya yang ditulis “-0”.',
  'bencode-leading-zero': 'Ada angka di dalamnya yang diawali nol.',
  'not-a-torrent': 'Itu bukan file .torrent.',
  'torrent-too-large': 'Lebih besar dari yang wajar untuk file .torrent.',
  'torrent-goes-on': 'Ada sesuatu setelah keterangannya.',
  'torrent-of-version-2': 'Itu torrent BitTorrent versi 2, yang belum didukung.',
  'torrent-of-no-tracker': 'Torrent ini privat, dan tak satu pun trackernya terjangkau dari browser.',
  'torrent-takes-too-long': 'Terlalu lama dibaca.',
  'files-too-large': 'Filenya mustahil sebesar itu.',
  'piece-length-missing': 'Panjang potongannya tidak disebut.',
  'piece-length-senseless': 'Panjang potongannya tidak masuk akal.',
  'pieces-too-short': ({ length, least }) =>
    `Potongannya ${number(length)} byte: kurang dari ${number(least)} (1 KiB), sehingga pesannya lebih mahal daripada isinya.`,
  'pieces-too-long': ({ length, most }) =>
    `Potongannya ${number(length)} byte: lebih dari ${number(most)} (64 MiB), yang tidak muat di memori halaman.`,
  'piece-hashes-damaged': 'Hash potongannya rusak.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Ada hash untuk ${number(hashes)} potongan, padahal menurut ukurannya ${number(pieces)}.`,
  'file-list-damaged': 'Daftar filenya rusak.',
  'torrent-of-too-many-files': ({ most }) => `Filenya lebih dari ${number(most)}.`,
  'torrent-of-too-many-folders': 'Terlalu banyak file di terlalu banyak folder.',
  'file-too-deep': ({ most }) => `Ada file yang letaknya lebih dari ${number(most)} folder ke dalam.`,
  'only-padding': 'Tidak ada file, hanya pengisi.',
  'file-length-missing': 'Panjang filenya tidak disebut.',
  'file-too-large': 'Ada file yang mustahil sebesar itu.',
  'file-length-negative': 'Ada file yang lebih pendek dari nol.',
}

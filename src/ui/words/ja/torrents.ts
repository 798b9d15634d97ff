import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '.torrentファイルではないか、壊れています。',
  'bencode-cut-short': '途中で切れています。',
  'bencode-key-twice': '同じ項目が2回書かれていて、どちらが正しいかわかりません。',
  'bencode-too-many-keys': 'トレントにしては項目が多すぎます。',
  'bencode-too-deep': 'トレントにしては入れ子が深すぎます。',
  'bencode-minus-zero': '「-0」と書かれた数があります。',
  'bencode-leading-zero': '0で始まる数があります。',
  'not-a-torrent': '.torrentファイルではありません。',
  'torrent-too-large': '.torrentファイルにしては大きすぎます。',
  'torrent-goes-on': '説明の後に余分なものが続いています。',
  'torrent-of-version-2': 'BitTorrentバージョン2のトレントで、まだ対応していません。',
  'torrent-of-no-tracker': '非公開のトレントで、ブラウザから接続できるトラッカーがありません。',
  'torrent-takes-too-long': '読み取りに時間がかかりすぎます。',
  'files-too-large': 'ファイルがありえないほど大きいです。',
  'piece-length-missing': 'ピースの長さが書かれていません。',
  'piece-length-senseless': 'ピースの長さが正しくありません。',
  'pieces-too-short': ({ length, least }) =>
    `ピースの長さが${number(length)}バイトで、${number(least)}（1 KiB）より短く、中身より通信の負担のほうが大きくなります。`,
  'pieces-too-long': ({ length, most }) =>
    `ピースの長さが${number(length)}バイトで、${number(most)}（64 MiB）より長く、ページのメモリに収まりません。`,
  'piece-hashes-damaged': 'ピースのハッシュが壊れています。',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `ハッシュは${number(hashes)}個分ありますが、サイズから計算するとピースは${number(pieces)}個です。`,
  'file-list-damaged': 'ファイルの一覧が壊れています。',
  'torrent-of-too-many-files': ({ most }) => `ファイルが${number(most)}個を超えています。`,
  'torrent-of-too-many-folders': 'ファイルとフォルダが多すぎます。',
  'file-too-deep': ({ most }) => `フォルダの階層が${number(most)}を超えるファイルがあります。`,
  'only-padding': 'ファイルがなく、詰め物しかありません。',
  'file-length-missing': 'ファイルの長さが書かれていません。',
  'file-too-large': 'ありえないほど大きいファイルがあります。',
  'file-length-negative': '長さがマイナスのファイルがあります。',
}

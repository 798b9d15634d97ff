import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '.torrentファイルではないか、壊れています。',
  damaged: '壊れています。',
  'not-a-torrent': '.torrentファイルではありません。',
  'torrent-too-large': '.torrentファイルにしては大きすぎます。',
  'torrent-of-version-2': 'BitTorrentバージョン2のトレントで、まだ対応していません。',
  'torrent-of-no-tracker': '非公開のトレントで、ブラウザから接続できるトラッカーがありません。',
  'torrent-takes-too-long': '読み取りに時間がかかりすぎます。',
  'pieces-too-short': ({ length, least }) =>
    `ピースの長さが${number(length)}バイトで、${number(least)}（1 KiB）より短く、中身より通信の負担のほうが大きくなります。`,
  'pieces-too-long': ({ length, most }) =>
    `ピースの長さが${number(length)}バイトで、${number(most)}（64 MiB）より長く、ページのメモリに収まりません。`,
  'torrent-of-too-many-files': ({ most }) => `ファイルが${number(most)}個を超えています。`,
  'torrent-of-too-many-folders': 'ファイルとフォルダが多すぎます。',
  'file-too-deep': ({ most }) => `フォルダの階層が${number(most)}を超えるファイルがあります。`,
  'only-padding': 'ファイルがなく、詰め物しかありません。',
}

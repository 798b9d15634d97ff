import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '它不是 .torrent 檔案，或是已損毀。',
  damaged: '它已損毀。',
  'not-a-torrent': '它不是 .torrent 檔案。',
  'torrent-too-large': '它太大了，不像 .torrent 檔案。',
  'torrent-of-version-2': '它是 BitTorrent 第 2 版的種子，目前還不支援。',
  'torrent-of-no-tracker': '它是私有種子，而它的 Tracker 都無法從瀏覽器連上。',
  'torrent-takes-too-long': '讀取它花的時間太久。',
  'pieces-too-short': ({ length, least }) =>
    `它的分塊長 ${number(length)} 位元組，小於 ${number(least)}（1 KiB）：傳輸的額外負擔比內容還大。`,
  'pieces-too-long': ({ length, most }) =>
    `它的分塊長 ${number(length)} 位元組，大於 ${number(most)}（64 MiB）：網頁的記憶體放不下。`,
  'torrent-of-too-many-files': ({ most }) => `它的檔案超過 ${number(most)} 個。`,
  'torrent-of-too-many-folders': '它的檔案和資料夾太多。',
  'file-too-deep': ({ most }) => `其中有檔案的資料夾層數超過 ${number(most)} 層。`,
  'only-padding': '它沒有檔案，只有填充內容。',
}

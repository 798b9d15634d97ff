import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': '它不是 .torrent 檔案，或是已損毀。',
  'bencode-cut-short': '它不完整，被截斷了。',
  'bencode-key-twice': '其中一項寫了兩次，意思不明。',
  'bencode-too-many-keys': '它的描述項目遠多於正常的種子。',
  'bencode-too-deep': '它的巢狀層數超過任何正常的種子。',
  'bencode-minus-zero': '其中有個數字寫成「-0」。',
  'bencode-leading-zero': '其中有個數字以零開頭。',
  'not-a-torrent': '它不是 .torrent 檔案。',
  'torrent-too-large': '它太大了，不像 .torrent 檔案。',
  'torrent-goes-on': '它的描述後面還有多餘的內容。',
  'torrent-of-version-2': '它是 BitTorrent 第 2 版的種子，目前還不支援。',
  'torrent-of-no-tracker': '它是私有種子，而它的 Tracker 都無法從瀏覽器連上。',
  'torrent-takes-too-long': '讀取它花的時間太久。',
  'files-too-large': '它的檔案大得不可能。',
  'piece-length-missing': '它沒有寫明分塊長度。',
  'piece-length-senseless': '它的分塊長度不合理。',
  'pieces-too-short': ({ length, least }) =>
    `它的分塊長 ${number(length)} 位元組，小於 ${number(least)}（1 KiB）：傳輸的額外負擔比內容還大。`,
  'pieces-too-long': ({ length, most }) =>
    `它的分塊長 ${number(length)} 位元組，大於 ${number(most)}（64 MiB）：網頁的記憶體放不下。`,
  'piece-hashes-damaged': '它的分塊雜湊值已損毀。',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `它有 ${number(hashes)} 個分塊的雜湊值，但依大小應有 ${number(pieces)} 個。`,
  'file-list-damaged': '它的檔案清單已損毀。',
  'torrent-of-too-many-files': ({ most }) => `它的檔案超過 ${number(most)} 個。`,
  'torrent-of-too-many-folders': '它的檔案和資料夾太多。',
  'file-too-deep': ({ most }) => `其中有檔案的資料夾層數超過 ${number(most)} 層。`,
  'only-padding': '它沒有檔案，只有填充內容。',
  'file-length-missing': '它沒有寫明檔案的長度。',
  'file-too-large': '其中有個檔案大得不可能。',
  'file-length-negative': '其中有個檔案的長度小於零。',
}

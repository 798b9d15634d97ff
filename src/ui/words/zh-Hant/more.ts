import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: '更多',
  privateReview: '私人審閱',
  linkTells: '拿到連結的人看得到名稱和大小',
  nameTrackers: (trackers) => `連結裡也寫上 ${trackers}`,
  webCopy: '網頁伺服器上另有一份',
  webCopyAddress: {
    file: '同一個檔案在網頁伺服器上的網址。別人來不及傳送的部分，開啟連結的人會從那裡接收。',
    files: '同樣的檔案在網頁伺服器上的網址。別人來不及傳送的部分，開啟連結的人會從那裡接收。',
    sealed:
      '儲存密封檔案，放到網頁伺服器上，再在這裡填寫網址：在那裡，沒有連結的人同樣看不到內容。打開連結的人會從那裡接收別人來不及傳送的部分。',
  },
  saveSealed: '儲存密封檔案',
  addWebCopy: '新增 HTTP 副本',
  checking: '正在檢查…',
  webCopyAdded: '副本正確，已寫進連結。請傳送新的連結。',
  otherPrograms: '給其他程式使用',
  magnetLink: 'magnet 連結',
  copyMagnet: '複製 magnet',
  torrentFile: '.torrent 檔案',
  details: '詳細資料',
  infoHash: 'Info hash',
  pieces: '分塊',
  piecesOf: (count, size) => `${number(count)} 個，每個 ${size}`,
  trackerCount: 'Tracker 的統計',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} 個完整，${number(leechers)} 個不完整，包含這個頁面`,
  keptHere: '保留在瀏覽器中',
  sinceOpened: '開啟頁面以來',
  receivedAndSent: (received, sent) => `接收 ${received}，傳送 ${sent}`,
  peers: '已連線的節點',
  program: '程式',
  way: '路徑',
  relay: '中繼',
  direct: '直接',
  has: '擁有',
  youReceive: '你接收',
  youSend: '你傳送',
  peer: '節點',
}

import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: '保持上線',
  keepOnline: '保持上線',
  askBridge: '請此網站去取得',
  bridgeOffer: '這裡沒有人有它。網站伺服器會在一般的 BitTorrent 使用者中尋找，並把收到的內容傳過來。',
  deleteCopy: '刪除伺服器上的副本',
  progress: '網站伺服器的進度',
  offer: (days) => `網站會保留一份副本 ${number(days)} 天。`,
  tooLarge: (most) => `太大了，網站伺服器無法保留：它最多接受 ${most}。`,
  looking: '網站伺服器正在尋找有這個內容的人。請讓頁面保持開啟，直到它全部收到。',
  fetching: (percent) => `網站伺服器已收到 ${percent}。請讓頁面保持開啟，直到它全部收到。`,
  kept: (day) => `你可以關閉頁面了：網站伺服器保留著一份副本，到 ${day}為止。`,
  gone: '網站伺服器上已經沒有副本了。',
  failures: {
    'too-large': '網站伺服器沒有保留：超過了允許的大小。',
    'no-room': '網站伺服器沒有保留：空間都已留給別人。',
    evicted: '網站伺服器不再保留：空間要讓給別人。',
    'disk-full': '網站伺服器無法保留：磁碟已滿。',
    incomplete: '網站伺服器沒能及時收到全部內容，已刪除收到的部分。',
    refused: '網站不允許伺服器保留這個內容。',
    broken: '網站伺服器無法保留。請再試一次。',
  },
}

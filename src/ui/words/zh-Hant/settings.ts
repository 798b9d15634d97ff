import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: '對所有分享一起生效，立即開始。',
  sendAtMost: '傳送上限',
  receiveAtMost: '接收上限',
  megabytesASecond: 'MB/秒',
  noLimit: '不限',
  connectionsAtMost: '連線數上限',
  inAll: '合計',
  aNumber: '請填大於 0 的數字，或留空。',
  aWholeNumber: (least) => `請填不小於 ${number(least)} 的整數，或留空。`,
  stopForTheDay: '當天傳送多少後停止',
  megabytes: 'MB',
  never: '永不',
  connectToPeople: '與其他人連線',
  whenever: '只要別人有',
  whenPeople: (count) => `至少有 ${number(count)} 人時`,
  connectWhy:
    '適用於網頁伺服器上有副本的內容。選「永不」就只從伺服器接收，其他人看不到你的位址，你也不傳送任何內容。其餘內容只來自其他人。',
  contactAll: '直接聯絡連結中的伺服器，不再詢問',
  onlyOnClick: '等我按下後才連線',
  onlyOnClickWhy: '開啟這項後，連結頁面會等你按下，才與任何人聯絡。',
  screenOn: '傳輸時保持螢幕開啟',
  screenIsOn: '正在傳輸，螢幕保持開啟。',
  gentle: '這條線路似乎依流量計費，所以頁面只會少量傳送，除非你另外設定。',
  ofThisShare: '這個分享的限制',
  ofThisShareOn: '這個分享的限制：已開啟',
  stopAfter: '傳送達到幾倍大小後停止',
  timesItsSize: '倍',
}

import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: '对所有分享一起生效，立即开始。',
  sendAtMost: '发送上限',
  receiveAtMost: '接收上限',
  megabytesASecond: 'MB/秒',
  noLimit: '不限',
  connectionsAtMost: '连接数上限',
  inAll: '合计',
  aNumber: '填大于 0 的数，或留空。',
  aWholeNumber: (least) => `填不小于 ${number(least)} 的整数，或留空。`,
  stopForTheDay: '当天发送多少后停止',
  megabytes: 'MB',
  never: '从不',
  connectToPeople: '连接其他人',
  whenever: '只要别人有',
  whenPeople: (count) => `至少有 ${number(count)} 人时`,
  connectWhy:
    '适用于网页服务器上有副本的内容。选“从不”则只从服务器接收，其他人看不到你的地址，你也不发送任何内容。其余内容只来自其他人。',
  contactAll: '直接联系链接中的服务器，不再询问',
  onlyOnClick: '等我点击后才连接',
  onlyOnClickWhy: '开启后，链接页面会等你点击，才与任何人联系。',
  screenOn: '传输时保持屏幕常亮',
  screenIsOn: '正在传输，屏幕保持常亮。',
  gentle: '这条线路似乎按流量计费，所以页面只少量发送，除非你另行设置。',
  ofThisShare: '此分享的限制',
  ofThisShareOn: '此分享的限制：已开启',
  stopAfter: '发送达到几倍大小后停止',
  timesItsSize: '倍',
}

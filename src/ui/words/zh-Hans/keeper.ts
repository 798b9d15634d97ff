import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: '保持在线',
  keepOnline: '保持在线',
  askBridge: '请此网站去获取',
  bridgeOffer: '这里没有人有它。网站服务器会在普通的 BitTorrent 用户中寻找，并把收到的内容传过来。',
  deleteCopy: '删除服务器副本',
  progress: '网站服务器的进度',
  offer: (days) => `网站会保留一份副本 ${number(days)} 天。`,
  tooLarge: (most) => `太大了，网站服务器无法保留：它最多接受 ${most}。`,
  looking: '网站服务器正在寻找拥有它的人。请保持页面打开，直到它全部收到。',
  fetching: (percent) => `网站服务器已收到 ${percent}。请保持页面打开，直到它全部收到。`,
  kept: (day) => `你可以关闭页面了：网站服务器保留着一份副本，直到${day}。`,
  gone: '网站服务器上已经没有副本了。',
  failures: {
    'too-large': '网站服务器没有保留它：超过了允许的大小。',
    'no-room': '网站服务器没有保留它：空间都已留给别人。',
    evicted: '网站服务器不再保留它：空间要让给别人。',
    'disk-full': '网站服务器无法保留它：磁盘已满。',
    incomplete: '网站服务器没能及时收到全部内容，已删除收到的部分。',
    refused: '网站不允许服务器保留它。',
    broken: '网站服务器无法保留它。请再试一次。',
  },
}

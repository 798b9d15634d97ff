import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: '你不再是本站会员。请向网站运营者要一份邀请。',
  isOne: '你是本站会员。',
  sums: (sent, received) => `你发送了 ${sent}，接收了 ${received}。`,
  sumsAndRatio: (sent, received, ratio) => `你发送了 ${sent}，接收了 ${received}：分享率 ${ratio}。`,
  yourAddress: '你的 announce 地址',
  yourAddressWhy:
    '用于其他程序，或在另一个浏览器中成为会员：在那里的本页面粘贴即可。请勿外传：拥有它的人会被当作你。',
  keptForYou: '为你保持在线',
  notKept: '未保留',
  keptWaiting: '等待中',
  keptUntil: (day) => `至${day}`,
  deleteCopy: '删除副本',
  keeperProblems: {
    quota: '你保留的内容已达上限。请先收回一些。',
    full: '网站服务器的保留空间已满。请稍后再试。',
    often: '对网站服务器的请求太频繁。请一分钟后再试。',
    members: '网站服务器只为会员保留分享。',
    refused: '网站不允许服务器保留它。',
    down: '网站服务器目前不保留任何内容。请稍后再试。',
    gone: '它已不再保留。',
    unreachable: '网站没有回应。请重试。',
  },
}

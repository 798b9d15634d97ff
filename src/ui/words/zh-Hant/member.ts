import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: '你不再是本站會員。請向網站管理者索取邀請。',
  isOne: '你是本站會員。',
  sums: (sent, received) => `你傳送了 ${sent}，接收了 ${received}。`,
  sumsAndRatio: (sent, received, ratio) => `你傳送了 ${sent}，接收了 ${received}：分享率 ${ratio}。`,
  yourAddress: '你的 announce 網址',
  yourAddressWhy:
    '用於其他程式，或在另一個瀏覽器中成為會員：在那裡貼到這個頁面即可。請勿外流：擁有它的人會被當成你。',
  keptForYou: '為你保持上線',
  notKept: '未保留',
  keptWaiting: '等待中',
  keptUntil: (day) => `到 ${day}`,
  deleteCopy: '刪除副本',
  keeperProblems: {
    quota: '你保留的內容已達上限。請先收回一些。',
    full: '網站伺服器的保留空間已滿。請稍後再試。',
    often: '對網站伺服器的要求太頻繁。請一分鐘後再試。',
    members: '網站伺服器只為會員保留分享。',
    refused: '網站不允許伺服器保留這個內容。',
    down: '網站伺服器目前不保留任何內容。請稍後再試。',
    gone: '已不再保留。',
    unreachable: '網站沒有回應。請再試一次。',
  },
}

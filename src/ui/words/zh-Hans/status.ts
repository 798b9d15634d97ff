import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)} 人`

export const status: ShareWords['status'] = {
  hashing: '正在准备你的文件。',
  hashingDetail: '准备好后链接就会出现。',
  asleep: '休眠中：这个页面需要重新读取文件。',
  asleepUnfinished: '页面关闭时文件还没准备完。点一下打开它们，就会重新开始。',
  asleepOneClick: '刷新后，浏览器读取文件前会先询问。点一下打开它们，原来的链接又能用。',
  asleepChoose: '刷新后，浏览器会忘记分享过哪些文件。重新选择或拖入同样的文件，原来的链接又能用。',
  leftOut: (names) => `${names} 没有包含在内：浏览器无法读取。`,

  nobodyHere: '拥有它的人现在都不在线。',
  startsByItself: '一旦有人打开，就会自动开始。请让发链接给你的人再打开一次页面。',
  nobodyStartsByItself:
    '拥有它的人现在都不在线。一旦有人打开，就会自动开始。请让发链接给你的人再打开一次页面。',
  othersWait: (count) => `已连接 ${number(count)} 人，他们也在等。`,
  startsWithOwner: '拥有它的人一上线，就会自动开始。',
  onlyPeopleKnow: '只有其他人能告诉你这是什么。',
  youChoseNobody: '你选择了不连接任何人。在“限速”里允许后就会继续。',
  asking: '正在询问这是什么。',
  lookingForIt: '正在寻找拥有它的人。',
  linkSays: '链接上是这么说的。',
  linkSaysSize: (size) => `${size}（链接上写的）。`,
  waitingForSize: (size) => `正在等待 ${size}。`,
  waitingForName: (name) => `正在等待“${name}”。`,
  waitingForBoth: (name, size) => `正在等待“${name}”，${size}。`,

  soFar: (percent) => `已收到并保留 ${percent}。`,
  goesOn: '一旦有人打开，就会自动继续。',
  nobodyHasRest: (count) => `已连接 ${people(count)}，但谁都没有这里缺少的部分。`,
  waitsForTurn: (count) => `已连接 ${people(count)}，正在排队。`,
  waitsForTurnDetail: '他们正忙着发给别人。通常不到一分钟就好。',
  downloadingFromPeople: (count) => `正在从 ${people(count)}那里下载。`,
  downloadingFromSite: (site) => `正在从 ${site} 下载。`,
  downloadingFromBoth: (count, site) => `正在从 ${people(count)}和 ${site} 下载。`,
  aboutToStart: '即将开始。',

  allHere: '全部在这里了。',
  allHereNobody: '你选择了不连接其他人，所以不会发给任何人。',
  connectedGoOn: '已经连接的人会继续。',
  sentEnough: '发送量已达到上限，不再发送。',
  heldInMemory: '它暂存在内存里：请在关闭前保存需要的内容。',
  othersHave: (count) => `另有 ${number(count)} 人拥有它。`,
  othersHaveAndFetch: (have, fetching) => `另有 ${number(have)} 人拥有它，${number(fetching)} 人正在下载。`,
  mayClose: '你可以关闭这个页面了。继续开着，能帮到其他人。',
  downloadingIt: (count) => `${number(count)} 人正在下载。`,
  mayCloseOnceDone: () => '等有一个人下载完，你就可以关闭页面。',
  lookingAtIt: (count) => `${number(count)} 人正在看。`,
  onlyYou: '请保持页面打开：只有你有它。',
  sendTheLink: '把链接发给需要的人。只要有一个拥有它的人开着页面，链接就有效。',

  paused: '已暂停。',
  pausedAt: (percent) => `已暂停，进度 ${percent}。`,
  wentWrong: '出了点问题。',

  connecting: '正在连接。',
  cannotLook: '这个网站没有回应。',
  cannotLookNow: '正在重试。你的网络正常吗？',
  cannotLookFor: (seconds) => `${number(seconds)} 秒后重试。你的网络正常吗？`,
  relayUsedUp: '本站的中继今天不再为你转发数据。',
  relayUsedUpDetail:
    '只能通过中继连到其他人，而本站设有每日上限。明天会自动继续；如果能直接连通，马上就会继续，换个网络往往可以。',
  refused: '这个分享被拒绝了。',
  refusedWhy: (reason) => `负责牵线的服务器说：“${reason}”。请咨询网站运营者。`,
  membersOnly: '本站仅限会员。',
  membersOnlyDetail: '请要一份邀请：打开邀请链接即成为会员，随后会自动继续。',
  siteSendsNothing: '网页服务器目前不发送它。',
  peopleOff: '你选择了不连接其他人：可以在“限速”里允许。',
  peopleOnceThere: (count) => `有 ${number(count)} 人在场时才会连接其他人。`,
  connectingTo: (count) => `正在连接 ${people(count)}。`,
  noConnection: (count) => `有 ${number(count)} 人在，但这个页面连不上他们。`,
  looking: '正在寻找其他人。',
  wayOut: {
    'no-addresses':
      '浏览器不让这个页面连接任何人：WebRTC 被扩展程序或策略关闭了。请为本站开启，或换一个浏览器。',
    'no-udp':
      '你的网络屏蔽了人与人之间的连接（UDP）：被防火墙或 VPN 挡住了。请关闭 VPN，或换一个网络，例如手机热点；这个页面会继续尝试。',
    'no-relay':
      '无法直接连通，而本站的中继没有回应。换个网络往往有用，你这边或对方都行；这个页面会继续尝试。如果一直这样，请告诉网站运营者。',
    relay: '你的连接没有问题，中继也可用。对方可能刚离开，或者他们的网络什么都不放行；这个页面会继续尝试。',
    open: '你的连接没有问题，但你们之间隔着防火墙、VPN 或限制严格的网络，而本站没有可绕行的中继。换个网络有用，你这边或对方都行；这个页面会继续尝试。',
    unknown:
      '可能被防火墙、VPN 或严格的公司网络挡住了，在你这边或对方那边。换个网络往往有用；这个页面会继续尝试。',
  },

  haveIt: (count) => `${number(count)} 人拥有它。`,
  siteHasIt: (site) => `${site} 拥有它。`,
  haveParts: (count) => `${number(count)} 人拥有其中一部分。`,
  tooLittleMemory: (most) =>
    `浏览器没有给这个页面磁盘空间，内存最多只能放 ${most}，不够用。请在普通窗口或其他浏览器中打开链接。`,
  inMemory: (most) =>
    `浏览器没有给这个页面磁盘空间：下载的内容存在内存里，最多 ${most}，关闭页面就没了。请保存需要的内容。`,
}

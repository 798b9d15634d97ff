import type { DoctorWords } from '../areas.ts'
import { number } from './speech.ts'

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: '继续',
    retry: '重试',
    connectToPeople: '连接其他人',
    connectToAnybody: '不限人数连接',
    liftDay: '取消每日限制',
  },
  moving: { sentence: '正在传输。', help: '没有任何阻碍。' },
  paused: { sentence: '你暂停了这个分享。', help: '在你继续之前，不会发送或接收任何内容。' },
  asleep: {
    sentence: '这个页面需要重新读取这个分享的文件。',
    help: '刷新后，浏览器会忘记分享过哪些文件。重新打开或选择同样的文件，原来的链接又能用。',
  },
  noRoom: {
    sentence: (missing, room) => `空间不足：还差 ${missing}，而浏览器只剩 ${room}。`,
    help: '移除其他分享或腾出磁盘空间，然后就会继续。',
  },
  offline: {
    sentence: '这台设备没有联网。',
    help: '连上网络，一切就会自动继续。',
  },
  siteAway: {
    sentence: '网站没有回应。',
    help: '网站可能停机了，或者你的网络访问不了它。这个页面会继续尝试，已有的连接不受影响。',
  },
  siteError: {
    sentence: (status) => `网站返回错误（${status}）。`,
    help: '只有网站运营者能修复。这个页面会继续尝试。',
  },
  socketBlocked: {
    sentence: '你的网络能加载页面，却屏蔽了让人们找到彼此的连接。',
    help: '不支持 WebSocket 的代理或杀毒软件会这样。请换一个网络，或让网络管理员对本站放行。',
  },
  trackerSilent: {
    sentence: '本站在线，但没有介绍任何人。',
    help: '它可能过载，或正要重启。这个页面会继续尝试；如果一直这样，请告诉网站运营者。',
  },
  membersOnly: {
    sentence: '本站仅限会员，而这个浏览器还不是会员。',
    help: '请要一份邀请：打开邀请链接即成为会员。',
  },
  refused: {
    sentence: (reason) => `本站拒绝了此分享：“${reason}”。`,
    help: '请咨询网站运营者。',
  },
  noWebRtc: {
    sentence: '浏览器之间靠 WebRTC 连接，而这个浏览器关闭了它。',
    help: '请为本站开启，或换一个浏览器。',
  },
  noAddresses: {
    sentence: '浏览器没有把任何地址告诉页面，所以谁也连不上。',
    help: '是与 WebRTC 有关的扩展程序或策略造成的。请为本站开启，或换一个浏览器。',
  },
  noUdp: {
    sentence: '你的网络屏蔽了人与人之间的连接（UDP）。',
    help: '被防火墙或 VPN 挡住了。请关闭 VPN，或换一个网络，例如手机热点。',
  },
  stunSilent: {
    sentence: 'UDP 没有任何回应：要么被你的网络屏蔽，要么本站的 STUN 服务器没有运行。',
    help: '请换一个网络，例如手机热点。如果还是这样，请告诉网站运营者。',
  },
  peopleOff: {
    sentence: '你选择了不连接其他人。',
    help: '缺少的内容只能来自他们。',
  },
  tooFew: {
    sentence: (wanted) => `有 ${number(wanted)} 人在场时，你才会连接其他人。`,
    help: '这是在“限速”里设置的，或由发布者设置。',
  },
  alone: {
    sentence: '现在没有其他人打开它。',
    help: '请让发链接给你的人，或收到你链接的人打开它。之后就会自动继续。',
  },
  connecting: {
    sentence: '正在建立连接。',
    help: '需要几秒钟。到时还没好，请再检查一次。',
  },
  unanswered: {
    sentence: (others) => `应该有 ${number(others)} 人在，但没有人回应。`,
    help: '他们可能刚离开，或设备休眠了。这个页面会继续询问。',
  },
  noHandshake: {
    sentence: '找到了通往其他人的路径，但发送的内容在途中被改动了。',
    help: '会检查数据包的防火墙就会这样，在你这边或对方那边。换个网络有用。',
  },
  noRelay: {
    sentence: '无法直接连通其他人，而本站的中继没有回应。',
    help: '换个网络往往有用，你这边或对方都行。如果一直这样，请告诉网站运营者。',
  },
  relayRefuses: {
    sentence: '无法直接连通，而本站的中继拒绝了你。',
    help: '请重新加载页面。如果没有用，请告诉网站运营者。',
  },
  symmetric: {
    sentence: '你的路由器给每个连接分配不同的地址，而本站没有可绕行的中继。',
    help: '请换一个网络，例如手机热点，或让对方换一个。',
  },
  unreachable: {
    sentence: (others) => `有 ${number(others)} 人在，但没有路径可达。`,
    help: '你的连接没有问题，多半是对方那边的防火墙、VPN 或限制严格的网络。任何一方换个网络都有用。',
  },
  noData: {
    sentence: (peers) => `已连接的 ${number(peers)} 人都没有这里缺少的内容。`,
    help: '拥有其余部分的人一上线，就会自动继续。',
  },
  choked: {
    sentence: (peers) => `${number(peers)} 人拥有它，但正忙着发给别人。`,
    help: '很快就轮到你，通常不到一分钟。有些人选择了不发送。',
  },
  relayUsedUp: {
    sentence: '本站的中继今天不再为你转发数据。',
    help: '只能通过中继连到其他人，而本站设有每日上限。明天会自动继续；如果能直接连通，马上就会继续，换个网络往往可以。',
  },
  dayOver: {
    sentence: '今天的发送量已达到你允许的上限。',
    help: '明天会自动继续。',
  },
  ratioReached: {
    sentence: '这个分享的发送量已达到上限。',
    help: '限制在这个分享的“更多”里。',
  },
  clock: {
    ahead: (time) => `这台设备的时钟快了${time}。`,
    behind: (time) => `这台设备的时钟慢了${time}。`,
    help: '其他一切正常。请开启自动对时：偏差太大时，有些网站和中继会拒绝连接。',
  },
  fineShare: {
    sentence: '这里没有任何阻碍。',
    help: '可能在等其他人；过一分钟再检查。',
  },
  finePage: {
    sentence: '这个页面所需的一切都正常。',
    help: '如果某个分享停住了，请在那个分享里检查。',
  },
}

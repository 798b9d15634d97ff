import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `浏览器无权读取 ${names}。请允许，或选择其他文件。`,
  folderEmpty: '文件夹是空的，里面没有文件。请另选一个。',
  pasteNotOpened: (why) => `没能成功。${why}`,
  linksOpened: (count) => `已打开 ${number(count)} 个链接。`,
  someLinksOpened: (count, left) =>
    `已打开 ${number(count)} 个链接。还有 ${number(left)} 个放不下：请再粘贴一次。`,
  torrentNotOpened: (name, why) => `无法把“${name}”作为种子打开。${why}`,
  launchNotRead: (name) => `无法读取“${name}”。请再打开一次。`,
  sharedMissed: '没有收到任何内容。请再分享一次，或在这个页面上选择文件。',
  sharedTooLarge: '一次交过来的内容太多了。请改为在这个页面上选择文件。',
  filesAsk: (files) => `另一个应用或网站想让你发送：${files}。`,
  textAsks: '另一个应用或网站想让你发送一段文字。',
  memberAlready: '你已经是本站会员。这份邀请留给了别人。',
  memberNow: '你现在是本站会员了。浏览器会记住，无需其他操作。',
  memberForNow: '在关闭这个页面之前，你是本站会员：浏览器不会为它保存任何内容。',
  memberNotYet: (why) => `你还不是会员。${why}`,
  invitationVoid: '这份邀请已失效：已用完、已过期或被收回。请另要一份。',
  passkeyVoid: '这个地址中的 passkey 在这里无效，或已失效。',
  membershipEnded: '你不再是本站会员。请向网站运营者要一份邀请。',
  membersOnly: '本站仅限会员。请索取邀请链接，并在这里打开。',
  fileNotSaved: (name, why) => `无法保存“${name}”。${why}`,
  folderNotSaved: (why) => `有些文件无法保存。${why}`,
  folderSaved: (folder) => `所有文件都在“${folder}”里。`,
  renamed: (from, to) => `“${from}”不能用作文件名，已改为“${to}”。`,
  renamedAndMore: (from, to, more) =>
    `“${from}”不能用作文件名，已改为“${to}”，另有 ${number(more)} 个名称也改了。`,
  zipNotSaved: (why) => `无法保存 ZIP。${why}`,
  zipCancelled: 'ZIP 的下载已取消。',
  zipSaved: 'ZIP 已在你的下载文件夹中。',
}

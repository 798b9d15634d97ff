import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `瀏覽器無權讀取 ${names}。請允許，或選擇其他檔案。`,
  folderEmpty: '資料夾是空的，裡面沒有檔案。請另選一個。',
  pasteNotOpened: (why) => `沒能成功。${why}`,
  linksOpened: (count) => `已開啟 ${number(count)} 個連結。`,
  someLinksOpened: (count, left) =>
    `已開啟 ${number(count)} 個連結。還有 ${number(left)} 個放不下：請再貼上一次。`,
  torrentNotOpened: (name, why) => `無法將「${name}」當作種子開啟。${why}`,
  launchNotRead: (name) => `無法讀取「${name}」。請再開啟一次。`,
  sharedMissed: '沒有收到任何內容。請再分享一次，或在這個頁面上選擇檔案。',
  sharedTooLarge: '一次交過來的內容太多了。請改為在這個頁面上選擇檔案。',
  filesAsk: (files) => `另一個應用程式或網站想請你傳送：${files}。`,
  textAsks: '另一個應用程式或網站想請你傳送一段文字。',
  memberAlready: '你已經是本站會員。這份邀請留給了別人。',
  memberNow: '你現在是本站會員了。瀏覽器會記住，不需要做其他事。',
  memberForNow: '在關閉這個頁面之前，你是本站會員：瀏覽器不會為它儲存任何內容。',
  memberNotYet: (why) => `你還不是會員。${why}`,
  invitationVoid: '這份邀請已失效：已用完、已過期或被收回。請另外索取一份。',
  passkeyVoid: '這個網址中的 passkey 在這裡無效，或已失效。',
  membershipEnded: '你不再是本站會員。請向網站管理者索取邀請。',
  membersOnly: '本站僅限會員。請索取邀請連結，並在這裡開啟。',
  fileNotSaved: (name, why) => `無法儲存「${name}」。${why}`,
  folderNotSaved: (why) => `有些檔案無法儲存。${why}`,
  folderSaved: (folder) => `所有檔案都在「${folder}」裡。`,
  renamed: (from, to) => `「${from}」不能當作檔名，已改為「${to}」。`,
  renamedAndMore: (from, to, more) =>
    `「${from}」不能當作檔名，已改為「${to}」，另有 ${number(more)} 個名稱也改了。`,
  zipNotSaved: (why) => `無法儲存 ZIP。${why}`,
  zipCancelled: 'ZIP 的下載已取消。',
  zipSaved: 'ZIP 已在你的下載資料夾中。',
}

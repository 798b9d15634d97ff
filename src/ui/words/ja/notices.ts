import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `ブラウザは${names}を読み取れません。許可するか、別のファイルを選んでください。`,
  folderEmpty: 'フォルダが空で、ファイルがありません。別のフォルダを選んでください。',
  pasteNotOpened: (why) => `うまくいきませんでした。${why}`,
  linksOpened: (count) => `${number(count)}件のリンクを開きました。`,
  someLinksOpened: (count, left) =>
    `${number(count)}件のリンクを開きました。残り${number(left)}件は入りきりませんでした。もう一度貼り付けてください。`,
  torrentNotOpened: (name, why) => `「${name}」をトレントとして開けませんでした。${why}`,
  launchNotRead: (name) => `「${name}」を読み取れませんでした。もう一度開いてください。`,
  sharedMissed: '何も届きませんでした。もう一度共有するか、このページでファイルを選んでください。',
  sharedTooLarge: '一度に受け渡すには大きすぎます。代わりにこのページでファイルを選んでください。',
  filesAsk: (files) => `ほかのアプリかサイトが、次のものを送るよう求めています：${files}。`,
  textAsks: 'ほかのアプリかサイトが、テキストを送るよう求めています。',
  memberAlready: 'すでにこのサイトの会員です。招待はほかの人のために残しました。',
  memberNow: 'このサイトの会員になりました。ブラウザが覚えているので、ほかにすることはありません。',
  memberForNow: 'このページを閉じるまで、このサイトの会員です。このブラウザはサイトの情報を保存しません。',
  memberNotYet: (why) => `まだ会員ではありません。${why}`,
  invitationVoid:
    'この招待はもう使えません。使い切られたか、期限が切れたか、取り消されました。新しい招待をもらってください。',
  passkeyVoid: 'このアドレスのpasskeyはここでは無効か、もう使えません。',
  membershipEnded: 'もうこのサイトの会員ではありません。サイトの運営者に招待をもらってください。',
  membersOnly: 'このサイトは会員専用です。招待リンクをもらい、ここで開いてください。',
  fileNotSaved: (name, why) => `「${name}」を保存できませんでした。${why}`,
  folderNotSaved: (why) => `保存できなかったファイルがあります。${why}`,
  folderSaved: (folder) => `すべてのファイルを「${folder}」に保存しました。`,
  renamed: (from, to) => `「${from}」は使えない名前なので、「${to}」にしました。`,
  renamedAndMore: (from, to, more) =>
    `「${from}」は使えない名前なので、「${to}」にしました。ほか${number(more)}件の名前も変えました。`,
  zipNotSaved: (why) => `ZIPを保存できませんでした。${why}`,
  zipCancelled: 'ZIPのダウンロードは取り消されました。',
  zipSaved: 'ZIPはダウンロードフォルダにあります。',
}

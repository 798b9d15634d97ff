import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) => `${number(count)}個のファイル、${size}`,

  sealed: '封をしてあります：リンク全体を知っている人だけが読めます。',
  asksPassword: 'この共有にはパスワードがあります。リンクを送った人に聞いてください。',
  password: 'パスワード',
  openIt: '開く',
  endsOn: (moment) => `${moment} に終了します。`,
  sealAnew: '封をすると別の共有になり、リンクも変わります。',
  endedMine:
    '決めた期限が過ぎました。元のファイルはそのまま残ります。もう一度共有すると、新しいリンクができます。',
  toStart: '最初のページへ',
  name: '名前',
  youSendToo: 'このページを開いている間は、ほかの人もあなたから受け取れます。',
  doneSaved: '完了しました。保存済みです。',
  doneHere: '完了しました。すべて届いています。',
  received: (percent, size) => `${percent}（全体 ${size}）`,
  timeLeft: (time) => `残り ${time}`,
  percentDone: (tens) => `${number(tens)}パーセント完了`,

  download: 'ダウンロード',
  resume: '再開',
  pause: '一時停止',
  openFiles: 'ファイルを開く',
  remove: '削除',
  save: '保存',
  chooseAgain: {
    file: 'ファイルを選び直す',
    files: 'ファイルを選び直す',
    folder: 'フォルダを選び直す',
  },
  keepCopy: 'ブラウザにコピーを残す',
  keepingCopy: (percent) => `コピーを作成中：${percent}`,
  copyKept: 'ブラウザにコピーがあります',
  whyACopy: '再読み込みしても何も聞かれず、リンクがすぐにまた使えます。',
  tellMe: { here: '誰か来たら知らせる', done: '完了したら知らせる', theirs: '届いたら知らせる' },
  mayNotTell: '通知がブロックされています。このサイトに許可してから、もう一度お試しください。',
  told: {
    ownerHere: '持っている人が来ました。',
    linkReady: 'リンクができました。',
    opened: '誰かが開きました。',
    sent: 'すべて受け取った人がいます。',
  },

  removeNamed: (name) => `「${name}」を削除しますか？`,
  removeMany: (count) => `${number(count)}件の共有を削除しますか？`,
  removeMine: 'リンクはここからは使えなくなります。元のファイルはそのまま残ります。',
  removeManyMine: 'リンクはここからは使えなくなります。元のファイルはそのまま残ります。',
  removeTheirs: 'このブラウザのコピーを削除します。保存したファイルは残ります。',
  notRemoved: (name, why) => `「${name}」を削除できませんでした。${why}`,
  removed: (name) => `「${name}」を削除しました。`,
  removedMany: (count) => `${number(count)}件の共有を削除しました。`,
  undo: '元に戻す',

  shareLink: '共有リンク',
  copyLink: 'リンクをコピー',
  copyTheLink: 'リンクをコピー',
  copyLinkTo: (name) => `${name} のリンクをコピー`,
  mayNotCopyLink:
    'ブラウザがこのページのコピーを許可していません。リンクは下の「リンクとファイル」にあります。',
  qrCode: 'QRコード',
  qrCodeOfLink: '共有リンクのQRコード',
  sendOn: '送る…',

  people: '参加している人',
  somebody: '誰か',
  unknownProgram: '不明なプログラム',
  hasIt: '全部あり',
  looks: '見ています',
  percentAndLeft: (percent, time) => `${percent}、残り ${time}`,
  andMore: (count) => `ほか${number(count)}人`,
  whatOthersCallYou: 'ほかの人に見える名前',
  aNameIfYouLike: '名前（なくても大丈夫）',
  youAnd: (count) => `あなたと、ほか${number(count)}人。`,
  youAndBusiest: (count, most) =>
    `あなたと、ほか${number(count)}人。やり取りの多い${number(most)}人を表示しています。`,
  receivedAndSent: (received, sent) => `ページを開いてから、受信 ${received}、送信 ${sent}。`,
  youReceive: (rate) => `受信 ${rate}`,
  youSend: (rate) => `送信 ${rate}`,
  rateAtMost: (rate) => `最大 ${rate}`,
  aMinuteAgo: '1分前',
  now: '今',
  sends: (rate) => `送信 ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `ほかの人から ${people}、${host} から ${site} 届きました。ほかの人へ ${sent} 送りました。`,
  siteNotAsked: (host, why) => `今は ${host} から受け取っていません。${why}`,

  partsHere: (count) => `${number(count)}個の部分がすべてそろいました。`,
  partsOf: (here, count) => `${number(count)}個の部分のうち${number(here)}個があります。`,
  partsOfAndComing: (here, count, coming) =>
    `${number(count)}個の部分のうち${number(here)}個があり、${number(coming)}個が届く途中です。`,

  addressSeen: 'このリンクを開いている人には、あなたの IP アドレスが見えます。',
  downloadAsks: (_count, trackers) =>
    `「ダウンロード」を押すと、持っている人を ${trackers} にも問い合わせます。あなたのアドレスが相手に伝わります。`,
  linkNames: (_count, trackers) =>
    `リンクには ${trackers} も書かれています。持っている人がもっと見つかるかもしれませんが、あなたのアドレスと探しているものが相手に伝わります。`,
  alwaysConnect: '常に接続',
  copyNear: (hosts) =>
    `リンクによると、${hosts} にコピーがあります。これはあなたのネットワーク内かこの端末にあるものです。心当たりがある場合だけ使ってください。`,
  useThisCopy: 'このコピーを使う',

  otherShares: 'ほかの共有',
  select: '選択',
  selectNamed: (name) => `${name} を選択`,
  selected: (count) => `${number(count)}件の共有を選択中`,
  withSelected: '選択した共有の操作',
  all: 'すべて',
  none: 'なし',
  findShare: '共有を検索',
  sortShares: '共有を並べ替え',
  newestFirst: '新しい順',
  byName: '名前順',
  largestFirst: '大きい順',
  noneNamed: (words) => `名前に「${words}」を含む共有はありません。`,
  notShown: (why) => `この共有は表示できません。${why}`,
  removeIt: '削除',
  linkAndFiles: 'リンクとファイル',
  link: 'リンク',

  somebodyShares: 'あなたへの共有が届いています。',
  ofItFiles: (count) => `そのうち${number(count)}個のファイル`,
  nobodyContacted:
    'まだ接続していません。接続すると、このサイトとリンクを開いている人にあなたの IP アドレスが見えます。',
  connect: '接続',
  toWatch: '見られるもの',
  lookingWhatThereIs: '何があるか調べています…',
  nothingPublished: 'まだ何も公開されていません。',
  live: 'ライブ',
  watch: (name) => `${name} を見る`,
  moreToCome: (count) => `サーバーが読み取りしだい、あと${number(count)}個のファイルが加わります。`,

  sealTerms: 'パスワードと期限',
  sealPassword: 'リンクに加えるパスワード',
  sealPasswordHint: 'リンクとは別の方法で伝えてください。忘れても、誰にも調べられません。',
  sealEnds: '終了',
  sealEndsHint:
    'その後は共有されません。誠実なページはコピーを削除しますが、ほかのページには強制できません。',
  endsNever: 'なし',
  endsInHour: '1 時間後',
  endsInDay: '1 日後',
  endsInWeek: '1 週間後',
  endsInMonth: '30 日後',
  sealWith: 'この設定で封をする',
  kept: (used, free) => `ブラウザに ${used} 保存、空き ${free}。`,
  mayBeCleared: 'ディスクがいっぱいになると、ブラウザが消すことがあります。',
  leftovers: (size) => `そのうち ${size} は、もう一覧にない共有のものです。`,
  deleteLeftovers: '削除',
}

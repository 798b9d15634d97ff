import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)}人`

export const status: ShareWords['status'] = {
  hashing: 'ファイルを準備しています。',
  hashingDetail: '終わりしだいリンクが表示されます。',
  asleep: 'お休み中：もう一度ファイルが必要です。',
  asleepUnfinished: 'ページが閉じられたとき、まだ準備中でした。',
  asleepOneClick: 'リンクは同じです。',
  asleepChoose: '同じものを選ぶと、リンクがまた使えます。',
  leftOut: (names) => `${names}は含まれていません。ブラウザが読み込めませんでした。`,

  nobodyHere: '持っている人は今、誰もオンラインではありません。',
  startsByItself: '送り主がページをまた開くと始まります。頼んでみてください。',
  othersWait: (count) => `${number(count)}人とつながっています。みんな待っているところです。`,
  startsWithOwner: '持っている人がオンラインになると、自動で始まります。',
  onlyPeopleKnow: 'これが何かは、ほかの人に聞かないとわかりません。',
  youChoseNobody: '「速度制限」で許可すると続きます。',
  asking: '内容を問い合わせています。',
  lookingForIt: '持っている人を探しています。',
  linkSays: 'リンクに書かれている情報です。',
  linkSaysSize: (size) => `リンクによると ${size} です。`,

  soFar: (percent) => `${percent} まで届き、保存されています。`,
  goesOn: '誰かが開くと自動で続きます。',
  nobodyHasRest: (count) => `${people(count)}とつながっていますが、足りない部分は誰も持っていません。`,
  waitsForTurn: (count) => `${people(count)}とつながり、順番を待っています。`,
  waitsForTurnDetail: 'たいてい1分もかかりません。',
  downloadingFromPeople: (count) => `${people(count)}からダウンロードしています。`,
  downloadingFromSite: (site) => `${site} からダウンロードしています。`,
  downloadingFromBoth: (count, site) => `${people(count)}と ${site} からダウンロードしています。`,
  aboutToStart: 'まもなく始まります。',

  allHere: 'すべてそろっています。',
  channel: 'ライブチャンネルです。',
  channelDetail: '作られながら流れます。何も残りません。',
  connectedGoOn: 'すでにつながっている人とはそのまま続きます。',
  sentEnough: '上限まで送ったので、これ以上は送りません。',
  heldInMemory: 'メモリにしかありません。先に保存してください。',
  othersHave: (count) => `ほかに${number(count)}人が持っています。`,
  othersHaveAndFetch: (have, fetching) =>
    `ほかに${number(have)}人が持っていて、${number(fetching)}人がダウンロード中です。`,
  mayClose: 'このページは閉じても大丈夫です。開いたままだと、ほかの人の助けになります。',
  downloadingIt: (count) => `${number(count)}人がダウンロードしています。`,
  mayCloseOnceDone: () => '誰か1人のダウンロードが終われば、このページを閉じられます。',
  lookingAtIt: (count) => `${number(count)}人が見ています。`,
  onlyYou: 'このページを開いたままにしてください。持っているのはあなただけです。',
  sendTheLink: 'リンクを送ってください。',

  paused: '一時停止中です。',
  pausedAt: (percent) => `${percent} で一時停止中です。`,
  wentWrong: '問題が発生しました。',

  connecting: '接続しています。',
  cannotLook: 'このサイトから応答がありません。',
  cannotLookNow: '再試行しています。インターネットにつながっていますか？',
  cannotLookFor: (seconds) => `${number(seconds)}秒後に再試行します。インターネットにつながっていますか？`,
  relayUsedUp: 'このサイトのリレーは、今日はこれ以上データを中継しません。',
  relayUsedUpDetail: '明日、または直接の経路ができしだい続きます。別のネットワークにはよくあります。',
  refused: 'この共有は拒否されました。',
  refusedWhy: (reason) =>
    `引き合わせ役のサーバーからの返事：「${reason}」。サイトの運営者にお問い合わせください。`,
  membersOnly: 'このサイトは会員専用です。',
  membersOnlyDetail: '招待リンクをもらい、ここで開いてください。',
  siteSendsNothing: 'ウェブサーバーからは今、送られてきません。',
  peopleOnceThere: (count) => `${number(count)}人そろうと、ほかの人と接続します。`,
  connectingTo: (count) => `${people(count)}に接続しています。`,
  noConnection: (count) => `${number(count)}人いますが、このページからはつながりません。`,
  looking: 'ほかの人を探しています。',
  wayOut: {
    'no-addresses':
      '拡張機能かポリシーが WebRTC を無効にしています。このサイトに許可するか、別のブラウザを使ってください。',
    'no-udp':
      'ファイアウォールか VPN が接続（UDP）をブロックしています。VPN を切るか、スマホのテザリングなど別のネットワークをお試しください。',
    'no-relay':
      '直接の経路がなく、このサイトの中継も応答しません。どちらかが別のネットワークにするとよくつながります。',
    relay:
      'あなたの接続は正常です。相手が離れたばかりか、相手のネットワークが通さないようです。試行を続けています。',
    open: 'あなたの接続は正常ですが、間にファイアウォール、VPN、または制限の厳しいネットワークがあり、このサイトには中継がありません。どちらかが別のネットワークにするとつながります。試行を続けています。',
    unknown:
      'ファイアウォールか VPN が妨げているようです。どちらかが別のネットワークにするとよくつながります。試行を続けています。',
  },

  haveIt: (count) => `${number(count)}人が持っています。`,
  siteHasIt: (site) => `${site} にあります。`,
  haveParts: (count) => `${number(count)}人が一部を持っています。`,
  tooLittleMemory: (most) =>
    `プライベートウィンドウには大きすぎます（最大 ${most}）。通常のウィンドウでリンクを開いてください。`,
  inMemory: (most) =>
    `このブラウザはページを閉じるまでダウンロードをメモリに置きます（最大 ${most}）。残したいものは保存してください。`,
}

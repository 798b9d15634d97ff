import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)}人`

export const status: ShareWords['status'] = {
  hashing: 'ファイルを準備しています。',
  hashingDetail: '終わりしだいリンクが表示されます。',
  asleep: 'お休み中：もう一度ファイルが必要です。',
  asleepUnfinished:
    '準備の途中でページが閉じられました。クリックしてファイルを開くと、最初からやり直します。',
  asleepOneClick:
    '再読み込みの後、ブラウザはファイルを読む前に確認します。クリックしてファイルを開くと、同じリンクがまた使えます。',
  asleepChoose:
    '再読み込みすると、ブラウザは共有したファイルを忘れてしまいます。同じファイルを選ぶかドロップすると、同じリンクがまた使えます。',
  leftOut: (names) => `${names}は含まれていません。ブラウザが読み込めませんでした。`,

  nobodyHere: '持っている人は今、誰もオンラインではありません。',
  startsByItself:
    '誰かが開くと自動で始まります。リンクを送ってくれた人に、ページをもう一度開いてもらってください。',
  nobodyStartsByItself:
    '持っている人は今、誰もオンラインではありません。誰かが開くと自動で始まります。リンクを送ってくれた人に、ページをもう一度開いてもらってください。',
  othersWait: (count) => `${number(count)}人とつながっています。みんな待っているところです。`,
  startsWithOwner: '持っている人がオンラインになると、自動で始まります。',
  onlyPeopleKnow: 'これが何かは、ほかの人に聞かないとわかりません。',
  youChoseNobody: '誰とも接続しない設定です。「速度制限」で許可すると続きます。',
  asking: '内容を問い合わせています。',
  lookingForIt: '持っている人を探しています。',
  linkSays: 'リンクに書かれている情報です。',
  linkSaysSize: (size) => `リンクによると ${size} です。`,
  waitingForSize: (size) => `${size} を待っています。`,
  waitingForName: (name) => `「${name}」を待っています。`,
  waitingForBoth: (name, size) => `「${name}」（${size}）を待っています。`,

  soFar: (percent) => `${percent} まで届き、保存されています。`,
  goesOn: '誰かが開くと自動で続きます。',
  nobodyHasRest: (count) => `${people(count)}とつながっていますが、足りない部分は誰も持っていません。`,
  waitsForTurn: (count) => `${people(count)}とつながり、順番を待っています。`,
  waitsForTurnDetail: '今はほかの人に送っているところです。たいてい1分もかかりません。',
  downloadingFromPeople: (count) => `${people(count)}からダウンロードしています。`,
  downloadingFromSite: (site) => `${site} からダウンロードしています。`,
  downloadingFromBoth: (count, site) => `${people(count)}と ${site} からダウンロードしています。`,
  aboutToStart: 'まもなく始まります。',

  allHere: 'すべてそろっています。',
  allHereNobody: 'ほかの人と接続しない設定なので、誰にも送りません。',
  connectedGoOn: 'すでにつながっている人とはそのまま続きます。',
  sentEnough: '上限まで送ったので、これ以上は送りません。',
  heldInMemory: 'メモリに置いてあります。必要なものはその前に保存してください。',
  othersHave: (count) => `ほかに${number(count)}人が持っています。`,
  othersHaveAndFetch: (have, fetching) =>
    `ほかに${number(have)}人が持っていて、${number(fetching)}人がダウンロード中です。`,
  mayClose: 'このページは閉じても大丈夫です。開いたままだと、ほかの人の助けになります。',
  downloadingIt: (count) => `${number(count)}人がダウンロードしています。`,
  mayCloseOnceDone: () => '誰か1人のダウンロードが終われば、このページを閉じられます。',
  lookingAtIt: (count) => `${number(count)}人が見ています。`,
  onlyYou: 'このページを開いたままにしてください。持っているのはあなただけです。',
  sendTheLink: '渡したい人にリンクを送ってください。持っている誰かがページを開いている間、リンクは使えます。',

  paused: '一時停止中です。',
  pausedAt: (percent) => `${percent} で一時停止中です。`,
  wentWrong: '問題が発生しました。',

  connecting: '接続しています。',
  cannotLook: 'このサイトから応答がありません。',
  cannotLookNow: '再試行しています。インターネットにつながっていますか？',
  cannotLookFor: (seconds) => `${number(seconds)}秒後に再試行します。インターネットにつながっていますか？`,
  relayUsedUp: 'このサイトのリレーは、今日はこれ以上データを中継しません。',
  relayUsedUpDetail:
    '相手にはリレーを通してしか届かず、サイトには1日あたりの上限があります。明日、自動で続きます。直接の経路があればすぐに続きます。別のネットワークならつながることがよくあります。',
  refused: 'この共有は拒否されました。',
  refusedWhy: (reason) =>
    `引き合わせ役のサーバーからの返事：「${reason}」。サイトの運営者にお問い合わせください。`,
  membersOnly: 'このサイトは会員専用です。',
  membersOnlyDetail: '招待をもらってください。招待リンクを開くと会員になり、自動で続きます。',
  siteSendsNothing: 'ウェブサーバーからは今、送られてきません。',
  peopleOff: 'ほかの人と接続しない設定です。「速度制限」で許可できます。',
  peopleOnceThere: (count) => `${number(count)}人そろうと、ほかの人と接続します。`,
  connectingTo: (count) => `${people(count)}に接続しています。`,
  noConnection: (count) => `${number(count)}人いますが、このページからはつながりません。`,
  looking: 'ほかの人を探しています。',
  wayOut: {
    'no-addresses':
      'このブラウザでは、ページが誰とも接続できません。拡張機能またはポリシーでWebRTCがオフになっています。このサイトで許可するか、別のブラウザをお使いください。',
    'no-udp':
      'お使いのネットワークが、人と人をつなぐ通信（UDP）をブロックしています。ファイアウォールかVPNが原因です。VPNをオフにするか、スマートフォンのテザリングなど別のネットワークをお使いください。このページは試行を続けます。',
    'no-relay':
      '直接つながる経路がなく、このサイトのリレーも応答しません。どちらかがネットワークを変えるとうまくいくことがあります。このページは試行を続けます。変わらなければ、サイトの運営者に知らせてください。',
    relay:
      'あなたの接続に問題はなく、リレーも使えます。相手が離れたばかりか、相手のネットワークが何も通さないのかもしれません。このページは試行を続けます。',
    open: 'あなたの接続に問題はありませんが、間にファイアウォールかVPN、制限の厳しいネットワークがあり、このサイトには迂回用のリレーがありません。どちらかがネットワークを変えるとうまくいきます。このページは試行を続けます。',
    unknown:
      'こちらか相手側で、ファイアウォールかVPN、制限の厳しい社内ネットワークが妨げているのかもしれません。ネットワークを変えるとうまくいくことがあります。このページは試行を続けます。',
  },

  haveIt: (count) => `${number(count)}人が持っています。`,
  siteHasIt: (site) => `${site} にあります。`,
  haveParts: (count) => `${number(count)}人が一部を持っています。`,
  tooLittleMemory: (most) =>
    `このブラウザではディスクを使えず、メモリに置けるのは最大 ${most} なので、容量が足りません。通常のウィンドウか別のブラウザでリンクを開いてください。`,
  inMemory: (most) =>
    `このブラウザではディスクを使えません。ダウンロードしたものは最大 ${most} までメモリに置かれ、ページを閉じると消えます。必要なものは保存してください。`,
}

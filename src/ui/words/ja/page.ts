import type { PageWords } from '../areas.ts'
import { number } from './speech.ts'

export const page: PageWords = {
  title: 'Shoal：ブラウザからブラウザへファイルを共有',

  fewSeconds: '数秒',
  longTime: '長時間',
  hours: (hours, minutes) => (minutes === '0' ? `${hours} 時間` : `${hours} 時間 ${minutes} 分`),
  quoted: (name) => `「${name}」`,
  andMore: (count) => `ほか${number(count)}件`,
  files: (count) => `${number(count)}個のファイル`,
  people: (count) => `${number(count)}人`,
  untitled: (code) => `共有 ${code}…`,
  sealedShare: '封をした共有',
  progress: '進み具合',
  progressOf: (name) => `${name} の進み具合`,

  close: '閉じる',
  done: '完了',
  cancel: 'キャンセル',
  tryAgain: '再試行',
  trying: '再試行中…',
  dismiss: '閉じる',
  copied: 'コピー済み',
  toldCopied: 'コピーしました。',
  mayNotCopy:
    'ブラウザがこのページのコピーを許可していません。テキストを選択して Ctrl+C か ⌘C を押してください。',
  mayNotCopySelected:
    'ブラウザがこのページのコピーを許可していません。テキストは選択済みです。Ctrl+C か ⌘C を押してください。',
  language: '言語',
  languageFailed: 'この言語を読み込めませんでした。インターネット接続を確認して、もう一度選んでください。',
  licences: 'ライセンス',
  qrNotDrawn: 'QRコードを作れませんでした。リンクが長すぎるか、サイトとの接続が切れています。',
  shareAsText: 'テキストとして共有',
  shareTheFile: 'ファイル自体を共有',

  send: '送る',
  dropFiles: 'ファイルをドロップして送信',
  sendFiles: 'ファイルを送る',
  letGo: '放して共有',
  oneMoment: 'お待ちください…',
  nothingUploaded: 'ファイルはあなたのブラウザから相手に直接届きます。',
  chooseFiles: 'ファイルを選ぶ',
  chooseFolder: 'フォルダを選ぶ',
  addFiles: 'ファイルを追加',
  addFolder: 'フォルダを追加',
  sealIt: '封をする：リンクを知る人だけが読めます',
  sealedOnly: 'このサイトでは、共有するものすべてに封をします。',
  receive: '受け取る',
  /** For a screen reader: the field takes all of these. */
  linkField: 'magnetリンク、インフォハッシュ、または共有リンク',
  pasteLink: 'リンクを貼り付け',
  get: '受け取る',
  linkCut: 'リンクの一部が途中で失われています。もう一度もらってください。',
  stepDrop: 'ここにファイルをドロップ',
  stepSend: 'リンクを送る',
  stepWait: '相手が受け取るまでページを開いておく',
  yourShares: 'あなたの共有',
  dropNotRead:
    'ドロップしたものをブラウザが読み取れませんでした。もう一度試すか、「ファイルを選ぶ」をお使いください。',

  speedLimits: '速度制限',
  speedLimitsOn: '速度制限：オン',
  colours: {
    system: '配色：システムに合わせる',
    light: '配色：ライト',
    dark: '配色：ダーク',
  },
  changeColours: {
    system: '配色：システムに合わせる。変更',
    light: '配色：ライト。変更',
    dark: '配色：ダーク。変更',
  },

  openingShare: '共有を開いています…',
  openingNamed: (name) => `${name} を開いています…`,
  goneShare: 'この共有はもうここにありません。',
  goneShareWhy: '準備ができる前にページが再読み込みされました。ファイルをもう一度追加してください。',

  elsewhere: 'Shoalは別のタブで開いています。',
  elsewhereWhy: '転送はそちらで続いています。',
  useHere: 'ここで使う',
  olderOpen: '古いバージョンのShoalが別のタブで開いています。',
  olderOpenWhy: 'そのタブを閉じると、ここで始まります。',
  newerThere: '新しいバージョンのShoalがあります。',
  newerThereWhy: 'ページを再読み込みすると続けられます。何も失われません。',
  loadAnew: '再読み込み',

  notLoadedWhy: 'インターネット接続を確認して、もう一度お試しください。',
  notLoaded: 'Shoalの一部を読み込めませんでした。',
  somethingFailed: '問題が発生しました。インターネット接続を確認して、もう一度お試しください。',
  cannotWork: 'Shoalはここでは動きません。',
  whyNothingMoves: 'なぜ進まないの？',
  checkConnection: '接続を確認',

  announceAddress: 'アナウンスアドレス',
  copy: 'コピー',
}

import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'その他',
  privateReview: '非公開レビュー',
  linkTells: 'リンクを受け取った人には名前とサイズが見えます',
  nameTrackers: (trackers) => `リンクに ${trackers} も書く`,
  webCopy: 'ウェブサーバーのコピーを使う',
  webCopyAddress:
    'ウェブサーバーにある同じファイルのアドレス。ほかの人からの送信が間に合わない部分は、リンクを開いた人がそこから受け取ります。',
  webCopySealed:
    '封をしたファイルを保存して Web サーバーに置き、そのアドレスをここに入力してください。リンクのない人はそこでも読めません。リンクを開いた人は、ほかの人が送るのに間に合わない分をそこから受け取ります。',
  saveSealed: '封をしたファイルを保存',
  addWebCopy: 'HTTPコピーを追加',
  checking: '確認中…',
  webCopyAdded: 'コピーは正しく、リンクに書き込まれました。新しいリンクを送ってください。',
  otherPrograms: 'ほかのプログラム用',
  magnetLink: 'magnetリンク',
  copyMagnet: 'magnetをコピー',
  torrentFile: '.torrentファイル',
  details: '詳細',
  infoHash: 'インフォハッシュ',
  pieces: 'ピース',
  piecesOf: (count, size) => `${number(count)}個、各 ${size}`,
  trackerCount: 'トラッカーの集計',
  seedsAndLeechers: (seeds, leechers) =>
    `全部あり ${number(seeds)}、途中 ${number(leechers)}（このページを含む）`,
  keptHere: 'ブラウザに保存',
  sinceOpened: 'ページを開いてから',
  receivedAndSent: (received, sent) => `受信 ${received}、送信 ${sent}`,
  peers: '接続中のピア',
  program: 'プログラム',
  way: '経路',
  relay: 'リレー',
  direct: '直接',
  has: '所持',
  youReceive: '受信',
  youSend: '送信',
  peer: 'ピア',
}

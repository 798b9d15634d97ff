import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'すべての共有に、今すぐ適用されます。',
  sendAtMost: '送信の上限',
  receiveAtMost: '受信の上限',
  megabytesASecond: 'MB/秒',
  noLimit: '無制限',
  connectionsAtMost: '接続数の上限',
  inAll: '合計',
  aNumber: '0より大きい数を入力するか、空欄にしてください。',
  aWholeNumber: (least) => `${number(least)}以上の整数を入力するか、空欄にしてください。`,
  stopForTheDay: '1日の送信を止める量',
  megabytes: 'MB',
  never: 'なし',
  connectToPeople: 'ほかの人との接続',
  whenever: '持っている人がいれば常に',
  whenPeople: (count) => `${number(count)}人以上いるとき`,
  connectWhy:
    'ウェブサーバーにコピーがあるものに適用されます。「なし」にするとサーバーからだけ受け取り、ほかの人にアドレスは見えず、何も送りません。それ以外のものは、ほかの人からだけ届きます。',
  contactAll: 'リンクにあるサーバーに確認なしで接続',
  onlyOnClick: 'クリックするまで接続しない',
  onlyOnClickWhy: 'オンにすると、リンクのページはクリックされるまで誰とも接続しません。',
  screenOn: '転送中は画面をつけたままにする',
  screenIsOn: '転送中なので、画面はついたままです。',
  gentle: '通信量に応じて料金がかかる回線のようなので、設定を変えるまで送信を控えめにします。',
  ofThisShare: 'この共有の制限',
  ofThisShareOn: 'この共有の制限：オン',
  stopAfter: '送信を止める量',
  timesItsSize: '倍（サイズ比）',
}

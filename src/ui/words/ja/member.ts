import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'もうこのサイトの会員ではありません。サイトの運営者に招待をもらってください。',
  isOne: 'このサイトの会員です。',
  sums: (sent, received) => `送信 ${sent}、受信 ${received}。`,
  sumsAndRatio: (sent, received, ratio) => `送信 ${sent}、受信 ${received}、共有比 ${ratio}。`,
  yourAddress: 'あなたのアナウンスアドレス',
  yourAddressWhy:
    'ほかのプログラムや、別のブラウザで会員になるときに使います。そのブラウザのこのページに貼り付けてください。人には教えないでください。持っている人はあなたとして扱われます。',
  keptForYou: 'オンラインに残しているもの',
  notKept: '保管なし',
  keptWaiting: '待機中',
  keptUntil: (day) => `${day}まで`,
  deleteCopy: 'コピーを削除',
  keeperProblems: {
    quota: '保管できる上限に達しています。先に何か取り下げてください。',
    full: 'サイトのサーバーの保管場所がいっぱいです。しばらくしてからお試しください。',
    often: 'サイトのサーバーへの要求が多すぎます。1分後にお試しください。',
    members: 'サイトのサーバーが保管するのは会員の共有だけです。',
    refused: 'このサイトでは、サーバーでの保管が許可されていません。',
    down: 'サイトのサーバーは今、保管を行っていません。しばらくしてからお試しください。',
    gone: 'もう保管されていません。',
    unreachable: 'サイトから応答がありません。もう一度お試しください。',
  },
}

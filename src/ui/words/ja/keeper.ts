import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'オンラインに残す',
  keepOnline: 'オンラインに残す',
  askBridge: 'このサイトに取得を頼む',
  bridgeOffer:
    'ここには持っている人がいません。サイトのサーバーが一般のBitTorrent利用者の中から探し、届いたものから渡します。',
  deleteCopy: 'サーバーのコピーを削除',
  progress: 'サイトのサーバーに届いた分',
  offer: (days) => `サイトがコピーを${number(days)}日間保管します。`,
  tooLarge: (most) => `大きすぎて、サイトのサーバーでは保管できません。上限は ${most} です。`,
  looking:
    'サイトのサーバーが、持っている人を探しています。すべて届くまで、このページを開いたままにしてください。',
  fetching: (percent) =>
    `サイトのサーバーに ${percent} 届きました。すべて届くまで、このページを開いたままにしてください。`,
  kept: (day) => `このページは閉じても大丈夫です。サイトのサーバーが${day}までコピーを保管します。`,
  gone: 'サイトのサーバーにはもうコピーがありません。',
  failures: {
    'too-large': 'サイトのサーバーは保管しませんでした。許可されたサイズを超えています。',
    'no-room': 'サイトのサーバーは保管しませんでした。空きはすべてほかの人の分です。',
    evicted: 'サイトのサーバーでの保管は終わりました。ほかの人のために空きが必要でした。',
    'disk-full': 'サイトのサーバーは保管できませんでした。ディスクがいっぱいです。',
    incomplete: 'サイトのサーバーは時間内にすべて受け取れず、届いた分を削除しました。',
    refused: 'このサイトでは、サーバーでの保管が許可されていません。',
    broken: 'サイトのサーバーは保管できませんでした。もう一度お試しください。',
  },
}

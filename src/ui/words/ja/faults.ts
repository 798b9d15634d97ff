import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: '予期しない問題が発生しました。',
  fileChanged: 'この共有のファイルが変更、移動、または削除されました。',
  fileDamaged: 'この共有のファイルが、共有したときと違っています。',
  copyUnusable: (why) => `このコピーは使えません。${why}`,
  addressTooLarge: (host, most) =>
    `${host} から届いたものは ${most} を超えていて、.torrentファイルではありません。アドレスは正しいですか？`,
  serverError: (status) => `サーバーからの返事：エラー ${status}。`,
  linksNotOpened: (count, of, why) =>
    `${number(of)}件のリンクのうち${number(count)}件を開けませんでした。${why}`,

  plain: {
    'nothing-chosen': '先にファイルを1つ以上選んでください。',
    'file-incomplete': 'このファイルはまだそろっていません。',
    'data-not-open': 'この共有のデータは開かれていません。',
    'share-removed': 'この共有は削除されました。',
    'engine-elsewhere': '別のタブが引き継ぎました。',
    'files-not-opened':
      'ブラウザがファイルを開けませんでした。変更または移動されたか、許可されませんでした。選び直してください。',
    'files-of-other-sizes': 'この共有のファイルではありません。サイズが違います。',
    'password-wrong': 'パスワードが違います。大文字と小文字は区別されます。',
    'sealed-part-damaged': '一部が、封をしたものと違います。送った人に、もう一度共有してもらってください。',
    'files-of-other-contents': 'この共有のファイルではありません。中身が違います。',
    'not-a-web-address': 'ウェブアドレスではありません。https:// か http:// で始まります。',
    'share-not-ready': '共有の準備がまだできていません。',
    'address-error': ({ host, status }) =>
      `${host} から .torrentファイルではなく「${status}」が返りました。アドレスは正しいですか？`,
    'address-silent': ({ host, seconds }) =>
      `${host} から${number(seconds)}秒以内に応答がありませんでした。もう一度試すか、.torrentファイルをダウンロードしてここにドロップしてください。`,
    'address-unreachable': ({ host }) =>
      `このページは ${host} から取得できませんでした。ほとんどのサイトは許可していません（CORS）。またはオフラインです。.torrentファイルをダウンロードしてここにドロップしてください。`,
    'torrent-file-too-large': '.torrentファイルにしては大きすぎます。',
    'site-silent': 'サイトから応答がありません。インターネットにつながっていますか？',
    'site-busy': 'サイトへの問い合わせが多すぎます。1分ほどお待ちください。',
    'site-error': ({ status }) => `サイトからエラーが返りました（${status}）。`,
    'site-unclear': 'サイトから届いた設定を、このページは理解できません。',
    'answer-unclear': 'サイトから届いた返事を、このページは理解できません。',
    'not-listed': '見られるものをサイトから取得できませんでした。少ししてからお試しください。',
    'not-published': 'サイトでは公開されていないか、公開が終わっています。',
    'live-encrypted': 'このライブは暗号化されているため、ここでは再生できません。',
    'server-silent': 'サーバーから応答がありません。動いていますか？インターネットにつながっていますか？',
    'insecure-address':
      'Shoalには安全なアドレスが必要です。https で開くか、この端末の http://localhost で開いてください。',
    'no-webrtc': 'このブラウザはWebRTCに対応していないか、オフになっているため、ほかの人とつながれません。',
    'outdated-page':
      'このブラウザでは新しいバージョンのShoalが動いています。ページを再読み込みしてください。何も失われません。',
    'engine-not-loaded':
      'ファイルを転送する部分を読み込めませんでした。接続を確認してもう一度試すか、ページを再読み込みしてください。',
    'part-not-loaded':
      '必要な部分を読み込めませんでした。接続を確認してもう一度試すか、ページを再読み込みしてください。',
    'no-worker-to-save':
      'このブラウザでは、ページがダウンロードを書き込めません（プライベートウィンドウではよくあります）。ファイルは1つずつ保存できます。',
    'no-worker-to-play':
      'このブラウザでは、届いている途中のものを再生できません（プライベートウィンドウではよくあります）。届いたら保存できます。',
    'worker-silent-to-save': '書き込みを行う部分をブラウザが起動しませんでした。',
    'worker-silent-to-play': '再生を行う部分をブラウザが起動しませんでした。',
    'download-not-begun': 'ブラウザがダウンロードを始めませんでした。',
    'download-lost': 'ブラウザが途中で止めたため、書き込まれたものは不完全です。もう一度お試しください。',
    'no-room-to-save': 'ディスクに空きがありません。空きを増やして、もう一度お試しください。',
    'place-refused': 'ブラウザはそこに書き込めません。別の場所を選んでください。',
    'file-busy': 'そのファイルは別のプログラムで開かれています。閉じるか、別の名前にしてください。',
    'source-changed': '変更、移動、または削除されたファイルがあります。',
    'source-gone': '途中でファイルまたはフォルダが移動または削除されました。',
    'no-hls': 'このブラウザでは、複数の画質がある動画（HLS）を再生できません。',
    'film-broken': '動画の一部を読み取りまたはデコードできませんでした。',
    'not-readable-now': '今は読み取れません。',
    'note-too-long': '1つのメモに入りきりません。短くするか、2つに分けてください。',
    'written-too-much': 'ここに書ける上限に達しました。先に何か削除してください。',
    'thread-full':
      'この会話はいっぱいで、返信しても表示されません。新しいメモを書くか、自分の返信をいくつか削除してください。',
    'review-full':
      'このレビューはいっぱいで、メモは誰にも届きません。自分のメモをいくつか削除するか、非公開レビューを始めてください。',
    'review-full-of-people': ({ people }) =>
      `このレビューはいっぱいです。${number(people)}人が書き込んでいて、メモは誰にも届きません。誰かのメモを非表示にして空けるか、非公開レビューを始めてください。`,
    'reads-only': '閲覧専用リンクで開いたレビューです。読めますが、書けません。',
    'notes-taken-over': '別のタブが引き継ぎました。',
    'author-forked': 'この書き手は信頼されなくなりました。',
    'notes-of-odd-ending':
      'このファイルの拡張子は .md、.csv、.vtt、.srt、.edl のどれでもないので、読み方がわかりません。',
    'notes-too-large': 'メモの一覧にしては、このファイルは大きすぎます。',
    'notes-not-text':
      'このファイルはテキスト（UTF-8）ではありません。テキストで保存して、もう一度お試しください。',
    'notes-unreadable': ({ skipped }) =>
      `このファイルにはメモとして読めるものがありません。${number(skipped)}件は言葉か時間が欠けていました。`,
    'no-notes-in-it': 'このファイルにメモはありません。',
    'notes-elsewhere': 'メモは今、別のタブで扱っています。',
  },

  intake: {
    'text-too-long': 'リンクにしては長すぎるテキストです。',
    'nothing-pasted': 'まだ開くものがありません。リンクを貼り付けてください。',
    'no-link': 'リンク、magnetリンク、インフォハッシュ、.torrentファイルのアドレスのどれでもありません。',
    'hash-of-odd-length': ({ digits }) =>
      `インフォハッシュは16進数40桁ですが、これは${number(digits)}桁です。全部コピーしましたか？`,
    'link-without-hash': 'このリンクは # の後が壊れています。全部コピーしましたか？',
    'review-damaged': 'リンクの末尾の、非公開レビューを開く部分が壊れています。全部コピーしましたか？',
    'key-damaged': 'リンクの末尾の、封を開ける部分が壊れています。全部コピーしましたか？',
    'address-damaged': 'このウェブアドレスは壊れています。全部コピーしましたか？',
    'magnet-without-hash':
      'このmagnetリンクには有効なインフォハッシュ（xt=urn:btih:…）がありません。全部コピーしましたか？',
    'link-of-version-2': 'BitTorrentバージョン2だけのトレントで、まだ対応していません。',
  },

  origin: {
    'origin-unreachable': 'このページからはつながりません。',
    'origin-silent': '応答がないか、遅すぎます。',
    'origin-stopped': '途中で止まりました。',
    'origin-error': ({ status }) => `エラーが返りました（${status}）。`,
    'origin-lacks-file': 'そこにファイルがありません。',
    'origin-refuses': 'そのファイルは誰でも受け取れるわけではありません。',
    'origin-without-ranges': 'ファイルの一部だけを送ることができません。',
    'origin-other-range': '求めたのと違う部分が送られてきます。',
    'origin-shorter': 'ファイルが短くなっています。',
    'origin-other-size': 'ファイルのサイズが違います。',
    'origin-differs': '中身がこの共有と違います。',
    'origin-false': '共有されたものと違うものが送られてきます。',
    'origin-by-http': 'http でしかつながりませんが、このページは https なので、ブラウザが拒否します。',
  },

  server: {
    'address-busy': 'サーバーからの返事：あなたのアドレスからの要求が多すぎます。',
    'database-busy': 'サーバーからの返事：データベースが混み合っています。もう一度お試しください。',
    failed: 'サーバーからの返事：うまくいきませんでした。理由はサーバーのログにあります。',
    'host-unknown': 'サーバーからの返事：Hostヘッダーがないか、間違っています。',
    'link-void':
      'サーバーからの返事：このリンクは不明か、期限切れか、すでに開かれています。サーバーは別のリンクを出せます。',
    'no-data-folder': 'サーバーからの返事：データフォルダがありません。',
    'no-such-invitation': 'サーバーからの返事：その招待はありません。',
    'no-such-member': 'サーバーからの返事：その会員はいません。',
    'no-such-token': 'サーバーからの返事：そのトークンはありません。',
    'not-an-admin': 'このブラウザは管理者ではなくなりました。',
    'revoked-before': 'サーバーからの返事：この会員資格は取り消されています。',
    'swarm-empty': 'サーバーからの返事：このスウォームには誰もいません。',
    'torrent-unknown': 'サーバーからの返事：このトレントは登録されていません。',
  },
}

import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: '一部のファイルへのリンク',
  chooseAll: 'すべて選択',
  chooseNone: '選択を解除',
  find: 'ファイル名で検索',
  sort: 'ファイルを並べ替え',
  found: (found, count, size) => `${number(count)}個のファイル中${number(found)}個、${size}`,
  fetchNamed: (name) => `${name} を受け取る`,
  linkToNamed: (name) => `${name} へのリンク`,
  tickThem:
    'リンクに含めるファイルにチェックを付けてください。リンクを開いた人は、ほかのファイルもダウンロードできます。',
  linkToFiles: (count) => `${number(count)}個のファイルへのリンク`,
  copyThisLink: 'このリンクをコピー',

  play: '再生',
  playNamed: (name) => `${name} を再生`,
  preview: 'プレビュー',
  previewNamed: (name) => `${name} をプレビュー`,
  closeNamed: (name) => `${name} を閉じる`,
  showLarge: (name) => `${name} を大きく表示`,
  actionsFor: (name) => `${name} の操作`,
  opening: '開いています…',
  inside: (name) => `${name} の中身`,
  copyText: 'テキストをコピー',
  onlyBeginning: 'これは冒頭です。すべて見るにはファイルを保存してください。',
  cannotBeShown: (why) => `表示できません。${why}`,
  noPicture: '表示できません。ブラウザが対応していない種類の画像です。',
  pictures: '画像',
  pictureBefore: '前の画像',
  nextPicture: '次の画像',
  placeOf: (place, count) => `${number(place)} / ${number(count)}`,
  pageOf: (name, page) => `${name}、${number(page)}ページ`,
  frameMemory: (most) =>
    `このフレームには何も保存されません。動画は再生中だけメモリに置かれます（最大${most}）。`,
  frameTooSmall: (most) => `このフレームには大きすぎます（最大${most}）。サイトで直接開いてください。`,
  page: 'ページ',
  pageBefore: '前のページ',
  nextPage: '次のページ',

  player: (name) => `${name} のプレーヤー`,
  filmAndControls: '動画と操作',
  startingPlayer: 'プレーヤーを起動しています…',
  closePlayer: 'プレーヤーを閉じる',
  previous: '前へ',
  next: '次へ',
  soundLanguage: '音声の言語',
  cannotPlay: (name) =>
    `このブラウザでは「${name}」を再生できません。保存して別のプログラムで再生してください。`,
  /** `{pause}` is a button: “pause the download”. */
  cannotPlayYet: (name, pause) =>
    `このブラウザでは「${name}」を再生できません。ダウンロードして別のプログラムで再生するか、${pause}。`,
  pauseDownload: 'ダウンロードを一時停止してください',
  onlySound: (name) =>
    `このブラウザでは「${name}」の音声だけを再生します。保存して別のプログラムで再生してください。`,
  chapters: 'チャプター',
  codedAs: (codec: string) => `${codec} で符号化されており、このブラウザーは対応していません。`,
  silent: (codec: string) => `音声が ${codec} で符号化されており、このブラウザーでは再生できません。`,
  lost: (name) => `「${name}」の続きを読み込めませんでした。プレーヤーを閉じて、もう一度再生してください。`,
  waitingForNext: '続きを待っています…',

  saveAll: 'すべて保存',
  saveHere: '届いた分を保存',
  saveZip: 'ZIPで保存',
  writingFile: (place, count) => `書き込み中：${number(count)}個中${number(place)}個目…`,
  writingZip: 'ZIPを書き込んでいます…',
  zipProgress: 'ZIPの進み具合',
  stop: '中止',
}

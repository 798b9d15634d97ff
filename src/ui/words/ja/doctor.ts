import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: '接続に問題はありませんか？',
  looking: '調べています…',
  fewSeconds: '数秒かかります。',
  lookAgain: 'もう一度調べる',
  copyReport: 'レポートをコピー',
  mayNotCopy: 'ブラウザがこのページのコピーを許可していません。',
  reportTells: 'レポートにはアドレスもファイル名も含まれません。',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'هل اتصالي سليم؟',
  looking: 'جارٍ الفحص…',
  fewSeconds: 'يستغرق هذا بضع ثوانٍ.',
  lookAgain: 'الفحص مرة أخرى',
  copyReport: 'نسخ التقرير',
  mayNotCopy: 'المتصفح لا يسمح لهذه الصفحة بالنسخ.',
  reportTells: 'لا يذكر التقرير أي عنوان ولا أي ملف.',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Bağlantım iyi mi?',
  looking: 'Bakılıyor…',
  fewSeconds: 'Birkaç saniye sürer.',
  lookAgain: 'Yeniden bak',
  copyReport: 'Raporu kopyala',
  mayNotCopy: 'Tarayıcı bu sayfanın kopyalamasına izin vermiyor.',
  reportTells: 'Raporda hiçbir adres ya da dosya geçmez.',
}

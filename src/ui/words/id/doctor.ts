import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Apakah koneksiku baik?',
  looking: 'Memeriksa…',
  fewSeconds: 'Hanya beberapa detik.',
  lookAgain: 'Periksa lagi',
  copyReport: 'Salin laporan',
  mayNotCopy: 'Browser tidak mengizinkan halaman ini menyalin.',
  reportTells: 'Laporan ini tidak menyebut alamat atau file apa pun.',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Czy moje połączenie jest w porządku?',
  looking: 'Sprawdzam…',
  fewSeconds: 'To potrwa kilka sekund.',
  lookAgain: 'Sprawdź jeszcze raz',
  copyReport: 'Kopiuj raport',
  mayNotCopy: 'Przeglądarka nie pozwala tej stronie kopiować.',
  reportTells: 'W raporcie nie ma żadnego adresu ani pliku.',
}

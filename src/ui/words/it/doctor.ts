import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'La mia connessione va bene?',
  looking: 'Controllo…',
  fewSeconds: 'Ci vogliono pochi secondi.',
  lookAgain: 'Ricontrolla',
  copyReport: 'Copia il rapporto',
  mayNotCopy: 'Il browser non permette a questa pagina di copiare.',
  reportTells: 'Il rapporto non nomina indirizzi né file.',
}

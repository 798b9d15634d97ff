import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Ist meine Verbindung in Ordnung?',
  looking: 'Sieht nach …',
  fewSeconds: 'Das dauert ein paar Sekunden.',
  lookAgain: 'Noch einmal nachsehen',
  copyReport: 'Bericht kopieren',
  mayNotCopy: 'Der Browser lässt diese Seite nicht kopieren.',
  reportTells: 'Der Bericht nennt keine Adresse und keine Datei.',
}

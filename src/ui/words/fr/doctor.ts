import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Ma connexion va-t-elle bien ?',
  looking: 'Vérification…',
  fewSeconds: 'Cela prend quelques secondes.',
  lookAgain: 'Revérifier',
  copyReport: 'Copier le rapport',
  mayNotCopy: 'Le navigateur ne laisse pas cette page copier.',
  reportTells: 'Le rapport ne nomme aucune adresse ni aucun fichier.',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: '¿Está bien mi conexión?',
  looking: 'Comprobando…',
  fewSeconds: 'Tarda unos segundos.',
  lookAgain: 'Comprobar otra vez',
  copyReport: 'Copiar el informe',
  mayNotCopy: 'El navegador no deja que esta página copie.',
  reportTells: 'El informe no nombra ninguna dirección ni ningún archivo.',
}

import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Minha conexão está boa?',
  looking: 'Olhando…',
  fewSeconds: 'Leva alguns segundos.',
  lookAgain: 'Olhar de novo',
  copyReport: 'Copiar o relatório',
  mayNotCopy: 'O navegador não deixa esta página copiar.',
  reportTells: 'O relatório não cita nenhum endereço nem arquivo.',
}

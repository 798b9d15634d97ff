import type { DoctorWords } from '../areas.ts'
import { causes } from './causes.ts'
import { checks } from './checks.ts'

export const doctor: DoctorWords = {
  causes,
  checks,
  heading: 'Чи все гаразд зі з’єднанням?',
  looking: 'Перевіряємо…',
  fewSeconds: 'Це триває кілька секунд.',
  lookAgain: 'Перевірити ще раз',
  copyReport: 'Копіювати звіт',
  mayNotCopy: 'Браузер не дозволяє цій сторінці копіювати.',
  reportTells: 'У звіті немає жодної адреси й жодного файлу.',
}

import { causes } from './causes.ts'
import { checks } from './checks.ts'

/** The dialog that looks for what is in the way. */
export const doctor = {
  causes,
  checks,
  heading: 'Check my connection',
  looking: 'Looking…',
  fewSeconds: 'This takes a few seconds.',
  lookAgain: 'Look again',
  copyReport: 'Copy the report',
  mayNotCopy: 'Copying is blocked here.',
  reportTells: 'It holds no address and no file name.',
}

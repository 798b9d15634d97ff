import { causes } from './causes.ts'
import { checks } from './checks.ts'

/** The dialog that looks for what is in the way. */
export const doctor = {
  causes,
  checks,
  heading: 'Is my connection all right?',
  looking: 'Looking…',
  fewSeconds: 'This takes a few seconds.',
  lookAgain: 'Look again',
  copyReport: 'Copy the report',
  mayNotCopy: 'The browser does not let this page copy.',
  reportTells: 'The report names no address and no file.',
}

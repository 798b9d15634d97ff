import type { IntakeProblem } from '../../state/notices.ts'
import { faultWords } from './faults.ts'
import type { PlainIntake } from './plainFaults.ts'
import { say } from './say.ts'
import { words } from './words.ts'

/** Why what was typed or pasted was not opened. */
export function intakeWords(problem: IntakeProblem): string {
  const { faults } = words
  if (!faults) return words.page.somethingFailed
  switch (problem.code) {
    case 'text-too-long':
    case 'nothing-pasted':
    case 'no-link':
    case 'hash-of-odd-length':
    case 'link-without-hash':
    case 'review-damaged':
    case 'key-damaged':
    case 'address-damaged':
    case 'magnet-without-hash':
    case 'link-of-version-2':
      return say<PlainIntake>(faults.intake, problem)
    case 'links-not-opened':
      return faults.linksNotOpened(problem.count, problem.of, faultWords(problem.fault))
    default:
      return faultWords(problem)
  }
}

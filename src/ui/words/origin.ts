import type { OriginProblem } from '../../state/engineTypes.ts'
import { say } from './say.ts'
import { words } from './words.ts'

/** Why a publisher's HTTP copy cannot be used; “it” has been named before. */
export function originWords(problem: OriginProblem): string {
  const { faults } = words
  return faults ? say<OriginProblem>(faults.origin, problem) : words.page.somethingFailed
}

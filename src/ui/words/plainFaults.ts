import type { Failure, MetainfoProblem } from '../../state/engineTypes.ts'
import type { Fault } from '../../state/faults.ts'
import type { IntakeProblem } from '../../state/notices.ts'

/** Those whose words depend on no other problem's, and on no measure. */
export type PlainFault = Exclude<
  Fault,
  | MetainfoProblem
  | { readonly code: Failure['code'] }
  | { readonly code: 'cannot-download' | 'copy-unusable' | 'address-too-large' | 'server-refuses' }
>

export type PlainIntake = Exclude<IntakeProblem, Fault | { readonly code: 'links-not-opened' }>

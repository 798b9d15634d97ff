import type { Urgency } from '../changes.ts'
import type { Phase } from './phase.ts'

/** How far a share is: its phase, and of one that is active whether anything of it is here, and all that is wanted. */
export type Stage = Exclude<Phase['kind'], 'active'> | 'asked' | 'begun' | 'done'

export function stageOf({ kind, known }: Phase): Stage {
  if (kind !== 'active') return kind
  if (known.progress.complete) return 'done'
  return known.pieces.here.size === 0 ? 'asked' : 'begun'
}

/** How soon the page has to hear of it: somebody who has opened a link sits and waits for what it is, and for its first piece. */
export function urgencyOf(before: Stage, stage: Stage): Urgency {
  if (before === stage) return 'usual'
  return (before === 'fetching' && stage === 'ready') || before === 'asked' ? 'awaited' : 'step'
}

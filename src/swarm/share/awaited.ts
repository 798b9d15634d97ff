import type { Phase } from './phase.ts'

/** How far somebody who has opened a link is: it is not known what it leads to; it is; it is fetched; some of it is here. */
export type Stage = 'looking' | 'ready' | 'asked' | 'begun' | 'other'

export function stageOf({ kind, known }: Phase): Stage {
  if (kind === 'fetching') return 'looking'
  if (kind === 'ready') return 'ready'
  if (kind !== 'active') return 'other'
  return known.pieces.here.size === 0 ? 'asked' : 'begun'
}

/** Whether that is what somebody sits and waits for. */
export function isAwaited(before: Stage, stage: Stage): boolean {
  return (before === 'looking' && stage === 'ready') || (before === 'asked' && stage === 'begun')
}

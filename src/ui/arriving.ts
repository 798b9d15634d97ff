import type { ShareSnapshot } from '../state/engineTypes.ts'

/**
 * Whether what a share is will be known in a moment: until then it is not shown what would be moved by that. What is waited
 * for longer (somebody who has it, a membership) is no arrival.
 */
export function isArriving({ state, situation }: Pick<ShareSnapshot, 'state' | 'situation'>): boolean {
  return (
    state === 'fetching' &&
    ['idle', 'tracker-connecting', 'connecting', 'peers-without-data', 'moving', 'choked'].includes(
      situation.kind,
    )
  )
}

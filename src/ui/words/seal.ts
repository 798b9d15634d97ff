import type { SealedPolicy } from '../../state/engineTypes.ts'

/** What the switch says. */
export const SEAL_IT = 'Sealed: only who has the link can read'

/** What stands below it. */
export function sealHint(policy: SealedPolicy | null): string | null {
  return policy === 'only' ? 'This site seals all that is shared.' : null
}

/** On a share that was made already. */
export const SEAL_ANEW = 'Nobody has fetched it yet. It becomes another share, with another link.'

import type { ShareSnapshot } from '../../state/engineTypes.ts'
import { formatSize } from './measures.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

/** What a share is, as its link says and nobody has proved; null once it is known, or where it says nothing. */
function claimOf({ infoHash, name, size, files, mine, state }: ShareSnapshot): [string, string] | null {
  if (files.length > 0 || mine || state === 'failed') return null
  const named = name === '' || name === infoHash ? '' : inText(name)
  const sized = size > 0 ? formatSize(size) : ''
  return named === '' && sized === '' ? null : [named, sized]
}

/** Below the name, which is a claim as well. */
export function claimedWords(share: ShareSnapshot): string | null {
  const claim = claimOf(share)
  if (!claim) return null
  const [, size] = claim
  const { status } = words.share
  return size === '' ? status.linkSays : status.linkSaysSize(size)
}

/** The headline of a page that waits; null where the link says nothing. */
export function waitingFor(share: ShareSnapshot): string | null {
  const claim = claimOf(share)
  if (!claim) return null
  const [name, size] = claim
  const { status } = words.share
  if (name === '') return status.waitingForSize(size)
  return size === '' ? status.waitingForName(name) : status.waitingForBoth(name, size)
}

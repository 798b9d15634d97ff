import type { ShareSnapshot } from '../../state/engineTypes.ts'
import { formatSize } from './measures.ts'
import { words } from './words.ts'

/**
 * What a share is, as its link says and nobody has proved, below the name, which is a claim as well; null once it is
 * known, or where the link says nothing.
 */
export function claimedWords({ infoHash, name, size, files, mine, state }: ShareSnapshot): string | null {
  if (files.length > 0 || mine || state === 'failed') return null
  const { status } = words.share
  if (size > 0) return status.linkSaysSize(formatSize(size))
  return name === '' || name === infoHash ? null : status.linkSays
}

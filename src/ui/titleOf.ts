import type { ShareSnapshot } from '../state/engineTypes.ts'
import { words } from './words/words.ts'

/** What a share is called: its name, or the beginning of its info hash as long as nobody has told it. */
export function titleOf(share: ShareSnapshot): string {
  // All that are sealed have the same name outside, which is nobody's.
  if (share.seal === 'locked' || share.seal === 'asks') return words.page.sealedShare
  const known = share.name !== '' && share.name !== share.infoHash
  return known || share.infoHash === null ? share.name : words.page.untitled(share.infoHash.slice(0, 8))
}

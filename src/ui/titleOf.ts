import type { ShareSnapshot } from '../state/engineTypes.ts'
import { words } from './words/words.ts'

/** What a share is called: its name, or the beginning of its info hash as long as nobody has told it. */
export function titleOf(share: ShareSnapshot): string {
  // All that are sealed have the same name outside, which is nobody's.
  if (share.seal === 'locked' || share.seal === 'asks') return words.page.sealedShare
  return isNamed(share) || share.infoHash === null
    ? share.name
    : words.page.untitled(share.infoHash.slice(0, 8))
}

/** Whether anybody has told what it is called. */
export function isNamed({ name, infoHash, seal }: ShareSnapshot): boolean {
  return seal === 'locked' || seal === 'asks' || (name !== '' && name !== infoHash)
}

import type { ShareSnapshot } from '../state/engineTypes.ts'

/** What a share is called: its name, or the beginning of its info hash as long as nobody has told it. */
export function titleOf(share: ShareSnapshot): string {
  const known = share.name !== '' && share.name !== share.infoHash
  return known || share.infoHash === null ? share.name : `Share ${share.infoHash.slice(0, 8)}…`
}

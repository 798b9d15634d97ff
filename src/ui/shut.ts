import type { ShareSnapshot } from '../state/engineTypes.ts'

/** Whether its time is over: nobody serves it any more. */
export function hasEnded({ failure }: Pick<ShareSnapshot, 'failure'>): boolean {
  return failure?.code === 'seal-expired'
}

/** Whether nothing can be shown of what it holds: it waits for its password, its key is missing, or it has ended. */
export function isShut(share: Pick<ShareSnapshot, 'seal' | 'failure'>): boolean {
  return share.seal === 'locked' || share.seal === 'asks' || hasEnded(share)
}

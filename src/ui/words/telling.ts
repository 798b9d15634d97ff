import { displayText } from '../../core/displayText.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import type { Wanted } from '../../state/wishes.ts'
import { titleOf } from '../titleOf.ts'
import { statusOf } from './share.ts'
import { words } from './words.ts'

/** A notification of a wish that has come true. */
export function toldWords(share: ShareSnapshot, met: Wanted): { title: string; body: string } {
  return { title: displayText(titleOf(share)), body: bodyOf(share, met) }
}

function bodyOf(share: ShareSnapshot, { wish, isHashing }: Wanted): string {
  const { status, told } = words.share
  if (share.state === 'failed') return statusOf(share).headline
  if (!share.mine) return wish === 'here' ? told.ownerHere : status.allHere
  if (isHashing) return told.linkReady
  return wish === 'here' ? told.opened : told.sent
}

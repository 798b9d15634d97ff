import { displayText } from '../../core/displayText.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import type { Wanted, Wish } from '../../state/wishes.ts'
import { titleOf } from '../titleOf.ts'
import { statusOf } from './share.ts'

export const TELL_ME: Readonly<Record<Wish, string>> = {
  here: 'Tell me when somebody is here',
  done: 'Tell me when it is done',
}

export const NOT_ALLOWED =
  'The browser does not let this page tell you. Allow notifications for this site in its settings, then ask again.'

/** A notification of a wish that has come true. */
export function toldWords(share: ShareSnapshot, met: Wanted): { title: string; body: string } {
  return { title: displayText(titleOf(share)), body: bodyOf(share, met) }
}

function bodyOf(share: ShareSnapshot, { wish, isHashing }: Wanted): string {
  if (share.state === 'failed') return statusOf(share).headline
  if (!share.mine) return wish === 'here' ? 'Somebody who has it is here.' : 'It is all here.'
  if (isHashing) return 'Its link is ready.'
  return wish === 'here' ? 'Somebody has opened it.' : 'Somebody has all of it now.'
}

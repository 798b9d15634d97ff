import type { KeeperOffer, KeeperStatus, ShareSnapshot } from '../../state/engineTypes.ts'
import type { KeeperProblem } from '../../state/keeperApi.ts'
import { formatDay, formatPercent, formatSize } from './measures.ts'
import { words } from './words.ts'

/** What the site's server has of a share, and what that means for whoever looks at it. */
export interface KeptWords {
  readonly text: string
  readonly isAlarm: boolean
}

/**
 * Null where there is nothing to say: it was not asked for.
 *
 * @param isOver this browser had asked for it, and its time is over
 */
export function keptWords(status: KeeperStatus, isOver: boolean): KeptWords | null {
  const { keeper } = words.share
  const calm = (text: string): KeptWords => ({ text, isAlarm: false })
  switch (status.state) {
    case 'none':
      return isOver ? calm(keeper.gone) : null
    case 'waiting':
      return calm(keeper.looking)
    case 'fetching':
      return calm(keeper.fetching(formatPercent(ratioHere(status))))
    case 'kept':
      return calm(keeper.kept(formatDay(status.until ?? 0)))
    case 'failed':
      return { text: keeper.failures[status.failure ?? 'broken'], isAlarm: true }
  }
}

export function problemWords({ code }: KeeperProblem): string {
  return words.share.member.keeperProblems[code]
}

export function offerWords({ days }: KeeperOffer): string {
  return words.share.keeper.offer(days)
}

/** Why a share cannot be kept whatever one does; null when it can. */
export function tooLargeWords(
  { quotaBytes }: KeeperOffer,
  { size }: Pick<ShareSnapshot, 'size'>,
): string | null {
  return size > quotaBytes ? words.share.keeper.tooLarge(formatSize(quotaBytes)) : null
}

/** One line of a list. */
export function keptLine(status: KeeperStatus): string {
  const { member } = words.share
  if (status.state === 'failed') return member.notKept
  if (status.state === 'kept') return member.keptUntil(formatDay(status.until ?? 0))
  return status.state === 'waiting' ? member.keptWaiting : formatPercent(ratioHere(status))
}

function ratioHere({ here, size }: KeeperStatus): number {
  return size === null || size === 0 ? 0 : here / size
}

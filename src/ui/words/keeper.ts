import { formatPercent } from '../../core/format.ts'
import { formatSize } from './measures.ts'
import type { KeeperOffer, KeeperStatus, ShareSnapshot } from '../../state/engineTypes.ts'
import type { KeeperProblem } from '../../state/keeperApi.ts'

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' })

/** What the site's server has of a share, and what that means for whoever looks at it. */
export interface KeptWords {
  readonly text: string
  readonly isAlarm: boolean
}

const FAILURES: Readonly<Record<NonNullable<KeeperStatus['failure']>, string>> = {
  'too-large': 'The site’s server did not keep it: it is larger than one may have kept there.',
  'no-room': 'The site’s server did not keep it: all of its room is promised to others.',
  evicted: 'The site’s server keeps it no longer: its room was needed for others.',
  'disk-full': 'The site’s server could not keep it: its disk is full.',
  incomplete: 'The site’s server did not get all of it in time, and has deleted what it had.',
  refused: 'The site does not allow its server to keep this.',
  broken: 'The site’s server could not keep it. Try again.',
}

const PROBLEMS: Readonly<Record<KeeperProblem['code'], string>> = {
  quota: 'You have as much kept as one may. Take something else back first.',
  full: 'The site’s server keeps as much as it can. Try again later.',
  often: 'The site’s server was asked too often. Try again in a minute.',
  members: 'The site’s server keeps shares for members alone.',
  refused: 'The site does not allow its server to keep this.',
  down: 'The site’s server keeps nothing at the moment. Try again later.',
  gone: 'It is not kept any more.',
  unreachable: 'The site did not answer. Try again.',
}

/** Null where there is nothing to say: it was not asked for. */
export function keptWords(status: KeeperStatus): KeptWords | null {
  const calm = (text: string): KeptWords => ({ text, isAlarm: false })
  switch (status.state) {
    case 'none':
      return null
    case 'waiting':
      return calm(
        'The site’s server is looking for somebody who has it. Leave this page open until it has all.',
      )
    case 'fetching':
      return calm(
        `The site’s server has ${formatPercent(ratioHere(status))} of it. Leave this page open until it has all.`,
      )
    case 'kept':
      return calm(
        `You may close this page: the site’s server holds a copy, until ${DAY.format(status.until ?? 0)}.`,
      )
    case 'failed':
      return { text: FAILURES[status.failure ?? 'broken'], isAlarm: true }
  }
}

export function problemWords({ code }: KeeperProblem): string {
  return PROBLEMS[code]
}

export function offerWords({ days }: KeeperOffer): string {
  return `The site’s server fetches a copy, holds it for ${days === 1 ? 'a day' : `${days} days`}, and gives it when nobody else does.`
}

/** Why a share cannot be kept whatever one does; null when it can. */
export function tooLargeWords(
  { quotaBytes }: KeeperOffer,
  { size }: Pick<ShareSnapshot, 'size'>,
): string | null {
  return size > quotaBytes
    ? `It is too large for the site’s server to keep: that takes ${formatSize(quotaBytes)} at most.`
    : null
}

/** One line of a list. */
export function keptLine(status: KeeperStatus): string {
  if (status.state === 'failed') return 'not kept'
  if (status.state === 'kept') return `until ${DAY.format(status.until ?? 0)}`
  return status.state === 'waiting' ? 'waiting' : formatPercent(ratioHere(status))
}

function ratioHere({ here, size }: KeeperStatus): number {
  return size === null || size === 0 ? 0 : here / size
}

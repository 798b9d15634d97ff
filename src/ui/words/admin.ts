import { formatDuration } from './measures.ts'
import type {
  KeeperFailure,
  KeeperState,
  ListedMember,
  Overview,
  TorrentStatus,
} from '../../state/admin/adminTypes.ts'
import type { AdminView } from '../../state/admin/adminView.ts'

export const VIEW_NAMES: Record<AdminView, string> = {
  overview: 'Overview',
  torrents: 'Torrents',
  members: 'Members',
  invitations: 'Invites',
  keeper: 'Keeper',
  tokens: 'Tokens',
}

export const STATUS_NAMES: Record<TorrentStatus, string> = {
  listed: 'Listed',
  pending: 'Waiting',
  blocked: 'Blocked',
}

export const MODE_WORDS: Record<Overview['mode'], string> = {
  open: 'Open: everybody may share anything that is not blocked.',
  listed: 'Listed: everybody may fetch what members have registered.',
  private: 'Private: members alone share and fetch, and only what is registered.',
}

export const KEPT_WORDS: Record<KeeperState, string> = {
  none: 'Not kept',
  waiting: 'Waiting',
  fetching: 'Fetching',
  kept: 'Kept',
  failed: 'Failed',
}

export const KEPT_FAILURES: Record<KeeperFailure, string> = {
  'too-large': 'larger than one may have kept',
  'no-room': 'no room for it',
  evicted: 'others needed its room',
  'disk-full': 'the disk is full',
  incomplete: 'not all of it came in time',
  refused: 'not served here',
  broken: 'could not be read or written',
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

export function dateWords(at: number): string {
  return DATE.format(at)
}

/** `in 6 days` */
export function untilWords(at: number, now: number): string {
  return `in ${formatDuration(Math.max(0, at - now) / 1000)}`
}

/** What a member is called: most come by an invitation and never say a name. */
export function memberTitle({ name, invitation, id }: ListedMember): string {
  return name || invitation || `Member ${id}`
}

export function ratioWords(ratio: number | null): string {
  return ratio === null ? 'no ratio yet' : `ratio ${ratio.toFixed(2)}`
}

import type { InfoHash } from '../../src/core/infoHash.ts'
import type { TrackerMode } from '../../src/wire/siteConfig.ts'
import { KEEPER, type Admission } from '../tracker/admission.ts'
import type { AccountStore } from './accounts.ts'
import type { MemberStore } from './members.ts'
import { digestOf } from './secrets.ts'
import type { TorrentStore } from './torrents.ts'

/** @param keeperKey the passkey of the site's own keeper; null without one */
export function createAdmission(
  mode: TrackerMode,
  store: { readonly members: MemberStore; readonly torrents: TorrentStore; readonly accounts: AccountStore },
  keeperKey: string | null,
): Admission {
  const { members, torrents, accounts } = store
  const keeperDigest = keeperKey === null ? null : digestOf(keeperKey)

  function refusal(infoHash: InfoHash): string | null {
    const status = torrents.statusOf(infoHash)
    if (status === 'blocked') return 'this torrent is blocked here'
    if (mode === 'open' || status === 'listed') return null
    if (status === 'pending') return 'this torrent has yet to be approved here'
    return 'this torrent is not registered here'
  }

  return {
    needsMember: mode === 'private',
    memberOf(passkey) {
      const member = members.memberOf(passkey)
      if (member !== null) return member
      return keeperDigest !== null && digestOf(passkey) === keeperDigest ? KEEPER : null
    },
    refusal,
    report(report) {
      if (report.member !== KEEPER) accounts.report(report)
    },
    completed: (infoHash) => torrents.countCompleted(infoHash),
  }
}

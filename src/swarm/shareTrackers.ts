import { withoutPasskey } from '../core/announceUrl.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import type { ShareSource } from './shareSource.ts'

/**
 * The trackers of a share, as links name them: those of its link or .torrent file besides the site's own, without
 * any member's passkey.
 */
export function trackersOf(
  source: ShareSource,
  metainfo: Metainfo | null,
  siteTracker: string,
): readonly string[] {
  const { host } = new URL(siteTracker)
  const distinct = (trackers: readonly string[]) => [
    ...new Set(trackers.map((tracker) => withoutPasskey(tracker, host))),
  ]
  if (source.kind === 'invitation') return distinct([siteTracker, ...source.invitation.trackers])
  const named = source.kind === 'torrent' ? source.metainfo : metainfo
  // BEP 27: a private torrent is announced to the trackers that it names and to no other.
  if (named?.private && named.trackers.length + named.classicTrackers.length > 0)
    return distinct(named.trackers)
  return distinct([siteTracker, ...(named?.trackers ?? [])])
}

/** A share's trackers at most: each is a connection, and whoever writes a link may name any number. */
export const MOST_TRACKERS = 20

/**
 * The trackers of a share that is opened again, by a link or .torrent file that names others. A private torrent
 * stays with its own (BEP 27).
 */
export function withTrackersOf(
  source: ShareSource,
  present: { readonly trackers: readonly string[]; readonly metainfo: Metainfo | null },
  siteTracker: string,
): readonly string[] {
  if (present.metainfo?.private) return present.trackers
  return [...new Set([...present.trackers, ...trackersOf(source, null, siteTracker)])].slice(0, MOST_TRACKERS)
}

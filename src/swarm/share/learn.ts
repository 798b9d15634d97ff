import { chosenFiles } from '../../core/fileSelection.ts'
import type { SiteConfig } from '../config.ts'
import type { ShareSource } from '../shareSource.ts'
import { MOST_TRACKERS, withTrackersOf } from '../shareTrackers.ts'
import type { Lifecycle } from './lifecycle.ts'

/**
 * A share was opened again by a link or .torrent file: the trackers that it names may know other peers, and unless
 * something is being fetched already, the files that it is about are the ones that are wanted now.
 *
 * @returns whether there are more trackers now
 */
export function learn(source: ShareSource, life: Lifecycle, { tracker }: SiteConfig): boolean {
  const { record, phase, metainfo } = life
  if (source.kind === 'invitation' && source.invitation.files !== null) {
    record.linkedFiles = source.invitation.files
    const chosen = chosenFiles(record.linkedFiles, phase.known?.contents.files ?? [])
    if (chosen && phase.kind === 'ready') phase.want(chosen)
  }
  if (source.kind === 'invitation' && source.invitation.key !== null) void life.unlock(source.invitation.key)
  const named =
    source.kind === 'torrent' ? source.metainfo : source.kind === 'invitation' ? source.invitation : null
  if (named)
    record.learnedClassic = [...record.learnedClassic, ...named.classicTrackers].slice(-MOST_TRACKERS)
  const trackers = record.trackers(metainfo)
  const more = withTrackersOf(source, { trackers, metainfo }, tracker)
  if (more.length > trackers.length) record.learned = more
  return more.length > trackers.length || (named?.classicTrackers.length ?? 0) > 0
}

import type { PhaseName } from '../shareView.ts'
import type { Active } from './active.ts'
import type { Asleep, AsleepDraft, Waking } from './asleep.ts'
import type { Ended, Failed, Retrying } from './failed.ts'
import type { Fetching } from './fetching.ts'
import type { Hashing } from './hashing.ts'
import type { Ready } from './ready.ts'
import type { Restoring } from './restoring.ts'

/**
 * Where a share is in its life. Each phase has what belongs to it and nothing else, and names those that can follow it
 * (see {@link Life}):
 *
 *     files:       Hashing ─► Active
 *     invitation:  Fetching ─► Ready ─► Active
 *     torrent:     Fetching ─► Ready ─► Active
 *     kept:        Restoring ─► Active, or Asleep ─► (Waking ─► Asleep ─►) Active
 *     draft:       Restoring ─► Hashing, or AsleepDraft ─► Hashing
 *     any ─► Failed ─► Retrying ─► its first step again
 *     any ─► Ended
 *
 * All of them have, or lack, the same three: what the share holds (`known`), where that is (`pieceStore`), and its
 * part in the swarm (`member`).
 */
export type Phase =
  Hashing | Fetching | Restoring | Ready | Active | Asleep | AsleepDraft | Waking | Failed | Retrying | Ended

/** What the page is told: it knows fewer. */
export const NAMES = {
  hashing: 'hashing',
  waking: 'hashing',
  fetching: 'fetching',
  restoring: 'fetching',
  retrying: 'fetching',
  ready: 'ready',
  active: 'active',
  asleep: 'asleep',
  'asleep-draft': 'asleep',
  failed: 'failed',
  ended: 'failed',
} as const satisfies Record<Phase['kind'], PhaseName>

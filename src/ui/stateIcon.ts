import type { ShareSnapshot } from '../state/engineTypes.ts'

const ICONS = {
  prepares: 'M7 3.5h10M7 20.5h10M8 3.5v4l4 4.5 4-4.5v-4M8 20.5v-4l4-4.5 4 4.5v4',
  looks: 'M16.5 10.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM15 15l5 5',
  offered: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  waits: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5l3.5 2',
  receives: 'M12 4v15M6 13l6 6 6-6',
  sends: 'M12 20V5M6 11l6-6 6 6',
  here: 'M4.5 12.5l5 5 10-11',
  paused: 'M9 5.5v13M15 5.5v13',
  asleep: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  failed: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.1',
  cutOff:
    'M9 15l-2 2a3.5 3.5 0 0 1-5-5l3-3M15 9l2-2a3.5 3.5 0 0 1 5 5l-3 3M8 3.5V6M3.5 8H6M16 20.5V18M20.5 16H18',
  closed: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const

/** The picture that tells a share's state at a glance: a path in a square of 24. */
export function stateIcon({ state, situation, giveRate, peers }: ShareSnapshot): string {
  switch (state) {
    case 'hashing':
      return ICONS.prepares
    case 'paused':
      return ICONS.paused
    case 'failed':
      return ICONS.failed
    case 'asleep':
      return ICONS.asleep
    default:
  }
  if (situation.kind === 'members-only') return ICONS.closed
  if (situation.kind === 'tracker-refused') return ICONS.failed
  if (peers.length === 0 && ['tracker-unreachable', 'unreachable'].includes(situation.kind))
    return ICONS.cutOff
  switch (state) {
    case 'seeding':
      return giveRate > 0 ? ICONS.sends : ICONS.here
    case 'ready':
      return ICONS.offered
    case 'downloading':
      return ICONS.receives
    case 'waiting':
      return ICONS.waits
    default:
      return situation.kind === 'alone' ? ICONS.waits : ICONS.looks
  }
}

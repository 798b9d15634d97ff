import type { Bytes, BytesPerSecond } from '../src/core/brand.ts'
import { oneOf, size, wholeNumber } from './settingParsers.ts'
import type { Declarations } from './settingDeclaration.ts'

/** What the keeper may take, and who may ask it to keep a share. */
export interface KeeperSettings {
  /** Null for no keeper. */
  readonly space: Bytes | null
  readonly audience: 'members' | 'everybody'
  readonly days: number
  /** One member's, or one address'. */
  readonly quota: Bytes
  readonly sharesPerOwner: number
  readonly patienceHours: number
  readonly giveRate: BytesPerSecond
}

export const KEEPER: Declarations<KeeperSettings> = {
  space: {
    name: 'KEEPER',
    meaning:
      'Space for a keeper, such as 20GB: a peer beside the server that fetches shares on demand into DATA_DIR/keeper, and serves them when nobody else does. See docs/keeper.md.',
    default: null,
    defaultText: 'no keeper',
    parse: size,
  },
  audience: {
    name: 'KEEPER_FOR',
    meaning:
      'Who may have shares kept: members, or everybody, within the limits below (not with TRACKER_MODE=private).',
    default: 'members',
    parse: oneOf('members', 'everybody'),
  },
  days: {
    name: 'KEEPER_DAYS',
    unit: 'days',
    meaning: 'How long a share is kept; whoever asks again begins anew.',
    default: 7,
    parse: wholeNumber(1, 3_650),
  },
  quota: {
    name: 'KEEPER_QUOTA',
    meaning: 'What one member, or one address of who is no member, may have kept at a time.',
    default: 2_000_000_000,
    defaultText: '2GB',
    parse: size,
  },
  sharesPerOwner: {
    name: 'KEEPER_SHARES',
    meaning: 'The same as a number of shares.',
    default: 20,
    parse: wholeNumber(1, 10_000),
  },
  patienceHours: {
    name: 'KEEPER_PATIENCE',
    unit: 'hours',
    meaning: 'A share of which nothing more has come for so long is dropped, unless all of it is here.',
    default: 24,
    parse: wholeNumber(1, 8_760),
  },
  giveRate: {
    name: 'KEEPER_RATE',
    meaning: 'What the keeper gives in a second at most, to all together.',
    default: 5_000_000,
    defaultText: '5MB',
    parse: size,
  },
}

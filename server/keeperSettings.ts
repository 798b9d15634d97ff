import type { Bytes, BytesPerSecond } from '../src/core/brand.ts'
import { hostsAndPorts, oneOf, secret, size, wholeNumber, yesOrNo } from './settingParsers.ts'
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
  /** By which a keeper that runs elsewhere registers; null for one that this server starts. */
  readonly secret: string | null
}

/** Whether the keeper fetches from ordinary BitTorrent peers, and what of it one may have. */
export interface BridgeSettings {
  readonly audience: 'off' | 'members' | 'everybody'
  /** TCP and UDP. */
  readonly port: number
  /** Nodes by which the DHT is entered, `host:port`. */
  readonly dht: readonly string[]
  /** Of one share. */
  readonly size: Bytes
  /** One member's, or one address', at a time. */
  readonly sharesPerOwner: number
  readonly asksPerDay: number
  /** Contacts this machine and its network as well. */
  readonly near: boolean
}

export const BRIDGE: Declarations<BridgeSettings> = {
  audience: {
    name: 'BRIDGE',
    meaning:
      'For whom the keeper also fetches what ordinary BitTorrent peers alone have, through the DHT and TCP: off, members, or everybody who may have shares kept. See docs/keeper.md.',
    default: 'off',
    parse: oneOf('off', 'members', 'everybody'),
  },
  port: {
    name: 'BRIDGE_PORT',
    meaning: 'The TCP and UDP port at which these peers reach it; 0 for any that is free.',
    default: 6_881,
    parse: wholeNumber(0, 65_535),
  },
  dht: {
    name: 'BRIDGE_DHT',
    meaning: 'Nodes by which it enters the DHT, as host:port with commas between them.',
    default: ['router.bittorrent.com:6881', 'router.utorrent.com:6881', 'dht.transmissionbt.com:6881'],
    defaultText: 'those that most programs use',
    parse: hostsAndPorts,
  },
  size: {
    name: 'BRIDGE_SIZE',
    meaning: 'The largest share that it fetches so.',
    default: 2_000_000_000,
    defaultText: '2GB',
    parse: size,
  },
  sharesPerOwner: {
    name: 'BRIDGE_SHARES',
    meaning: 'How many of them one member, or one address of who is no member, may have kept at a time.',
    default: 5,
    parse: wholeNumber(1, 10_000),
  },
  asksPerDay: {
    name: 'BRIDGE_PER_DAY',
    meaning: 'How many the same may ask for in a day.',
    default: 20,
    parse: wholeNumber(1, 100_000),
  },
  near: {
    name: 'BRIDGE_NEAR',
    meaning:
      'Whether it may contact private addresses and this very machine, yes or no: for a swarm in one network, and for tests.',
    default: false,
    defaultText: 'no',
    parse: yesOrNo,
  },
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
  secret: {
    name: 'KEEPER_SECRET',
    meaning:
      'Lets a keeper that runs elsewhere register (npm run keeper, with the same secret): this server then starts none. See docs/keeper.md.',
    default: null,
    defaultText: 'the keeper is a process of this server',
    parse: secret,
  },
}

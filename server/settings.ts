import {
  SEALED_POLICIES,
  TRACKER_MODES,
  type IceServer,
  type SealedPolicy,
  type TrackerMode,
} from '../src/wire/siteConfig.ts'
import type { Bytes } from '../src/core/brand.ts'
import { CLUSTER, type ClusterSettings } from './clusterSettings.ts'
import { BRIDGE, KEEPER, type BridgeSettings, type KeeperSettings } from './keeperSettings.ts'
import type { LogFormat, LogLevel } from './log.ts'
import {
  embedders,
  iceServers,
  listenHost,
  namedAddresses,
  oneOf,
  optionalPort,
  peersFrom,
  positiveNumber,
  postgresUrl,
  processes,
  proxyTrust,
  publicUrl,
  secret,
  size,
  SettingProblem,
  turnUrls,
  wholeNumber,
} from './settingParsers.ts'
import type { ProxyTrust } from './proxies.ts'
import { LOG_FORMAT, type Declaration, type Declarations } from './settingDeclaration.ts'
import type { TrackerLimits } from './tracker/limits.ts'
import { TRACKER } from './trackerSettings.ts'

/** Everything that can be set from outside; {@link readSettings} gives the defaults. */
export interface Settings {
  /** 0 picks a free one. */
  readonly port: number
  readonly host: string
  readonly trackerMode: TrackerMode
  readonly sealed: SealedPolicy
  /** What a torrent is that a member registers. */
  readonly uploads: 'listed' | 'pending'
  /** Null keeps everything in memory. */
  readonly dataDir: string | null
  /** PostgreSQL, which several nodes have in common; null for a database in `dataDir` alone. */
  readonly databaseUrl: string | null
  /** Films and music to publish; null for none. */
  readonly mediaDir: string | null
  /** Live playlists at other servers, by the paths at which they are shown. */
  readonly mediaLive: ReadonlyMap<string, string>
  /** From how many viewers on those of a published file give to each other; Infinity for never. */
  readonly mediaPeers: number
  /** How much each of them gives at most, in sizes of the file; null for no limit. */
  readonly mediaRatio: number | null
  /** Sites that may show a published film in a frame, as `frame-ancestors` of the policy wants them. */
  readonly embed: readonly string[]
  /** What Prometheus has to send; null for no metrics. */
  readonly metricsToken: string | null
  readonly publicUrl: URL | null
  /** Null for no UDP tracker; 0 picks a free port; `same` is the number of `port`. */
  readonly udpPort: number | 'same' | null
  /** Null for no STUN server; 0 picks a free port. */
  readonly stunPort: number | null
  /** How many processes serve. */
  readonly nodes: number
  readonly iceServers: readonly IceServer[]
  /** Addresses of a TURN server that hands its relays to whoever has credentials made with `turnSecret`. */
  readonly turnUrls: readonly string[]
  readonly turnSecret: string | null
  readonly turnLifetimeSeconds: number
  /** Null for no limit. */
  readonly relayADay: Bytes | null
  readonly trustProxy: ProxyTrust
  readonly logLevel: LogLevel
  readonly logFormat: LogFormat
  readonly keeper: KeeperSettings
  readonly bridge: BridgeSettings
  readonly cluster: ClusterSettings
  readonly tracker: TrackerLimits
}

const GENERAL: Declarations<Omit<Settings, 'tracker' | 'keeper' | 'bridge' | 'cluster'>> = {
  port: {
    name: 'PORT',
    meaning: 'TCP port of the site and its tracker; 0 picks a free one.',
    default: 8000,
    parse: wholeNumber(0, 65_535),
  },
  host: {
    name: 'HOST',
    meaning: 'Address to listen on: :: or 0.0.0.0 for all interfaces, 127.0.0.1 for this machine alone.',
    default: '::',
    parse: listenHost,
  },
  trackerMode: {
    name: 'TRACKER_MODE',
    meaning:
      'Who may use the tracker: open (everybody), listed (everybody, for registered torrents), private (members alone, for registered torrents).',
    default: 'open',
    parse: oneOf(...TRACKER_MODES),
  },
  sealed: {
    name: 'SEALED',
    meaning:
      'Whether pages seal what is shared, so that only who has the link can read it: offered (by a switch), default (unless it is switched off) or only (always). See docs/sealed.md.',
    default: 'offered',
    parse: oneOf(...SEALED_POLICIES),
  },
  uploads: {
    name: 'UPLOADS',
    meaning:
      'What a torrent is that a member registers: listed (served at once) or pending (an admin approves it).',
    default: 'listed',
    parse: oneOf('listed', 'pending'),
  },
  nodes: {
    name: 'NODES',
    meaning:
      'How many processes serve behind the one port: a number, or auto for one a core. Without CLUSTER_URL they are one tracker by the process that starts them. See docs/deploy.md.',
    default: 1,
    parse: processes,
  },
  dataDir: {
    name: 'DATA_DIR',
    meaning: 'Folder of the database (members, torrents, accounts), and of what the keeper has.',
    default: './data',
    parse: (text) => text,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning:
      'PostgreSQL for members, torrents and accounts of several nodes: an address such as postgres://shoal:secret@db.example.org/shoal. See docs/deploy.md.',
    default: null,
    defaultText: 'a database in DATA_DIR',
    parse: postgresUrl,
  },
  mediaDir: {
    name: 'MEDIA_DIR',
    meaning:
      'Folder of films and music to publish at /watch, for everybody, so not with TRACKER_MODE=private; each file is its own HTTP copy.',
    default: null,
    defaultText: 'nothing is published',
    parse: (text) => text,
  },
  mediaLive: {
    name: 'MEDIA_LIVE',
    meaning:
      'Live HLS playlists at other servers to show at /watch as well, such as news=https://camera.example.org/index.m3u8, separated by spaces. Needs MEDIA_DIR.',
    default: new Map(),
    defaultText: 'none',
    parse: namedAddresses,
  },
  mediaPeers: {
    name: 'MEDIA_PEERS',
    meaning:
      'When viewers of what is at /watch give to each other: always, never, or from so many viewers on, such as 3.',
    default: 0,
    defaultText: 'always',
    parse: peersFrom,
  },
  mediaRatio: {
    name: 'MEDIA_RATIO',
    meaning: 'How much of it each viewer gives to others at most, in sizes of the file, such as 2.',
    default: null,
    defaultText: 'no limit',
    parse: positiveNumber,
  },
  embed: {
    name: 'EMBED',
    meaning:
      'Sites that may show what is at /watch in a frame of theirs: * for all, or addresses such as https://example.org, separated by commas.',
    default: [],
    defaultText: 'none',
    parse: embedders,
  },
  metricsToken: {
    name: 'METRICS_TOKEN',
    meaning: 'What Prometheus has to send as a bearer token to read /metrics.',
    default: null,
    defaultText: 'no metrics',
    parse: secret,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    meaning:
      'Address that visitors use, such as https://share.example.org, or with a path: https://example.org/shoal/.',
    default: null,
    defaultText: 'what each request names',
    parse: publicUrl,
  },
  udpPort: {
    name: 'UDP_PORT',
    meaning: 'UDP port of the tracker; 0 for none.',
    default: 'same',
    defaultText: 'the number of PORT',
    parse: optionalPort,
  },
  stunPort: {
    name: 'STUN_PORT',
    meaning: 'UDP port of the STUN server; 0 for none.',
    default: 3478,
    parse: optionalPort,
  },
  iceServers: {
    name: 'ICE_SERVERS',
    meaning:
      'More STUN and TURN servers: a JSON array of RTCIceServer, or stun: addresses separated by commas.',
    default: [],
    defaultText: 'none',
    parse: iceServers,
  },
  turnUrls: {
    name: 'TURN_URLS',
    meaning:
      'A TURN server that takes credentials made with TURN_SECRET, for people behind strict networks: turn: and turns: addresses separated by commas. See docs/deploy.md.',
    default: [],
    defaultText: 'none',
    parse: turnUrls,
  },
  turnSecret: {
    name: 'TURN_SECRET',
    meaning: 'What it shares with that server (coturn: static-auth-secret).',
    default: null,
    defaultText: 'none',
    parse: secret,
  },
  turnLifetimeSeconds: {
    name: 'TURN_LIFETIME',
    unit: 'seconds',
    meaning: 'How long a visitor’s name and password for it are good; an open page gets new ones in time.',
    default: 3_600,
    parse: wholeNumber(300, 86_400),
  },
  relayADay: {
    name: 'RELAY_A_DAY',
    meaning:
      'What one person may fetch and give over a relay in a day, such as 2GB. Pages keep to it; what holds for everybody is said in docs/deploy.md.',
    default: null,
    defaultText: 'no limit',
    parse: size,
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    meaning:
      'Whose X-Forwarded-For, -Proto and -Host are believed: a number of proxies, or addresses and networks (CIDR) separated by commas.',
    default: { kind: 'none' },
    defaultText: 'nobody’s',
    parse: proxyTrust,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: 'debug, info, warn or error. Only debug writes addresses and info hashes.',
    default: 'info',
    parse: oneOf('debug', 'info', 'warn', 'error'),
  },
  logFormat: LOG_FORMAT,
}

/**
 * Reads environment variables; an empty one counts as absent. Throws {@link SettingProblem} with one line that
 * names the variable, what was expected and what came.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const general = readGroup(GENERAL, environment)
  // Other clients fetch the HTTP copy (BEP 19), and they have no passkey that they could send.
  if (general.mediaDir !== null && general.trackerMode === 'private') {
    throw new SettingProblem(
      'MEDIA_DIR must be empty where TRACKER_MODE is private: what is published is for everybody.',
    )
  }
  if (general.mediaLive.size > 0 && general.mediaDir === null)
    throw new SettingProblem('MEDIA_LIVE needs MEDIA_DIR: a folder that may be empty.')
  if ((general.turnSecret === null) !== (general.turnUrls.length === 0)) {
    const [absent, present] =
      general.turnSecret === null ? ['TURN_SECRET', 'TURN_URLS'] : ['TURN_URLS', 'TURN_SECRET']
    throw new SettingProblem(`${absent} must be set where ${present} is: a TURN server needs both.`)
  }
  const keeper = readGroup(KEEPER, environment)
  if (keeper.audience === 'everybody' && general.trackerMode === 'private') {
    throw new SettingProblem('KEEPER_FOR must be members where TRACKER_MODE is private.')
  }
  if (keeper.secret !== null && keeper.space === null) {
    throw new SettingProblem('KEEPER_SECRET needs KEEPER: the space that a keeper elsewhere may take.')
  }
  const bridge = readGroup(BRIDGE, environment)
  if (bridge.audience !== 'off' && keeper.space === null) {
    throw new SettingProblem('BRIDGE needs KEEPER: what it fetches is kept there.')
  }
  if (bridge.audience !== 'off' && general.trackerMode === 'private') {
    throw new SettingProblem(
      'BRIDGE must be off where TRACKER_MODE is private: what is there is for members.',
    )
  }
  if (bridge.audience === 'everybody' && keeper.audience !== 'everybody') {
    throw new SettingProblem('BRIDGE is for everybody only where KEEPER_FOR is.')
  }
  const cluster = readGroup(CLUSTER, environment)
  // In a database of each node's own, a member's number is another member's at the next.
  const many = cluster.urls !== null ? 'CLUSTER_URL' : general.nodes > 1 ? 'NODES above 1' : null
  if (many !== null && general.trackerMode !== 'open' && general.databaseUrl === null) {
    throw new SettingProblem(
      `${many} needs DATABASE_URL where TRACKER_MODE is not open: all nodes have to know the same members and torrents.`,
    )
  }
  return { ...general, keeper, bridge, cluster, tracker: readGroup(TRACKER, environment) }
}

/** Reads some of the environment variables, as {@link readSettings} does. */
export function readGroup<Group>(
  declarations: Declarations<Group>,
  environment: Readonly<Record<string, string | undefined>>,
): Group {
  const entries = Object.entries<Declaration<unknown>>(declarations).map(([key, declaration]) => [
    key,
    readOne(declaration, environment[declaration.name]?.trim()),
  ])
  return Object.fromEntries(entries) as Group
}

function readOne(declaration: Declaration<unknown>, text: string | undefined): unknown {
  if (text === undefined || text === '') return declaration.default
  try {
    return declaration.parse(text)
  } catch (error) {
    if (error instanceof SettingProblem) throw new SettingProblem(`${declaration.name} ${error.message}.`)
    throw error
  }
}

/** What `--help` prints. */
export function helpText(): string {
  return [
    'Shoal: a file-sharing site in which the visitors are the servers.',
    '',
    'Usage: npm start [-- OPTION]',
    '  --help           this text',
    '  --admin-link     print another one-time link that makes its opener admin',
    '  --backup FILE    copy the database to a new file, also while a server uses it',
    '  --copy-database  copy the database in DATA_DIR to an empty one at DATABASE_URL',
    '                   while no server uses either',
    '',
    'Exit codes: 0 when it ended in good order, 1 when it could not start or was',
    'stopped twice, 2 when what was due at the end could not be written.',
    '',
    'Settings are environment variables; all of them are optional.',
    '',
    ...groupHelp('General', GENERAL),
    ...groupHelp('The keeper', KEEPER),
    ...groupHelp('The keeper as a bridge to BitTorrent', BRIDGE),
    ...groupHelp('Several nodes', CLUSTER),
    ...groupHelp('The tracker and its limits', TRACKER),
  ].join('\n')
}

/** What `--help` prints of them. */
export function groupHelp(
  title: string,
  declarations: Readonly<Record<string, Declaration<unknown>>>,
): string[] {
  const lines = Object.values(declarations).flatMap((declaration) => {
    const unit = declaration.unit === undefined ? '' : ` ${declaration.unit}`
    const value = declaration.defaultText ?? `${String(declaration.default)}${unit}`
    return [
      `  ${declaration.name}  (default: ${value})`,
      ...wrapped(declaration.meaning, 72).map((line) => `      ${line}`),
    ]
  })
  return [`${title}:`, '', ...lines, '']
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

import { describe, expect, test } from 'vitest'
import { SettingProblem } from '../../server/settingParsers.ts'
import { helpText, readSettings } from '../../server/settings.ts'

test('without any variable everything has its default', () => {
  expect(readSettings({})).toEqual({
    port: 8000,
    host: '::',
    trackerMode: 'open',
    uploads: 'listed',
    sealed: 'offered',
    cluster: { urls: null, name: 'shoal', drainSeconds: 20 },
    dataDir: './data',
    databaseUrl: null,
    mediaDir: null,
    mediaLive: new Map(),
    mediaPeers: 0,
    mediaRatio: null,
    embed: [],
    metricsToken: null,
    publicUrl: null,
    udpPort: 'same',
    stunPort: 3478,
    nodes: 1,
    iceServers: [],
    turnUrls: [],
    turnSecret: null,
    relayADay: null,
    turnLifetimeSeconds: 3_600,
    trustProxy: { kind: 'none' },
    logLevel: 'info',
    logFormat: 'text',
    keeper: {
      space: null,
      audience: 'members',
      days: 7,
      quota: 2_000_000_000,
      sharesPerOwner: 20,
      patienceHours: 24,
      giveRate: 5_000_000,
      secret: null,
    },
    bridge: {
      audience: 'off',
      port: 6_881,
      dht: ['router.bittorrent.com:6881', 'router.utorrent.com:6881', 'dht.transmissionbt.com:6881'],
      size: 2_000_000_000,
      sharesPerOwner: 5,
      asksPerDay: 20,
      near: false,
    },
    tracker: {
      intervalSeconds: 120,
      addressedIntervalSeconds: 900,
      jitterPercent: 10,
      maxMessageBytes: 262_144,
      messagesPerSecond: 50,
      messagesPerAddressPerSecond: 1_000,
      torrentsPerSocket: 1_000,
      offersPerAnnounce: 20,
      scrapeHashes: 100,
      peerIdsPerSocketPerMinute: 10,
      offersPerSocketPerMinute: 120,
      newPeersPerAddressPerMinute: 600,
      offersPerSourcePerMinute: 30,
      peersPerReply: 200,
      socketsPerAddress: 250,
      connectionsPerAddress: 500,
      stunPerAddressPerSecond: 1_000,
      turnPerAddressPerSecond: 1,
      httpPerAddressPerSecond: 1_000,
      answerBytesPerAddress: 33_554_432,
      answerBytes: 268_435_456,
      peersPerAddress: 2_000,
      requestsPerAddressPerSecond: 100,
      searchesPerAddressPerSecond: 5,
      writeBufferBytes: 1_048_576,
      idleSeconds: 60,
      halfOpenSeconds: 15,
      accountedBytesPerSecond: 125_000_000,
      torrentsPerMember: 10_000,
    },
  })
})

test('an empty variable counts as absent', () => {
  expect(readSettings({ PORT: '', PUBLIC_URL: ' ' })).toEqual(readSettings({}))
})

test.each([
  ['PORT', '0', { port: 0 }],
  ['HOST', '[::1]', { host: '::1' }],
  ['STUN_PORT', '0', { stunPort: null }],
  [
    'ICE_SERVERS',
    'stun:a.example, stuns:b.example:5349',
    { iceServers: [{ urls: ['stun:a.example'] }, { urls: ['stuns:b.example:5349'] }] },
  ],
  [
    'ICE_SERVERS',
    '[{"urls":["turn:t.example?transport=tcp"],"username":"u","credential":"c"}]',
    { iceServers: [{ urls: ['turn:t.example?transport=tcp'], username: 'u', credential: 'c' }] },
  ],
  ['TRUST_PROXY', '2', { trustProxy: { kind: 'hops', hops: 2 } }],
  ['KEEPER', '20GB', { keeper: { space: 20_000_000_000 } }],
  ['KEEPER_RATE', '1.5 MB', { keeper: { giveRate: 1_500_000 } }],
  ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
  ['TRACKER_SOCKETS', '0', { tracker: { socketsPerAddress: 0 } }],
])('%s=%s', (name, value, expected) => {
  expect(readSettings({ [name]: value })).toMatchObject(expected)
})

test('PUBLIC_URL is an address with or without its last slash', () => {
  expect(readSettings({ PUBLIC_URL: 'https://share.example.org' }).publicUrl?.href).toBe(
    'https://share.example.org/',
  )
  expect(readSettings({ PUBLIC_URL: 'https://example.org/a/shoal' }).publicUrl?.href).toBe(
    'https://example.org/a/shoal/',
  )
})

describe('a wrong value is refused in one line that says what was expected and what came', () => {
  test.each([
    ['PORT', 'eighty', /whole number from 0 to 65535, not "eighty"/],
    ['PORT', '65536', /not "65536"/],
    ['PORT', '-1', /not "-1"/],
    ['PORT', '8e3', /not "8e3"/],
    ['HOST', 'my host', /IP address or a host name/],
    ['STUN_PORT', '3478.5', /whole number/],
    ['PUBLIC_URL', 'share.example.org', /https:\/\/share/],
    ['PUBLIC_URL', 'https://share.example.org/a b', /example.org\/shoal/],
    ['PUBLIC_URL', 'https://share.example.org//', /example.org\/shoal/],
    ['PUBLIC_URL', 'https://share.example.org/?a', /example.org\/shoal/],
    ['PUBLIC_URL', 'ftp://share.example.org', /not "ftp/],
    ['PUBLIC_URL', 'https://user:secret@share.example.org', /must be an address/],
    ['ICE_SERVERS', 'http://a.example', /stun:/],
    ['ICE_SERVERS', '[{', /JSON/],
    ['ICE_SERVERS', '[null]', /stun:/],
    ['ICE_SERVERS', '[{"urls":[]}]', /stun:/],
    ['ICE_SERVERS', 'turn:t.example', /username and credential/],
    ['TURN_URLS', 'stun:t.example', /turn: or turns:/],
    ['TURN_URLS', 'turn:t.example, turn:', /not "turn:"/],
    ['TURN_SECRET', 'short', /16 characters/],
    ['TURN_LIFETIME', '60', /from 300 to 86400/],
    ['TRUST_PROXY', 'yes', /number of proxies/],
    ['TRUST_PROXY', '10.0.0.0/33', /number of proxies/],
    ['TRUST_PROXY', '10.0.0.0/8,nonsense', /number of proxies/],
    ['MEDIA_LIVE', 'news', /names and web addresses/],
    ['MEDIA_LIVE', 'news=ftp://a.example/b', /names and web addresses/],
    ['MEDIA_LIVE', '../a=https://a.example/b', /names and web addresses/],
    ['LOG_LEVEL', 'loud', /debug, info, warn, error/],
    ['TRACKER_MODE', 'closed', /must be one of open, listed, private/],
    ['NODES', '0', /auto or a whole number from 1 to 256, not "0"/],
    ['NODES', 'all', /not "all"/],
    ['CLUSTER_URL', 'http://a.example', /redis: or rediss:/],
    ['CLUSTER_URL', 'sentinel://a.example', /sentinel monitor/],
    ['CLUSTER_URL', 'sentinel://a.example/x,sentinel://b.example/y', /one kind/],
    ['CLUSTER_URL', 'redis://a.example,sentinel://b.example/y', /one kind/],
    ['KEEPER', '20', /a size such as 20GB or 500MB, not "20"/],
    ['KEEPER', '0GB', /not "0GB"/],
    ['BRIDGE', 'yes', /must be one of off, members, everybody/],
    ['BRIDGE_DHT', 'a.example', /hosts with ports/],
    ['BRIDGE_NEAR', '1', /must be one of yes, no/],
    ['KEEPER_FOR', 'nobody', /must be one of members, everybody/],
    ['METRICS_TOKEN', 'short', /16 characters/],
    ['TRACKER_INTERVAL', '0', /from 1 to/],
    ['TRACKER_MAX_MESSAGE', '1MB', /not "1MB"/],
  ])('%s=%s', (name, value, line) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(SettingProblem)
    expect(read).toThrow(line)
    expect(read).toThrow(new RegExp(`^${name} must [^\\n]*\\.$`))
  })

  test('a keeper for everybody, where nothing is for strangers', () => {
    const read = (mode: string) => () => readSettings({ KEEPER_FOR: 'everybody', TRACKER_MODE: mode })
    expect(read('private')).toThrow(/^KEEPER_FOR must be members where TRACKER_MODE is private\.$/)
    expect(read('listed')).not.toThrow()
  })

  test('a secret for a keeper elsewhere, which has no space', () => {
    const read = (environment: Record<string, string>) => () => readSettings(environment)
    const KEEPER_SECRET = 'as long as it has to be'
    expect(read({ KEEPER_SECRET })).toThrow(/^KEEPER_SECRET needs KEEPER[^\n]*\.$/)
    expect(read({ KEEPER_SECRET, KEEPER: '1GB' })).not.toThrow()
  })

  test('a bridge, where it has nothing to stand on', () => {
    const read = (environment: Record<string, string>) => () => readSettings(environment)
    expect(read({ BRIDGE: 'members' })).toThrow(/^BRIDGE needs KEEPER[^\n]*\.$/)
    expect(read({ BRIDGE: 'everybody', KEEPER: '1GB' })).toThrow(/^BRIDGE is for everybody only/)
    expect(read({ BRIDGE: 'members', KEEPER: '1GB', TRACKER_MODE: 'private' })).toThrow(/^BRIDGE must be off/)
    expect(
      read({ BRIDGE: 'members', KEEPER: '1GB', BRIDGE_DHT: 'a.example:1, 10.0.0.1:6881' })(),
    ).toMatchObject({
      bridge: { audience: 'members', dht: ['a.example:1', '10.0.0.1:6881'] },
    })
  })

  test('a folder to publish, where nothing is for strangers', () => {
    const read = (mode: string) => () => readSettings({ MEDIA_DIR: '/films', TRACKER_MODE: mode })
    expect(read('private')).toThrow(SettingProblem)
    expect(read('private')).toThrow(/^MEDIA_DIR must be empty where TRACKER_MODE is private[^\n]*\.$/)
    expect(read('listed')()).toMatchObject({ mediaDir: '/films', trackerMode: 'listed' })
  })

  test.each([
    ['TURN_URLS', 'turn:t.example', /^TURN_SECRET must be set where TURN_URLS is[^\n]*\.$/],
    ['TURN_SECRET', '0123456789abcdef', /^TURN_URLS must be set where TURN_SECRET is[^\n]*\.$/],
  ])('%s alone', (name, value, line) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(SettingProblem)
    expect(read).toThrow(line)
  })

  test('even when it is long or has line breaks', () => {
    const read = () => readSettings({ PORT: `8000\n${'x'.repeat(10_000)}` })
    expect(read).toThrow(/^[^\n]{1,200}$/)
  })
})

test('the help names every variable with its default', () => {
  const help = helpText()
  for (const name of [
    'PORT',
    'HOST',
    'TRACKER_MODE',
    'DATA_DIR',
    'PUBLIC_URL',
    'STUN_PORT',
    'ICE_SERVERS',
    'TRUST_PROXY',
    'LOG_LEVEL',
  ]) {
    expect(help).toMatch(new RegExp(`^  ${name}  \\(default: .+\\)$`, 'm'))
  }
  expect(help.match(/^ {2}TRACKER_/gm)).toHaveLength(Object.keys(readSettings({}).tracker).length + 1)
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

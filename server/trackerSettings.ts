import { limit, type Declarations } from './settingDeclaration.ts'
import { wholeNumber } from './settingParsers.ts'
import type { TrackerLimits } from './tracker/limits.ts'

export const TRACKER: Declarations<TrackerLimits> = {
  intervalSeconds: {
    name: 'TRACKER_INTERVAL',
    unit: 'seconds',
    meaning: 'Time between two announces of a peer. Who says nothing for twice as long is left out.',
    default: 120,
    parse: wholeNumber(1, 86_400),
  },
  addressedIntervalSeconds: {
    name: 'TRACKER_HTTP_INTERVAL',
    unit: 'seconds',
    meaning: 'The same over HTTP and UDP.',
    default: 900,
    parse: wholeNumber(1, 86_400),
  },
  jitterPercent: {
    name: 'TRACKER_JITTER',
    unit: 'percent',
    meaning: 'Up to this much is added to each interval by chance, so that clients do not keep in step.',
    default: 10,
    parse: wholeNumber(0, 50),
  },
  maxMessageBytes: limit('TRACKER_MAX_MESSAGE', 'bytes', 262_144, 'Longest message.'),
  messagesPerSecond: limit(
    'TRACKER_MESSAGE_RATE',
    'per second',
    50,
    'Messages of one socket, each counted once for every 4 KiB begun, with bursts of ten seconds’ worth; beyond that they are read more slowly.',
  ),
  torrentsPerSocket: limit('TRACKER_TORRENTS', 'per socket', 1_000, 'Swarms that one socket may be in.'),
  offersPerAnnounce: limit(
    'TRACKER_OFFERS',
    'per announce',
    20,
    'Offers handed on; further ones are ignored.',
  ),
  scrapeHashes: limit('TRACKER_SCRAPE', 'per scrape', 100, 'Info hashes that one scrape may ask about.'),
  peersPerReply: limit(
    'TRACKER_REPLY_PEERS',
    'per announce',
    200,
    'Peers that the answer to an HTTP or UDP announce may name.',
  ),
  socketsPerAddress: limit(
    'TRACKER_SOCKETS',
    'per address',
    250,
    'Sockets of one IPv4 address or one IPv6 /64 network.',
  ),
  connectionsPerAddress: limit(
    'TRACKER_CONNECTIONS',
    'per address',
    500,
    'HTTP connections of one address, WebSockets aside; those of trusted proxies are not counted.',
  ),
  httpPerAddressPerSecond: limit(
    'TRACKER_HTTP_RATE',
    'per second',
    1_000,
    'HTTP requests of any kind of one address, with bursts of ten seconds’ worth.',
  ),
  answerBytesPerAddress: limit(
    'TRACKER_ANSWER_BYTES',
    'bytes',
    33_554_432,
    'What answers over HTTP to one address may hold in memory; further ones wait until it has read some.',
  ),
  answerBytes: limit(
    'TRACKER_ALL_ANSWER_BYTES',
    'bytes',
    268_435_456,
    'The same for all addresses together.',
  ),
  peersPerAddress: limit(
    'TRACKER_PEERS',
    'per address',
    2_000,
    'HTTP and UDP peers of one address, in all swarms together.',
  ),
  requestsPerAddressPerSecond: limit(
    'TRACKER_REQUEST_RATE',
    'per second',
    100,
    'HTTP requests to tracker and API, datagrams and new sockets of one address, with bursts of ten seconds’ worth. UDP connect requests, whose address may be forged, have as much for themselves.',
  ),
  searchesPerAddressPerSecond: limit(
    'TRACKER_SEARCH_RATE',
    'per second',
    5,
    'Searches of members at one address, with bursts of ten seconds’ worth: each goes through the names of all torrents.',
  ),
  writeBufferBytes: limit(
    'TRACKER_WRITE_BUFFER',
    'bytes',
    1_048_576,
    'What may wait to be sent to one socket; who reads more slowly is cut off.',
  ),
  idleSeconds: limit(
    'TRACKER_IDLE',
    'seconds',
    60,
    'A socket that sends nothing, not even the answer to a ping, is closed, and so is an HTTP connection on which nothing moves.',
  ),
  halfOpenSeconds: limit(
    'TRACKER_HALF_OPEN',
    'seconds',
    15,
    'Time that an HTTP request or a handshake may take to come in whole.',
  ),
  accountedBytesPerSecond: limit(
    'TRACKER_ACCOUNT_RATE',
    'bytes per second',
    125_000_000,
    'What a member may have moved; what announces claim beyond that is not booked.',
  ),
  torrentsPerMember: limit(
    'TRACKER_MEMBER_TORRENTS',
    'per member',
    10_000,
    'Torrents that one member may have registered.',
  ),
}

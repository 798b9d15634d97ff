import { INFO_HASH } from './fields.ts'
import { count, listOf, objectOf, text } from './shape.ts'
import { TORRENT_STATES } from '../../src/wire/adminApi.ts'

/** What several routes answer. Times are milliseconds since 1970, sizes bytes. */

export const TIME = count('Milliseconds since 1970')
export const ID_NUMBER = count('Number')
export const TOTAL = count('How many there are in all')
export const UPLOADED = count('Bytes given')
export const DOWNLOADED = count('Bytes got')
export const SEEDS = count('Peers that have all of it')
export const LEECHERS = count('Peers that lack something')
export const COMPLETED = count('Finished downloads')
export const TORRENT_NAME = text('Name; empty where it is not known')
export const MEMBER_NAME = text('What the member is called; may be empty')

export const NULLABLE_MEMBER = {
  type: ['integer', 'null'],
  description: 'A member’s number; null for none',
} as const

export const RATIO = {
  type: ['number', 'null'],
  description: 'Uploaded by downloaded bytes; null while nothing has been downloaded',
} as const

export const STATUS_NAME = {
  type: 'string',
  description: 'listed: served; pending: waits for an admin; blocked: served in no mode',
  enum: TORRENT_STATES,
} as const

export const TORRENT_STATUS = objectOf({ infoHash: INFO_HASH, status: STATUS_NAME })

export const MOVED = listOf(
  objectOf({ infoHash: INFO_HASH, name: TORRENT_NAME, uploaded: UPLOADED, downloaded: DOWNLOADED }),
)

export const SAMPLE = objectOf({
  at: TIME,
  swarms: count('Torrents with at least one peer'),
  peers: count('Peers of all kinds'),
  addressedPeers: count('Of those, over HTTP and UDP'),
  sockets: count('Open WebSockets'),
  webSocketMessages: count('Since the tracker started'),
  httpRequests: count('Announces and scrapes since the tracker started'),
  udpDatagrams: count('Since the tracker started'),
  cpuSeconds: { type: 'number', description: 'Since the tracker started' },
  memoryBytes: count('Resident memory'),
})

const ANNOUNCE = objectOf({
  webSocket: text('Announce address of WebTorrent clients'),
  http: text('Announce address over HTTP'),
  udp: { type: ['string', 'null'], description: 'Announce address over UDP; null where there is none' },
})

export const NEW_PASSKEY = objectOf({ passkey: text('Told here and never again'), announce: ANNOUNCE })

export const NEW_MEMBER = objectOf({
  ...NEW_PASSKEY.properties,
  member: objectOf({ id: ID_NUMBER, name: MEMBER_NAME }),
})

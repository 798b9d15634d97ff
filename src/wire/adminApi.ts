import { listOf, number, oneOf, orNull, recordOf, text, truth, type Read } from './jsonReaders.ts'
import { TRACKER_MODES } from './siteConfig.ts'

/**
 * What the admin API answers, as far as the admin page reads it; all of it is described by the site's
 * `/api/openapi.json`. Times are milliseconds since 1970, sizes bytes.
 */

/** Why the API refuses, where a page has words for it; told as `{"error": …, "code": …}`. */
export const API_PROBLEMS = [
  'address-busy', // too many requests from there
  'database-busy',
  'failed', // the server's log says why
  'host-unknown', // the Host header is missing or wrong
  'link-void', // unknown, expired or opened before
  'no-data-folder',
  'no-such-invitation',
  'no-such-member',
  'no-such-token',
  'not-an-admin',
  'revoked-before',
  'swarm-empty',
  'torrent-unknown',
] as const
export type ApiProblemCode = (typeof API_PROBLEMS)[number]

export const readProblem = recordOf({ code: oneOf(...API_PROBLEMS) })

/** What the machine carries at one moment; counts of messages and CPU seconds are since its start. */
const sample = recordOf({
  at: number,
  swarms: number,
  peers: number,
  addressedPeers: number,
  sockets: number,
  webSocketMessages: number,
  httpRequests: number,
  udpDatagrams: number,
  cpuSeconds: number,
  memoryBytes: number,
})
export type Sample = Read<typeof sample>

export const readOverview = recordOf({
  mode: oneOf(...TRACKER_MODES),
  now: sample,
  members: number,
  torrents: number,
})
export type Overview = Read<typeof readOverview>

/** The oldest first. */
export const readHistory = recordOf({ hour: listOf(sample), day: listOf(sample) })
export type History = Read<typeof readHistory>

const SWARM = { infoHash: text, name: text, seeds: number, leechers: number } as const
const liveSwarm = recordOf(SWARM)
export type LiveSwarm = Read<typeof liveSwarm>

export const readSwarms = recordOf({ swarms: listOf(liveSwarm) })

export const TORRENT_STATES = ['listed', 'pending', 'blocked'] as const
export type TorrentStatus = (typeof TORRENT_STATES)[number]

/** One peer of a swarm; where it is, nobody is told. */
const swarmPeer = recordOf({
  kind: oneOf('webrtc', 'addressed'),
  /** Program and version as it names itself, such as `-WW0309-`; empty when it does not. */
  client: text,
  isSeed: truth,
  isPartialSeed: truth,
  memberId: orNull(number),
  memberName: text,
})
export type SwarmPeer = Read<typeof swarmPeer>

export const readSwarm = recordOf({
  ...SWARM,
  /** Null where nobody has registered it. */
  status: orNull(oneOf(...TORRENT_STATES)),
  /** As many as the server shows. */
  peers: listOf(swarmPeer),
})
export type SwarmDetail = Read<typeof readSwarm>

const listedTorrent = recordOf({
  infoHash: text,
  name: text,
  status: oneOf(...TORRENT_STATES),
  addedAt: number,
  /** Finished downloads. */
  completed: number,
  seeds: number,
  leechers: number,
})
export type ListedTorrent = Read<typeof listedTorrent>

export const readTorrents = recordOf({ torrents: listOf(listedTorrent), total: number })

const MEMBER = {
  id: number,
  name: text,
  /** What the admin wrote on the invitation. */
  invitation: text,
  createdAt: number,
  revokedAt: orNull(number),
  uploaded: number,
  downloaded: number,
  ratio: orNull(number),
} as const
const listedMember = recordOf(MEMBER)
export type ListedMember = Read<typeof listedMember>

export const readMembers = recordOf({ members: listOf(listedMember), total: number })

/** What a member gave and got of one torrent. */
const memberTorrent = recordOf({ infoHash: text, name: text, uploaded: number, downloaded: number })
export type MemberTorrent = Read<typeof memberTorrent>

export const readMember = recordOf({ ...MEMBER, torrents: listOf(memberTorrent) })

const announce = recordOf({ webSocket: text, http: text, udp: orNull(text) })
export type Announce = Read<typeof announce>

export const readPasskey = recordOf({ announce })

const listedInvitation = recordOf({
  id: number,
  note: text,
  usesLeft: number,
  expiresAt: number,
  createdAt: number,
})
export type ListedInvitation = Read<typeof listedInvitation>

export const readInvitations = recordOf({ invitations: listOf(listedInvitation) })

export const readInvitation = recordOf({ link: text, expiresAt: number })
export type NewInvitation = Read<typeof readInvitation>

const listedToken = recordOf({ id: number, name: text, createdAt: number })
export type ListedToken = Read<typeof listedToken>

export const readTokens = recordOf({ tokens: listOf(listedToken) })
export const readToken = recordOf({ token: text })
/** The name of the copy, in the folder `backups` of the server's data folder. */
export const readBackup = recordOf({ file: text })

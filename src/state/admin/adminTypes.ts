/** What the admin API answers; described in full by the site's `/api/openapi.json`. */

/** What the machine carries at one moment; counts of messages and CPU seconds are since its start. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly swarms: number
  readonly peers: number
  readonly addressedPeers: number
  readonly sockets: number
  readonly webSocketMessages: number
  readonly httpRequests: number
  readonly udpDatagrams: number
  readonly cpuSeconds: number
  readonly memoryBytes: number
}

export interface Overview {
  readonly mode: 'open' | 'listed' | 'private'
  readonly now: Sample
  readonly members: number
  readonly torrents: number
}

/** The oldest first. */
export interface History {
  readonly hour: readonly Sample[]
  readonly day: readonly Sample[]
}

export interface LiveSwarm {
  readonly infoHash: string
  readonly name: string
  readonly seeds: number
  readonly leechers: number
}

/** One peer of a swarm; where it is, nobody is told. */
export interface SwarmPeer {
  readonly kind: 'webrtc' | 'addressed'
  /** Program and version as it names itself, such as `-WW0309-`; empty when it does not. */
  readonly client: string
  readonly isSeed: boolean
  readonly isPartialSeed: boolean
  readonly memberId: number | null
  readonly memberName: string
}

export interface SwarmDetail extends LiveSwarm {
  /** Null where nobody has registered it. */
  readonly status: TorrentStatus | null
  /** As many as the server shows. */
  readonly peers: readonly SwarmPeer[]
}

export type TorrentStatus = 'listed' | 'pending' | 'blocked'

export interface ListedTorrent {
  readonly infoHash: string
  readonly name: string
  readonly status: TorrentStatus
  readonly addedAt: number
  /** Finished downloads. */
  readonly completed: number
  readonly seeds: number
  readonly leechers: number
}

export interface ListedMember {
  readonly id: number
  readonly name: string
  /** What the admin wrote on the invitation. */
  readonly invitation: string
  readonly createdAt: number
  readonly revokedAt: number | null
  readonly uploaded: number
  readonly downloaded: number
  readonly ratio: number | null
}

/** What a member gave and got of one torrent. */
export interface MemberTorrent {
  readonly infoHash: string
  readonly name: string
  readonly uploaded: number
  readonly downloaded: number
}

export interface Announce {
  readonly webSocket: string
  readonly http: string
  readonly udp: string | null
}

export interface ListedInvitation {
  readonly id: number
  readonly note: string
  readonly usesLeft: number
  readonly expiresAt: number
  readonly createdAt: number
}

export interface NewInvitation {
  readonly link: string
  readonly expiresAt: number
}

export interface ListedToken {
  readonly id: number
  readonly name: string
  readonly createdAt: number
}

/** Part of a list, and how many there are in all. */
export interface Part<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

export interface ListQuery {
  readonly search: string
  readonly offset: number
  readonly limit: number
}

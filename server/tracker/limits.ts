/** What one client may cost the tracker; 0 stands for no limit, except for the interval. */
export interface TrackerLimits {
  /** Seconds between two announces of a peer, at least 1. */
  readonly intervalSeconds: number
  /** The same for HTTP and UDP, where every announce costs a connection or two datagrams. */
  readonly addressedIntervalSeconds: number
  /** Up to this many percent are added to an interval by chance, so that clients do not announce in step. */
  readonly jitterPercent: number
  readonly maxMessageBytes: number
  /** A long message counts as one for each 4 KiB begun. */
  readonly messagesPerSecond: number
  /** Of all sockets of one address. */
  readonly messagesPerAddressPerSecond: number
  readonly torrentsPerSocket: number
  readonly offersPerAnnounce: number
  readonly scrapeHashes: number
  /** Of one socket in one swarm. */
  readonly peerIdsPerSocketPerMinute: number
  /** Of one socket in one swarm. */
  readonly offersPerSocketPerMinute: number
  /** New peer ids of one address whose offers are handed on in one swarm. */
  readonly newPeersPerAddressPerMinute: number
  /** Offers of one address that one peer gets in one swarm. */
  readonly offersPerSourcePerMinute: number
  /** Peers told of in the answer to one HTTP or UDP announce. */
  readonly peersPerReply: number
  readonly socketsPerAddress: number
  /** HTTP connections, those aside that have become sockets. */
  readonly connectionsPerAddress: number
  /** STUN requests, whose address may be forged. */
  readonly stunPerAddressPerSecond: number
  /** Names and passwords for the TURN server. */
  readonly turnPerAddressPerSecond: number
  /** HTTP requests of any kind. */
  readonly httpPerAddressPerSecond: number
  /** Bytes of answers over HTTP that wait to be read. */
  readonly answerBytesPerAddress: number
  readonly answerBytes: number
  /** HTTP and UDP peers that one address may have, in all swarms together. */
  readonly peersPerAddress: number
  /** HTTP requests, datagrams and new sockets together; UDP connect requests have as much for themselves. */
  readonly requestsPerAddressPerSecond: number
  /** Of members among the torrents. */
  readonly searchesPerAddressPerSecond: number
  readonly writeBufferBytes: number
  /** Seconds without any frame from the client, or without a byte in either direction of an HTTP connection. */
  readonly idleSeconds: number
  /** Seconds that a request or a handshake may take to come in whole. */
  readonly halfOpenSeconds: number
  /** Bytes a second that a member may have moved; what an announce claims beyond that is not booked. */
  readonly accountedBytesPerSecond: number
  /** Torrents that one member may have registered. */
  readonly torrentsPerMember: number
}

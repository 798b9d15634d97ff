/** What one client may cost the tracker; 0 stands for no limit, except for the interval. */
export interface TrackerLimits {
  /** Seconds between two announces of a peer, at least 1. */
  readonly intervalSeconds: number
  readonly maxMessageBytes: number
  readonly messagesPerSecond: number
  readonly torrentsPerSocket: number
  readonly offersPerAnnounce: number
  readonly scrapeHashes: number
  readonly socketsPerAddress: number
  readonly writeBufferBytes: number
  /** Seconds without any frame from the client. */
  readonly idleSeconds: number
}

/** What the tracker asks of whoever keeps members, torrents and accounts; it knows none of them itself. */
import type { Branded } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'

/** A member's number; never shown to other members. */
export type MemberId = Branded<number, 'MemberId'>

/** The site's own keeper, as the tracker knows it: in no table of members, and nothing is booked to it. */
export const KEEPER = 0 as MemberId

/** What an announce says of the bytes moved since `started`. */
export interface Report {
  readonly member: MemberId
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  readonly uploaded: number
  readonly downloaded: number
  /** Whether anyone else was in the swarm since the last report; nobody can upload to an empty one. */
  readonly hadCompany: boolean
}

export interface Admission {
  /** Whose passkey it is; null when it is nobody's. Takes the same time for every wrong one. */
  memberOf(passkey: string): MemberId | null
  /** Whether an announce needs a member's passkey. */
  readonly needsMember: boolean
  /** Why this torrent is not served here, for people to read; null when it is. */
  refusal(infoHash: InfoHash): string | null
  /** Books what a member's announce says. */
  report(report: Report): void
  /** Counts a torrent's finished download for good. */
  completed(infoHash: InfoHash): void
}

/** Everybody is let in, and nothing is written down. */
export const OPEN: Admission = {
  memberOf: () => null,
  needsMember: false,
  refusal: () => null,
  report: () => undefined,
  completed: () => undefined,
}

export type { ListedKept } from '../../wire/keeper.ts'

/** What the admin API answers, for components. */
export type {
  Announce,
  History,
  ListedInvitation,
  ListedMember,
  ListedToken,
  ListedTorrent,
  LiveSwarm,
  MemberTorrent,
  NewInvitation,
  Overview,
  Sample,
  SwarmDetail,
  SwarmPeer,
  TorrentStatus,
} from '../../wire/adminApi.ts'

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

/** The keeper as a whole. */
export interface KeeperSpace {
  readonly space: number
  readonly taken: number
  readonly isUp: boolean
}

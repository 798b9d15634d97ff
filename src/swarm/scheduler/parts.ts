import type { Milliseconds } from '../../core/brand.ts'
import { Advisor } from './advisor.ts'
import { Announcements } from './announcements.ts'
import { Arrivals } from './arrivals.ts'
import { Blame } from './blame.ts'
import { Choker } from './choker.ts'
import type { Commands, PeerKey } from './commands.ts'
import { Connections } from './connections.ts'
import { Fetcher } from './fetcher.ts'
import { Giver } from './giver.ts'
import { Haves } from './haves.ts'
import { Interest } from './interest.ts'
import { Picker } from './picker.ts'
import type { PieceTable } from './pieceTable.ts'
import { Suggester } from './suggester.ts'
import { TransferBudget } from './transferBudget.ts'
import type { Uplink } from './uplink.ts'
import { Urgency } from './urgency.ts'
import { Widener } from './widener.ts'

export interface SchedulerOptions {
  /** The share's ledger, which from now on only the scheduler changes. */
  readonly pieces: PieceTable
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  readonly commands: Commands
  /** The line that all shares of the page send over. */
  readonly uplink: Uplink
  /** How long what has just come waited until it was told: that was on no line. */
  readonly lag: () => Milliseconds
}

export type Parts = ReturnType<typeof partsOf>

/**
 * Makes the parts of a scheduler, each of which is given those that it needs.
 *
 * @param ban these peers send what is false
 */
export function partsOf(
  { pieces: table, now, random, commands, uplink, lag }: SchedulerOptions,
  ban: (keys: readonly PeerKey[]) => void,
) {
  const { geometry, peers } = table
  const budget = new TransferBudget()
  const urgency = new Urgency()
  const blame = new Blame()
  const connections = new Connections({
    table,
    targetQueue: () => uplink.targetQueue,
    closed: (path, outlet) => {
      if (path) fetcher.left(path)
      if (outlet) giver.left(outlet)
    },
  })
  const { receivers, paths, outlets } = connections
  const fetcher = new Fetcher({
    table,
    picker: new Picker(table, urgency, blame),
    peers: paths,
    commands,
    now,
    lag,
    limits: [budget.down, uplink.downLimit],
  })
  const widener = new Widener({ receivers, commands, now })
  const giver = new Giver({
    geometry,
    receivers: outlets,
    commands,
    uplink,
    limit: budget.up,
    mayGive: () => budget.mayGive,
    widener,
    now,
    random,
  })
  const count = (piece: number) => table.rarity.count(piece)
  const suggester = new Suggester({ geometry, peers, commands, random, count })
  const advisor = new Advisor({ table, receivers, suggester })
  const choker = new Choker({
    receivers,
    commands,
    now,
    random,
    seeding: () => table.wantsNothing,
    exhausted: () => uplink.exhausted || budget.mayGive <= 0,
  })
  const haves = new Haves(peers, commands, choker)
  const interest = new Interest(peers, commands)
  const announcements = new Announcements({ table, connections, fetcher, choker, interest, advisor })
  const arrivals = new Arrivals({ table, connections, fetcher, blame, haves, interest, ban })
  return {
    budget,
    urgency,
    connections,
    fetcher,
    widener,
    giver,
    advisor,
    choker,
    haves,
    interest,
    announcements,
    arrivals,
  }
}

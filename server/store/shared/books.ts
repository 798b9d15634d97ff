import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { PeerId } from '../../../src/wire/trackerMessages.ts'
import type { MemberId } from '../../tracker/admission.ts'
import { MOST_BYTES, MOST_TRANSFERS, moved } from '../accounts.ts'
import { Allowance, LONGEST_GAP_MS } from '../allowance.ts'
import { TRANSFER_LIFETIME_MS } from '../transferSweep.ts'
import type { Query } from './postgres.ts'

/** What a client has said of one torrent: sums since it started. */
export interface Claim {
  readonly member: MemberId
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  readonly uploaded: number
  readonly downloaded: number
  /** When, by the clock of its node. */
  readonly at: number
  /** Nobody else was in the swarm since then, or since the client was last heard; null when somebody was. */
  readonly aloneSince: number | null
}

export interface BooksOptions {
  /** 0 for no limit. */
  readonly bytesPerSecond: number
  /** By the clock of the node whose claims they are. */
  readonly now: number
  /** What that clock lacks of PostgreSQL's, in milliseconds: nodes' clocks differ. */
  readonly skewMs: number
}

/** What a client last said. */
interface Said {
  readonly claim: Pick<Claim, 'member' | 'infoHash' | 'peerId'>
  uploaded: number
  downloaded: number
  at: number
  isChanged: boolean
}

interface Lines {
  readonly uploads: Allowance
  readonly downloads: Allowance
}

/**
 * Books what clients have said, in the order in which their nodes heard it, as `Accounts` does on a single machine: the
 * difference to what PostgreSQL knows that the client has said last, whichever node heard that. So it does not matter
 * at which node a client turns up next, nor which of two nodes writes first. What is older than that, and came late, is
 * in it already.
 *
 * A member's line has as much time as has passed until now, and not until the claim: a node may tell hours later.
 */
export async function book(query: Query, told: readonly Claim[], options: BooksOptions): Promise<void> {
  const now = options.now + options.skewMs
  const ids = [...new Set(told.map(({ member }) => member))]
  const known = new Set(
    (await query('SELECT id FROM members WHERE id = ANY($1::bigint[])', [ids])).map((row) => row['id']),
  )
  const claims = told.filter(({ member }) => known.has(member))
  const said = await saidBefore(query, claims)
  const lines = await linesOf(query, firstClaims(claims, options), options.bytesPerSecond, now)
  const booked = new Map<string, Claim & { uploaded: number; downloaded: number }>()
  for (const claim of claims) {
    const at = Math.min(claim.at + options.skewMs, now)
    const before = said.get(clientOf(claim))
    const line = lines.get(claim.member)
    if (!before || !line) {
      said.set(clientOf(claim), { claim, ...sumsOf(claim), at, isChanged: true })
      continue
    }
    const since = Math.min(before.at, now)
    if (at < since) continue
    const { bytesPerSecond } = options
    const gapMs = Math.min(at - since, LONGEST_GAP_MS)
    const most = bytesPerSecond === 0 ? Infinity : (gapMs / 1_000) * bytesPerSecond
    const hadCompany = claim.aloneSince === null || before.at < claim.aloneSince + options.skewMs
    const uploaded = line.uploads.take(hadCompany ? moved(before.uploaded, claim.uploaded, most) : 0, now)
    const downloaded = line.downloads.take(moved(before.downloaded, claim.downloaded, most), now)
    Object.assign(before, sumsOf(claim), { at, isChanged: true })
    if (uploaded === 0 && downloaded === 0) continue
    const key = `${claim.member} ${claim.infoHash}`
    const sums = booked.get(key)
    booked.set(key, {
      ...claim,
      uploaded: Math.min((sums?.uploaded ?? 0) + uploaded, MOST_BYTES),
      downloaded: Math.min((sums?.downloaded ?? 0) + downloaded, MOST_BYTES),
    })
  }
  await keepSaid(
    query,
    [...said.values()].filter(({ isChanged }) => isChanged),
  )
  await keepLines(query, lines)
  await keepBooked(query, [...booked.values()])
}

async function saidBefore(query: Query, claims: readonly Claim[]): Promise<Map<string, Said>> {
  const clients = [...new Map(claims.map((claim) => [clientOf(claim), claim])).values()]
  const rows = await query(
    `SELECT member_id AS member, info_hash AS "infoHash", peer_id AS "peerId", uploaded, downloaded,
       reported_at AS at
     FROM transfers JOIN unnest($1::bigint[], $2::text[], $3::text[]) AS client (member_id, info_hash, peer_id)
       USING (member_id, info_hash, peer_id)`,
    columnsOf(clients, 'member', 'infoHash', 'peerId'),
  )
  return new Map(
    (rows as unknown as readonly Claim[]).map((claim) => [
      clientOf(claim),
      { claim, ...sumsOf(claim), at: claim.at, isChanged: false },
    ]),
  )
}

async function linesOf(
  query: Query,
  firstClaims: ReadonlyMap<MemberId, number>,
  bytesPerSecond: number,
  now: number,
): Promise<Map<MemberId, Lines>> {
  const rows = await query(
    `SELECT member_id AS member, uploads_until AS uploads, downloads_until AS downloads
     FROM allowances WHERE member_id = ANY($1::bigint[])`,
    [[...firstClaims.keys()]],
  )
  const until = new Map(rows.map((row) => [row['member'] as MemberId, row]))
  // A clock that ran ahead must not stop the books.
  const line = (used: unknown): Allowance => new Allowance(bytesPerSecond, Math.min(Number(used), now))
  return new Map(
    Array.from(firstClaims, ([member, at]) => {
      const row = until.get(member)
      return [member, { uploads: line(row?.['uploads'] ?? at), downloads: line(row?.['downloads'] ?? at) }]
    }),
  )
}

/** From when on members have time to be used who have used none yet: they may have been told of hours later. */
function firstClaims(claims: readonly Claim[], { skewMs }: BooksOptions): Map<MemberId, number> {
  const first = new Map<MemberId, number>()
  for (const { member, at } of claims) {
    first.set(member, Math.min(first.get(member) ?? Infinity, at + skewMs))
  }
  return first
}

async function keepSaid(query: Query, said: readonly Said[]): Promise<void> {
  const rows = said.map(({ claim, uploaded, downloaded, at }) => ({ ...claim, uploaded, downloaded, at }))
  await query(
    `INSERT INTO transfers (member_id, info_hash, peer_id, uploaded, downloaded, reported_at)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
     ON CONFLICT (member_id, info_hash, peer_id) DO UPDATE SET uploaded = excluded.uploaded,
       downloaded = excluded.downloaded, reported_at = excluded.reported_at`,
    columnsOf(
      rows.map((row) => ({ ...row, at: Math.round(row.at) })),
      'member',
      'infoHash',
      'peerId',
      'uploaded',
      'downloaded',
      'at',
    ),
  )
}

async function keepLines(query: Query, lines: ReadonlyMap<MemberId, Lines>): Promise<void> {
  await query(
    `INSERT INTO allowances (member_id, uploads_until, downloads_until)
     SELECT * FROM unnest($1::bigint[], $2::double precision[], $3::double precision[])
     ON CONFLICT (member_id) DO UPDATE SET uploads_until = excluded.uploads_until,
       downloads_until = excluded.downloads_until`,
    [
      [...lines.keys()],
      Array.from(lines.values(), ({ uploads }) => uploads.usedUntil),
      Array.from(lines.values(), ({ downloads }) => downloads.usedUntil),
    ],
  )
}

async function keepBooked(query: Query, sums: readonly Claim[]): Promise<void> {
  if (sums.length === 0) return
  await query(
    `INSERT INTO accounts (member_id, info_hash, uploaded, downloaded)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[])
     ON CONFLICT (member_id, info_hash) DO UPDATE SET
       uploaded = least(least(accounts.uploaded, ${MOST_BYTES}) + excluded.uploaded, ${MOST_BYTES}),
       downloaded = least(least(accounts.downloaded, ${MOST_BYTES}) + excluded.downloaded, ${MOST_BYTES})`,
    columnsOf(sums, 'member', 'infoHash', 'uploaded', 'downloaded'),
  )
}

/** Forgets what is too old or too much of what clients have said; see `TransferSweep`. */
export async function forgetSaid(query: Query, now: number): Promise<void> {
  await query('DELETE FROM transfers WHERE reported_at < $1', [now - TRANSFER_LIFETIME_MS])
  await query(
    `DELETE FROM transfers USING (
       SELECT member_id, info_hash, peer_id,
         row_number() OVER (PARTITION BY member_id ORDER BY reported_at DESC) AS place
       FROM transfers
       WHERE member_id IN (SELECT member_id FROM transfers GROUP BY member_id HAVING count(*) > $1)
     ) AS ranked
     WHERE ranked.place > $1 AND (transfers.member_id, transfers.info_hash, transfers.peer_id)
       = (ranked.member_id, ranked.info_hash, ranked.peer_id)`,
    [MOST_TRANSFERS],
  )
}

function clientOf({ member, infoHash, peerId }: Pick<Claim, 'member' | 'infoHash' | 'peerId'>): string {
  return `${member} ${infoHash} ${peerId}`
}

function sumsOf({ uploaded, downloaded }: Claim): { uploaded: number; downloaded: number } {
  return { uploaded, downloaded }
}

/** A list for each column, as `unnest` takes them. */
function columnsOf<Row>(rows: readonly Row[], ...columns: readonly (keyof Row)[]): readonly unknown[][] {
  return columns.map((column) => rows.map((row) => row[column]))
}

import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { backupTo } from '../store/database.ts'
import { KEEPER, type MemberId } from '../tracker/admission.ts'
import type { Peer } from '../tracker/records.ts'
import type { Swarm } from '../tracker/swarm.ts'
import type { ApiContext } from './context.ts'
import { INFO_HASH, PAGE } from './fields.ts'
import { checkedInfoHash } from './memberRoutes.ts'
import {
  LEECHERS,
  MEMBER_NAME,
  NULLABLE_MEMBER,
  SAMPLE,
  SEEDS,
  STATUS_NAME,
  TORRENT_NAME,
  TOTAL,
} from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { answering, count, listOf, objectOf, text } from './shape.ts'
import { TRACKER_MODES } from '../../src/wire/siteConfig.ts'
import type { readBackup, readHistory, readOverview, readSwarm, readSwarms } from '../../src/wire/adminApi.ts'
import type { Read } from '../../src/wire/jsonReaders.ts'

const SUMMARY = {
  infoHash: INFO_HASH,
  name: TORRENT_NAME,
  status: {
    type: ['string', 'null'],
    description: 'Null where nobody has registered it',
    enum: [...STATUS_NAME.enum, null],
  },
  seeds: SEEDS,
  leechers: LEECHERS,
} as const

/** Peers shown of one swarm. */
const MOST_PEERS = 500

/** What goes on at this moment, for admins. */
export function adminLiveRoutes(context: ApiContext): readonly Route[] {
  const { store, table } = context

  function summaryOf({ infoHash, complete, incomplete }: Swarm<Peer>) {
    const torrent = store.torrents.get(infoHash)
    const { name, status } = torrent ?? { name: '', status: null }
    return { infoHash, name, status, seeds: complete, leechers: incomplete }
  }

  /** As lists call a member; `known` holds those that were looked up. */
  function nameOf(id: MemberId, known: Map<MemberId, string>): string {
    const member = known.has(id) ? null : store.members.get(id)
    if (member) known.set(id, member.name || member.invitation)
    return known.get(id) ?? ''
  }

  return [
    route({
      method: 'GET',
      path: '/api/admin/overview',
      access: 'admin',
      summary: 'What the tracker carries now.',
      returns: answering<Read<typeof readOverview>>()(
        objectOf({
          mode: {
            type: 'string',
            description: 'Who may use the tracker, and for what',
            enum: TRACKER_MODES,
          },
          now: SAMPLE,
          members: count('Members who have not been revoked'),
          torrents: count('Torrents that are known'),
        }),
      ),
      handle: () => ({
        mode: context.mode,
        now: context.sample(),
        members: store.members.count,
        torrents: store.torrents.count,
      }),
    }),
    route({
      method: 'GET',
      path: '/api/admin/history',
      access: 'admin',
      summary:
        'The same over time: every ten seconds of the last hour, every five minutes of the last day, the oldest first.',
      returns: answering<Read<typeof readHistory>>()(objectOf({ hour: listOf(SAMPLE), day: listOf(SAMPLE) })),
      handle: () => ({ hour: context.history.hour, day: context.history.day }),
    }),
    route({
      method: 'GET',
      path: '/api/admin/swarms',
      access: 'admin',
      summary: 'The swarms that have peers, the largest first.',
      returns: answering<Read<typeof readSwarms>>()(
        objectOf({
          swarms: listOf(
            objectOf({
              ...SUMMARY,
              addressedPeers: count('Peers over HTTP and UDP'),
              downloaded: count('Finished downloads since the first peer came'),
            }),
          ),
          total: TOTAL,
        }),
      ),
      query: PAGE,
      handle({ query }) {
        const swarms = Array.from(table.all()).sort((left, right) => right.population - left.population)
        return {
          total: swarms.length,
          swarms: swarms.slice(query.offset, query.offset + query.limit).map((swarm) => ({
            ...summaryOf(swarm),
            addressedPeers: swarm.addressed?.size ?? 0,
            downloaded: swarm.downloaded,
          })),
        }
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/swarms/{infoHash}',
      access: 'admin',
      summary: `The peers of a swarm, ${MOST_PEERS} at most, without their addresses.`,
      returns: answering<Read<typeof readSwarm>>()(
        objectOf({
          ...SUMMARY,
          peers: listOf(
            objectOf({
              kind: {
                type: 'string',
                description: 'addressed: over HTTP and UDP',
                enum: ['webrtc', 'addressed'],
              },
              client: text(
                'Program and version as it names itself, such as -WW0309-; empty when it does not',
              ),
              isSeed: { type: 'boolean' },
              isPartialSeed: {
                type: 'boolean',
                description: 'Lacks something, and wants nothing of it (BEP 21)',
              },
              memberId: NULLABLE_MEMBER,
              memberName: MEMBER_NAME,
            }),
          ),
        }),
      ),
      pathFields: { infoHash: INFO_HASH },
      handle({ path }) {
        const swarm = table.get(checkedInfoHash(path.infoHash))
        if (!swarm) throw new ApiProblem(404, 'nobody is in this swarm', 'swarm-empty')
        const names = new Map<MemberId, string>()
        const peers = peersOf(swarm).map(({ kind, peerId, isSeed, isPartialSeed, member }) => ({
          kind,
          client: clientOf(peerId),
          isSeed,
          isPartialSeed,
          memberId: member,
          memberName: member === null ? '' : nameOf(member, names),
        }))
        return { ...summaryOf(swarm), peers }
      },
    }),
    route({
      method: 'POST',
      path: '/api/admin/backup',
      access: 'admin',
      summary: 'Copy the database to a new file in the folder backups of DATA_DIR, while it is in use.',
      returns: answering<Read<typeof readBackup>>()(objectOf({ file: text('Its name in that folder') })),
      async handle() {
        if (context.dataFolder === null)
          throw new ApiProblem(409, 'there is no data folder', 'no-data-folder')
        const folder = join(context.dataFolder, 'backups')
        await mkdir(folder, { recursive: true })
        const file = `shoal-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`
        store.accounts.tryFlush()
        await backupTo(store.database, join(folder, file))
        return { file }
      },
    }),
  ]
}

interface ShownPeer {
  readonly kind: 'webrtc' | 'addressed'
  readonly peerId: PeerId
  readonly isSeed: boolean
  readonly isPartialSeed: boolean
  readonly member: MemberId | null
}

/** Some peers of both kinds, without their addresses. */
function peersOf(swarm: Swarm<Peer>): readonly ShownPeer[] {
  const peers: ShownPeer[] = []
  for (const { peerId, isSeed, isPartialSeed, session } of swarm.members.slice(0, MOST_PEERS)) {
    peers.push({ kind: 'webrtc', peerId, isSeed, isPartialSeed, member: memberOf(session.member) })
  }
  for (const { peerId, isSeed, isPartialSeed, member } of swarm.addressed?.all() ?? []) {
    if (peers.length >= MOST_PEERS) break
    peers.push({ kind: 'addressed', peerId, isSeed, isPartialSeed, member: memberOf(member) })
  }
  return peers
}

/** The site's own keeper is nobody's. */
function memberOf(member: MemberId | null): MemberId | null {
  return member === KEEPER ? null : member
}

/** Client and version (BEP 20), such as `-WW0309-`; empty for a peer id of another kind. */
function clientOf(peerId: PeerId): string {
  return /^-[\w~.]{6}-/.exec(binaryOfHex(peerId))?.[0] ?? ''
}

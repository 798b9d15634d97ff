import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { backupTo } from '../store/database.ts'
import type { MemberId } from '../tracker/admission.ts'
import { MOST_PEERS, type LiveSwarm } from '../tracker/liveSwarms.ts'
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

/** What goes on at this moment, for admins. */
export function adminLiveRoutes(context: ApiContext): readonly Route[] {
  const { store, live } = context

  function summaryOf({ infoHash, seeds, leechers }: LiveSwarm) {
    const torrent = store.torrents.get(infoHash)
    const { name, status } = torrent ?? { name: '', status: null }
    return { infoHash, name, status, seeds, leechers }
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
      async handle({ query: { offset, limit } }) {
        const { swarms, total } = await live.largest(offset + limit)
        return {
          total,
          swarms: swarms.slice(offset).map((swarm) => ({
            ...summaryOf(swarm),
            addressedPeers: swarm.addressedPeers,
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
      async handle({ path }) {
        const swarm = await live.find(checkedInfoHash(path.infoHash))
        if (!swarm) throw new ApiProblem(404, 'nobody is in this swarm', 'swarm-empty')
        const names = new Map<MemberId, string>()
        const peers = swarm.peers.map(({ kind, peerId, isSeed, isPartialSeed, member }) => ({
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

/** Client and version (BEP 20), such as `-WW0309-`; empty for a peer id of another kind. */
function clientOf(peerId: PeerId): string {
  return /^-[\w~.]{6}-/.exec(binaryOfHex(peerId))?.[0] ?? ''
}

import type { TorrentStatus } from '../store/torrents.ts'
import type { ApiContext } from './context.ts'
import { INFO_HASH, PAGE, SEARCH, tidy } from './fields.ts'
import { checkedInfoHash } from './memberRoutes.ts'
import {
  COMPLETED,
  LEECHERS,
  NULLABLE_MEMBER,
  SEEDS,
  STATUS_NAME,
  TIME,
  TORRENT_NAME,
  TORRENT_STATUS,
  TOTAL,
} from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { answering, listOf, objectOf } from './shape.ts'
import type { readTorrents } from '../../src/wire/adminApi.ts'
import type { Read } from '../../src/wire/jsonReaders.ts'

const STATUS = { ...STATUS_NAME, maxLength: 10 } as const

/** Torrents, for admins. */
export function adminTorrentRoutes(context: ApiContext): readonly Route[] {
  const { torrents } = context.store

  function hasStatus(text: string): text is TorrentStatus {
    return text !== 'any'
  }

  return [
    route({
      method: 'GET',
      path: '/api/admin/torrents',
      access: 'admin',
      summary: 'The torrents that are known, the newest first, with who is there at this moment.',
      returns: answering<Read<typeof readTorrents>>()(
        objectOf({
          torrents: listOf(
            objectOf({
              infoHash: INFO_HASH,
              name: TORRENT_NAME,
              status: STATUS_NAME,
              memberId: NULLABLE_MEMBER,
              addedAt: TIME,
              completed: COMPLETED,
              seeds: SEEDS,
              leechers: LEECHERS,
            }),
          ),
          total: TOTAL,
        }),
      ),
      query: {
        search: SEARCH,
        status: { ...STATUS, enum: ['any', ...STATUS.enum], default: 'any' },
        ...PAGE,
      },
      async handle({ query }) {
        const status = hasStatus(query.status) ? query.status : null
        const { torrents: list, total } = torrents.list({ ...query, status })
        await context.counted(list.map(({ infoHash }) => infoHash))
        return {
          total,
          torrents: list.map((torrent) => {
            const { complete: seeds, incomplete: leechers } = context.table.countsOf(torrent.infoHash)
            return { ...torrent, seeds, leechers }
          }),
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/admin/torrents',
      access: 'admin',
      summary: 'Enter a torrent. One that is known gets this state, and keeps its name.',
      returns: TORRENT_STATUS,
      body: {
        infoHash: INFO_HASH,
        name: { type: 'string', description: 'Its name', maxLength: 500, default: '' },
        status: { ...STATUS, default: 'listed' },
      },
      async handle({ body }) {
        const infoHash = checkedInfoHash(body.infoHash)
        const status = body.status as TorrentStatus
        await torrents.register(infoHash, tidy(body.name), null, status)
        await torrents.setStatus(infoHash, status)
        context.evict(infoHash)
        return { infoHash, status }
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/admin/torrents/{infoHash}',
      access: 'admin',
      summary: 'Approve a torrent (listed), or block it. A swarm that is no longer served ends at once.',
      returns: TORRENT_STATUS,
      pathFields: { infoHash: INFO_HASH },
      body: { status: STATUS },
      async handle({ path, body }) {
        const infoHash = checkedInfoHash(path.infoHash)
        const status = body.status as TorrentStatus
        if (!(await torrents.setStatus(infoHash, status)))
          throw new ApiProblem(404, 'this torrent is not known', 'torrent-unknown')
        context.evict(infoHash)
        return { infoHash, status }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/admin/torrents/{infoHash}',
      access: 'admin',
      summary: 'Forget a torrent. What was moved of it stays booked.',
      returns: null,
      pathFields: { infoHash: INFO_HASH },
      async handle({ path }) {
        const infoHash = checkedInfoHash(path.infoHash)
        if (!(await torrents.remove(infoHash)))
          throw new ApiProblem(404, 'this torrent is not known', 'torrent-unknown')
        context.evict(infoHash)
      },
    }),
  ]
}

import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { announceAddresses, type ApiContext } from './context.ts'
import { INFO_HASH, PAGE, SEARCH, SECRET, tidy } from './fields.ts'
import {
  COMPLETED,
  DOWNLOADED,
  ID_NUMBER,
  LEECHERS,
  MEMBER_NAME,
  MOVED,
  NEW_MEMBER,
  NEW_PASSKEY,
  RATIO,
  SEEDS,
  TIME,
  TORRENT_NAME,
  TORRENT_STATUS,
  TOTAL,
  UPLOADED,
} from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { listOf, objectOf } from './shape.ts'

const NAME = {
  type: 'string',
  description: 'What to be called; only admins see it',
  maxLength: 60,
  default: '',
} as const

/** What visitors and members may do. */
export function memberRoutes(context: ApiContext): readonly Route[] {
  const { members, invitations, accounts, torrents } = context.store

  return [
    route({
      method: 'POST',
      path: '/api/invitations/accept',
      access: 'anyone',
      summary: 'Become a member by an invitation. The passkey is told here and never again.',
      returns: NEW_MEMBER,
      body: { token: SECRET, name: NAME },
      async handle({ body, request }) {
        const site = context.site(request)
        if (!site) throw new ApiProblem(400, 'the Host header is missing or wrong', 'host-unknown')
        const name = tidy(body.name)
        const accepted = await invitations.accept(body.token, name)
        if (!accepted) throw new ApiProblem(404, 'this invitation is unknown, expired or used up')
        const { id, passkey } = accepted
        const announce = announceAddresses(site, context.udpPort(), passkey)
        return { passkey, member: { id, name }, announce }
      },
    }),
    route({
      method: 'GET',
      path: '/api/me',
      access: 'member',
      summary: 'My account.',
      returns: objectOf({
        id: ID_NUMBER,
        name: MEMBER_NAME,
        createdAt: TIME,
        uploaded: UPLOADED,
        downloaded: DOWNLOADED,
        ratio: RATIO,
        torrents: MOVED,
      }),
      handle(_call, id) {
        const list = accounts.of(id)
        const member = members.get(id)
        if (!member) throw new ApiProblem(401, 'this membership has ended')
        const { name, createdAt, uploaded, downloaded } = member
        const ratio = ratioOf(uploaded, downloaded)
        return { id, name, createdAt, uploaded, downloaded, ratio, torrents: list }
      },
    }),
    route({
      method: 'POST',
      path: '/api/me/passkey',
      access: 'member',
      summary: 'Change my passkey: the old one is worth nothing at once.',
      returns: NEW_PASSKEY,
      async handle({ request }, id) {
        const site = context.site(request)
        if (!site) throw new ApiProblem(400, 'the Host header is missing or wrong', 'host-unknown')
        const passkey = await members.changePasskey(id)
        if (passkey === null) throw new ApiProblem(401, 'this membership has ended')
        context.cutOffMember(id)
        return { passkey, announce: announceAddresses(site, context.udpPort(), passkey) }
      },
    }),
    route({
      method: 'POST',
      path: '/api/torrents',
      access: 'member',
      summary: 'Register a torrent, before it is announced. One that is known keeps its name and state.',
      returns: TORRENT_STATUS,
      body: { infoHash: INFO_HASH, name: { type: 'string', description: 'Its name', maxLength: 500 } },
      async handle({ body }, id) {
        const infoHash = checkedInfoHash(body.infoHash)
        const status = await torrents.register(infoHash, tidy(body.name), id, context.uploads)
        if (status === null)
          throw new ApiProblem(409, 'you have registered as many torrents as one member may')
        return { infoHash, status }
      },
    }),
    route({
      method: 'GET',
      path: '/api/torrents',
      access: 'member',
      summary: 'The torrents that are listed here, the newest first.',
      returns: objectOf({
        torrents: listOf(
          objectOf({
            infoHash: INFO_HASH,
            name: TORRENT_NAME,
            addedAt: TIME,
            completed: COMPLETED,
            seeds: SEEDS,
            leechers: LEECHERS,
          }),
        ),
        total: TOTAL,
      }),
      query: { search: SEARCH, ...PAGE },
      async handle({ query, request }) {
        if (query.search !== '' && !context.allowSearch(request)) {
          throw new ApiProblem(429, 'too many searches from your address')
        }
        const { torrents: list, total } = torrents.list({ ...query, status: 'listed' })
        await context.counted(list.map(({ infoHash }) => infoHash))
        return {
          total,
          torrents: list.map(({ infoHash, name, addedAt, completed }) => {
            const { complete: seeds, incomplete: leechers } = context.table.countsOf(infoHash)
            return { infoHash, name, addedAt, completed, seeds, leechers }
          }),
        }
      },
    }),
  ]
}

/** Uploaded by downloaded bytes. */
export function ratioOf(uploaded: number, downloaded: number): number | null {
  return downloaded === 0 ? null : uploaded / downloaded
}

/** The router has checked its form. */
export function checkedInfoHash(text: string): InfoHash {
  const infoHash = parseInfoHash(text)
  if (!infoHash) throw new ApiProblem(400, 'infoHash must be 40 hex digits')
  return infoHash
}

import type { IncomingMessage } from 'node:http'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { parsePasted } from '../../src/core/pasted.ts'
import type { Read } from '../../src/wire/jsonReaders.ts'
import { KEEPER_FAILURES, KEEPER_STATES, type readAllKept, type readMine } from '../../src/wire/keeper.ts'
import { statusOf, type Keeper, type Refused } from '../keeper/keeper.ts'
import type { KeptShare, KeptShares } from '../store/keptShares.ts'
import type { TrackerMode } from '../../src/wire/siteConfig.ts'
import type { MemberId } from '../tracker/admission.ts'
import { INFO_HASH, PAGE } from './fields.ts'
import { checkedInfoHash } from './memberRoutes.ts'
import { TIME, TORRENT_NAME, TOTAL } from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { answering, count, listOf, objectOf, text } from './shape.ts'

export interface KeeperContext {
  readonly keeper: Keeper
  readonly shares: KeptShares
  readonly mode: TrackerMode
  /** Null where the keeper is for members alone. */
  readonly networkOf: ((request: IncomingMessage) => string) | null
  /** False when an address asks too often. */
  readonly allow: (request: IncomingMessage) => boolean
}

const STATUS = {
  infoHash: INFO_HASH,
  state: {
    type: 'string',
    description: 'none: it is not to be kept; waiting: nobody has told yet what it holds',
    enum: KEEPER_STATES,
  },
  failure: {
    type: ['string', 'null'],
    description: 'Why it is not kept; null unless it has failed',
    enum: [...KEEPER_FAILURES, null],
  },
  size: { type: ['integer', 'null'], description: 'Bytes in all; null until known' },
  here: count('Bytes that the keeper has'),
  until: { type: ['integer', 'null'], description: 'Until when it is kept; null when it is not' },
} as const

const LISTED = objectOf({ ...STATUS, name: TORRENT_NAME, addedAt: TIME, wantedAt: TIME })

const REFUSALS: Readonly<Record<Refused, readonly [status: number, words: string]>> = {
  quota: [409, 'you have as much kept as one may'],
  full: [507, 'the keeper has as many shares as it can have'],
  refused: [403, 'this torrent is not served here'],
  often: [429, 'you have asked for as many of them today as one may'],
  'no-bridge': [403, 'this site fetches nothing from other BitTorrent peers for you'],
  down: [503, 'the keeper is not running at the moment'],
}

/** The keeper, for visitors, members and admins. */
export function keeperRoutes(context: KeeperContext): readonly Route[] {
  const { keeper, shares, mode, networkOf, allow } = context

  /** Who asks for something to be kept; whoever may not is told so. */
  function ownerOf(request: IncomingMessage, member: MemberId | null) {
    if (member !== null) return { member, network: null }
    if (!networkOf) throw new ApiProblem(401, 'this needs a member’s passkey (Authorization: Bearer …)')
    return { member, network: networkOf(request) }
  }

  return [
    route({
      method: 'POST',
      path: '/api/keeper/shares',
      access: 'visitor',
      summary: 'Have a share kept, or kept for longer. The token that ends it is told here and never again.',
      returns: objectOf({ ...STATUS, token: text('Ends it') }),
      body: {
        link: {
          type: 'string',
          description:
            'Info hash, magnet link or link of this site. Trackers and web servers in it are not used',
          maxLength: 8_192,
        },
        bridge: {
          type: 'boolean',
          description:
            'Whether it is fetched from ordinary BitTorrent peers as well, where the site does that',
          default: false,
        },
      },
      handle({ body, request }, member) {
        const owner = ownerOf(request, member)
        if (!allow(request)) throw new ApiProblem(429, 'too many requests from your address', 'address-busy')
        const infoHash = infoHashIn(body.link)
        const answer = keeper.keep(infoHash, owner, body.bridge)
        if (typeof answer === 'string') throw new ApiProblem(...REFUSALS[answer])
        return { ...keeper.status(infoHash), token: answer.token }
      },
    }),
    route({
      method: 'GET',
      path: '/api/keeper/shares/{infoHash}',
      access: 'visitor',
      summary: 'What the keeper has of a share, and until when. On a private site members alone are told.',
      returns: objectOf(STATUS),
      pathFields: { infoHash: INFO_HASH },
      handle({ path }, member) {
        if (mode === 'private' && member === null) throw new ApiProblem(401, 'this needs a member’s passkey')
        return keeper.status(checkedInfoHash(path.infoHash))
      },
    }),
    route({
      method: 'POST',
      path: '/api/keeper/shares/{infoHash}/withdraw',
      access: 'visitor',
      summary:
        'Take back what one has asked for: as the member, or by the token. Unless others have asked for it as well, the copy is deleted at once.',
      returns: objectOf(STATUS),
      pathFields: { infoHash: INFO_HASH },
      body: { token: { type: 'string', description: '40 hex digits', maxLength: 100, default: '' } },
      handle({ path, body }, member) {
        const infoHash = checkedInfoHash(path.infoHash)
        if (!keeper.withdraw(infoHash, member, body.token)) {
          throw new ApiProblem(404, 'you have not asked for this share to be kept, or no longer')
        }
        return keeper.status(infoHash)
      },
    }),
    route({
      method: 'GET',
      path: '/api/keeper/mine',
      access: 'member',
      summary: 'What is kept for me, the newest first.',
      returns: answering<Read<typeof readMine>>()(objectOf({ shares: listOf(LISTED) })),
      handle(_call, id) {
        const mine = shares.all().filter(({ promises }) => promises.some(({ member }) => member === id))
        return { shares: sorted(mine, ({ addedAt }) => addedAt).map(listed) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/keeper',
      access: 'admin',
      summary: 'All that the keeper has, is to have, or has lately failed to keep.',
      returns: answering<Read<typeof readAllKept>>()(
        objectOf({
          shares: listOf(LISTED),
          total: TOTAL,
          space: count('Bytes that it may take'),
          taken: count('Bytes that its shares take, once all of them is here'),
          isUp: { type: 'boolean', description: 'Whether its process runs' },
        }),
      ),
      query: {
        ...PAGE,
        order: {
          type: 'string',
          description: 'size: the largest first; unused: those that were wanted longest ago first',
          maxLength: 10,
          enum: ['size', 'unused'],
          default: 'size',
        },
      },
      handle({ query: { order, offset, limit } }) {
        const bySize = ({ size }: KeptShare): number => size ?? 0
        const all = sorted(shares.all(), order === 'size' ? bySize : ({ wantedAt }) => -wantedAt)
        const { bytes: space, taken } = keeper.space
        const page = all.slice(offset, offset + limit).map(listed)
        return { shares: page, total: all.length, space, taken, isUp: keeper.isUp }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/admin/keeper/{infoHash}',
      access: 'admin',
      summary: 'Delete the keeper’s copy of a share, whoever asked for it.',
      returns: null,
      pathFields: { infoHash: INFO_HASH },
      handle({ path }) {
        if (!keeper.remove(checkedInfoHash(path.infoHash)))
          throw new ApiProblem(404, 'this share is not kept')
      },
    }),
  ]
}

function infoHashIn(link: string): InfoHash {
  const pasted = parsePasted(link)
  if (pasted.kind === 'invitation') return pasted.invitation.infoHash
  throw new ApiProblem(400, 'link must be one info hash, magnet link or link of this site')
}

function listed(share: KeptShare) {
  const { name, addedAt, wantedAt } = share
  return { ...statusOf(share), name, addedAt, wantedAt }
}

/** Those with the most first. */
function sorted(shares: readonly KeptShare[], by: (share: KeptShare) => number): readonly KeptShare[] {
  return shares.toSorted((one, other) => by(other) - by(one))
}

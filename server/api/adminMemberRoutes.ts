import type { Member } from '../store/members.ts'
import type { MemberId } from '../tracker/admission.ts'
import { announceAddresses, type ApiContext } from './context.ts'
import { ID, PAGE, SEARCH, tidy } from './fields.ts'
import { ratioOf } from './memberRoutes.ts'
import {
  DOWNLOADED,
  ID_NUMBER,
  MEMBER_NAME,
  MOVED,
  NEW_PASSKEY,
  RATIO,
  TIME,
  TOTAL,
  UPLOADED,
} from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { answering, count, listOf, objectOf, text } from './shape.ts'
import type {
  NewInvitation,
  readInvitations,
  readMember,
  readMembers,
  readPasskey,
} from '../../src/wire/adminApi.ts'
import type { Read } from '../../src/wire/jsonReaders.ts'

const MEMBER = {
  id: ID_NUMBER,
  name: MEMBER_NAME,
  invitation: text('What the admin wrote on the invitation'),
  createdAt: TIME,
  revokedAt: { type: ['integer', 'null'], description: 'When it was taken back; null while it holds' },
  uploaded: UPLOADED,
  downloaded: DOWNLOADED,
  ratio: RATIO,
} as const

const HOURS = {
  type: 'integer',
  description: 'Hours until it expires',
  minimum: 1,
  maximum: 8_760,
  default: 168,
} as const

/** Members and invitations, for admins. */
export function adminMemberRoutes(context: ApiContext): readonly Route[] {
  const { members, invitations, accounts } = context.store

  function existing(id: string): Member {
    const member = members.get(Number(id) as MemberId)
    if (!member) throw new ApiProblem(404, 'there is no such member', 'no-such-member')
    return member
  }

  return [
    route({
      method: 'GET',
      path: '/api/admin/members',
      access: 'admin',
      summary: 'The members, the newest first.',
      returns: answering<Read<typeof readMembers>>()(
        objectOf({ members: listOf(objectOf(MEMBER)), total: TOTAL }),
      ),
      query: { search: { ...SEARCH, description: 'Part of a name or of an invitation’s note' }, ...PAGE },
      handle({ query }) {
        accounts.tryFlush()
        const { members: list, total } = members.list(query)
        return { members: list.map(withRatio), total }
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/members/{id}',
      access: 'admin',
      summary: 'A member, with what was moved of which torrent.',
      returns: answering<Read<typeof readMember>>()(objectOf({ ...MEMBER, torrents: MOVED })),
      pathFields: { id: ID },
      handle({ path }) {
        accounts.tryFlush()
        const member = existing(path.id)
        return { ...withRatio(member), torrents: accounts.of(member.id) }
      },
    }),
    route({
      method: 'POST',
      path: '/api/admin/members/{id}/revoke',
      access: 'admin',
      summary: 'Take a membership back. What the member has open is cut off at once.',
      returns: null,
      pathFields: { id: ID },
      async handle({ path }) {
        const { id } = existing(path.id)
        if (!(await members.revoke(id)))
          throw new ApiProblem(409, 'this membership was taken back before', 'revoked-before')
        context.cutOffMember(id)
      },
    }),
    route({
      method: 'POST',
      path: '/api/admin/members/{id}/passkey',
      access: 'admin',
      summary: 'Give a member another passkey, as when the old one has leaked; that one is cut off at once.',
      returns: answering<Read<typeof readPasskey>>()(NEW_PASSKEY),
      pathFields: { id: ID },
      async handle({ path, request }) {
        const site = context.site(request)
        if (!site) throw new ApiProblem(400, 'the Host header is missing or wrong', 'host-unknown')
        const { id } = existing(path.id)
        const passkey = await members.changePasskey(id)
        if (passkey === null) throw new ApiProblem(409, 'this membership was taken back', 'revoked-before')
        context.cutOffMember(id)
        return { passkey, announce: announceAddresses(site, context.udpPort(), passkey) }
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/invitations',
      access: 'admin',
      summary: 'Invitations that can still be used.',
      returns: answering<Read<typeof readInvitations>>()(
        objectOf({
          invitations: listOf(
            objectOf({
              id: ID_NUMBER,
              note: text('Whom it is for, as the admin wrote it'),
              usesLeft: count('How many more it makes members'),
              expiresAt: TIME,
              createdAt: TIME,
            }),
          ),
        }),
      ),
      handle: () => ({ invitations: invitations.list() }),
    }),
    route({
      method: 'POST',
      path: '/api/admin/invitations',
      access: 'admin',
      summary: 'Make an invitation. Its link is told here and never again.',
      returns: answering<NewInvitation>()(
        objectOf({
          id: ID_NUMBER,
          token: text('Told here and never again'),
          link: text('What to send to whom it is for'),
          expiresAt: TIME,
        }),
      ),
      body: {
        note: { type: 'string', description: 'Whom it is for', maxLength: 200, default: '' },
        uses: {
          type: 'integer',
          description: 'How many it makes members',
          minimum: 1,
          maximum: 10_000,
          default: 1,
        },
        hours: HOURS,
      },
      async handle({ body, request }) {
        const site = context.site(request)
        if (!site) throw new ApiProblem(400, 'the Host header is missing or wrong', 'host-unknown')
        const expiresAt = Date.now() + body.hours * 3_600_000
        const { id, token } = await invitations.create(tidy(body.note), body.uses, expiresAt)
        // In the fragment, which no server and no log gets to see.
        return { id, token, link: `${site.href}#invitation=${token}`, expiresAt }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/admin/invitations/{id}',
      access: 'admin',
      summary: 'Withdraw an invitation. Who came by it stays.',
      returns: null,
      pathFields: { id: ID },
      async handle({ path }) {
        if (!(await invitations.withdraw(Number(path.id))))
          throw new ApiProblem(404, 'there is no such invitation', 'no-such-invitation')
      },
    }),
  ]
}

function withRatio(member: Member): Member & { readonly ratio: number | null } {
  return { ...member, ratio: ratioOf(member.uploaded, member.downloaded) }
}

import type { IncomingMessage } from 'node:http'
import type { AdminKeyStore } from '../store/adminKeys.ts'
import type { MemberStore } from '../store/members.ts'
import type { MemberId } from '../tracker/admission.ts'
import { ApiProblem, type Access } from './route.ts'

export const SESSION_COOKIE = 'shoal-admin'

/**
 * A header that no form and no link of another site can send. With `SameSite=Strict` on the cookie, neither can
 * make an admin's browser act.
 */
const PAGE_HEADER = 'x-shoal-admin'

export interface AuthoriseOptions {
  readonly adminKeys: Pick<AdminKeyStore, 'isSession' | 'isToken'>
  readonly members: Pick<MemberStore, 'memberOf'>
  /** Settles once it is known what others have entered up to now, as far as that can be had. */
  readonly catchUp: () => Promise<void>
}

/**
 * Finds out who calls. A secret is taken from headers alone: addresses end up in logs and histories. One that is not
 * known may have been made by another node a moment ago, so it is looked for once more.
 */
export function createAuthorise({
  adminKeys,
  members,
  catchUp,
}: AuthoriseOptions): (access: Access, request: IncomingMessage) => Promise<MemberId | null> {
  async function found<Result>(look: () => Result | null): Promise<Result | null> {
    const known = look()
    if (known !== null) return known
    await catchUp()
    return look()
  }

  return async (access, request) => {
    if (access === 'anyone') return null
    const bearer = bearerOf(request)
    if (access === 'visitor' && bearer === undefined) return null
    if (access === 'member' || access === 'visitor') {
      const member = bearer === undefined ? null : await found(() => members.memberOf(bearer))
      if (member === null)
        throw new ApiProblem(401, 'this needs a member’s passkey (Authorization: Bearer …)')
      return member
    }
    const session = sessionOf(request)
    const key = await found(() => {
      if (bearer !== undefined && adminKeys.isToken(bearer)) return 'token'
      return session !== null && adminKeys.isSession(session) ? 'session' : null
    })
    if (key === 'token') return null
    if (key === null) {
      throw new ApiProblem(
        401,
        'this needs an admin: a token (Authorization: Bearer …), or the admin page',
        'not-an-admin',
      )
    }
    if (request.headers[PAGE_HEADER] !== '1')
      throw new ApiProblem(403, 'the header X-Shoal-Admin: 1 is missing')
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      throw new ApiProblem(403, 'the admin API is for this site’s own page')
    }
    return null
  }
}

/** The secret that a request carries as a bearer token; undefined without one. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** The secret in the session cookie; null without one. */
export function sessionOf(request: IncomingMessage): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === SESSION_COOKIE && value) return value
  }
  return null
}

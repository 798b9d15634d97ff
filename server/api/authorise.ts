import type { IncomingMessage } from 'node:http'
import type { AdminKeys } from '../store/adminKeys.ts'
import type { Members } from '../store/members.ts'
import type { MemberId } from '../tracker/admission.ts'
import { ApiProblem, type Access } from './route.ts'

export const SESSION_COOKIE = 'shoal-admin'

/**
 * A header that no form and no link of another site can send. With `SameSite=Strict` on the cookie, neither can
 * make an admin's browser act.
 */
const PAGE_HEADER = 'x-shoal-admin'

/** Finds out who calls. A secret is taken from headers alone: addresses end up in logs and histories. */
export function createAuthorise(
  adminKeys: AdminKeys,
  members: Members,
): (access: Access, request: IncomingMessage) => MemberId | null {
  return (access, request) => {
    if (access === 'anyone') return null
    const bearer = bearerOf(request)
    if (access === 'visitor' && bearer === undefined) return null
    if (access === 'member' || access === 'visitor') {
      const member = bearer === undefined ? null : members.memberOf(bearer)
      if (member === null)
        throw new ApiProblem(401, 'this needs a member’s passkey (Authorization: Bearer …)')
      return member
    }
    if (bearer !== undefined && adminKeys.isToken(bearer)) return null
    const session = sessionOf(request)
    if (session === null || !adminKeys.isSession(session)) {
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

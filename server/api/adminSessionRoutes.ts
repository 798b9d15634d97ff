import { SESSION_SECONDS } from '../store/adminKeys.ts'
import { SESSION_COOKIE, sessionOf } from './authorise.ts'
import type { ApiContext } from './context.ts'
import { ID, SECRET, tidy } from './fields.ts'
import { ID_NUMBER, TIME } from './responses.ts'
import { ApiProblem, route, type Route } from './route.ts'
import { answering, count, listOf, objectOf, text } from './shape.ts'
import type { readToken, readTokens } from '../../src/wire/adminApi.ts'
import type { Read } from '../../src/wire/jsonReaders.ts'

/** How one becomes an admin, and stops being one. */
export function adminSessionRoutes({ store, site }: ApiContext): readonly Route[] {
  const { adminKeys } = store

  function cookie(value: string, at: URL | null, maxAgeSeconds: number): string {
    const secure = at?.protocol === 'https:' ? '; Secure' : ''
    return `${SESSION_COOKIE}=${value}; Path=${at?.pathname ?? '/'}api/admin; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure}`
  }

  return [
    route({
      method: 'POST',
      path: '/api/admin/session',
      access: 'anyone',
      summary: 'Open the one-time admin link: the browser becomes an admin’s, by a cookie.',
      returns: objectOf({ expiresInSeconds: count('How long the cookie lasts') }),
      body: { link: SECRET },
      async handle({ body, request, response }) {
        const session = await adminKeys.openLink(body.link)
        if (session === null) {
          throw new ApiProblem(
            404,
            'this link is unknown, expired or was opened before; the server prints another',
            'link-void',
          )
        }
        response.setHeader('Set-Cookie', cookie(session, site(request), SESSION_SECONDS))
        return { expiresInSeconds: SESSION_SECONDS }
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/session',
      access: 'admin',
      summary: 'Whether I am an admin: 200, or 401.',
      returns: objectOf({ isAdmin: { type: 'boolean' } }),
      handle: () => ({ isAdmin: true }),
    }),
    route({
      method: 'DELETE',
      path: '/api/admin/session',
      access: 'admin',
      summary: 'Be an admin no longer in this browser.',
      returns: null,
      async handle({ request, response }) {
        const session = sessionOf(request)
        if (session !== null) await adminKeys.closeSession(session)
        response.setHeader('Set-Cookie', cookie('', site(request), 0))
      },
    }),
    route({
      method: 'GET',
      path: '/api/admin/tokens',
      access: 'admin',
      summary: 'Tokens for programs.',
      returns: answering<Read<typeof readTokens>>()(
        objectOf({
          tokens: listOf(objectOf({ id: ID_NUMBER, name: text('What it is for'), createdAt: TIME })),
        }),
      ),
      handle: () => ({ tokens: adminKeys.tokens() }),
    }),
    route({
      method: 'POST',
      path: '/api/admin/tokens',
      access: 'admin',
      summary: 'Make a token. It is told here and never again.',
      returns: answering<Read<typeof readToken>>()(
        objectOf({ id: ID_NUMBER, token: text('Told here and never again') }),
      ),
      body: { name: { type: 'string', description: 'What it is for', maxLength: 60 } },
      handle: async ({ body }) => adminKeys.createToken(tidy(body.name)),
    }),
    route({
      method: 'DELETE',
      path: '/api/admin/tokens/{id}',
      access: 'admin',
      summary: 'Make a token worth nothing.',
      returns: null,
      pathFields: { id: ID },
      async handle({ path }) {
        if (!(await adminKeys.removeToken(Number(path.id))))
          throw new ApiProblem(404, 'there is no such token', 'no-such-token')
      },
    }),
  ]
}

import type { SiteRoot } from '../../src/core/sitePath.ts'
import type { Route } from './route.ts'
import type { Field, Fields } from './schema.ts'
import { API_PROBLEMS } from '../../src/wire/adminApi.ts'

const SECURITY = {
  anyone: [],
  visitor: [{}, { passkey: [] }],
  member: [{ passkey: [] }],
  admin: [{ token: [] }, { session: [], sessionHeader: [] }],
} as const

/** The OpenAPI 3.1 document of the routes, made from what the router itself checks; the site is at `root`. */
export function openApi(routes: readonly Route[], root: SiteRoot): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shoal',
      version: '1',
      description:
        'Times are milliseconds since 1970, sizes are bytes. Errors are {"error": "…"} with a status of 400 or more, and some of them a "code".',
    },
    ...(root !== '/' && { servers: [{ url: root.slice(0, -1) }] }),
    paths,
    components: {
      securitySchemes: {
        passkey: { type: 'http', scheme: 'bearer', description: 'A member’s passkey' },
        token: { type: 'http', scheme: 'bearer', description: 'An admin’s token' },
        session: { type: 'apiKey', in: 'cookie', name: 'shoal-admin' },
        sessionHeader: { type: 'apiKey', in: 'header', name: 'X-Shoal-Admin', description: 'Always 1' },
      },
    },
  }
}

function operation(route: Route): object {
  return {
    summary: route.summary,
    security: SECURITY[route.access],
    parameters: [...parameters('path', route.pathFields), ...parameters('query', route.query)],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: objectSchema(route.body) } },
      },
    }),
    responses: {
      ...(route.returns === null
        ? { 204: { description: 'Done' } }
        : { 200: { description: 'Done', content: { 'application/json': { schema: route.returns } } } }),
      default: {
        description: 'What went wrong',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['error'],
              properties: { error: { type: 'string' }, code: { type: 'string', enum: [...API_PROBLEMS] } },
            },
          },
        },
      },
    },
  }
}

function parameters(place: 'path' | 'query', fields: Fields = {}): object[] {
  return Object.entries(fields).map(([name, field]) => ({
    name,
    in: place,
    description: field.description,
    required: field.default === undefined,
    schema: schemaOf(field),
  }))
}

function objectSchema(fields: Fields): object {
  const required = Object.entries(fields).flatMap(([name, field]) =>
    field.default === undefined ? [name] : [],
  )
  const properties = Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties) as object,
    ...(required.length > 0 && { required }),
  }
}

function schemaOf(field: Field): object {
  if (field.type !== 'string' || field.pattern === undefined) return field
  return { ...field, pattern: `^(?:${field.pattern})$` }
}

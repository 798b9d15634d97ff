import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MemberId } from '../tracker/admission.ts'
import type { Fields, ValuesOf } from './schema.ts'
import type { ResultOf, Shape } from './shape.ts'
import type { ApiProblemCode } from '../../src/wire/adminApi.ts'

/**
 * Who may call: `admin` by a token or a browser's session, `member` by the passkey; `visitor` is anyone, and a member
 * by the passkey.
 */
export type Access = 'anyone' | 'visitor' | 'member' | 'admin'

/** A response other than success, told as `{"error": …}`, with a `code` where a page has words of its own for it. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: ApiProblemCode | null

  constructor(status: number, message: string, code: ApiProblemCode | null = null) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface Call<Path extends Fields, Query extends Fields, Body extends Fields> {
  readonly path: ValuesOf<Path>
  readonly query: ValuesOf<Query>
  readonly body: ValuesOf<Body>
  readonly request: IncomingMessage
  /** For headers; the body is what the handler returns. */
  readonly response: ServerResponse
}

interface Described<
  A extends Access,
  Path extends Fields,
  Query extends Fields,
  Body extends Fields,
  Result extends Shape | null,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With `{name}` for each field of `pathFields`. */
  readonly path: string
  readonly access: A
  readonly summary: string
  /** What a successful response holds; null for nothing (204). */
  readonly returns: Result
  readonly pathFields?: Path
  readonly query?: Query
  readonly body?: Body
  /** Throws {@link ApiProblem}. */
  readonly handle: (
    call: Call<Path, Query, Body>,
    member: A extends 'member' ? MemberId : A extends 'visitor' ? MemberId | null : null,
  ) => Result extends Shape ? ResultOf<Result> | Promise<ResultOf<Result>> : void | Promise<void>
}

/** A route whose handler has forgotten the types of its fields, which the router has checked. */
export type Route = Omit<Described<Access, Fields, Fields, Fields, Shape | null>, 'handle'> & {
  readonly handle: (call: Call<Fields, Fields, Fields>, member: MemberId | null) => unknown
}

type NoFields = Readonly<Record<string, never>>

/** Checks a handler against the fields of its route, and against what it says to return. */
export function route<
  A extends Access,
  Result extends Shape | null,
  Path extends Fields = NoFields,
  Query extends Fields = NoFields,
  Body extends Fields = NoFields,
>(described: Described<A, Path, Query, Body, Result>): Route {
  return described as unknown as Route
}

import type { IncomingMessage } from 'node:http'
import { ApiProblem } from './route.ts'

const MOST_BYTES = 65_536

/**
 * The JSON object that a request carries. Throws {@link ApiProblem}. The type has to be said: a form of another
 * site cannot send `application/json` without asking first.
 */
export async function readJsonBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new ApiProblem(415, 'the body must be application/json')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_BYTES) throw new ApiProblem(413, `the body may have ${MOST_BYTES} bytes at most`)
    chunks.push(chunk)
  }
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new ApiProblem(400, 'the body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiProblem(400, 'the body must be a JSON object')
  }
  return value as Readonly<Record<string, unknown>>
}

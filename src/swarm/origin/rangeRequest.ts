import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { parseContentRange } from '../../core/byteRange.ts'
import { OriginError, type OriginFault, type OriginProblem } from './problems.ts'

export interface RangeRequest {
  readonly url: string
  /** `from` to before `to`. */
  readonly from: Bytes
  readonly to: Bytes
  /** Of the whole file. */
  readonly size: Bytes
  readonly signal: AbortSignal
  /** Called with the bytes as they come: never more than were asked for. */
  readonly received: (bytes: Uint8Array) => void
  readonly fetch: typeof globalThis.fetch
  /** Less than {@link LEAST} in so long ends it: who crawls is of no more use than who is silent. */
  readonly silence: Milliseconds
}

/**
 * Reads a part of a file by HTTP (RFC 9110, 14). The request is one that browsers send to other sites without asking
 * first: GET, and a single range.
 *
 * @throws {OriginError} unless every byte came.
 */
export async function requestRange(request: RangeRequest): Promise<void> {
  const { from, to, size, received } = request
  const quiet = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  const heard = (bytes: Bytes) => {
    since += bytes
    if (since < LEAST) return
    since = 0
    clearTimeout(timer)
    timer = setTimeout(() => quiet.abort(), request.silence)
  }
  heard(LEAST)
  try {
    const response = await request.fetch(request.url, {
      headers: { Range: `bytes=${from}-${to - 1}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([request.signal, quiet.signal]),
    })
    heard(LEAST)
    checkHead(response, from, to, size)
    const reader = response.body?.getReader()
    let left = to - from
    try {
      while (left > 0) {
        const { value, done } = reader ? await reader.read() : NOTHING
        if (done) throw new OriginError('passing', { code: 'origin-stopped' })
        heard(value.length)
        const useful = value.subarray(0, left)
        left -= useful.length
        received(useful)
      }
    } finally {
      // More than was asked for is not read, however much it would be.
      void reader?.cancel().catch(() => undefined)
    }
  } catch (error) {
    if (error instanceof OriginError) throw error
    throw new OriginError('passing', { code: quiet.signal.aborted ? 'origin-silent' : 'origin-unreachable' })
  } finally {
    clearTimeout(timer)
  }
}

const LEAST: Bytes = 16 * 1024

const NOTHING = { value: undefined, done: true } as const

/** What another site lets a page see of its answer may be the status and the length alone. */
function checkHead({ status, headers, body }: Response, from: Bytes, to: Bytes, size: Bytes): void {
  const refuse = (fault: OriginFault, problem: OriginProblem): never => {
    void body?.cancel().catch(() => undefined)
    throw new OriginError(fault, problem, retryAfterOf(headers.get('Retry-After'), Date.now()))
  }
  if (status === 404 || status === 410) refuse('refused', { code: 'origin-lacks-file' })
  if (status === 401 || status === 403) refuse('refused', { code: 'origin-refuses' })
  if (status === 416) refuse('other-file', { code: 'origin-shorter' })
  const whole = from === 0 && to === size
  if (status === 200 && !whole) refuse('no-ranges', { code: 'origin-without-ranges' })
  if (status !== 206 && status !== 200) refuse('passing', { code: 'origin-error', status })
  const header = headers.get('Content-Range')
  if (status === 206 && header !== null) {
    const range = parseContentRange(header)
    if (range?.from !== from || range.to > to) refuse('no-ranges', { code: 'origin-other-range' })
    if (range && range.size !== null && range.size !== size)
      refuse('other-file', { code: 'origin-other-size' })
  }
  const length = headers.get('Content-Length')
  // A compressed answer says how long it is compressed.
  if (length === null || headers.get('Content-Encoding') !== null) return
  if (status === 200 && Number(length) !== size) refuse('other-file', { code: 'origin-other-size' })
  if (status === 206 && Number(length) !== to - from) refuse('no-ranges', { code: 'origin-other-range' })
}

/** Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. Null for neither. */
export function retryAfterOf(header: string | null, now: Milliseconds): Milliseconds | null {
  if (header === null) return null
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

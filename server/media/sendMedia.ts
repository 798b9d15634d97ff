import type { IncomingMessage, ServerResponse } from 'node:http'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { contentRange, parseRange } from '../../src/core/byteRange.ts'
import { mediaTypeOf } from '../../src/core/mediaType.ts'
import type { MediaRecord } from '../store/media.ts'

/** What a page of any site may do with a published file: read it, in parts. */
const OPEN: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "sandbox; default-src 'none'",
}

/** Answers with a published file, whole or a part (RFC 9110, 14), if it still is as it was hashed. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  record: MediaRecord,
  place: string,
): Promise<void> {
  for (const [name, value] of Object.entries(OPEN)) response.setHeader(name, value)
  const file = await open(place).catch(() => null)
  const state = await file?.stat().catch(async (error: unknown) => {
    await file.close()
    throw error
  })
  if (!file || !state?.isFile() || state.size !== record.size || state.mtimeMs !== record.modifiedAt) {
    await file?.close()
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file is gone.\n')
    return
  }
  const { size } = record
  const tag = `"${record.infoHash}"`
  const condition = request.headers['if-range']
  const asked = parseRange(
    condition === undefined || condition === tag ? (request.headers.range ?? null) : null,
    size,
  )
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', 'no-cache')
  if (asked.kind === 'unsatisfiable') {
    await file.close()
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    return
  }
  const { from, to } = asked.kind === 'part' ? asked : { from: 0, to: size }
  response.setHeader('Content-Type', mediaTypeOf(record.path)?.type ?? 'application/octet-stream')
  response.setHeader('Content-Length', to - from)
  if (asked.kind === 'part') response.setHeader('Content-Range', contentRange(from, to, size))
  response.writeHead(asked.kind === 'part' ? 206 : 200)
  if (request.method === 'HEAD') {
    await file.close()
    response.end()
    return
  }
  // Closes the file however it ends; who goes away in the middle is no trouble.
  await pipeline(file.createReadStream({ start: from, end: to - 1 }), response).catch(() => undefined)
}

/** Answers what browsers ask before they read parts in ways that need leave. */
export function sendLeave(response: ServerResponse): void {
  for (const [name, value] of Object.entries(OPEN)) response.setHeader(name, value)
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Range, If-Range',
      'Access-Control-Max-Age': '86400',
    })
    .end()
}

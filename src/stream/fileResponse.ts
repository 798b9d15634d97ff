import type { Bytes } from '../core/brand.ts'
import { contentRange, parseRange } from '../core/byteRange.ts'
import { mediaTypeOf } from '../core/mediaType.ts'
import { attachment } from './contentDisposition.ts'
import type { Refusal } from './problems.ts'

/** A file of a share, as the service worker answers with it. */
export interface ServedFile {
  readonly name: string
  readonly size: Bytes
  /** The same for the same bytes: a share's files never change. */
  readonly tag: string
  readonly body: (from: Bytes, to: Bytes) => ReadableStream<Uint8Array<ArrayBuffer>>
  /** Nothing of it is wanted. */
  readonly close: () => void
}

/** What a request for a file says that matters. */
export interface FileRequest {
  readonly method: string
  readonly headers: Headers
}

/**
 * Whatever a stranger's file holds, it never becomes a document of this site: it runs nothing, loads nothing, and is
 * nobody's but this site's to read.
 */
export const PROTECTION: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Answers a request for a file, whole or a part of it (RFC 9110, 14). Media are answered as what they are, everything
 * else as bytes to be downloaded.
 */
export function fileResponse({ method, headers }: FileRequest, file: ServedFile): Response | Refusal {
  const isHead = method === 'HEAD'
  if (method !== 'GET' && !isHead) {
    file.close()
    return { refused: 'not-to-be-written', status: 405, headers: { Allow: 'GET, HEAD' } }
  }
  const { size } = file
  const condition = headers.get('If-Range')
  const counts = !isHead && (condition === null || condition === file.tag)
  const asked = parseRange(counts ? headers.get('Range') : null, size)
  if (asked.kind === 'unsatisfiable') {
    file.close()
    return { refused: 'beyond-the-end', status: 416, headers: { 'Content-Range': `bytes */${size}` } }
  }
  const { from, to } = asked.kind === 'part' ? asked : { from: 0, to: size }
  const empty = isHead || from === to
  if (empty) file.close()
  return new Response(empty ? null : file.body(from, to), {
    status: asked.kind === 'part' ? 206 : 200,
    headers: {
      ...PROTECTION,
      ...typeHeaders(file.name),
      'Accept-Ranges': 'bytes',
      ETag: file.tag,
      'Content-Length': String(to - from),
      ...(asked.kind === 'part' && { 'Content-Range': contentRange(from, to, size) }),
    },
  })
}

/** @param words for whoever opened the address */
export function refusalResponse({ status, headers }: Refusal, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { ...PROTECTION, ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/** Text could be taken for more than text by somebody who opens its address, so it is downloaded there too. */
function typeHeaders(name: string): Record<string, string> {
  const media = mediaTypeOf(name)
  const shown = media !== null && ['video', 'audio', 'image'].includes(media.kind)
  return {
    'Content-Type': media === null || media.kind === 'pdf' ? 'application/octet-stream' : media.type,
    ...(!shown && { 'Content-Disposition': attachment(name) }),
  }
}

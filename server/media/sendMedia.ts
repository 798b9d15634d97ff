import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bytes } from '../../src/core/brand.ts'
import { contentRange, parseRange, type AskedRange } from '../../src/core/byteRange.ts'
import { mediaTypeOf } from '../../src/core/mediaType.ts'
import type { BytesInFlight } from '../bytesInFlight.ts'
import { isNotModified } from '../notModified.ts'
import { FileGone, type FileReader } from './fileReader.ts'
import type { PublishedFile } from './publishedFile.ts'

const OPEN: ReadonlyMap<string, string> = new Map([
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
])

/** Says what a page of any site may do with a published file: read it, in parts. */
export function openToAll(response: ServerResponse): void {
  for (const [name, value] of OPEN) response.setHeader(name, value)
}

/** What is read of a file and sent at a time. */
const PART_BYTES = 262_144

export interface MediaSource {
  readonly file: PublishedFile
  readonly reader: FileReader
  readonly inFlight: BytesInFlight
  readonly address: string
}

/**
 * Answers with a published file, whole or a part (RFC 9110, 14), or that the client has it, if it still is as it was
 * hashed. Reads on when the
 * client has taken what was read, and holds no file open meanwhile. Rejects as the disk does.
 */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  source: MediaSource,
): Promise<void> {
  const { file, reader } = source
  openToAll(response)
  try {
    await reader.check(file.place, file)
  } catch (error) {
    if (!(error instanceof FileGone)) throw error
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file is gone.\n')
    return
  }
  const { size } = file
  const tag = `"${file.infoHash}"`
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader('ETag', tag)
  response.setHeader('Last-Modified', new Date(file.modifiedAt).toUTCString())
  response.setHeader('Cache-Control', 'no-cache')
  if (isNotModified(request.headers, { tags: [tag], modifiedAt: file.modifiedAt })) {
    response.writeHead(304).end()
    return
  }
  const asked = askedRange(request, tag, size)
  if (asked.kind === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    return
  }
  const { from, to } = asked.kind === 'part' ? asked : { from: 0, to: size }
  response.setHeader('Content-Type', typeOf(file.place))
  response.setHeader('Content-Length', to - from)
  if (asked.kind === 'part') response.setHeader('Content-Range', contentRange(from, to, size))
  response.writeHead(asked.kind === 'part' ? 206 : 200)
  if (request.method !== 'HEAD') await sendParts(response, source, from, to)
  response.end()
}

/** No program text is published, so that `.ts` is a transport stream here. */
function typeOf(place: string): string {
  if (/\.m?ts$/i.test(place)) return 'video/mp2t'
  return mediaTypeOf(place)?.type ?? 'application/octet-stream'
}

/** A date is no strong enough sign that the client has a part of this very file (RFC 9110, 13.1.5). */
function askedRange({ method, headers }: IncomingMessage, tag: string, size: Bytes): AskedRange {
  const condition = headers['if-range']
  const counts = method === 'GET' && (condition === undefined || condition === tag)
  return parseRange(counts ? (headers.range ?? null) : null, size)
}

async function sendParts(
  response: ServerResponse,
  { file, reader, inFlight, address }: MediaSource,
  from: number,
  to: number,
): Promise<void> {
  for (let at = from; at < to; at += PART_BYTES) {
    await room(response, inFlight, address)
    if (response.destroyed) return
    const length = Math.min(PART_BYTES, to - at)
    const release = inFlight.charge(address, length, () => response.destroy())
    try {
      await written(response, await reader.read(file.place, file, at, length))
    } finally {
      release()
    }
  }
}

/** Settles when there is room for another part, or the client has gone. */
async function room(response: ServerResponse, inFlight: BytesInFlight, address: string): Promise<void> {
  let leave = (): void => undefined
  const gone = (): void => leave()
  response.once('close', gone)
  await new Promise<void>((resolve) => {
    const takeBack = inFlight.whenRoom(address, resolve)
    leave = () => {
      takeBack()
      resolve()
    }
  })
  response.off('close', gone)
}

/** Settles when the system has taken the bytes, or the client has gone. */
async function written(response: ServerResponse, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once('close', resolve)
    response.write(bytes, () => {
      response.off('close', resolve)
      resolve()
    })
  })
}

/** Answers what browsers ask before they read parts in ways that need leave. */
export function sendLeave(response: ServerResponse): void {
  openToAll(response)
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Range, If-Range, If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': '86400',
    })
    .end()
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { isNotModified } from '../notModified.ts'
import { acceptedEncodings } from './acceptEncoding.ts'
import type { Encoding, StaticFile } from './staticFile.ts'

/** What a file may be sent as. */
const FORMS: readonly (Encoding | null)[] = [null, 'br', 'gzip']

/** Answers a GET or HEAD request with a file, in the smallest form that the client takes. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  status = 200,
): Promise<void> {
  const { body, encoding } = await chooseForm(file, acceptedEncodings(request.headers['accept-encoding']))
  response.setHeader('Cache-Control', file.cacheControl)
  if (file.isCompressible) response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('ETag', entityTag(file, encoding))
  const tags = FORMS.map((form) => entityTag(file, form))
  if (status === 200 && isNotModified(request.headers, { tags, modifiedAt: null })) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('Content-Type', file.type)
  response.setHeader('Content-Length', body.length)
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}

async function chooseForm(
  file: StaticFile,
  encodings: readonly Encoding[],
): Promise<{ body: Buffer; encoding: Encoding | null }> {
  for (const encoding of encodings) {
    const body = await file.encoded(encoding)
    if (body) return { body, encoding }
  }
  return { body: file.content, encoding: null }
}

function entityTag(file: StaticFile, encoding: Encoding | null): string {
  return `"${file.digest}${encoding ? `-${encoding}` : ''}"`
}

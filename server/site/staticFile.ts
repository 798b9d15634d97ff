import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Best first. */
export const ENCODINGS: readonly Encoding[] = ['br', 'gzip']

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const COMPRESSIBLE = /^text\/|json$|svg|javascript|wasm/
/** Below this a response fits into one packet either way. */
const LEAST_COMPRESSED_BYTES = 1_000
/** 11 is a twentieth smaller, and takes ten times as long. */
const BROTLI_QUALITY = 9
const GZIP_LEVEL = 9

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** One file of the built site, in memory, with its compressed forms made when they are first asked for. */
export class StaticFile {
  readonly content: Buffer
  readonly type: string
  readonly cacheControl: string
  /** Names the content; an encoded form has its own entity tag (RFC 9110, 8.8.3.3). */
  readonly digest: string
  readonly #encoded = new Map<Encoding, Promise<Buffer | null>>()

  /** `path` is that of the request, with its leading slash. */
  constructor(path: string, content: Buffer) {
    this.content = content
    this.type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
    // Vite puts a hash of the content into the names in this folder.
    this.cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    this.digest = createHash('sha256').update(content).digest('base64url').slice(0, 22)
  }

  get isCompressible(): boolean {
    return COMPRESSIBLE.test(this.type) && this.content.length >= LEAST_COMPRESSED_BYTES
  }

  /** The content so encoded; null when that would not make it smaller. */
  encoded(encoding: Encoding): Promise<Buffer | null> {
    let promise = this.#encoded.get(encoding)
    if (!promise) {
      promise = this.#encode(encoding)
      this.#encoded.set(encoding, promise)
    }
    return promise
  }

  async #encode(encoding: Encoding): Promise<Buffer | null> {
    if (!this.isCompressible) return null
    const smaller =
      encoding === 'br'
        ? await brotli(this.content, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: this.content.length,
            },
          })
        : await zip(this.content, { level: GZIP_LEVEL })
    return smaller.length < this.content.length ? smaller : null
  }
}

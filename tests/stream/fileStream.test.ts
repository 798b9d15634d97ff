import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { isPlayable, mediaTypeOf } from '../../src/core/mediaType.ts'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { askPages, type Askable } from '../../src/stream/askedPage.ts'
import { fileResponse, refusalResponse } from '../../src/stream/fileResponse.ts'
import { FileServer } from '../../src/stream/fileServer.ts'
import { parseStreamAnswer, parseStreamCommand, parseStreamRequest } from '../../src/stream/streamMessages.ts'
import { streamedFile, streamPath } from '../../src/stream/streamPath.ts'
import type { Engine } from '../../src/swarm/engineApi.ts'
import { Progress } from '../../src/swarm/progress.ts'
import { ShareReadings } from '../../src/swarm/shareReadings.ts'
import { ledgerOf } from '../swarm/support/ledger.ts'
import { someContents } from '../swarm/support/someContents.ts'

/** Worker, page and share, joined by real ports, without a browser between them. */

const HASH = parseInfoHash('0123456789abcdef0123456789abcdef01234567') ?? never()
const PIECE = 16_384
const SIZES = [10_000, 100_000, 1_000_000]
const SIZE = SIZES.reduce((sum, size) => sum + size, 0)
/** Every byte tells where it is in the share. */
const BYTES = Uint8Array.from({ length: SIZE }, (_, at) => (at * 31 + (at >> 8)) & 255)

function never(): never {
  throw new Error('Not an info hash.')
}

class Page implements Askable {
  readonly pieces = ledgerOf(SIZE, PIECE)
  readonly progress: Progress
  readonly wants: unknown[] = []
  readonly readings: ShareReadings
  readonly #server: FileServer

  constructor(name = 'film.mp4', infoHash = HASH) {
    const store = new MemoryStore(SIZE)
    const contents = someContents(SIZES, { pieceLength: PIECE, names: [name, name, name] })
    this.progress = new Progress(contents.extents, this.pieces)
    this.readings = new ShareReadings({
      contents,
      progress: this.progress,
      readPiece: (piece, offset, length) => store.read(piece * PIECE + offset, length),
      want: (run, due) => this.wants.push([run.from, run.to, due]),
      now: () => 5000,
    })
    void store.write(0, BYTES)
    const read: Engine['read'] = (asked, file) => (asked === infoHash ? this.readings.open(file) : null)
    this.#server = new FileServer(() => ({ read }) as Engine)
  }

  postMessage(request: unknown, [port]: Transferable[]): void {
    this.#server.answer(request, port as MessagePort)
  }

  arrive(...pieces: number[]): void {
    for (const piece of pieces) {
      this.pieces.setHere(piece, true)
      this.readings.arrived(piece)
    }
  }

  arriveAll(): void {
    this.arrive(...Array.from({ length: this.pieces.here.capacity }, (_, piece) => piece))
  }

  async get(headers: Record<string, string> = {}, method = 'GET', file = 1): Promise<Response> {
    const served = await askPages([this], { infoHash: HASH, file }, 1000)
    if (!served) return new Response(null, { status: 404 })
    const found = fileResponse({ method, headers: new Headers(headers) }, served)
    return found instanceof Response ? found : refusalResponse(found, found.refused)
  }
}

/** Bytes of the second file. */
function expected(from: number, to: number): Buffer {
  return Buffer.from(BYTES.subarray(10_000 + from, 10_000 + to))
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

describe('a file that is here', () => {
  test.each([
    [{}, 200, null, 0, 100_000],
    [{ Range: 'bytes=0-' }, 206, 'bytes 0-99999/100000', 0, 100_000],
    [{ Range: 'bytes=6383-6384' }, 206, 'bytes 6383-6384/100000', 6383, 6385],
    [{ Range: 'bytes=-10' }, 206, 'bytes 99990-99999/100000', 99_990, 100_000],
    [{ Range: 'bytes=1-2', 'If-Range': `"${HASH}-1"` }, 206, 'bytes 1-2/100000', 1, 3],
    [{ Range: 'bytes=1-2', 'If-Range': '"another"' }, 200, null, 0, 100_000],
  ])('%j is answered with %i and %s', async (headers, status, range, from, to) => {
    const page = new Page()
    page.arriveAll()
    const response = await page.get(headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Range')).toBe(range)
    expect(response.headers.get('Content-Length')).toBe(String(to - from))
    expect((await bytesOf(response)).equals(expected(from, to))).toBe(true)
  })

  it('has no more bytes than it has', async () => {
    const page = new Page()
    page.arriveAll()
    const response = await page.get({ Range: 'bytes=100000-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('Content-Range')).toBe('bytes */100000')
  })

  it('is described without being read, and never written', async () => {
    const page = new Page()
    const head = await page.get({}, 'HEAD')
    expect([head.status, head.headers.get('Content-Length'), head.body]).toEqual([200, '100000', null])
    expect((await page.get({}, 'POST')).status).toBe(405)
    expect(page.wants).toEqual([])
  })
})

describe('what has not arrived', () => {
  it('is waited for, asked for first, and let go of at the end', async () => {
    const page = new Page()
    const response = await page.get({ Range: 'bytes=0-9999' })
    const bytes = bytesOf(response)
    await expect.poll(() => page.wants).toContainEqual([0, 6, 5000])
    page.arrive(0)
    await expect.poll(() => page.wants).toContainEqual([1, 6, 5000])
    page.arrive(1)
    expect((await bytes).equals(expected(0, 10_000))).toBe(true)
    await expect.poll(() => page.wants.at(-1)).toEqual([1, 6, null])
  })

  it('is not waited for by a player that went elsewhere', async () => {
    const page = new Page()
    const reader = (await page.get()).body?.getReader()
    const reading = reader?.read()
    await expect.poll(() => page.wants).toHaveLength(1)
    await reader?.cancel()
    await reading
    await expect.poll(() => page.wants.at(-1)).toEqual([0, 6, null])
  })

  it('fails the read when the share ends', async () => {
    const page = new Page()
    const bytes = bytesOf(await page.get())
    await expect.poll(() => page.wants).toHaveLength(1)
    page.readings.end()
    await expect(bytes).rejects.toThrow()
  })

  it('is due when it is to be shown', async () => {
    const page = new Page()
    page.readings.playing(1, { ahead: 12, rate: PIECE })
    const reader = (await page.get()).body?.getReader()
    void reader?.read().catch(() => undefined)
    await expect.poll(() => page.wants).toEqual([[0, 6, 17_000]])
    expect([...page.readings.due(1)].slice(0, 3)).toEqual([
      { piece: 0, due: 17_000 },
      { piece: 1, due: 18_000 },
      { piece: 2, due: 19_000 },
    ])
    await reader?.cancel()
  })

  it('is asked for from the click on, until the player asks for itself', async () => {
    const page = new Page()
    page.readings.playing(1, { ahead: 0, rate: 0 })
    expect(page.wants).toEqual([[0, 6, 5000]])
    const reader = (await page.get({ Range: 'bytes=90000-' })).body?.getReader()
    void reader?.read().catch(() => undefined)
    await expect.poll(() => page.wants).toHaveLength(3)
    expect(page.wants.slice(1)).toEqual([
      [6, 6, 5000],
      [0, 6, null],
    ])
    page.readings.playing(1, { ahead: 3, rate: PIECE })
    expect(page.wants).toHaveLength(3)
    await reader?.cancel()
  })

  it('is not asked for any more when what was to be played is not', () => {
    const page = new Page()
    page.readings.playing(1, { ahead: 0, rate: 0 })
    page.readings.playing(1, null)
    expect(page.wants).toEqual([
      [0, 6, 5000],
      [0, 6, null],
    ])
    expect(page.readings.watched).toBe('no')
  })

  it('is read no further than the browser takes', async () => {
    const page = new Page()
    page.arriveAll()
    const reader = (await page.get({}, 'GET', 2)).body?.getReader()
    await reader?.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(page.wants).toHaveLength(1)
    await reader?.cancel()
  })
})

describe('of several pages', () => {
  it('the one answers that has the share', async () => {
    const other = new Page('film.mp4', parseInfoHash('f'.repeat(40)) ?? never())
    const silent: Askable = { postMessage: () => undefined }
    const page = new Page()
    page.arriveAll()
    const served = await askPages([silent, other, page], { infoHash: HASH, file: 1 }, 1000)
    expect(served?.size).toBe(100_000)
    served?.close()
  })

  it('none answers for ever', async () => {
    const silent: Askable = { postMessage: () => undefined }
    expect(await askPages([silent], { infoHash: HASH, file: 1 }, 20)).toBeNull()
    expect(await askPages([], { infoHash: HASH, file: 1 }, 60_000)).toBeNull()
  })
})

describe('a stranger’s file', () => {
  afterEach(() => void vi.restoreAllMocks())

  test.each([
    ['film.mp4', 'video/mp4', false],
    ['song.OPUS', 'audio/ogg', false],
    ['photo.jpg', 'image/jpeg', false],
    ['page.html', 'text/plain; charset=utf-8', true],
    ['drawing.svg', 'text/plain; charset=utf-8', true],
    ['script.js', 'text/plain; charset=utf-8', true],
    ['paper.pdf', 'application/octet-stream', true],
    ['program.exe', 'application/octet-stream', true],
    ['page.xhtml', 'application/octet-stream', true],
    ['no ending', 'application/octet-stream', true],
  ])('%s is answered as %s', async (name, type, downloaded) => {
    const page = new Page(name)
    page.arriveAll()
    const { headers } = await page.get()
    expect(headers.get('Content-Type')).toBe(type)
    expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Disposition')?.startsWith('attachment') ?? false).toBe(downloaded)
  })

  it('has an address that names it, whatever it is called', () => {
    const url = new URL(streamPath(HASH, 3, 'a/b?c#d% 日本.mp4'), 'https://share.example.org')
    expect(streamedFile(url.pathname)).toEqual({ infoHash: HASH, file: 3 })
    for (const path of [
      '/',
      `/stream/${HASH}/1`,
      `/stream/${HASH}/x/a`,
      '/stream/ff/1/a',
      `/save/${HASH}/1/a`,
    ])
      expect(streamedFile(path)).toBeNull()
  })

  it('is played if its name says so', () => {
    expect(['a.mp4', 'a.tar.MP3', 'a.mkv'].map(isPlayable)).toEqual([true, true, true])
    expect(['mp4', 'a.mp4.exe', 'a.srt', ''].map(isPlayable)).toEqual([false, false, false, false])
    expect(mediaTypeOf('constructor')).toBeNull()
  })
})

describe('messages', () => {
  test.each([
    null,
    1,
    {},
    { kind: 'stream' },
    { kind: 'stream', infoHash: 'x', file: 0 },
    { kind: 'stream', infoHash: HASH, file: -1 },
  ])('%j is no request', (value) => {
    expect(parseStreamRequest(value)).toBeNull()
  })

  test.each([
    null,
    {},
    { kind: 'read', from: 5, to: 5 },
    { kind: 'read', from: -1, to: 5 },
    { kind: 'read', to: 1 },
  ])('%j is nothing a worker says', (value) => {
    expect(parseStreamCommand(value)).toBeNull()
  })

  test.each([
    null,
    {},
    { kind: 'chunk' },
    { kind: 'chunk', bytes: new Uint8Array(0) },
    { kind: 'found', size: 1 },
  ])('%j is nothing a page says', (value) => {
    expect(parseStreamAnswer(value)).toBeNull()
  })
})

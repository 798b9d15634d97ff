import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Downloads } from '../../src/stream/downloads.ts'
import { handOver } from '../../src/stream/handOver.ts'
import { KeepAwake } from '../../src/stream/keepAwake.ts'
import { refusalResponse } from '../../src/stream/fileResponse.ts'
import { DOWNLOAD_LIMITS } from '../../src/stream/offeredDownload.ts'
import { packChunks } from '../../src/stream/packChunks.ts'
import { parseFromPage, parseRequest } from '../../src/stream/saveMessages.ts'

/** Page and service worker, joined by real ports, without a browser between them. */

const ID = '9b2f1c1e-6c0f-4c3e-9f7a-0d6a4c1b2e3f'
const NEVER = new AbortController().signal

function counted(chunks: number, length: number) {
  const state = { read: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (state.read === chunks) controller.close()
        else controller.enqueue(new Uint8Array(length).fill(state.read++))
      },
      cancel() {
        state.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { state, stream }
}

/** A response's bytes, each chunk copied before the next is read, as browsers do it (Fetch). */
function taken(downloads: Downloads, id: string): Response {
  const found = downloads.respond(id)
  return found instanceof Response ? found : refusalResponse(found, found.refused)
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read())
    parts.push(read.value.slice())
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

async function offer(
  downloads: Downloads,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number,
  signal = NEVER,
) {
  const { port1, port2 } = new MessageChannel()
  const progress: number[] = []
  const returned: number[] = []
  let ready: () => void = () => undefined
  const isReady = new Promise<void>((resolve) => (ready = resolve))
  const outcome = handOver(stream, port1, {
    signal,
    onReady: ready,
    onStarted: () => undefined,
    onProgress: (bytes) => progress.push(bytes),
    onReturned: (buffer) => returned.push(buffer.byteLength),
  })
  outcome.catch(() => undefined)
  const ended = downloads.receive({ kind: 'offer', id: ID, name: 'a ü.zip', size }, port2)
  await Promise.race([isReady, outcome.catch(() => undefined)])
  return { outcome, progress, returned, ended }
}

describe('a download', () => {
  it('brings every byte, and says what it is', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const { outcome, progress, returned, ended } = await offer(downloads, counted(3, 1000).stream, 3000)
    const response = taken(downloads, ID)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="a _.zip"; filename*=UTF-8''a%20%C3%BC.zip`,
      'content-length': '3000',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    const bytes = await bytesOf(response)
    expect([bytes.length, bytes[0], bytes[1000], bytes[2999]]).toEqual([3000, 0, 1, 2])
    await expect(outcome).resolves.toBe('finished')
    expect(progress).toEqual([1000, 2000, 3000])
    expect(returned).toEqual([1000, 1000, 1000])
    await ended
  })

  it('is had once, and under no other id', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const { outcome } = await offer(downloads, counted(1, 10).stream, 10)
    expect(taken(downloads, ID.replace('9', '8')).status).toBe(404)
    const first = taken(downloads, ID)
    expect(taken(downloads, ID).status).toBe(404)
    await bytesOf(first)
    await outcome
    expect(taken(downloads, ID).status).toBe(404)
  })

  it('reads no further than the browser takes', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const { state, stream } = counted(100, 10)
    await offer(downloads, stream, 1000)
    const reader = taken(downloads, ID).body?.getReader()
    await reader?.read()
    await reader?.read()
    await new Promise((resolve) => setImmediate(resolve))
    expect(state.read).toBe(2)
    await reader?.cancel()
  })

  it('that is cancelled in the browser cancels the stream', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const { state, stream } = counted(100, 10)
    const { outcome, ended } = await offer(downloads, stream, 1000)
    const reader = taken(downloads, ID).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await expect(outcome).resolves.toBe('cancelled')
    await ended
    await expect.poll(() => state.cancelled).toBe(true)
  })

  it('that is stopped on the page fails in the browser', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const stop = new AbortController()
    const { state, stream } = counted(100, 10)
    const { outcome } = await offer(downloads, stream, 1000, stop.signal)
    const reader = taken(downloads, ID).body?.getReader()
    await reader?.read()
    stop.abort(new Error('Stopped.'))
    await expect(outcome).rejects.toThrow('Stopped.')
    await expect(reader?.read()).rejects.toThrow()
    await expect.poll(() => state.cancelled).toBe(true)
  })

  it('whose stream errors fails at both ends', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: () => Promise.reject(new Error('The disk is broken.')),
    })
    const { outcome } = await offer(downloads, stream, 1000)
    await expect(taken(downloads, ID).arrayBuffer()).rejects.toThrow()
    await expect(outcome).rejects.toThrow('The disk is broken.')
  })

  it.each([
    ['fewer', 1001],
    ['more', 999],
  ])('of %s bytes than was said fails in the browser', async (_, size) => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const stop = new AbortController()
    await offer(downloads, counted(10, 100).stream, size, stop.signal)
    await expect(bytesOf(taken(downloads, ID))).rejects.toThrow(/^too-(many|few)-bytes$/)
    stop.abort(new Error('over'))
  })
})

describe('time limits', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
      }),
  )
  afterEach(() => void vi.useRealTimers())

  it('an offer that nobody asks for ends', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const { outcome, ended } = await offer(downloads, counted(1, 10).stream, 10)
    vi.advanceTimersByTime(DOWNLOAD_LIMITS.startMs)
    await expect(outcome).rejects.toThrow('download-not-begun')
    await ended
    expect(taken(downloads, ID).status).toBe(404)
  })

  it('a page that falls silent fails the download; a ping is a sign of life', async () => {
    const downloads = new Downloads(DOWNLOAD_LIMITS)
    const stop = new AbortController()
    const stuck = new ReadableStream<Uint8Array<ArrayBuffer>>()
    await offer(downloads, stuck, 10, stop.signal)
    const body = taken(downloads, ID).arrayBuffer()
    const failed = expect(body).rejects.toThrow('page-gone')
    const awake = new KeepAwake({ postMessage: ping(downloads) }, ID)
    vi.advanceTimersByTime(3 * DOWNLOAD_LIMITS.silenceMs)
    expect(taken(downloads, ID).status).toBe(404)
    awake.stop()
    vi.advanceTimersByTime(DOWNLOAD_LIMITS.silenceMs)
    await failed
    stop.abort(new Error('over'))
  })

  it('a worker that was started anew has lost the download', async () => {
    const awake = new KeepAwake({ postMessage: ping(new Downloads(DOWNLOAD_LIMITS)) }, ID)
    let words = ''
    awake.lost.catch((error: unknown) => (words = String(error)))
    vi.advanceTimersByTime(10_000)
    // The pong comes over a real port; waiting moves the clock on.
    await vi.waitFor(() => expect(words).toContain('download-lost'), { timeout: 30_000 })
    awake.stop()
  })

  it('a worker that does not answer has lost the download', async () => {
    const awake = new KeepAwake({ postMessage: () => undefined }, ID)
    vi.advanceTimersByTime(40_000)
    await expect(awake.lost).rejects.toThrow('download-lost')
    awake.stop()
  })

  function ping(downloads: Downloads): ServiceWorker['postMessage'] {
    return (message: unknown, transfer?: unknown) => {
      const request = parseRequest(message)
      const [port] = transfer as MessagePort[]
      if (request && port) void downloads.receive(request, port)
    }
  }
})

describe('messages', () => {
  it.each([
    null,
    'ping',
    {},
    { kind: 'ping' },
    { kind: 'ping', id: 1 },
    { kind: 'offer', id: ID, name: 'a', size: -1 },
    { kind: 'offer', id: ID, name: 'a', size: '1' },
    { kind: 'offer', id: ID, size: 1 },
  ])('%j is no request', (value) => {
    expect(parseRequest(value)).toBeNull()
  })

  it.each([null, 1, { kind: 'chunk' }, { kind: 'chunk', bytes: 'text' }, { kind: 'pull' }])(
    '%j is nothing a page says',
    (value) => {
      expect(parseFromPage(value)).toBeNull()
    },
  )
})

describe('packing', () => {
  it('makes chunks of 1 MiB, and loses nothing', async () => {
    const sizes = [1, 30, 1_500_000, 0, 65_536, 2_000_000]
    const total = sizes.reduce((sum, size) => sum + size, 0)
    const packed = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const [index, size] of sizes.entries()) controller.enqueue(new Uint8Array(size).fill(index + 1))
        controller.close()
      },
    }).pipeThrough(packChunks())
    const lengths: number[] = []
    const bytes: Uint8Array[] = []
    for await (const chunk of packed) {
      lengths.push(chunk.length)
      bytes.push(chunk)
    }
    const full = 1024 * 1024
    expect(lengths).toEqual([full, full, full, total - 3 * full])
    const expected = Buffer.concat(sizes.map((size, index) => Buffer.alloc(size, index + 1)))
    // Compared by itself: a test runner's own comparison of 3 MB takes seconds.
    expect(Buffer.concat(bytes).equals(expected)).toBe(true)
  })
})

import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { ServedFile } from './fileResponse.ts'
import { parseStreamAnswer, type StreamCommand, type StreamRequest } from './streamMessages.ts'

/** Where a page of the site can be asked; the worker's `Client`. */
export interface Askable {
  postMessage(request: StreamRequest, transfer: Transferable[]): void
}

/** What is read at once: a few messages a second for most media, and as much waits in the worker at most. */
const CHUNK: Bytes = 256 * 1024

/**
 * Asks pages for a file, all at once, and answers it as the one has it that has the share; null when none has, or
 * none answers in time.
 */
export async function askPages(
  pages: readonly Askable[],
  request: Omit<StreamRequest, 'kind'>,
  limitMs: Milliseconds,
): Promise<ServedFile | null> {
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), limitMs)
  const answers = pages.map((page) => askPage(page, request, over.signal))
  const found = await Promise.any(answers).catch(() => null)
  clearTimeout(timer)
  // Should two have it, the others need not stay ready; those that say nothing are not waited for.
  for (const answer of answers) {
    void answer.then(
      (file) => file === found || file.close(),
      () => undefined,
    )
  }
  over.abort()
  return found
}

/** Rejects when the page does not have it. */
function askPage(
  page: Askable,
  { infoHash, file }: Omit<StreamRequest, 'kind'>,
  over: AbortSignal,
): Promise<ServedFile> {
  const { port1: port, port2 } = new MessageChannel()
  const answer = new Promise<ServedFile>((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = parseStreamAnswer(data)
      if (told?.kind === 'found') {
        const { name, size } = told
        resolve({
          name,
          size,
          tag: `"${infoHash}-${file}"`,
          body: (from, to) => bodyFrom(port, from, to),
          close: () => close(port),
        })
      } else reject(new Error('not-here'))
    }
    over.addEventListener('abort', () => reject(new Error('page-silent')))
  })
  page.postMessage({ kind: 'stream', infoHash, file }, [port2])
  answer.catch(() => close(port))
  return answer
}

/** The bytes, a chunk at a time, each asked for when the browser wants it. */
function bodyFrom(port: MessagePort, from: Bytes, to: Bytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = from
  return new ReadableStream(
    {
      async pull(controller) {
        const end = Math.min(next + CHUNK, to)
        const answer = await read(port, { kind: 'read', from: next, to: end })
        if (answer?.kind !== 'chunk' || next + answer.bytes.length > end) {
          close(port)
          throw new Error('file-unreadable')
        }
        next += answer.bytes.length
        controller.enqueue(answer.bytes)
        if (next < to) return
        close(port)
        controller.close()
      },
      cancel: () => close(port),
    },
    // Nothing is asked for before the browser wants it.
    { highWaterMark: 0 },
  )
}

function read(port: MessagePort, command: StreamCommand): Promise<ReturnType<typeof parseStreamAnswer>> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(parseStreamAnswer(data))
    // A page that was closed says nothing more; where browsers tell it, nobody waits for it.
    port.addEventListener('close', () => resolve(null), { once: true })
    port.postMessage(command)
  })
}

function close(port: MessagePort): void {
  port.postMessage({ kind: 'close' } satisfies StreamCommand)
  port.close()
}

import type { Bytes } from '../core/brand.ts'
import { StreamError } from './problems.ts'
import { parseFromWorker, type FromPage } from './saveMessages.ts'

export interface HandOverOptions {
  readonly signal: AbortSignal
  /** The worker answers the download's address from now on. */
  readonly onReady: () => void
  /** The browser has begun to take it. */
  readonly onStarted: () => void
  /** Called with the bytes handed over so far. */
  readonly onProgress: (bytes: Bytes) => void
  /** Called with the buffers of chunks that the browser has taken. */
  readonly onReturned: (buffer: ArrayBuffer) => void
}

/**
 * The page's end of a download: answers each pull of the worker with a chunk. Chunks are sent over the port and
 * not as a transferred stream, because that is the same in every browser, hands over the buffers instead of
 * copying them, and shows when the other end falls silent.
 *
 * Resolves `finished` when the browser has it all, `cancelled` when it was cancelled there; rejects when the
 * stream errors, the signal aborts, or the browser never asked. The stream is cancelled unless it was read to
 * its end, and the port is closed.
 */
export function handOver(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  port: MessagePort,
  options: HandOverOptions,
): Promise<'finished' | 'cancelled'> {
  const reader = stream.getReader()
  const over = new AbortController()
  let sent = 0

  function tell(message: FromPage, transfer: Transferable[] = []): void {
    port.postMessage(message, transfer)
  }

  async function answerPull(): Promise<void> {
    options.onStarted()
    const { done, value } = await reader.read()
    if (over.signal.aborted) return
    if (done) {
      tell({ kind: 'end' })
      return
    }
    sent += value.length
    tell({ kind: 'chunk', bytes: value }, [value.buffer])
    options.onProgress(sent)
  }

  const outcome = new Promise<'finished' | 'cancelled'>((resolve, reject) => {
    const fail = (error: unknown) => {
      tell({ kind: 'failed' })
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    options.signal.addEventListener('abort', () => fail(options.signal.reason), { signal: over.signal })
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = parseFromWorker(data)
      if (message?.kind === 'ready') options.onReady()
      else if (message?.kind === 'pull') {
        if (message.used) options.onReturned(message.used)
        answerPull().catch(fail)
      } else if (message?.kind === 'expired') reject(new StreamError({ code: 'download-not-begun' }))
      else if (message) resolve(message.kind)
    }
    if (options.signal.aborted) fail(options.signal.reason)
  })

  return outcome.finally(() => {
    over.abort()
    reader.cancel().catch(() => undefined)
    port.close()
  })
}

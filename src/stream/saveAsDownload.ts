import { handOver } from './handOver.ts'
import { KeepAwake } from './keepAwake.ts'
import { packChunks } from './packChunks.ts'
import { startServiceWorker } from './registration.ts'
import type { Savable, SaveOptions } from './savable.ts'
import type { WorkerRequest } from './saveMessages.ts'
import { savePath } from './savePath.ts'
import { onSite } from './siteRoot.ts'
import { withinTime } from './timeLimit.ts'

/** From the offer to the browser's first pull. The worker gives the offer up after as long. */
const START_LIMIT_MS = 30_000

/**
 * Saves a stream as an ordinary download of the browser, by way of the service worker, without holding it in
 * memory. Resolves when the browser has taken all of it, or when it was cancelled there.
 *
 * Rejects with a `StreamError`, or with the signal's reason.
 */
export async function saveAsDownload(
  { name, size, stream, packs }: Savable,
  { signal, onProgress }: SaveOptions,
): Promise<'finished' | 'cancelled'> {
  const worker = await startServiceWorker(signal)
  const id = crypto.randomUUID()
  const { port1, port2 } = new MessageChannel()
  const awake = new KeepAwake(worker, id)
  const closing = new AbortController()
  // A page that goes away says so: the browser then fails the download at once.
  const leave = () => closing.abort(new Error('page-closed'))
  window.addEventListener('pagehide', leave)
  const frame = document.createElement('iframe')
  frame.hidden = true
  const started = new AbortController()
  const outcome = handOver(stream.pipeThrough(packChunks()), port1, {
    signal: AbortSignal.any([signal, closing.signal]),
    onReady() {
      frame.src = onSite(savePath(id, name))
      document.body.append(frame)
    },
    onStarted: () => started.abort(),
    onProgress(bytes) {
      awake.nudge()
      onProgress(bytes)
    },
    onReturned: (buffer) => packs.give(buffer),
  })
  const beginning = withinTime(once(started.signal), START_LIMIT_MS, { code: 'download-not-begun' }, signal)
  try {
    worker.postMessage({ kind: 'offer', id, name, size } satisfies WorkerRequest, [port2])
    await Promise.race([beginning, outcome, awake.lost])
    return await Promise.race([outcome, awake.lost])
  } finally {
    // Ends the hand-over as well, whatever it was that failed.
    closing.abort(new Error('download-over'))
    outcome.catch(() => undefined)
    awake.stop()
    window.removeEventListener('pagehide', leave)
    frame.remove()
  }
}

function once(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

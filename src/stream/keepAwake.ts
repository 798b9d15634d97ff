import type { Milliseconds } from '../core/brand.ts'
import { StreamError } from './problems.ts'
import type { Pong, WorkerRequest } from './saveMessages.ts'

/** Firefox stops a worker 30 seconds after the last event, even while it answers a download. */
const PING_EVERY_MS: Milliseconds = 10_000
const PONG_LIMIT_MS: Milliseconds = 30_000
/** A download that has just ended is gone as well: its own message may come after the pong. */
const GRACE_MS: Milliseconds = 1_000

interface Clock {
  readonly now: () => Milliseconds
}

/**
 * Keeps the service worker running as long as a download needs it, and notices when the browser stopped it all
 * the same: a worker that was started anew knows nothing of the download.
 */
export class KeepAwake {
  /** Rejects when the worker has lost the download; never resolves. */
  readonly lost: Promise<never>

  readonly #worker: Pick<ServiceWorker, 'postMessage'>
  readonly #id: string
  readonly #clock: Clock
  readonly #timer: ReturnType<typeof setInterval>
  #last: Milliseconds
  #lose: (error: Error) => void = () => undefined
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(worker: Pick<ServiceWorker, 'postMessage'>, id: string, clock: Clock = performance) {
    this.#worker = worker
    this.#id = id
    this.#clock = clock
    this.#last = clock.now()
    this.lost = new Promise((_, reject) => (this.#lose = reject))
    // Nobody may be waiting for it yet.
    this.lost.catch(() => undefined)
    this.#timer = setInterval(() => this.nudge(), PING_EVERY_MS)
  }

  /** To be called while bytes flow: timers of a tab in the background come late. */
  nudge(): void {
    const now = this.#clock.now()
    if (now - this.#last < PING_EVERY_MS / 2) return
    this.#last = now
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Pong>) => {
      port1.close()
      clearTimeout(this.#waiting)
      this.#waiting = data === 'gone' ? this.#loseAfter(GRACE_MS) : undefined
    }
    this.#waiting ??= this.#loseAfter(PONG_LIMIT_MS)
    this.#worker.postMessage({ kind: 'ping', id: this.#id } satisfies WorkerRequest, [port2])
  }

  stop(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#waiting)
  }

  #loseAfter(timeMs: Milliseconds): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#lose(new StreamError({ code: 'download-lost' })), timeMs)
  }
}

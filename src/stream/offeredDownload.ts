import type { Bytes, Milliseconds } from '../core/brand.ts'
import { parseFromPage, type FromPage, type FromWorker } from './saveMessages.ts'

export interface DownloadLimits {
  /** How long the browser has to ask for what was offered. */
  readonly startMs: Milliseconds
  /** How long the page may say nothing at all, not even a ping, before it counts as gone. */
  readonly silenceMs: Milliseconds
}

/** Pings come each ten seconds; the timers of a tab in the background may run only once a minute. */
export const DOWNLOAD_LIMITS: DownloadLimits = { startMs: 30_000, silenceMs: 150_000 }

/**
 * One download in the service worker: bytes that come from the page over a port, one pull at a time, so that
 * no more than a chunk waits here however slow the disk is.
 *
 *     offered ─► running ─► ended     offered ─► ended (nobody asked for it)
 *
 * Anything but the page's own `end`, after exactly `size` bytes, ends the stream with an error, so that the
 * browser marks the download as failed instead of keeping half a file.
 */
export class OfferedDownload {
  readonly name: string
  readonly size: Bytes
  /** Settles when it is over, however it ended. */
  readonly ended: Promise<void>

  readonly #port: MessagePort
  readonly #limits: DownloadLimits
  #state: 'offered' | 'running' | 'ended' = 'offered'
  #received: Bytes = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null
  /**
   * The chunk that the browser was given last. Who reads a response's body takes a copy of each chunk before it asks
   * for the next (Fetch, "incrementally read a body"): so its buffer can then go back.
   */
  #lent: ArrayBuffer | null = null
  #answered: () => void = () => undefined
  #settle: () => void = () => undefined

  constructor(name: string, size: Bytes, port: MessagePort, limits: DownloadLimits) {
    this.name = name
    this.size = size
    this.#port = port
    this.#limits = limits
    this.ended = new Promise((resolve) => (this.#settle = resolve))
    this.#timer = setTimeout(() => {
      this.#tell({ kind: 'expired' })
      this.#end()
    }, limits.startMs)
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = parseFromPage(data)
      if (message) this.#receive(message)
    }
    this.#tell({ kind: 'ready' })
  }

  /** The bytes, for the one who asks first; null for everyone after. */
  take(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (this.#state !== 'offered') return null
    this.#state = 'running'
    this.heard()
    return new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller
        },
        pull: () => {
          const used = this.#lent
          this.#lent = null
          this.#tell({ kind: 'pull', used }, used ? [used] : [])
          return new Promise<void>((resolve) => (this.#answered = resolve))
        },
        cancel: () => {
          this.#tell({ kind: 'cancelled' })
          this.#end()
        },
      },
      // Nothing is asked for before the browser wants it.
      { highWaterMark: 0 },
    )
  }

  /** The page gave a sign of life. */
  heard(): void {
    if (this.#state !== 'running') return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#fail('page-gone'), this.#limits.silenceMs)
  }

  #receive(message: FromPage): void {
    if (this.#state === 'ended') return
    // The page may give up before the browser has asked.
    if (this.#state === 'offered') return message.kind === 'failed' ? this.#end() : undefined
    this.heard()
    if (message.kind === 'failed') return this.#fail('page-stopped')
    if (message.kind === 'chunk') {
      this.#received += message.bytes.length
      if (this.#received > this.size) return this.#fail('too-many-bytes')
      this.#lent = message.bytes.buffer
      this.#controller?.enqueue(message.bytes)
      this.#answered()
      return
    }
    if (this.#received !== this.size) return this.#fail('too-few-bytes')
    this.#controller?.close()
    this.#answered()
    this.#tell({ kind: 'finished' })
    this.#end()
  }

  #fail(why: string): void {
    this.#controller?.error(new Error(why))
    this.#answered()
    this.#end()
  }

  #end(): void {
    this.#state = 'ended'
    clearTimeout(this.#timer)
    this.#settle()
  }

  #tell(message: FromWorker, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer)
  }
}

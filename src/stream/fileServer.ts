import type { Milliseconds } from '../core/brand.ts'
import type { FileReading } from '../swarm/fileReading.ts'
import type { Engine } from '../swarm/engineApi.ts'
import { AWAKE, parseStreamCommand, parseStreamRequest, type StreamAnswer } from './streamMessages.ts'

/** Who was answered and asks for nothing more so long was stopped, and does not come back. */
const IDLE: Milliseconds = 120_000

/** Browsers stop a worker 30 seconds after they last heard of it. */
const PING_EVERY: Milliseconds = 10_000

/**
 * The page's end of what the service worker streams: answers for the files of the shares that are here, as long as
 * this page has the engine. A read of what has not arrived is answered when it has.
 */
export class FileServer {
  readonly #engine: () => Engine | null
  #open = 0

  /** @param engine null while another tab has it */
  constructor(engine: () => Engine | null) {
    this.#engine = engine
  }

  /** Listens to the workers of the site until the signal ends it. */
  listen(workers: ServiceWorkerContainer, lifetime: AbortSignal): void {
    const listener = ({ data, ports }: MessageEvent<unknown>) => {
      const [port] = ports
      if (port) this.answer(data, port)
    }
    workers.addEventListener('message', listener, { signal: lifetime })
    // Without this, what comes before the page has loaded waits until then.
    workers.startMessages()
    const pinging = setInterval(() => {
      if (this.#open > 0) workers.controller?.postMessage(AWAKE)
    }, PING_EVERY)
    lifetime.addEventListener('abort', () => clearInterval(pinging))
  }

  /** Takes a request and the port that came with it. */
  answer(data: unknown, port: MessagePort): void {
    const request = parseStreamRequest(data)
    if (!request) return
    const reading = this.#engine()?.read(request.infoHash, request.file) ?? null
    if (reading) this.#serve(reading, port)
    else {
      tell(port, { kind: 'absent' })
      port.close()
    }
  }

  #serve(reading: FileReading, port: MessagePort): void {
    this.#open++
    const end = () => {
      clearTimeout(idle)
      if (!reading.close()) return
      this.#open--
      port.close()
    }
    let idle = setTimeout(end, IDLE)
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const command = parseStreamCommand(data)
      if (!command || command.kind === 'close') {
        end()
        return
      }
      clearTimeout(idle)
      reading.read(command.from, command.to).then(
        (bytes) => {
          tell(port, { kind: 'chunk', bytes }, [bytes.buffer])
          idle = setTimeout(end, IDLE)
        },
        () => {
          tell(port, { kind: 'failed' })
          end()
        },
      )
    }
    // Known to some browsers: the worker was stopped.
    port.addEventListener('close', end)
    tell(port, { kind: 'found', name: reading.name, size: reading.size })
  }
}

function tell(port: MessagePort, answer: StreamAnswer, transfer: Transferable[] = []): void {
  port.postMessage(answer, transfer)
}

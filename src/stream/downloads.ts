import { attachment } from './contentDisposition.ts'
import { PROTECTION } from './fileResponse.ts'
import { OfferedDownload, type DownloadLimits } from './offeredDownload.ts'
import type { Refusal } from './problems.ts'
import type { Pong, WorkerRequest } from './saveMessages.ts'

/** The downloads that pages have offered to the service worker and that are not over yet. */
export class Downloads {
  readonly #limits: DownloadLimits
  readonly #byId = new Map<string, OfferedDownload>()

  constructor(limits: DownloadLimits) {
    this.#limits = limits
  }

  /** Takes a request and the port that came with it; the promise settles when the worker need not stay for it. */
  receive(request: WorkerRequest, port: MessagePort): Promise<void> {
    const known = this.#byId.get(request.id)
    if (request.kind === 'ping') {
      known?.heard()
      port.postMessage((known ? 'here' : 'gone') satisfies Pong)
      return known?.ended ?? Promise.resolve()
    }
    // An id is offered once: a second offer is no page of ours.
    if (known) return Promise.resolve()
    const download = new OfferedDownload(request.name, request.size, port, this.#limits)
    this.#byId.set(request.id, download)
    return download.ended.then(() => void this.#byId.delete(request.id))
  }

  /** Answers the address of a download: once. */
  respond(id: string): Response | Refusal {
    const download = this.#byId.get(id)
    const body = download?.take()
    if (!download || !body) return { refused: 'download-over', status: 404 }
    return new Response(body, {
      headers: {
        ...PROTECTION,
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': attachment(download.name),
        'Content-Length': String(download.size),
      },
    })
  }
}

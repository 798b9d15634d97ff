/// The site's service worker: it answers the addresses below {@link SAVE_FOLDER}, and ignores all others.
import { Downloads } from './downloads.ts'
import { DOWNLOAD_LIMITS } from './offeredDownload.ts'
import { parseRequest } from './saveMessages.ts'
import { savedId } from './savePath.ts'

declare const self: ServiceWorkerGlobalScope

/** A page pings each ten seconds: so long, and no longer, one sign of life keeps the worker running. */
const STAY_MS = 20_000

const downloads = new Downloads(DOWNLOAD_LIMITS)

self.addEventListener('message', (event) => {
  const request = parseRequest(event.data)
  const [port] = event.ports
  if (!request || !port) return
  // In short stretches: browsers stop a worker whose single event lasts for minutes.
  event.waitUntil(Promise.race([downloads.receive(request, port), after(STAY_MS)]))
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const id = url.origin === self.location.origin ? savedId(url.pathname) : null
  if (id !== null) event.respondWith(downloads.respond(id))
})

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

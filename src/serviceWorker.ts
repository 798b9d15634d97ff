/// The site's service worker, as main.ts is the page: a root that puts all together. It answers the addresses of downloads
/// and of files of shares, and those of the page's own files, so that the page opens without a network. It keeps what is shared with the
/// installed page until that takes it. It ignores all other requests.
import { askPages } from './stream/askedPage.ts'
import { Downloads } from './stream/downloads.ts'
import { fileResponse, refusalResponse } from './stream/fileResponse.ts'
import { DOWNLOAD_LIMITS } from './stream/offeredDownload.ts'
import { keepShared } from './stream/handedOver/keepShared.ts'
import { SHARE_TARGET } from './core/sharedAddress.ts'
import { pathOnHost, pathOnSite, type SiteRoot } from './core/sitePath.ts'
import { freshOrKept, isPage, isPart, keptOrFetched } from './stream/shell/keptShell.ts'
import { PARTS_FOLDER, SHELL_CACHE, SHELL_PAGE } from './stream/shell/shellNames.ts'
import type { Refusal } from './stream/problems.ts'
import { parseRequest } from './stream/saveMessages.ts'
import { SAVE_FOLDER, savedId } from './stream/savePath.ts'
import { AWAKE, CLAIM, type GoRequest } from './stream/streamMessages.ts'
import { streamedFile, STREAM_FOLDER } from './stream/streamPath.ts'
import { REFUSAL_WORDS } from './ui/words/refusals.ts'

declare const self: ServiceWorkerGlobalScope

/** A page pings each ten seconds: so long, and no longer, one sign of life keeps the worker running. */
const STAY_MS = 20_000

/** How long the pages have to say which of them has a file: one may be busy starting its engine. */
const ANSWER_MS = 10_000

/** More than a phone's share sheet lets anybody choose; and of bytes as much as may lie on a phone's disk twice. */
const SHARED_LIMITS = { files: 1_000, bytes: 1_000_000_000 }

/** The script lies in it; that of Vite's development server deeper in the sources. */
const ROOT: SiteRoot = self.location.pathname.replace(/src\/serviceWorker\.ts$|[^/]*$/, '')

const downloads = new Downloads(DOWNLOAD_LIMITS)

/** Whether the page is kept here; null until that is known. Looked for anew whenever the page is loaded. */
let isKept: boolean | null = null

/** Where browsers can be told, they ask the worker for nothing else. */
const ANSWERED = [`${SAVE_FOLDER}*`, `${STREAM_FOLDER}*`, `${PARTS_FOLDER}*`, SHELL_PAGE, SHARE_TARGET].map(
  (path) => pathOnHost(ROOT, path),
)

interface RoutingEvent extends ExtendableEvent {
  addRoutes?: (rules: object) => Promise<void>
}

if (isForStreams()) void lookForPage()

self.addEventListener('install', (event: RoutingEvent) => {
  if (!isForStreams()) return
  // Nothing is remembered from one request to the next, so a new version can take over in the middle of a film.
  void self.skipWaiting()
  if (!event.addRoutes) return
  const others = { not: { or: ANSWERED.map((pathname) => ({ urlPattern: { pathname } })) } }
  event.waitUntil(event.addRoutes({ condition: others, source: 'network' }).catch(() => undefined))
})

self.addEventListener('activate', (event) => {
  // The page that has just registered it wants to play at once.
  if (isForStreams()) event.waitUntil(Promise.all([self.clients.claim(), preloadPages()]))
})

self.addEventListener('message', (event) => {
  if (event.data === AWAKE) event.waitUntil(after(STAY_MS))
  if (event.data === CLAIM) event.waitUntil(self.clients.claim())
  const request = parseRequest(event.data)
  const [port] = event.ports
  if (!request || !port) return
  // In short stretches: browsers stop a worker whose single event lasts for minutes.
  event.waitUntil(Promise.race([downloads.receive(request, port), after(STAY_MS)]))
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const pathname = url.origin === self.location.origin ? pathOnSite(ROOT, url.pathname) : null
  if (pathname === null) return
  const id = savedId(pathname)
  if (id !== null) event.respondWith(answer(downloads.respond(id)))
  else if (pathname.startsWith(STREAM_FOLDER))
    event.respondWith(respond(event.request, pathname).then(answer))
  else if (!isForStreams()) return
  else if (pathname === SHARE_TARGET && event.request.method === 'POST')
    event.respondWith(
      keepShared(event.request, {
        caches,
        now: Date.now(),
        random: crypto.randomUUID(),
        limits: SHARED_LIMITS,
      }),
    )
  else if (isPage(event.request, { pathname }))
    // Side by side: what comes of the site waits for no look into the cache.
    event.respondWith(
      Promise.all([freshOrKept(asked(event), caches, ROOT), lookForPage()]).then(([page]) => page),
    )
  // Where nothing is kept, the browser asks the site by itself.
  else if (isPart({ pathname }) && isKept !== false)
    event.respondWith(keptOrFetched(event.request, caches, (request) => fetch(request)))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(comeBack(String(event.notification.data ?? '')))
})

/** Leads to the page that a notification is about: one that is open, else a new one. */
async function comeBack(href: string): Promise<void> {
  // The one that was used last is the first.
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!page) {
    await self.clients.openWindow(`${ROOT}${href}`)
    return
  }
  // Where it is by now, the worker does not know: its address here is that with which it was opened.
  page.postMessage({ kind: 'go', href } satisfies GoRequest)
  // Browsers let the worker do it for a click and for nothing else.
  await page.focus().catch(() => undefined)
}

async function lookForPage(): Promise<void> {
  const page = await caches.match(ROOT, { cacheName: SHELL_CACHE, ignoreVary: true }).catch(() => undefined)
  isKept = page !== undefined
}

/** The browser asks the site for the page while the worker starts, so that loading does not wait for it. */
async function preloadPages(): Promise<void> {
  // Firefox has it since version 99, Safari since 15.4.
  await self.registration.navigationPreload.enable().catch(() => undefined)
}

async function asked(event: FetchEvent): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined
  return preloaded ?? fetch(event.request)
}

async function respond(request: Request, pathname: string): Promise<Response | Refusal> {
  const named = streamedFile(pathname)
  if (!named) return { refused: 'no-such-address', status: 404 }
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const file = await askPages(pages, named, ANSWER_MS)
  return file ? fileResponse(request, file) : { refused: 'no-page-has-it', status: 404 }
}

function answer(found: Response | Refusal): Response {
  return found instanceof Response ? found : refusalResponse(found, REFUSAL_WORDS[found.refused])
}

/** The same script serves two scopes: the downloads' folder, and the whole site for what is played there. */
function isForStreams(): boolean {
  return new URL(self.registration.scope).pathname === ROOT
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

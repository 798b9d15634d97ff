import { SAVE_FOLDER } from './savePath.ts'
// Built as a file of its own with a fixed name (see vite.config.ts).
import workerUrl from './serviceWorker.ts?worker&url'
import { withinTime } from './timeLimit.ts'

const START_LIMIT_MS = 15_000

/**
 * The site's service worker, registered at the first need and running when this resolves. Its scope is the
 * downloads' folder alone: no page is under its control, so that loading the site never waits for it, and a new
 * version takes over as soon as no download is under way.
 *
 * Rejects with an Error whose message can be shown.
 */
export async function startServiceWorker(signal: AbortSignal): Promise<ServiceWorker> {
  if (!('serviceWorker' in navigator)) throw new Error(UNAVAILABLE)
  return withinTime(register(), START_LIMIT_MS, 'The browser did not start the part that writes it.', signal)
}

async function register(): Promise<ServiceWorker> {
  let registration: ServiceWorkerRegistration
  try {
    registration = await navigator.serviceWorker.register(workerUrl, {
      scope: SAVE_FOLDER,
      updateViaCache: 'none',
      // Only Vite's development server serves it in pieces.
      type: import.meta.env.DEV ? 'module' : 'classic',
    })
  } catch (cause) {
    throw new Error(UNAVAILABLE, { cause })
  }
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (!worker) throw new Error(UNAVAILABLE)
  return activated(worker)
}

function activated(worker: ServiceWorker): Promise<ServiceWorker> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state !== 'activated' && worker.state !== 'redundant') return
      worker.removeEventListener('statechange', look)
      if (worker.state === 'activated') resolve(worker)
      else reject(new Error(UNAVAILABLE))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

const UNAVAILABLE =
  'This browser does not let the page write downloads of its own (private windows often do not). Files can still be saved one by one.'

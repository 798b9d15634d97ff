import { StreamError } from './problems.ts'
import { serviceWorkers } from './serviceWorkers.ts'
import { SAVE_FOLDER } from './savePath.ts'
import { onSite, siteRoot } from './siteRoot.ts'
// Built as a file of its own with a fixed name (see vite.config.ts).
import workerUrl from '../serviceWorker.ts?worker&url'
import { CLAIM } from './streamMessages.ts'
import { withinTime } from './timeLimit.ts'

const START_LIMIT_MS = 15_000

/**
 * The site's service worker for downloads, registered at the first need and running when this resolves. Its scope is
 * the downloads' folder alone: no page is under its control, so that loading the site never waits for it, and a new
 * version takes over as soon as no download is under way.
 *
 * Rejects with a {@link StreamError}.
 */
export async function startServiceWorker(signal: AbortSignal): Promise<ServiceWorker> {
  if (!serviceWorkers()) throw new StreamError({ code: 'no-worker-to-save' })
  const started = register(onSite(SAVE_FOLDER), 'no-worker-to-save')
  return withinTime(started, START_LIMIT_MS, { code: 'worker-silent-to-save' }, signal)
}

/**
 * Puts this page under the control of the same worker at the scope of the whole site, so that what its media elements
 * ask for is answered from the swarm. Registered when something is first played, by who plays something.
 *
 * Rejects with a {@link StreamError}.
 */
export async function controlPage(signal: AbortSignal): Promise<void> {
  if (!serviceWorkers()) throw new StreamError({ code: 'no-worker-to-play' })
  const controlled = register(siteRoot(), 'no-worker-to-play').then((worker) => {
    if (navigator.serviceWorker.controller) return
    return new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
      // A page that was loaded around the worker (by a forced reload) has none, and the worker takes it only if told.
      worker.postMessage(CLAIM)
    })
  })
  await withinTime(controlled, START_LIMIT_MS, { code: 'worker-silent-to-play' }, signal)
}

async function register(
  scope: string,
  code: 'no-worker-to-save' | 'no-worker-to-play',
): Promise<ServiceWorker> {
  const registration = await registered(scope).catch((cause: unknown) => {
    throw new StreamError({ code }, { cause })
  })
  for (;;) {
    // The one that is told to be active may have been replaced a moment ago.
    const worker = [registration.active, registration.waiting, registration.installing].find(
      (each) => each !== null && each.state !== 'redundant',
    )
    if (!worker) throw new StreamError({ code })
    if ((await settled(worker)) === 'activated') return worker
  }
}

/** Registering fails where another version is being registered just then; that one is as good. */
async function registered(scope: string): Promise<ServiceWorkerRegistration> {
  try {
    return await navigator.serviceWorker.register(workerUrl, {
      scope,
      updateViaCache: 'none',
      // Only Vite's development server serves it in pieces.
      type: import.meta.env.DEV ? 'module' : 'classic',
    })
  } catch (error) {
    const other = await navigator.serviceWorker.getRegistration(scope)
    if (!other) throw error
    return other
  }
}

function settled(worker: ServiceWorker): Promise<'activated' | 'redundant'> {
  return new Promise((resolve) => {
    const look = () => {
      const { state } = worker
      if (state !== 'activated' && state !== 'redundant') return
      worker.removeEventListener('statechange', look)
      resolve(state)
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

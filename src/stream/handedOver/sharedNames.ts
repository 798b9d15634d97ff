/** The cache of what waits there for a page to take it. */
export const SHARED_CACHE = 'shoal-shared'

/** In place of an id, why there is nothing. */
export const TOO_LARGE = 'too-large'
/** Also what the site says, to which it comes where there is no service worker. */
export const MISSED = 'missed'

/** The header of a file that waits, with its name. A text has none. */
export const NAME = 'X-Name'

/** After that nobody comes for it: its page was closed before it began. */
const WAITS_MS = 60_000

/** Begins with the time, so that what waits tells how old it is. */
export function sharedId(now: number, random: string): string {
  return `${now.toString(36)}-${random}`
}

/** The id of what waits at an address; null for any other address. */
export function idAt(address: string): string | null {
  const { pathname } = new URL(address)
  const [, id] = /\/share-target\/([\w-]+)\/\d+$/.exec(pathname) ?? []
  return id ?? null
}

/** Removes what has waited for too long. */
export async function forgetShared(caches: CacheStorage, now: number): Promise<void> {
  if (!(await caches.has(SHARED_CACHE))) return
  const cache = await caches.open(SHARED_CACHE)
  for (const request of await cache.keys()) {
    const since = parseInt(idAt(request.url) ?? '', 36)
    // A clock that was set back makes the future of what was the past.
    if (!(Math.abs(now - since) < WAITS_MS)) await cache.delete(request)
  }
}

import { idAt, NAME, SHARED_CACHE } from './sharedNames.ts'

/** What somebody has shared with the page: files, or else a text. */
export interface Shared {
  readonly files: readonly File[]
  readonly text: string | null
}

/** Takes what the service worker has kept; it is there once. Null when there is nothing of that id. */
export async function takeShared(caches: CacheStorage, id: string): Promise<Shared | null> {
  if (!(await caches.has(SHARED_CACHE))) return null
  const cache = await caches.open(SHARED_CACHE)
  const requests = (await cache.keys()).filter(({ url }) => idAt(url) === id)
  const files: File[] = []
  let text: string | null = null
  for (const request of requests) {
    const response = await cache.match(request)
    if (!response) continue
    const name = response.headers.get(NAME)
    if (name === null) text = await response.text()
    else files.push(new File([await response.blob()], decodeURIComponent(name)))
    // The browser keeps the bytes of a file for as long as the page has it.
    await cache.delete(request)
  }
  return requests.length === 0 ? null : { files, text }
}

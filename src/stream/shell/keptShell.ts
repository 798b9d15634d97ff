import type { Milliseconds } from '../../core/brand.ts'
import { PARTS_FOLDER, SHELL_CACHE, SHELL_PAGE } from './shellNames.ts'

/** Lines that bring nothing are as good as none; one that is merely slow brings a page of 1 kB before that. */
const PATIENCE: Milliseconds = 8_000

type Caches = Pick<CacheStorage, 'open'>

/** Whether a request is for the page as a whole, by its path on the site. Pages below other addresses are of no use without a network. */
export function isPage(request: Pick<Request, 'mode'>, { pathname }: Pick<URL, 'pathname'>): boolean {
  return request.mode === 'navigate' && pathname === SHELL_PAGE
}

export function isPart({ pathname }: Pick<URL, 'pathname'>): boolean {
  return pathname.startsWith(PARTS_FOLDER)
}

/**
 * The page as the site has it now, or, where the site cannot be reached or is broken, as it was kept.
 *
 * @param page where it was kept
 */
export async function freshOrKept(
  coming: Promise<Response>,
  caches: Caches,
  page: string,
): Promise<Response> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), PATIENCE)
  try {
    const fresh = await Promise.race([coming, late.promise])
    if (fresh && fresh.status < 500) return fresh
    return (await kept(page, caches)) ?? (await coming)
  } catch (error) {
    const older = await kept(page, caches)
    if (older) return older
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** A part of the page: its name tells what is in it, so what was kept is right. */
export async function keptOrFetched(
  request: Request,
  caches: Caches,
  fetch: (request: Request) => Promise<Response>,
): Promise<Response> {
  return (await kept(request.url, caches)) ?? (await fetch(request))
}

async function kept(address: string, caches: Caches): Promise<Response | undefined> {
  try {
    return await (await caches.open(SHELL_CACHE)).match(address, { ignoreVary: true })
  } catch {
    // Some private windows have no caches.
    return undefined
  }
}

import { pathOnSite } from '../../core/sitePath.ts'
import { PARTS_FOLDER, SHELL_CACHE, SHELL_LIST, SHELL_PAGE } from './shellNames.ts'

/** What keeping takes of a browser. */
export interface KeepingPlace {
  readonly caches: Pick<CacheStorage, 'open'>
  /** A path of the site. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  /** Of the site, with a slash at the end. */
  readonly site: string
  /** That is read here, as BCP 47; English is kept beside it. */
  readonly language: string
}

/** As `/shell.json` says it. */
interface ShellList {
  readonly entry: string
  readonly files: readonly string[]
  /** What belongs to one language alone, by its tag. */
  readonly languages: Readonly<Record<string, readonly string[]>>
}

const MOST_FILES = 500

/**
 * Keeps the page's own files, so that it opens without a network. What is there always belongs together: new parts are
 * fetched first, then the page that needs them takes the place of the old one, then what nothing needs any more goes.
 * Rejects when something does not come; what was kept before is then still whole.
 */
export async function keepShell({ caches, fetch, site, language }: KeepingPlace): Promise<void> {
  const addressOf = (path: string) => new URL(`.${path}`, site)
  const list = await listed(fetch, language)
  if (!list) return
  const page = await fetch(SHELL_PAGE, { cache: 'no-cache' })
  if (!page.ok || page.redirected) return
  // The site may be updated between one request and the next; then the next visit keeps the newer one.
  if (!(await page.clone().text()).includes(list.entry)) return
  const cache = await caches.open(SHELL_CACHE)
  const root = new URL(site).pathname
  const kept = new Set(
    (await cache.keys()).flatMap(({ url }) => pathOnSite(root, new URL(url).pathname) ?? []),
  )
  // One after the other: whatever else the line is for goes first.
  for (const path of list.files) {
    if (kept.has(path)) continue
    const part = await fetch(path, {})
    if (!part.ok || part.redirected) return
    await cache.put(addressOf(path), part)
  }
  await cache.put(addressOf(SHELL_PAGE), page)
  const needed = new Set([SHELL_PAGE, ...list.files])
  for (const path of kept) if (!needed.has(path)) await cache.delete(addressOf(path))
}

async function listed(
  fetch: KeepingPlace['fetch'],
  language: string,
): Promise<{ entry: string; files: readonly string[] } | null> {
  const response = await fetch(SHELL_LIST, { cache: 'no-cache' })
  // Vite's development server has none, and answers with the page.
  if (!response.ok || !/json/.test(response.headers.get('Content-Type') ?? '')) return null
  const list = (await response.json()) as Partial<ShellList> | null
  const { entry, files, languages } = list ?? {}
  const own = languages?.[language] ?? []
  if (typeof entry !== 'string' || !isList(files) || !isList(own)) return null
  const all: readonly unknown[] = [...files, ...own]
  return all.length <= MOST_FILES && all.every(isPart) && all.includes(entry) ? { entry, files: all } : null
}

function isList(told: unknown): told is readonly unknown[] {
  return Array.isArray(told)
}

function isPart(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith(PARTS_FOLDER)
}

import type { Bytes } from '../../core/brand.ts'
import { SHARE_TARGET, SHARED } from '../../core/sharedAddress.ts'
import { forgetShared, MISSED, NAME, SHARED_CACHE, sharedId, TOO_LARGE } from './sharedNames.ts'

/** What is shared at once is written to the disk before the page has it: a bound for what that may cost. */
export interface SharedLimits {
  readonly files: number
  readonly bytes: Bytes
}

interface Place {
  readonly caches: CacheStorage
  readonly now: number
  /** For an id that no other site can guess. */
  readonly random: string
  readonly limits: SharedLimits
}

/**
 * Keeps what the system hands over, and sends the browser to the page that takes it (303: by GET, without the files).
 * Never fails: where something goes wrong, the page says so.
 */
export async function keepShared(request: Request, place: Place): Promise<Response> {
  const shared = await kept(request, place).catch(() => MISSED)
  return new Response(null, {
    status: 303,
    headers: { Location: `${new URL('.', request.url).pathname}?${SHARED}=${shared}` },
  })
}

async function kept(request: Request, { caches, now, random, limits }: Place): Promise<string> {
  const form = await request.formData()
  const files = form.getAll('files').filter((each) => each instanceof File)
  const text = [form.get('open'), form.get('text')].find((each) => typeof each === 'string' && each !== '')
  const contents: (File | string)[] = files.length > 0 ? files : typeof text === 'string' ? [text] : []
  if (contents.length === 0) return MISSED
  if (contents.length > limits.files || sizeOf(contents) > limits.bytes) return TOO_LARGE
  await forgetShared(caches, now)
  const cache = await caches.open(SHARED_CACHE)
  const id = sharedId(now, random)
  const addresses = contents.map((_, at) => new URL(`.${SHARE_TARGET}/${id}/${at}`, request.url))
  try {
    for (const [at, content] of contents.entries())
      await cache.put(addresses[at] ?? '', new Response(content, { headers: headersOf(content) }))
    return id
  } catch {
    for (const address of addresses) await cache.delete(address)
    // The browser has no room for it.
    return TOO_LARGE
  }
}

function sizeOf(contents: readonly (File | string)[]): Bytes {
  return contents.reduce((sum, each) => sum + (typeof each === 'string' ? each.length : each.size), 0)
}

function headersOf(content: File | string): Record<string, string> {
  if (typeof content === 'string') return {}
  // Half a pair of surrogates is in some names, and in no address.
  return { [NAME]: encodeURIComponent(content.name.toWellFormed()) }
}

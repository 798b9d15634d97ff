import type { Loader, LoaderContext } from 'hls.js'
import type { LiveWatch } from '../../swarm/engineApi.ts'
import { loaderBy } from '../hls/loaderBy.ts'
import { livePlaylist } from './livePlaylist.ts'

/** Where hls.js takes the channel to be: nothing is asked for there. */
const BASE = 'https://live.invalid/'
export const LIST_ADDRESS = `${BASE}list.m3u8`

/** A loader for hls.js that takes the list and the segments of a live channel from the swarm. */
export function liveLoader(watch: LiveWatch): new () => Loader<LoaderContext> {
  const load = loading(watch)
  return loaderBy(async ({ url }, stats, gone) => {
    const data = await load(url, gone)
    stats.loading.first = stats.loading.start
    stats.loaded = stats.total = typeof data === 'string' ? data.length : data.byteLength
    return data
  })
}

function loading(watch: LiveWatch): (address: string, gone: AbortSignal) => Promise<string | ArrayBuffer> {
  // hls.js counts up to a sequence number: theirs begin where this viewer did.
  let first: number | null = null
  return async (address, gone) => {
    const url = new URL(address)
    if (!address.startsWith(LIST_ADDRESS)) {
      const id = Number(/^\/(\d+)\.\w+$/.exec(url.pathname)?.[1] ?? NaN)
      return (await watch.part(id, gone)).buffer
    }
    // hls.js waits for the segment that follows (RFC 8216bis, 6.2.5.2) instead of asking again and again.
    const awaited = Number(url.searchParams.get('_HLS_msn') ?? 0)
    for (let after: number | null = null; ;) {
      const list = await watch.list(after, gone)
      first ??= list.segments[0]?.id ?? null
      const newest = (list.segments.at(-1)?.id ?? -1) - (first ?? 0)
      if (list.segments.length > 0 && (newest >= awaited || list.ended)) return livePlaylist(list, first ?? 0)
      if (list.ended) throw new Error('live-over')
      after = list.version
    }
  }
}

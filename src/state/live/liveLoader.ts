import type { Loader, LoaderCallbacks, LoaderContext, LoaderStats } from 'hls.js'
import type { LiveWatch } from '../../swarm/engineApi.ts'
import { newStats } from '../hls/swarmLoader.ts'
import { livePlaylist } from './livePlaylist.ts'

/** Where hls.js takes the channel to be: nothing is asked for there. */
const BASE = 'https://live.invalid/'
export const LIST_ADDRESS = `${BASE}list.m3u8`

/** A loader for hls.js that takes the list and the segments of a live channel from the swarm. */
export function liveLoader(watch: LiveWatch): new () => Loader<LoaderContext> {
  const load = loading(watch)
  return class implements Loader<LoaderContext> {
    context: LoaderContext | null = null
    readonly stats: LoaderStats = newStats()
    readonly #gone = new AbortController()
    #callbacks: LoaderCallbacks<LoaderContext> | null = null

    load(context: LoaderContext, _: unknown, callbacks: LoaderCallbacks<LoaderContext>): void {
      this.context = context
      this.#callbacks = callbacks
      const { loading } = this.stats
      loading.start = performance.now()
      load(context.url, this.#gone.signal).then(
        (data) => {
          const told = this.#end()
          loading.first ||= loading.start
          loading.end = performance.now()
          this.stats.loaded = this.stats.total = typeof data === 'string' ? data.length : data.byteLength
          told?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
        },
        (error: unknown) => {
          this.#end()?.onError({ code: 404, text: String(error) }, context, null, this.stats)
        },
      )
    }

    abort(): void {
      const { context, stats } = this
      const told = this.#end()
      this.#gone.abort()
      if (!context || !told) return
      stats.aborted = true
      told.onAbort?.(stats, context, null)
    }

    destroy(): void {
      this.#end()
      this.#gone.abort()
      this.context = null
    }

    /** Nothing is told after this. */
    #end(): LoaderCallbacks<LoaderContext> | null {
      const callbacks = this.#callbacks
      this.#callbacks = null
      return callbacks
    }
  }
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

import type { Loader, LoaderCallbacks, LoaderContext, LoaderStats } from 'hls.js'

/**
 * Reads what hls.js asks for, until the signal says that it is wanted no more. What came, and when the first of it did,
 * goes into the stats.
 */
export type Read = (
  context: LoaderContext,
  stats: LoaderStats,
  gone: AbortSignal,
) => Promise<string | ArrayBuffer>

/** A loader for hls.js, which makes one for each playlist and segment. */
export function loaderBy(read: Read): new () => Loader<LoaderContext> {
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
      read(context, this.stats, this.#gone.signal).then(
        (data) => {
          loading.end = Math.max(performance.now(), loading.first)
          this.#end()?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
        },
        (error: unknown) => {
          this.#end()?.onError({ code: 404, text: String(error) }, context, null, this.stats)
        },
      )
    }

    abort(): void {
      const { context, stats } = this
      const callbacks = this.#end()
      if (!context || !callbacks) return
      stats.aborted = true
      callbacks.onAbort?.(stats, context, null)
    }

    destroy(): void {
      this.#end()
      this.context = null
    }

    /** Nothing is told after this but by whoever has the callbacks now. */
    #end(): LoaderCallbacks<LoaderContext> | null {
      const callbacks = this.#callbacks
      this.#callbacks = null
      this.#gone.abort()
      return callbacks
    }
  }
}

function newStats(): LoaderStats {
  const times = () => ({ start: 0, first: 0, end: 0 })
  return {
    aborted: false,
    loaded: 0,
    retry: 0,
    total: 0,
    chunkCount: 0,
    bwEstimate: 0,
    loading: times(),
    parsing: { start: 0, end: 0 },
    buffering: times(),
  }
}

import type { Loader, LoaderCallbacks, LoaderContext, LoaderStats } from 'hls.js'
import type { FileReading } from '../../swarm/fileReading.ts'
import { pathInShare } from '../parts/address.ts'
import { readPart } from '../parts/readPart.ts'

/** Reads a file of the share; null when there is none of that path. Told what it is read for, where hls.js tells. */
export type OpenInShare = (path: readonly string[], context: LoaderContext) => FileReading | null

/** A loader for hls.js that takes playlists and segments from the swarm. */
export function swarmLoader(open: OpenInShare): new () => Loader<LoaderContext> {
  return class implements Loader<LoaderContext> {
    context: LoaderContext | null = null
    readonly stats: LoaderStats = newStats()
    #reading: FileReading | null = null
    #callbacks: LoaderCallbacks<LoaderContext> | null = null

    load(context: LoaderContext, _: unknown, callbacks: LoaderCallbacks<LoaderContext>): void {
      this.context = context
      this.#callbacks = callbacks
      this.stats.loading.start = performance.now()
      this.#load(context).then(
        (bytes) => this.#succeed(context, bytes),
        (error: unknown) => this.#fail(context, String(error)),
      )
    }

    abort(): void {
      const { context, stats } = this
      const callbacks = this.#callbacks
      this.#end()
      if (!context || !callbacks) return
      stats.aborted = true
      callbacks.onAbort?.(stats, context, null)
    }

    destroy(): void {
      this.#end()
      this.context = null
    }

    async #load(context: LoaderContext): Promise<Uint8Array<ArrayBuffer>> {
      const path = pathInShare(context.url)
      const reading = path && open(path, context)
      if (!reading) throw new Error('no-such-file')
      this.#reading = reading
      const { stats } = this
      // An end of 0 is that of the file here as well.
      return readPart(reading, context.rangeStart ?? 0, context.rangeEnd ?? 0, (bytes, total) => {
        stats.loading.first ||= performance.now()
        stats.total = total
        stats.loaded += bytes
      })
    }

    #succeed(context: LoaderContext, bytes: Uint8Array<ArrayBuffer>): void {
      const callbacks = this.#callbacks
      this.#end()
      const { loading } = this.stats
      loading.end = Math.max(performance.now(), loading.first)
      const data = context.responseType === 'arraybuffer' ? bytes.buffer : new TextDecoder().decode(bytes)
      callbacks?.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null)
    }

    #fail(context: LoaderContext, text: string): void {
      const callbacks = this.#callbacks
      this.#end()
      callbacks?.onError({ code: 404, text }, context, null, this.stats)
    }

    /** Nothing is told after this. */
    #end(): void {
      this.#callbacks = null
      this.#reading?.close()
      this.#reading = null
    }
  }
}

export function newStats(): LoaderStats {
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

import type { Bytes } from '../../core/brand.ts'
import { joined } from '../../core/bytes.ts'
import type { Loader, LoaderCallbacks, LoaderContext, LoaderStats } from 'hls.js'
import type { FileReading } from '../../swarm/fileReading.ts'

/** Where hls.js takes the files of a share to be: their paths below an address that does not exist. */
const BASE = 'https://swarm.invalid/'

export function addressInShare(path: readonly string[]): string {
  return BASE + path.map(encodeURIComponent).join('/')
}

/** The path that an address names; null for one that leads out of the share. */
export function pathInShare(address: string): readonly string[] | null {
  if (!address.startsWith(BASE)) return null
  try {
    return new URL(address).pathname.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** A segment of 10 s at 80 Mbit/s. What a torrent says its files are long costs its author nothing. */
const MOST: Bytes = 100 * 1024 * 1024

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
      const from = context.rangeStart ?? 0
      // 0 where it asks for the whole file.
      const end = context.rangeEnd ?? 0
      const to = end > 0 ? Math.min(end, reading.size) : reading.size
      const length = Math.max(0, to - from)
      if (length > MOST) throw new Error('part-too-long')
      this.stats.total = length
      // Room is taken as it comes, not as it is promised.
      const parts: Uint8Array[] = []
      while (this.stats.loaded < length) {
        const part = await reading.read(from + this.stats.loaded, to)
        this.stats.loading.first ||= performance.now()
        parts.push(part)
        this.stats.loaded += part.length
      }
      return joined(parts)
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

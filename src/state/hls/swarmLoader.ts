import type { Loader, LoaderContext } from 'hls.js'
import type { FileReading } from '../../swarm/fileReading.ts'
import { pathInShare } from '../parts/address.ts'
import { readPart } from '../parts/readPart.ts'
import { loaderBy } from './loaderBy.ts'

/** Reads a file of the share; null when there is none of that path. Told what it is read for, where hls.js tells. */
export type OpenInShare = (path: readonly string[], context: LoaderContext) => FileReading | null

/** A loader for hls.js that takes playlists and segments from the swarm. */
export function swarmLoader(open: OpenInShare): new () => Loader<LoaderContext> {
  return loaderBy(async (context, stats, gone) => {
    const path = pathInShare(context.url)
    const reading = path && open(path, context)
    if (!reading) throw new Error('no-such-file')
    gone.addEventListener('abort', () => reading.close(), { once: true })
    // An end of 0 is that of the file here as well.
    const bytes = await readPart(reading, context.rangeStart ?? 0, context.rangeEnd ?? 0, (length, total) => {
      stats.loading.first ||= performance.now()
      stats.total = total
      stats.loaded += length
    })
    return context.responseType === 'arraybuffer' ? bytes.buffer : new TextDecoder().decode(bytes)
  })
}

import shaka from 'shaka-player/dist/shaka-player.dash-es2021.js'
import type { FileReading } from '../../swarm/fileReading.ts'
import { pathInShare } from '../parts/address.ts'
import type { Due } from '../parts/filmInParts.ts'
import { readPart } from '../parts/readPart.ts'

/** How the library is to read, and the filter that tells it when what is to be shown. */
interface PartsOfShare {
  readonly scheme: shaka.extern.SchemePlugin
  readonly filter: shaka.extern.RequestFilter
}

/** Reads of the library's, answered from the swarm. */
export function partsOfShare(
  open: (path: readonly string[], due: Due | null) => FileReading | null,
): PartsOfShare {
  const dues = new WeakMap<shaka.extern.Request, Due>()
  return {
    filter: (_, request, context) => {
      const { segment } = context ?? {}
      if (!segment) return
      const start = segment.getStartTime()
      const duration = segment.getEndTime() - start
      if (duration > 0) dues.set(request, { start, duration })
    },
    scheme: (uri, request, _, progress) => {
      const path = pathInShare(uri)
      const reading = path && open(path, dues.get(request) ?? null)
      if (!reading) return shaka.util.AbortableOperation.failed(unreadable(uri))
      const [from, end] = askedBytes(request.headers['Range'])
      const began = performance.now()
      let last = began
      let left = 0
      const answer = readPart(reading, from, end, (bytes, total) => {
        const now = performance.now()
        left = (left || total) - bytes
        progress(now - last, bytes, left)
        last = now
      })
        .then((data) => ({
          uri,
          originalUri: uri,
          originalRequest: request,
          data: data.buffer,
          headers: {},
          status: 200,
          timeMs: performance.now() - began,
        }))
        .catch(() => {
          throw unreadable(uri)
        })
        .finally(() => reading.close())
      return new shaka.util.AbortableOperation<shaka.extern.Response>(answer, () => {
        reading.close()
        return Promise.resolve()
      })
    },
  }
}

/** `bytes=5-9` as from 5 to 10; an end of 0 for that of the file. */
function askedBytes(range = ''): [from: number, end: number] {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? []
  return [Number(first), last === '' ? 0 : Number(last) + 1]
}

function unreadable(uri: string): shaka.util.Error {
  const { Severity, Category, Code } = shaka.util.Error
  return new shaka.util.Error(Severity.CRITICAL, Category.NETWORK, Code.HTTP_ERROR, uri)
}

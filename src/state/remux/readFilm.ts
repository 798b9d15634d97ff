import type { Bytes } from '../../core/brand.ts'
import type { Engine } from '../../swarm/engineApi.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import { StateError } from '../problems.ts'

/** Parts of a file of a share, wherever they lie; what has not arrived is waited for. */
export interface FilmBytes {
  readonly size: Bytes
  /** All of it, or less where the file ends. Rejects once nobody reads any more. */
  readonly read: (from: Bytes, to: Bytes) => Promise<Uint8Array<ArrayBuffer>>
}

/** More is never read at once: a stranger's file says how long its parts are. */
const MOST_AT_ONCE: Bytes = 32 * 1024 * 1024

/** Opens a file of a share until the signal ends it. Each opening is fetched for by itself, where it reads. */
export function filmBytes(
  engine: Engine,
  { infoHash }: ShareSnapshot,
  index: number,
  gone: AbortSignal,
): FilmBytes {
  const reading = infoHash && engine.read(infoHash, index)
  if (!reading) throw new StateError({ code: 'not-readable-now' })
  gone.addEventListener('abort', () => reading.close(), { once: true })
  const { size } = reading
  return {
    size,
    read: async (from, to) => {
      const end = Math.min(to, size)
      if (end - from > MOST_AT_ONCE) throw new RangeError('part-too-long')
      if (end <= from) return new Uint8Array()
      const first = await reading.read(from, end)
      if (first.length === end - from) return first
      const bytes = new Uint8Array(end - from)
      bytes.set(first)
      for (let at = from + first.length; at < end;) {
        const part = await reading.read(at, end)
        bytes.set(part, at - from)
        at += part.length
      }
      return bytes
    },
  }
}

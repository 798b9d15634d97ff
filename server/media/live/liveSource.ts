import { open, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { MAX_PART } from '../../../src/wire/liveList.ts'
import type { FileState } from '../publishedFile.ts'
import { KeptParts, type SourcedPart } from './keptParts.ts'
import { LONGEST_PLAYLIST, type NamedPart } from './playlist.ts'

/** Where a channel's playlist and segments come from. */
export interface LiveSource {
  /** The playlist, if it is another than that of the last call; null else. Rejects when it is gone. */
  playlist(): Promise<string | null>
  /**
   * What a playlist names; null when it is not there, or may not be read.
   *
   * @param isMap it is read before segments, and needed as long as any of them
   */
  part(named: NamedPart, isMap: boolean): Promise<SourcedPart | null>
}

/**
 * A playlist in the media folder, with its segments beside it or below.
 *
 * @param cache where segments that are parts of a file lie meanwhile
 */
export function folderSource(folder: string, path: string, cache: string): LiveSource {
  const kept = new KeptParts(cache)
  const place = join(folder, path)
  const beside = posix.dirname(path)
  let before: FileState = { size: -1, modifiedAt: -1 }
  return {
    playlist: async () => {
      const { size, mtimeMs } = await stat(place)
      if (size > LONGEST_PLAYLIST) throw new Error('The playlist is too long.')
      if (size === before.size && mtimeMs === before.modifiedAt) return null
      before = { size, modifiedAt: mtimeMs }
      return readFile(place, 'utf8')
    },
    part: async ({ name, range }, isMap) => {
      const found = partPath(beside, name)
      if (found === null) return null
      const file = join(folder, found)
      if (range) {
        const bytes = await readRange(file, range)
        return bytes && kept.keep(bytes, isMap)
      }
      const { size, mtimeMs } = await stat(file)
      if (size === 0 || size > MAX_PART) return null
      const bytes = await readFile(file)
      return bytes.length === size ? { place: file, size, modifiedAt: mtimeMs, bytes } : null
    },
  }
}

/** Null for what is not all there yet, or too long. */
async function readRange(
  place: string,
  { from, length }: NonNullable<NamedPart['range']>,
): Promise<Buffer | null> {
  if (length === 0 || length > MAX_PART || !Number.isSafeInteger(from)) return null
  const file = await open(place)
  try {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await file.read(bytes, 0, length, from)
    return bytesRead === length ? bytes : null
  } finally {
    await file.close()
  }
}

/** Below the playlist's folder, and nothing that is hidden. */
function partPath(folder: string, name: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\|\0/i.test(name)) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(name.replace(/[?#].*$/, ''))
  } catch {
    return null
  }
  const parts = posix.normalize(decoded).split('/')
  if (parts.some((part) => part === '' || part.startsWith('.'))) return null
  return posix.join(folder, ...parts)
}

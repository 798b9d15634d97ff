import { readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { MAX_PART } from '../../../src/wire/liveList.ts'
import type { FileState } from '../publishedFile.ts'
import { LONGEST_PLAYLIST } from './playlist.ts'

/** A part of a live film, as it lies on this machine. */
export interface SourcedPart extends FileState {
  readonly place: string
  readonly bytes: Buffer
}

/** Where a channel's playlist and segments come from. */
export interface LiveSource {
  /** The playlist, if it is another than that of the last call; null else. Rejects when it is gone. */
  playlist(): Promise<string | null>
  /** A part by its name in the playlist; null when it is not there, or may not be read. */
  part(name: string): Promise<SourcedPart | null>
}

/** A playlist in the media folder, with its segments beside it or below. */
export function folderSource(folder: string, path: string): LiveSource {
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
    part: async (name) => {
      const found = partPath(beside, name)
      if (found === null) return null
      const file = join(folder, found)
      const { size, mtimeMs } = await stat(file)
      if (size === 0 || size > MAX_PART) return null
      const bytes = await readFile(file)
      return bytes.length === size ? { place: file, size, modifiedAt: mtimeMs, bytes } : null
    },
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

import { makeZip, predictLength } from 'client-zip'
import type { Bytes } from '../core/brand.ts'
import { StoreError } from '../storage/problems.ts'
import { PackPool } from './packPool.ts'
import { readInPacks } from './readInPacks.ts'
import type { Savable } from './savable.ts'
import { addEndRecord, END_RECORD_LENGTH, lacksEndRecord } from './zipEndRecord.ts'

/** A file to be put into a ZIP. */
export interface ZippedFile {
  /** Folder names and the file's own below the ZIP's top folder, cleaned (see `core/safePath`). */
  readonly path: readonly string[]
  readonly size: Bytes
  /** Called when the file's turn comes, so that only one is open at a time. */
  readonly open: () => Promise<ReadableStream<Uint8Array>>
}

/** Reads the files as it is read itself; holds no more than the names and a few chunks. */
export type Zip = Omit<Savable, 'name'>

/**
 * Files as one ZIP, below a folder called `folder`. Nothing is compressed: what people share mostly is
 * already, and so the size is known before the first byte. ZIP64 wherever sizes, offsets or the number of
 * files ask for it; names are UTF-8.
 *
 * The stream errors with a {@link StoreError} `changed` when a file is not as long as it should be, and with
 * whatever reading a file rejects with.
 *
 * @param date what every file is dated: a torrent knows no dates
 */
export function zipOf(folder: string, files: readonly ZippedFile[], date: Date): Zip {
  const names = files.map(({ path }) => entryName(folder, path))
  const sized = files.map(({ size }, index) => ({ name: names[index], size }))
  const predicted = Number(predictLength(sized))
  const packs = new PackPool()
  const lacking = lacksEndRecord(sized, predicted)

  async function* entries() {
    for (const [index, { size, open }] of files.entries()) {
      const input = readInPacks(await open(), size, packs).pipeThrough(exactly(size))
      yield { name: names[index], size, input, lastModified: date }
    }
  }

  const stream = makeZip(entries(), { buffersAreUTF8: true })
  return lacking
    ? { size: predicted + END_RECORD_LENGTH, stream: stream.pipeThrough(addEndRecord(files.length)), packs }
    : { size: predicted, stream, packs }
}

/** A slash ends a folder's name (APPNOTE 4.4.17.1). */
function entryName(folder: string, path: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([folder, ...path].join('/'))
}

/** Lets bytes through, and errors at the end when they are not as many as the archive's length was told from. */
function exactly(size: Bytes): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.length
      controller.enqueue(chunk)
    },
    flush() {
      if (seen !== size) throw new StoreError('files-changed')
    },
  })
}

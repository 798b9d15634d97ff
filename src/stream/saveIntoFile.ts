import { packChunks } from './packChunks.ts'
import type { Savable, SaveOptions } from './savable.ts'

/**
 * Writes a stream into a file that the user chose, at the disk's pace. The browser writes to a copy and puts it
 * in place at the end: on any failure what the file held before stays, and a file that was made for this goes.
 *
 * Rejects with whatever the stream or the disk rejects with, or with the signal's reason.
 */
export async function saveIntoFile(
  file: FileSystemFileHandle,
  { stream, packs }: Pick<Savable, 'stream' | 'packs'>,
  { signal, onProgress }: SaveOptions,
): Promise<void> {
  // The picker makes the file, so an empty one is of no use to anybody.
  const wasEmpty = (await file.getFile()).size === 0
  try {
    const sink = await file.createWritable()
    let written = 0
    const writing = new WritableStream<Uint8Array<ArrayBuffer>>({
      async write(chunk) {
        await sink.write(chunk)
        written += chunk.length
        packs.give(chunk.buffer)
        onProgress(written)
      },
      close: () => sink.close(),
      abort: (reason) => sink.abort(reason),
    })
    await stream.pipeThrough(packChunks()).pipeTo(writing, { signal })
  } catch (error) {
    if (wasEmpty) await remove(file)
    throw error
  }
}

/** Chromium alone has it; elsewhere an empty file is left. */
async function remove(file: FileSystemFileHandle & { remove?: () => Promise<void> }): Promise<void> {
  await file.remove?.().catch(() => undefined)
}

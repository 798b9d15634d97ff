import { packChunks } from './packChunks.ts'
import type { Savable, SaveOptions } from './savable.ts'

type Chunk = Uint8Array<ArrayBuffer>

/**
 * Writes a stream into a file that the user chose, at the disk's pace. The browser writes to a copy and puts it
 * in place at the end: on any failure what the file held before stays, and a file that was made for this goes.
 *
 * Rejects with whatever the stream or the disk rejects with, or with the signal's reason.
 */
export async function saveIntoFile(
  file: FileSystemFileHandle,
  { stream }: Pick<Savable, 'stream'>,
  { signal, onProgress }: SaveOptions,
): Promise<void> {
  // The picker makes the file, so an empty one is of no use to anybody.
  const wasEmpty = (await file.getFile()).size === 0
  try {
    const sink = await file.createWritable()
    await stream.pipeThrough(packChunks()).pipeThrough(counting(onProgress)).pipeTo(sink, { signal })
  } catch (error) {
    if (wasEmpty) await remove(file)
    throw error
  }
}

/** Chromium alone has it; elsewhere an empty file is left. */
async function remove(file: FileSystemFileHandle & { remove?: () => Promise<void> }): Promise<void> {
  await file.remove?.().catch(() => undefined)
}

function counting(onProgress: (bytes: number) => void): TransformStream<Chunk, Chunk> {
  let seen = 0
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk)
      seen += chunk.length
      onProgress(seen)
    },
  })
}

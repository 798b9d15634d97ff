import type { ZippedFile } from '../../../src/stream/zipStream.ts'

export function emptyFile(path: string): ZippedFile {
  return {
    path: path.split('/'),
    size: 0,
    open: async () => new ReadableStream({ start: (controller) => controller.close() }),
  }
}

export function file(path: string, text: string): ZippedFile {
  const bytes = new TextEncoder().encode(text)
  return {
    path: path.split('/'),
    size: bytes.length,
    open: async () => new Blob([bytes]).stream(),
  }
}

/** A file of zeros that is nowhere. */
export function sparse(path: string, size: number): ZippedFile {
  const zeros = new Uint8Array(8 * 1024 * 1024)
  return {
    path: path.split('/'),
    size,
    open: async () => {
      let left = size
      return new ReadableStream({
        pull(controller) {
          const chunk = zeros.subarray(0, left)
          left -= chunk.length
          if (chunk.length > 0) controller.enqueue(chunk)
          if (left === 0) controller.close()
        },
      })
    },
  }
}

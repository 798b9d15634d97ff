import type { Bytes } from '../core/brand.ts'

/** A few hundred messages or writes a second at full speed, and a few MiB under way at most. */
export const PACK: Bytes = 1024 * 1024
/** Packs that are read ahead while the sink is busy. */
const AHEAD = 2

/**
 * Packs chunks of any length into ones of 1 MiB: an archive comes as headers of 30 bytes and reads of 64 KiB,
 * and each costs a message or a write. Every chunk that comes out has a buffer of its own, to be transferred; one
 * that is a whole pack already goes through as it is, and must not be used by whoever sent it.
 */
export function packChunks(): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  let pack = new Uint8Array(PACK)
  let filled = 0
  return new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>(
    {
      transform(chunk, controller) {
        if (isPack(chunk)) {
          if (filled > 0) controller.enqueue(pack.slice(0, filled))
          filled = 0
          controller.enqueue(chunk)
          return
        }
        for (let at = 0; at < chunk.length;) {
          const part = chunk.subarray(at, at + PACK - filled)
          pack.set(part, filled)
          at += part.length
          filled += part.length
          if (filled < PACK) continue
          controller.enqueue(pack)
          pack = new Uint8Array(PACK)
          filled = 0
        }
      },
      flush(controller) {
        if (filled > 0) controller.enqueue(pack.slice(0, filled))
      },
    },
    undefined,
    new CountQueuingStrategy({ highWaterMark: AHEAD }),
  )
}

function isPack(chunk: Uint8Array): chunk is Uint8Array<ArrayBuffer> {
  return chunk.length === PACK && chunk.buffer instanceof ArrayBuffer && chunk.buffer.byteLength === PACK
}

import { PACK } from './packChunks.ts'

/** More than are under way at once are not kept. */
const MOST_SPARE = 8

/**
 * The buffers of a stream of packs: they come back once their bytes are somewhere else, and carry the next ones.
 * Left to the garbage collector, hundreds of MiB would wait for it at full speed, since what went over a port is
 * held until the message is collected as well.
 */
export class PackPool {
  readonly #spare: ArrayBuffer[] = []

  /** A buffer of {@link PACK} bytes, whatever is in it. */
  take(): ArrayBuffer {
    return this.#spare.pop() ?? new ArrayBuffer(PACK)
  }

  /** Takes a buffer back that nobody uses any more; one of another length is left to the garbage collector. */
  give(buffer: ArrayBuffer): void {
    if (buffer.byteLength === PACK && this.#spare.length < MOST_SPARE) this.#spare.push(buffer)
  }
}

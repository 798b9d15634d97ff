import type { Bytes } from '../../core/brand.ts'

/** An open way for bytes to a peer, reliable and in order; what carries them only the home knows. */
export interface ByteChannel {
  /** Bytes that wait in this process to be sent. */
  readonly waiting: Bytes
  /** Nothing comes before this is set. What comes may be looked at until it returns: its memory is used for the next. */
  onmessage: ((bytes: Uint8Array) => void) | null
  onclose: (() => void) | null
  /** What waits has become less. */
  ondrain: (() => void) | null
  /** @param taken called when the chunks are used no more; never where they were not sent */
  send(chunks: readonly Uint8Array[], taken?: () => void): void
  /** Calls back, later, when the system has taken all that was sent before; never once it is closed. */
  sent(done: () => void): void
  close(): void
}

import type { Bytes } from '../../core/brand.ts'

/** An open way for bytes to a peer, reliable and in order; what carries them only the home knows. */
export interface ByteChannel {
  /** Bytes that wait in this process to be sent. */
  readonly waiting: Bytes
  /** Nothing comes before this is set. */
  onmessage: ((bytes: Uint8Array<ArrayBuffer>) => void) | null
  onclose: (() => void) | null
  /** What waits has become less. */
  ondrain: (() => void) | null
  /** Copies the chunks before it returns. */
  send(chunks: readonly Uint8Array[]): void
  /** Calls back, later, when the system has taken all that was sent before; never once it is closed. */
  sent(done: () => void): void
  close(): void
}

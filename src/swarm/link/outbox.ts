import type { Bytes } from '../../core/brand.ts'

/** So much goes at once; less waits for the end of the turn, because more of the kind is likely to follow. */
const WORTH_A_MESSAGE: Bytes = 8 * 1024

/** No message is longer, but for a single long write: a block with its header, and what was said before it. */
const MOST_TOGETHER: Bytes = 25 * 1024

/**
 * Puts what is written in one turn of the event loop into few messages of a channel, in order. The peer wire protocol
 * is a stream of bytes, so where messages begin and end says nothing; but each has packets of its own, and costs both
 * pages an event. While a page has no time, requests and `have`s pile up here, and cost less the busier it is.
 */
export class Outbox {
  readonly #send: (message: Uint8Array<ArrayBuffer>) => void
  readonly #endOfTurn: () => void
  /** Tasks are run in order, so this one comes after what has arrived already. Unlike timers, it is never throttled. */
  #turn: MessageChannel | null = null
  #waiting: Uint8Array<ArrayBuffer>[] = []
  #length: Bytes = 0
  /** Messages are put together in here: new memory for each would cost more than the copy. Made when it is needed. */
  #together: Uint8Array<ArrayBuffer> | null = null

  /**
   * @param send copies the message before it returns, as data channels do; throws when the channel takes nothing
   * @param endOfTurn has to call {@link flush}
   */
  constructor(send: (message: Uint8Array<ArrayBuffer>) => void, endOfTurn: () => void) {
    this.#send = send
    this.#endOfTurn = endOfTurn
  }

  /** Sends it now when it is worth a message, with all that waits; else at the end of the turn. */
  write(chunks: readonly Uint8Array<ArrayBuffer>[]): void {
    const none = this.#waiting.length === 0
    for (const chunk of chunks) {
      this.#waiting.push(chunk)
      this.#length += chunk.length
    }
    if (this.#length >= WORTH_A_MESSAGE) this.flush()
    else if (none) this.#awaitEndOfTurn()
  }

  /** Sends all that waits. */
  flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#length = 0
    let parts: Uint8Array<ArrayBuffer>[] = []
    let length: Bytes = 0
    for (const chunk of waiting) {
      // A block ends its message: the peer's wire would have to put together what is cut behind the next one's header.
      if (length >= WORTH_A_MESSAGE || length + chunk.length > MOST_TOGETHER) {
        this.#sendWhole(parts, length)
        parts = []
        length = 0
      }
      parts.push(chunk)
      length += chunk.length
    }
    this.#sendWhole(parts, length)
  }

  /** Nothing may be written afterwards. */
  close(): void {
    this.#turn?.port1.close()
  }

  #sendWhole(parts: readonly Uint8Array<ArrayBuffer>[], length: Bytes): void {
    const [first] = parts
    if (!first) return
    if (parts.length === 1) return this.#send(first)
    const together = (this.#together ??= new Uint8Array(MOST_TOGETHER))
    let at = 0
    for (const part of parts) {
      together.set(part, at)
      at += part.length
    }
    this.#send(together.subarray(0, length))
  }

  #awaitEndOfTurn(): void {
    if (!this.#turn) {
      this.#turn = new MessageChannel()
      this.#turn.port1.onmessage = this.#endOfTurn
    }
    this.#turn.port2.postMessage(null)
  }
}

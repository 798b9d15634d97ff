import type { Bytes } from '../core/brand.ts'

/*
 * Messages in pieces that fit between the blocks of a wire: nothing urgent waits for more than one of them.
 *
 *     more  1   1: the message goes on in the next fragment, and this one is as long as may be; 0: it was the last
 *     bytes n
 */

export const MAX_FRAGMENT: Bytes = 16 * 1024

/** The message's fragments, in order, each at most {@link MAX_FRAGMENT} long. */
export function* fragmentsOf(message: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  const step = MAX_FRAGMENT - 1
  for (let at = 0; at === 0 || at < message.length; at += step) {
    const part = message.subarray(at, at + step)
    const fragment = new Uint8Array(1 + part.length)
    fragment[0] = at + step < message.length ? 1 : 0
    fragment.set(part, 1)
    yield fragment
  }
}

/** Puts the fragments of one sender together. */
export class Defragmenter {
  readonly #limit: Bytes
  #parts: Uint8Array[] = []
  #size: Bytes = 0

  /** @param limit longest message that may come */
  constructor(limit: Bytes) {
    this.#limit = limit
  }

  /** Takes the next fragment in order. The message when it is whole, `null` before, `broken` for junk. */
  add(fragment: Uint8Array): Uint8Array<ArrayBuffer> | null | 'broken' {
    const more = fragment[0]
    if ((more !== 0 && more !== 1) || fragment.length > MAX_FRAGMENT) return 'broken'
    // Only the last is shorter than it might be: kept by themselves, short ones take far more room than they hold.
    if (more === 1 && fragment.length < MAX_FRAGMENT) return 'broken'
    this.#size += fragment.length - 1
    if (this.#size > this.#limit) return 'broken'
    this.#parts.push(fragment.slice(1))
    if (more === 1) return null
    const message = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#parts) {
      message.set(part, at)
      at += part.length
    }
    this.#parts = []
    this.#size = 0
    return message
  }
}

import type { HeldPart } from './heldPart.ts'
import type { LivePublisher } from './livePublisher.ts'

/**
 * Fetches what is missing of a part from the publisher. Rejects unless all of it came, and is what was signed.
 *
 * @param took a piece more is here
 */
export async function fetchPart(
  publisher: LivePublisher,
  part: HeldPart,
  took: () => void,
  closed: AbortSignal,
): Promise<void> {
  const { told } = part
  const from = part.firstMissing
  let piece = from / part.pieceLength
  let buffer = new Uint8Array(part.lengthOf(piece))
  let filled = 0
  const taking: Promise<void>[] = []
  const wrong = new AbortController()
  const take = async (at: number, bytes: Uint8Array<ArrayBuffer>) => {
    if (await part.take(at, bytes)) took()
    else wrong.abort(new Error('live-publisher-false'))
  }
  const came = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length && piece < part.count;) {
      const some = bytes.subarray(at, at + buffer.length - filled)
      buffer.set(some, filled)
      at += some.length
      filled += some.length
      if (filled < buffer.length) return
      taking.push(take(piece++, buffer))
      buffer = new Uint8Array(piece < part.count ? part.lengthOf(piece) : 0)
      filled = 0
    }
  }
  const signal = AbortSignal.any([closed, wrong.signal])
  await publisher.part(told.id, { from, size: told.size }, came, signal)
  await Promise.all(taking)
  wrong.signal.throwIfAborted()
}

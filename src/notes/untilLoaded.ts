import type { Bytes } from '../core/brand.ts'
import type { NoteHandler } from '../swarm/wireNotes.ts'
import { MAX_NOTE_MESSAGE } from '../wire/noteMessages.ts'

/**
 * What one peer may say until what is kept has been read. Nobody has been told what is here: honest peers say what
 * they have, and where they are.
 */
const MOST_EARLY: Bytes = 2 * MAX_NOTE_MESSAGE
/** What a message takes besides its bytes. */
const MESSAGE: Bytes = 1024

/** Has what peers say wait until what is kept has been read, and tells it then in the same order. */
export function untilLoaded(loaded: Promise<void>, handler: NoteHandler): NoteHandler {
  const present = new Set<unknown>()
  /** Bytes that each peer has sent too early. */
  const waiting = new WeakMap<object, Bytes>()
  let isLoaded = false
  void loaded.catch(() => undefined).then(() => (isLoaded = true))
  const later = (act: () => unknown) => void loaded.catch(() => undefined).then(act)
  return {
    joined: (peer) => {
      present.add(peer)
      later(() => {
        if (present.has(peer)) handler.joined(peer)
      })
    },
    left: (peer) => {
      present.delete(peer)
      later(() => handler.left(peer))
    },
    received: (peer, message) => {
      const early = isLoaded ? 0 : (waiting.get(peer) ?? 0) + MESSAGE + message.length
      if (early > MOST_EARLY) return peer.drop('too-much-at-first')
      waiting.set(peer, early)
      later(() => handler.received(peer, message))
    },
  }
}

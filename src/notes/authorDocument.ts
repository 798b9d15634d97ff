import * as Y from 'yjs'

/*
 * All that one author has written, as a Yjs document of their own: whatever a change of theirs says, there is
 * nothing of anybody else's in it to be changed. Everybody applies an author's changes in the order of their seq,
 * and so comes to the same document. It is one flat map from short keys to plain values.
 */

const ROOT = 'e'
/** The one writer of the document: clocks of one client only, without gaps. */
const CLIENT = 1
/** Yjs gives itself another client id, and says so, when it finds that somebody else writes under its own. */
const READER = 0
const MAX_KEY = 100
/** Of values in values: how deep a browser can go must never decide what is in the document. */
const MAX_DEPTH = 8
/** Of all that was ever written: beyond it numbers would lose their last digit. */
const MAX_CLOCK = 2 ** 40
/** Of one change, and of a base. */
const MOST_STRUCTS = { change: 64, base: 50_000 }

export type Size = keyof typeof MOST_STRUCTS

export class AuthorDocument {
  readonly #doc: Y.Doc
  readonly #entries: Y.Map<unknown>

  constructor() {
    this.#doc = new Y.Doc()
    this.#doc.clientID = READER
    this.#entries = this.#doc.getMap(ROOT)
  }

  /** False, with nothing changed, for what an author may not do or is no update. */
  apply(update: Uint8Array, size: Size): boolean {
    if (!this.#allows(update, size)) return false
    try {
      Y.applyUpdate(this.#doc, update)
      return true
    } catch {
      return false
    }
  }

  /** Writes and removes entries (`undefined` removes); answers the update that says so, null when nothing changes. */
  write(changes: ReadonlyMap<string, unknown>): Uint8Array | null {
    let said: Uint8Array | null = null
    const hear = (update: Uint8Array) => (said = update)
    this.#doc.on('update', hear)
    this.#doc.clientID = CLIENT
    this.#doc.transact(() => {
      for (const [key, value] of changes) {
        // Said once is enough: Yjs would write it again.
        if (JSON.stringify(value) === JSON.stringify(this.#entries.get(key))) continue
        if (value === undefined) this.#entries.delete(key)
        else this.#entries.set(key, value)
      }
    })
    this.#doc.clientID = READER
    this.#doc.off('update', hear)
    return said
  }

  /** All of it, in the room that its present content takes. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  entries(): Iterable<[string, unknown]> {
    return this.#entries.entries()
  }

  #allows(update: Uint8Array, size: Size): boolean {
    try {
      const { structs, ds } = Y.decodeUpdate(update)
      // One that changes nothing could be sent for ever.
      if (structs.length + ds.clients.size === 0 || structs.length > MOST_STRUCTS[size]) return false
      let clock = Y.getState(this.#doc.store, CLIENT)
      for (const struct of structs) {
        // In order and without gaps: nothing is ever left pending in the document.
        if (struct.id.client !== CLIENT || struct.id.clock !== clock) return false
        if (struct instanceof Y.Item ? !allowedItem(struct) : !(struct instanceof Y.GC)) return false
        clock += struct.length
      }
      if (clock > MAX_CLOCK) return false
      for (const [client, ranges] of ds.clients) {
        if (client !== CLIENT || ranges.some(({ clock: from, len }) => from + len > clock)) return false
      }
      return true
    } catch {
      return false
    }
  }
}

/** An entry of the map with one plain value, or what is left of a deleted one. */
function allowedItem(item: Y.Item): boolean {
  const { content, origin, rightOrigin, parent, parentSub } = item
  if (content instanceof Y.ContentAny) {
    if (content.arr.length !== 1 || !isShallow(content.arr[0], MAX_DEPTH)) return false
  } else if (!(content instanceof Y.ContentDeleted)) return false
  if (rightOrigin !== null) return false
  if (origin !== null) return origin.client === CLIENT && origin.clock < item.id.clock
  return (parent as unknown) === ROOT && parentSub !== null && parentSub.length <= MAX_KEY
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1))
}

import type { FilmBytes } from './readFilm.ts'

/** An element of EBML (RFC 8794), by where its content lies. */
export interface Element {
  readonly id: number
  readonly at: number
  /** Infinity where the file does not tell. */
  readonly end: number
}

/** Bytes that are read at once: several heads of small elements, and little of a large one that is passed over. */
const WINDOW = 8 * 1024

/** Reads parts of a file that lie near each other without asking for each. */
export class Window {
  readonly #bytes: FilmBytes
  #from = 0
  #held: Uint8Array = new Uint8Array()

  constructor(bytes: FilmBytes) {
    this.#bytes = bytes
  }

  get size(): number {
    return this.#bytes.size
  }

  /** Fewer where the file ends. */
  async read(from: number, length: number): Promise<Uint8Array> {
    const isHeld = from >= this.#from && from + length <= this.#from + this.#held.length
    if (!isHeld) {
      this.#held = await this.#bytes.read(from, from + Math.max(WINDOW, length))
      this.#from = from
    }
    return this.#held.subarray(from - this.#from, from - this.#from + length)
  }
}

/** The element that begins at a place; null where none does. */
export async function elementAt(window: Window, at: number): Promise<Element | null> {
  const head = await window.read(at, 12)
  return headOf(head, at)
}

function headOf(head: Uint8Array, at: number): Element | null {
  const idLength = Math.clz32(head[0] ?? 0) - 23
  if (idLength < 1 || idLength > 4 || head.length <= idLength) return null
  const id = numberIn(head.subarray(0, idLength))
  const size = vint(head.subarray(idLength))
  if (!size) return null
  const start = at + idLength + size.length
  return { id, at: start, end: size.value === null ? Infinity : start + size.value }
}

/** A number of variable length; its value is null for unknown. */
export function vint(bytes: Uint8Array): { readonly value: number | null; readonly length: number } | null {
  const first = bytes[0] ?? 0
  const length = Math.clz32(first) - 23
  if (length < 1 || length > 8 || bytes.length < length) return null
  let value = first & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (const byte of bytes.subarray(1, length)) {
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return { value: isUnknown ? null : value, length }
}

export function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

/** The elements in the content of another, that is here whole. */
export function* childrenOf(content: Uint8Array): Generator<{ id: number; data: Uint8Array }> {
  for (let at = 0; at < content.length;) {
    const element = headOf(content.subarray(at, at + 12), at)
    if (!element || element.end > content.length) return
    yield { id: element.id, data: content.subarray(element.at, element.end) }
    at = element.end
  }
}

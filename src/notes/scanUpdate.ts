import type { Bytes } from '../core/brand.ts'

/*
 * Reads a Yjs update (version 1) of an author's document without building anything of it, so that what it would cost
 * is known before it is applied. Numbers are LEB128. As Yjs 13 writes it:
 *
 *     clients (0 or 1), structs, client, first clock, the structs; clients with deletions (0 or 1), client, ranges,
 *     (clock, length) of each range
 *
 * A struct begins with a byte: 0 is followed by a length (what is no longer there); else its low five bits say what
 * the item holds (1: a length, deleted; 8: values), and bit 7 whether the id of the item that it replaces comes
 * next, or, without that, the name of the root and the entry's key.
 */

/** The one writer of the document: clocks of one client only, without gaps. */
export const CLIENT = 1
/** The one map in it. */
export const ROOT = 'e'
const MAX_KEY: Bytes = 100
/** Of values in values: how deep a browser can go must never decide what is in the document. */
const MAX_DEPTH = 8
/** Of one entry, with the values in it; a note has eleven. */
const MOST_VALUES = 64
/** Of all that was ever written: beyond it numbers would lose their last digit. */
const MAX_CLOCK = 2 ** 40

/** Of one update. An honest base has one struct an entry, and one for each gap between them. */
export const MOST_STRUCTS = { change: 64, base: 50_000 }
/** Of deletions. */
const MOST_RANGES = { change: 64, base: 25_000 }

/** Structs that are read at once. */
const PORTION = 2000

export type Size = keyof typeof MOST_STRUCTS

export interface UpdateScan {
  /** Entries that were not there before. */
  readonly added: number
  /** Of those, how many answer each note, by {@link Note.ref}. */
  readonly answers: ReadonlyMap<string, number>
  /** Entries that are written again; they may have been deleted meanwhile, or have been other answers. */
  readonly again: number
  readonly answersAgain: ReadonlyMap<string, number>
  /** Where each struct begins, and where the last one ends: {@link cutUpdate} cuts there. */
  readonly cuts: readonly Bytes[]
  readonly clocks: readonly number[]
}

/**
 * `illegal` for what is no update, or does what no author may; `large` for a base of more parts than anybody takes.
 *
 * @param from the clock up to which the document has been written
 */
export function scanUpdate(update: Uint8Array, size: Size, from: number): UpdateScan | 'illegal' | 'large' {
  const scanning = scanInPortions(update, size, from)
  for (;;) {
    const { done, value } = scanning.next()
    if (done) return value
  }
}

/** The same; yields between portions of the work. */
export function* scanInPortions(
  update: Uint8Array,
  size: Size,
  from: number,
): Generator<void, UpdateScan | 'illegal' | 'large'> {
  try {
    return yield* scan(new Reader(update), size, from)
  } catch (error) {
    if (error instanceof Illegal) return 'illegal'
    throw error
  }
}

/** An update in several that say the same one after the other, of so many structs each; deletions come last. */
export function* cutUpdate(
  update: Uint8Array,
  { cuts, clocks }: UpdateScan,
  structs: number,
): Generator<Uint8Array> {
  const last = cuts.length - 1
  for (let at = 0; at < last; at += structs) {
    const end = Math.min(last, at + structs)
    const head = [1, ...varUint(end - at), CLIENT, ...varUint(clocks[at] ?? 0)]
    const body = update.subarray(cuts[at] ?? 0, cuts[end] ?? 0)
    const part = new Uint8Array(head.length + body.length + 1)
    part.set(head)
    part.set(body, head.length)
    yield part
  }
  const deletions = update.subarray(cuts[last] ?? 0)
  const part = new Uint8Array(1 + deletions.length)
  part.set(deletions, 1)
  yield part
}

class Illegal extends Error {}

function* scan(reader: Reader, size: Size, from: number): Generator<void, UpdateScan | 'illegal' | 'large'> {
  const answers = new Map<string, number>()
  const answersAgain = new Map<string, number>()
  const cuts: Bytes[] = []
  const clocks: number[] = []
  let clock = from
  let added = 0
  let again = 0
  let structs = 0
  const clients = reader.uint()
  if (clients > 1) return 'illegal'
  if (clients === 1) {
    structs = reader.uint()
    if (structs > MOST_STRUCTS[size]) return size === 'base' ? 'large' : 'illegal'
    if (reader.uint() !== CLIENT || reader.uint() !== clock) return 'illegal'
  }
  for (let left = structs; left > 0; left--) {
    if (left % PORTION === 0) yield
    cuts.push(reader.at)
    clocks.push(clock)
    const item = readStruct(reader, clock)
    clock += item.length
    if (item.is === 'new') added++
    if (item.is === 'again') again++
    const among = item.is === 'new' ? answers : answersAgain
    if (item.answers !== null) among.set(item.answers, (among.get(item.answers) ?? 0) + 1)
  }
  cuts.push(reader.at)
  if (clock > MAX_CLOCK) return 'illegal'
  const ranges = readDeletions(reader, clock, MOST_RANGES[size])
  if (ranges > MOST_RANGES[size]) return size === 'base' ? 'large' : 'illegal'
  // One that changes nothing could be sent for ever.
  if (structs + ranges === 0 || !reader.atEnd) return 'illegal'
  return { added, answers, again, answersAgain, cuts, clocks }
}

interface Struct {
  readonly length: number
  /** An entry that was not there before, one that is written again, or nothing any more. */
  readonly is: 'new' | 'again' | 'gone'
  readonly answers: string | null
}

/** An entry of the map with one plain value, or what is left of a deleted one. */
function readStruct(reader: Reader, clock: number): Struct {
  const info = reader.byte()
  const kind = info & 0x1f
  if (kind === 0) return { length: reader.length(), is: 'gone', answers: null }
  // Two neighbours on the right or none on the left: no entry of a map is like that.
  if ((kind !== 1 && kind !== 8) || (info & 0x40) !== 0) throw new Illegal()
  const replaces = (info & 0x80) !== 0
  if (replaces) {
    if (reader.uint() !== CLIENT || reader.uint() >= clock) throw new Illegal()
  } else {
    if (reader.uint() !== 1 || reader.text(1) !== ROOT || (info & 0x20) === 0) throw new Illegal()
    reader.text(MAX_KEY)
  }
  if (kind === 1) return { length: reader.length(), is: 'gone', answers: null }
  if (reader.uint() !== 1) throw new Illegal()
  const answers = readValue(reader, MAX_DEPTH, { left: MOST_VALUES })
  return { length: 1, is: replaces ? 'again' : 'new', answers }
}

/** Reads past a value; answers its `r`, if it is an object that has one. */
function readValue(reader: Reader, depth: number, values: { left: number }): string | null {
  if (values.left-- === 0) throw new Illegal()
  const type = reader.byte()
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return null
    case 125:
      reader.int()
      return null
    case 124:
      reader.skip(4)
      return null
    case 123:
    case 122:
      reader.skip(8)
      return null
    case 119: // text
    case 116: // bytes
      reader.skip(reader.uint())
      return null
    case 118:
      return readRecord(reader, depth, values)
    case 117:
      if (depth === 0) throw new Illegal()
      for (let left = reader.uint(); left > 0; left--) readValue(reader, depth - 1, values)
      return null
    default:
      throw new Illegal()
  }
}

function readRecord(reader: Reader, depth: number, values: { left: number }): string | null {
  if (depth === 0) throw new Illegal()
  let answers: string | null = null
  for (let left = reader.uint(); left > 0; left--) {
    const isRef = reader.text(MAX_KEY) === 'r' && depth === MAX_DEPTH && reader.peek() === 119
    const start = reader.at + 1
    readValue(reader, depth - 1, values)
    if (isRef) answers = reader.textFrom(start)
  }
  return answers
}

/** Answers how many ranges there are, having read no more than `most` of them. */
function readDeletions(reader: Reader, clock: number, most: number): number {
  const clients = reader.uint()
  if (clients === 0) return 0
  if (clients > 1 || reader.uint() !== CLIENT) throw new Illegal()
  const ranges = reader.uint()
  for (let left = Math.min(ranges, most); left > 0; left--) {
    const [start, length] = [reader.uint(), reader.uint()]
    if (start + length > clock) throw new Illegal()
  }
  return ranges
}

class Reader {
  at: Bytes = 0
  readonly #bytes: Uint8Array
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.at === this.#bytes.length
  }

  peek(): number {
    return this.#bytes[this.at] ?? 0
  }

  byte(): number {
    const byte = this.#bytes[this.at++]
    if (byte === undefined) throw new Illegal()
    return byte
  }

  uint(): number {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new Illegal()
      if (byte < 0x80) return value
      factor *= 128
      if (factor > 2 ** 49) throw new Illegal()
    }
  }

  /** A signed number, read past. */
  int(): void {
    for (let left = 10; left > 0; left--) if (this.byte() < 0x80) return
    throw new Illegal()
  }

  /** Of what is there no longer: 1 at least. */
  length(): number {
    const length = this.uint()
    if (length === 0) throw new Illegal()
    return length
  }

  skip(length: Bytes): void {
    this.at += length
    if (this.at > this.#bytes.length) throw new Illegal()
  }

  text(most: Bytes): string {
    const length = this.uint()
    // A character takes four bytes at most.
    if (length > 4 * most) throw new Illegal()
    this.skip(length)
    const text = this.#decode(this.at - length, this.at)
    if (text.length > most) throw new Illegal()
    return text
  }

  /** The text that begins there, with its length first, and ends here. */
  textFrom(start: Bytes): string {
    const end = this.at
    this.at = start
    const length = this.uint()
    this.at = end
    return this.#decode(end - length, end)
  }

  #decode(start: Bytes, end: Bytes): string {
    try {
      return this.#decoder.decode(this.#bytes.subarray(start, end))
    } catch {
      throw new Illegal()
    }
  }
}

function varUint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}

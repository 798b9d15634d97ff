import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { SEALED_NAME } from '../../src/core/sealSecret.ts'
import { makeSealSecret, type Opener } from '../../src/seal/keys.ts'
import { RECORD } from '../../src/seal/sizes.ts'
import { FileStore } from '../../src/storage/fileStore.ts'
import type { SealedContents } from '../../src/swarm/contents/sealedContents.ts'
import { openSealed, sealOf } from '../../src/swarm/contents/unseal.ts'

/* What somebody does to a sealed share who makes its torrent, so that all hashes are right. */

const FILES = [
  new File([pattern(100_000, 7)], 'a'),
  new File([] as BlobPart[], 'b'),
  new File([pattern(300_000, 11)], 'c'),
]
let contents: SealedContents
let sealed: Uint8Array<ArrayBuffer>
let others: Uint8Array<ArrayBuffer>

function pattern(length: number, factor: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * factor + (at >> 8)) & 255)
}

async function contentsOf(files: readonly File[], opener: Opener, pieceLength: number) {
  const listed = files.map(({ name, size }) => ({ path: [name], length: size, type: '', modified: null }))
  const made = await sealOf(opener, { name: 'x', files: listed, expires: null })
  const size = made.count * RECORD
  return openSealed({ name: SEALED_NAME, single: true, size, pieceLength }, opener, made.manifest)
}

async function seal(opener: Opener): Promise<{ contents: SealedContents; bytes: Uint8Array<ArrayBuffer> }> {
  const opened = await contentsOf(FILES, opener, 2 * RECORD)
  return { contents: opened, bytes: await opened.storeOf(FILES).read(0, opened.seal.count * RECORD) }
}

/** A file of so many bytes, all zero but for some: it is nowhere, and each part of it is made when it is read. */
class SparseFile extends File {
  override readonly size: number
  readonly #marks: Readonly<Record<number, string>>

  constructor(size: number, marks: Readonly<Record<number, string>>) {
    super([], 'large.bin')
    this.size = size
    this.#marks = marks
  }

  override slice(from = 0, to = this.size): Blob {
    const bytes = Buffer.alloc(to - from)
    for (const [place, text] of Object.entries(this.#marks))
      for (const [index, byte] of Buffer.from(text).entries()) {
        const at = Number(place) + index - from
        if (at >= 0 && at < bytes.length) bytes[at] = byte
      }
    return new Blob([bytes])
  }
}

beforeAll(async () => {
  const mine = await seal({ secret: makeSealSecret(), stretched: null })
  contents = mine.contents
  sealed = mine.bytes
  others = (await seal({ secret: makeSealSecret(), stretched: null })).bytes
})

const tampering = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('swap' as const), one: fc.nat(), other: fc.nat() }),
  fc.record({ kind: fc.constant('empty' as const), record: fc.nat() }),
  fc.record({ kind: fc.constant('from another share' as const), record: fc.nat() }),
)

/** The share as it is then, and which records are wrong. */
function tampered(what: typeof tampering extends fc.Arbitrary<infer T> ? T : never) {
  const bytes = sealed.slice()
  const count = bytes.length / RECORD
  const put = (record: number, from: Uint8Array) => bytes.set(from, record * RECORD)
  const recordOf = (from: Uint8Array, record: number) => from.slice(record * RECORD, (record + 1) * RECORD)
  if (what.kind === 'change') {
    const at = what.at % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ what.by
  } else if (what.kind === 'swap') {
    const [one, other] = [what.one % count, what.other % count]
    put(one, recordOf(sealed, other))
    put(other, recordOf(sealed, one))
  } else if (what.kind === 'empty') put(what.record % count, new Uint8Array(RECORD))
  else put(what.record % count, recordOf(others, what.record % count))
  const wrong = Array.from({ length: count }, (_, record) => record).filter(
    (record) => Buffer.compare(recordOf(bytes, record), recordOf(sealed, record)) !== 0,
  )
  return { bytes, wrong }
}

test('gives out what was sealed and nothing else, and says that a part is damaged', () =>
  fc.assert(
    fc.asyncProperty(tampering, async (what) => {
      const { bytes, wrong } = tampered(what)
      const store = new FileStore([new Blob([bytes])])
      for (const [index, file] of FILES.entries()) {
        const truth = Buffer.from(await file.arrayBuffer())
        const { start, length } = {
          start: contents.extents.start(index),
          length: contents.extents.length(index),
        }
        const spoilt = wrong.some((record) => record * RECORD >= start && record * RECORD < start + length)
        const given: Uint8Array[] = []
        const reading = (async () => {
          for await (const part of await contents.stream(index, store)) given.push(part)
        })()
        if (spoilt) await expect(reading).rejects.toThrow('sealed-part-damaged')
        else await reading
        const got = Buffer.concat(given)
        expect(truth.subarray(0, got.length).equals(got)).toBe(true)
        expect(got.length === truth.length).toBe(!spoilt)
      }
    }),
    { numRuns: 60 },
  ))

test('bytes beyond 4 GiB are sealed, found and opened where they are', async () => {
  const size = 5_000_000_000
  const marks = { 0: 'begins', [2 ** 32 - 3]: 'across', [size - 4]: 'ends' }
  const files = [new SparseFile(size, marks), new File(['behind it'], 'small')]
  const pieceLength = 32 * RECORD
  const large = await contentsOf(files, { secret: makeSealSecret(), stretched: null }, pieceLength)
  const store = large.storeOf(files)
  const read = async (file: number, from: number, to: number) => {
    const bytes = await large.read(file, from, to, (offset, length) => {
      expect(Math.floor(offset / pieceLength)).toBe(Math.floor((offset + length - 1) / pieceLength))
      return store.read(offset, length)
    })
    return Buffer.from(bytes).toString('latin1')
  }
  for (const [at, text] of Object.entries(marks))
    expect(await read(0, Number(at), Number(at) + text.length)).toBe(text)
  expect(await read(1, 0, 9)).toBe('behind it')
  // One byte on is another one.
  expect(await read(0, 2 ** 32 - 2, 2 ** 32 + 3)).toBe('cross')
})

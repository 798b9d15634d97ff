import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SealSecret } from '../../src/core/sealSecret.ts'
import { contentKey, makeSealSecret } from '../../src/seal/keys.ts'
import { openRecords, sealRecords } from '../../src/seal/records.ts'
import { RECORD, RECORD_CONTENT } from '../../src/seal/sizes.ts'
import { SealError } from '../../src/seal/problems.ts'
import { paddedLength, SealedLayout } from '../../src/seal/sealedLayout.ts'

/* Whatever is done to records: it is told, and nothing wrong is given out. */

// More than are worked on at once.
const COUNT = 18
const ALL = { first: 0, count: COUNT }
const plain = Uint8Array.from({ length: COUNT * RECORD_CONTENT }, (_, at) => (at * 31 + (at >> 9)) & 255)
let key: CryptoKey
let sealed: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  key = await keyOf(makeSealSecret())
  sealed = await sealRecords(key, ALL, plain)
})

function keyOf(secret: SealSecret): Promise<CryptoKey> {
  return contentKey({ secret, stretched: null })
}

const recordAt = (index: number) => sealed.slice(index * RECORD, (index + 1) * RECORD)
const contentAt = (index: number) => plain.slice(index * RECORD_CONTENT, (index + 1) * RECORD_CONTENT)
const anyRecord = fc.nat(COUNT - 1)

/** Quicker than a matcher, which looks for words for the difference. */
function same(one: Uint8Array, other: Uint8Array): void {
  expect(Buffer.compare(one, other)).toBe(0)
}

async function refused(opening: Promise<unknown>): Promise<void> {
  await expect(opening).rejects.toMatchObject({ name: 'SealError', problem: { code: 'seal-damaged' } })
}

test('records are opened one by one or many at once, and are sealed to the same each time', async () => {
  expect(sealed.length).toBe(COUNT * RECORD)
  same(await openRecords(key, ALL, sealed), plain)
  for (let index = 0; index < COUNT; index++) {
    const run = { first: index, count: COUNT }
    same(await openRecords(key, run, recordAt(index)), contentAt(index))
    same(await sealRecords(key, run, contentAt(index)), recordAt(index))
  }
})

describe('is refused', () => {
  test('a changed byte', () =>
    fc.assert(
      fc.asyncProperty(
        anyRecord,
        fc.nat(RECORD - 1),
        fc.integer({ min: 1, max: 255 }),
        async (index, at, by) => {
          const record = recordAt(index)
          record[at] = (record[at] ?? 0) ^ by
          await refused(openRecords(key, { first: index, count: COUNT }, record))
        },
      ),
      { numRuns: 50 },
    ))

  test('a record in the place of another', () =>
    fc.assert(
      fc.asyncProperty(anyRecord, anyRecord, async (index, place) => {
        fc.pre(index !== place)
        await refused(openRecords(key, { first: place, count: COUNT }, recordAt(index)))
      }),
      { numRuns: 20 },
    ))

  test('what was cut, or goes on, behind any record', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: COUNT + 3 }), async (count) => {
        fc.pre(count !== COUNT)
        const last = Math.min(count, COUNT) - 1
        await refused(openRecords(key, { first: last, count }, recordAt(last)))
      }),
      { numRuns: 20 },
    ))

  test('a record of any other length', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: RECORD - 1 }), (length) =>
        refused(openRecords(key, ALL, recordAt(0).slice(0, length))),
      ),
      { numRuns: 20 },
    ))

  test('what was sealed with another key', async () => {
    const other = await keyOf(makeSealSecret())
    await refused(openRecords(other, ALL, sealed))
  })

  test('all records, if one of them is damaged', async () => {
    const damaged = sealed.slice()
    damaged[3 * RECORD] = (damaged[3 * RECORD] ?? 0) ^ 1
    await refused(openRecords(key, ALL, damaged))
    same(await openRecords(key, ALL, damaged.slice(0, 3 * RECORD)), plain.slice(0, 3 * RECORD_CONTENT))
  })
})

describe('the layout', () => {
  test('every byte of the files lies in the record that is named for it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(2 ** 45), fc.nat(2 ** 45), (records, size, at) => {
        fc.pre(at < size)
        const layout = new SealedLayout(records, size)
        const record = layout.recordAt(at)
        expect(record).toBeGreaterThanOrEqual(records)
        expect(record).toBeLessThan(layout.count)
        expect(at - layout.startOf(record)).toBeGreaterThanOrEqual(0)
        expect(at - layout.startOf(record)).toBeLessThan(RECORD_CONTENT)
        expect(layout.extent(at, at + 1)).toEqual({ start: record * RECORD, length: RECORD })
        expect(layout.extent(at, size).start + layout.extent(at, size).length).toBeLessThanOrEqual(
          layout.size,
        )
        expect(layout.extent(at, at).length).toBe(0)
      }),
    ))

  test('lengths are padded to few: by 12 % at most, by 3.2 % from 64 KiB on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (length) => {
        const padded = paddedLength(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded / length).toBeLessThan(length < RECORD ? 1.125 : 1.032)
        expect(paddedLength(padded)).toBe(padded)
      }),
    )
    const buckets = new Set(Array.from({ length: 1024 }, (_, at) => paddedLength(2 ** 30 + at * 2 ** 20)))
    expect(buckets.size).toBe(33)
  })

  test('what has more records than there are numbers is refused', () => {
    expect(() => new SealedLayout(1, 2 ** 49)).toThrow(SealError)
  })

  test('the error names no key', async () => {
    const secret = makeSealSecret()
    const error = await openRecords(await keyOf(secret), ALL, sealed).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SealError)
    expect(String(error) + JSON.stringify(error)).not.toContain(secret)
  })
})

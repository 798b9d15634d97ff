import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberId } from '../../server/tracker/admission.ts'
import type { PeerId } from '../../src/wire/trackerMessages.ts'
import { noPostgres } from '../support/postgres.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { createLocalBooks, RATE, sharedBooksOf } from './support/books.ts'
import { postgresForFile } from './support/postgres.ts'
import { temporaryFolder } from './support/testServer.ts'

const sharedBooks = sharedBooksOf(postgresForFile())

/** What holds for a single machine holds for a node of several. */
const KINDS = [
  { name: 'SQLite', create: createLocalBooks, isMissing: false, runs: 50, claims: 1_100 },
  {
    name: 'PostgreSQL',
    create: sharedBooks,
    isMissing: noPostgres !== null,
    // Each claim is waited for.
    runs: 5,
    claims: 40,
  },
]

for (const { name, create, isMissing, runs, claims } of KINDS) {
  describe.skipIf(isMissing)(`accounts in ${name}`, () => {
    test('what is booked is the difference to what was said before', async () => {
      const books = await create()
      await books.report(0)
      books.passSeconds(10)
      await books.report(100, 50)
      books.passSeconds(10)
      await books.report(150, 50)
      expect(await books.sums()).toEqual([150, 50])
    })

    test('a crash in between loses nothing', async () => {
      const books = await create(temporaryFolder())
      await books.report(0)
      books.passSeconds(10)
      await books.report(100, 7)
      await books.restart()
      expect(await books.sums()).toEqual([100, 7])
      books.passSeconds(10)
      await books.report(250, 9)
      expect(await books.sums()).toEqual([250, 9])
    })

    test('a client that began again counts from nothing', async () => {
      const books = await create()
      await books.report(0)
      books.passSeconds(10)
      await books.report(500)
      books.passSeconds(10)
      await books.report(30)
      expect(await books.sums()).toEqual([530, 0])
    })

    test('what a member says first is booked, also where it comes to the books later', async () => {
      const books = await create()
      await books.together(async () => {
        await books.report(0)
        books.passSeconds(10)
        await books.report(100, 7)
        // Of the time before nothing can have been used.
        books.passSeconds(10)
        await books.report(100 + 20 * RATE, 7)
        books.passSeconds(3_600)
      })
      expect(await books.sums()).toEqual([100 + 10 * RATE, 7])
    })

    describe('what is not possible is not booked', () => {
      test('at the first announce', async () => {
        const books = await create()
        await books.report(1e12, 1e12)
        expect(await books.sums()).toEqual([0, 0])
      })

      test('beyond what a fast line moves in that time', async () => {
        const books = await create()
        await books.report(0)
        books.passSeconds(2)
        await books.report(1e12, 1e12)
        expect(await books.sums()).toEqual([2 * RATE, 2 * RATE])
      })

      test('by several clients of one line', async () => {
        const books = await create()
        for (const number of [1, 2, 3]) await books.report(0, 0, { peerId: peerId(number) })
        books.passSeconds(2)
        for (const number of [1, 2, 3]) await books.report(1e12, 1e12, { peerId: peerId(number) })
        expect(await books.sums()).toEqual([2 * RATE, 2 * RATE])
      })

      test('by several clients, a restart in between included', async () => {
        const books = await create(temporaryFolder())
        for (const number of [1, 2]) await books.report(0, 0, { peerId: peerId(number) })
        books.passSeconds(2)
        await books.restart()
        for (const number of [1, 2]) await books.report(RATE, RATE, { peerId: peerId(number) })
        expect(await books.sums()).toEqual([2 * RATE, 2 * RATE])
        for (const number of [1, 2]) await books.report(1e12, 1e12, { peerId: peerId(number) })
        expect(await books.sums()).toEqual([2 * RATE, 2 * RATE])
      })

      test('sent to nobody', async () => {
        const books = await create()
        await books.report(0)
        books.passSeconds(10)
        await books.report(100, 0, { hadCompany: false })
        expect(await books.sums()).toEqual([0, 0])
      })

      test('sent to nobody, but what was given before a restart is: nobody knows who was there', async () => {
        const books = await create()
        await books.report(0)
        books.passSeconds(10)
        await books.restart()
        await books.report(100, 0, { hadCompany: false })
        books.passSeconds(10)
        await books.report(300, 0, { hadCompany: false })
        expect(await books.sums()).toEqual([100, 0])
      })

      test('by many clients in turn, with pauses in which they are forgotten', async () => {
        const books = await create()
        const clients = Array.from({ length: 20 }, (_, number) => peerId(number))
        await books.report(0, 0, { peerId: peerId(99) })
        const all = async (bytes: number): Promise<void> =>
          books.together(async () => {
            for (const client of clients) await books.report(bytes, bytes, { peerId: client })
          })
        await all(0)
        let seconds = 0
        for (let round = 1; round <= 18; round += 1) {
          for (let sweep = 0; sweep < 8; sweep += 1) {
            books.passSeconds(600)
            seconds += 600
            await books.sweep()
          }
          await all(1e12 * round)
        }
        expect(await books.sums()).toEqual([seconds * RATE, seconds * RATE])
      })

      test('whatever is announced, by however many clients, forgotten or restarted in between, the sum stays below what time allows', async () => {
        const step = fc.record({
          bytes: fc.maxSafeNat(),
          pause: fc.oneof(fc.nat(100), fc.nat(100_000)),
          client: fc.nat(3),
          then: fc.constantFrom('nothing', 'sweep', 'restart'),
        })
        await fc.assert(
          fc.asyncProperty(fc.array(step, { size: '+1' }), async (steps) => {
            const books = await create()
            let seconds = 0
            for (const { bytes, pause, client, then } of steps) {
              books.passSeconds(pause)
              seconds += pause
              if (then === 'sweep') await books.sweep()
              if (then === 'restart') await books.restart()
              await books.report(bytes, bytes, { peerId: peerId(client) })
            }
            for (const sum of await books.sums()) {
              expect(sum).toBeGreaterThanOrEqual(0)
              expect(sum).toBeLessThanOrEqual(seconds * RATE)
            }
          }),
          { numRuns: runs },
        )
      })
    })

    test('a clock that ran ahead and was set right does not stop the books', async () => {
      const books = await create()
      await books.report(0)
      books.passSeconds(1e6)
      await books.report(1e12)
      const [before = 0] = await books.sums()
      books.passSeconds(-1e6)
      await books.restart()
      await books.report(0)
      books.passSeconds(10)
      await books.report(500)
      expect(await books.sums()).toEqual([before + 500, 0])
    })

    test('two clients of one member add up, each with its own sums', async () => {
      const books = await create()
      for (const number of [1, 2]) await books.report(0, 0, { peerId: peerId(number) })
      books.passSeconds(10)
      for (const number of [1, 2]) await books.report(100 * number, 0, { peerId: peerId(number) })
      expect(await books.sums()).toEqual([300, 0])
    })

    describe('one member’s rows stop nobody’s', () => {
      test('however much is claimed without a limit', async () => {
        const books = await create(null, 0)
        const other = await books.join('Bea')
        for (let number = 0; number < claims; number += 1) {
          await books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER, 0, { infoHash: infoHash(1) })
          await books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER, 0, { infoHash: infoHash(2) })
        }
        await books.report(0, 0, { member: other })
        await books.report(500, 0, { member: other })
        expect(books.trouble).toEqual([])
        expect(await books.sums(other)).toEqual([500, 0])
        expect(await books.sums()).toEqual([2 * Number.MAX_SAFE_INTEGER, 0])
        expect(books.members()).toMatchObject([{ uploaded: 500 }, { uploaded: Number.MAX_SAFE_INTEGER }])
      })

      test('also within one turn', async () => {
        const books = await create(null, 0)
        await books.together(async () => {
          for (let number = 0; number < 3_000; number += 1) {
            await books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER)
          }
        })
        expect(books.trouble).toEqual([])
        expect(await books.sums()).toEqual([Number.MAX_SAFE_INTEGER, 0])
      })

      test('where sums that cannot be read were written before', async () => {
        const books = await create()
        await books.run(`INSERT INTO accounts VALUES (1, '${infoHash(1)}', ${2n ** 63n - 1n}, 1)`)
        await books.run(`INSERT INTO accounts VALUES (1, '${infoHash(2)}', ${2n ** 63n - 1n}, 1)`)
        await books.report(0)
        books.passSeconds(1)
        await books.report(500)
        expect(books.trouble).toEqual([])
        expect(await books.sums()).toEqual([2 * Number.MAX_SAFE_INTEGER, 2])
        expect(books.members()).toMatchObject([{ uploaded: Number.MAX_SAFE_INTEGER, downloaded: 2 }])
      })
    })
  })
}

test.skipIf(noPostgres !== null)(
  'clients of one member are a bounded number in PostgreSQL, the latest of them',
  async () => {
    const books = await sharedBooks()
    // From here on there is time to be used.
    await books.report(0, 0, { peerId: peerId(2) })
    await books.run(
      `INSERT INTO transfers SELECT ${books.id}, '${infoHash(1)}', lpad(n::text, 40, '0'), 0, 0, 1000000000000 - n
     FROM generate_series(1, 7000) AS n`,
    )
    await books.run(`INSERT INTO transfers VALUES (${books.id}, '${infoHash(2)}', '${peerId(1)}', 0, 0, 5)`)
    await books.sweep()
    expect(await books.kept()).toBe(5_000)
    // The latest of them has not been forgotten.
    books.passSeconds(10)
    await books.report(RATE, 0, { peerId: '1'.padStart(40, '0') as PeerId })
    expect(await books.sums()).toEqual([RATE, 0])
  },
)

test('a row that the database does not take stops nobody’s', async () => {
  const books = await createLocalBooks()
  const stranger = 99 as MemberId
  const report = async (bytes: number): Promise<void> => {
    await books.report(bytes, 0, { member: stranger })
    await books.report(bytes)
  }
  await books.together(async () => report(0))
  books.passSeconds(1)
  await books.together(async () => report(500))
  expect(books.trouble.length).toBeGreaterThan(0)
  expect(books.trouble.filter((line) => !line.includes('FOREIGN KEY'))).toEqual([])
  expect(await books.sums()).toEqual([500, 0])
})

test('one who is another client at each announce is remembered as a bounded number of them', async () => {
  const books = await createLocalBooks()
  for (let number = 0; number < 12_000; number += 1) {
    await books.report(0, 0, { peerId: peerId(number) })
    books.passSeconds(1)
    // Not only once it is swept.
    if (number % 1_000 === 0) expect(await books.kept()).toBeLessThanOrEqual(5_000)
  }
  await books.sweep()
  expect(await books.kept()).toBe(5_000)
  // The latest of them has not been forgotten.
  await books.report(RATE, 0, { peerId: peerId(11_999) })
  expect(await books.sums()).toEqual([RATE, 0])
})

test('a client that was forgotten for others of the same turn begins again', async () => {
  const books = await createLocalBooks()
  await books.report(0)
  books.passSeconds(10)
  await books.together(async () => {
    for (let number = 2; number < 5_002; number += 1) await books.report(0, 0, { peerId: peerId(number) })
    await books.report(500)
  })
  expect(await books.kept()).toBe(5_000)
  books.passSeconds(10)
  await books.report(600)
  expect(await books.sums()).toEqual([100, 0])
})

test('the sweep forgets what is old and what is too much, and holds up nobody for long', async () => {
  const books = await createLocalBooks()
  const other = await books.join('Bea')
  /** `reportedAt` is an expression of the row's number n. */
  const rows = async (member: number, count: number, reportedAt: string): Promise<void> =>
    books.run(
      `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})
       INSERT INTO transfers SELECT ${member}, '${infoHash(1)}', printf('%040x', n), 0, 0, ${reportedAt} FROM n`,
    )
  await rows(1, 12_000, '1000000000000 - n')
  await rows(other, 3_000, 'CASE WHEN n <= 2000 THEN 5 ELSE 1000000000000 END')
  const kept = books.sweepByTurns()
  expect(kept.at(-1)).toBe(5_000 + 1_000)
  expect(kept.length).toBeGreaterThan(15)
  for (const [turn, count] of kept.entries()) {
    expect((kept[turn - 1] ?? 15_000) - count).toBeLessThanOrEqual(1_000)
  }
  expect(books.trouble).toEqual([])
})

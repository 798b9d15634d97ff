import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Accounts } from '../../server/store/accounts.ts'
import { openDatabase } from '../../server/store/database.ts'
import { WriteBehind } from '../../server/store/writeBehind.ts'
import { Members } from '../../server/store/members.ts'
import type { MemberId, Report } from '../../server/tracker/admission.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { temporaryFolder } from './support/testServer.ts'

const RATE = 1_000

/** The books of one member in a folder that outlives them; `restart` is a crash: nothing is closed or flushed. */
function createBooks(folder: string | null = null, bytesPerSecond = RATE) {
  let nowMs = 1e12
  let database = openDatabase(folder)
  const members = new Members(database, () => nowMs)
  const { id } = members.add('Ada')
  const pending: (() => void)[] = []
  const trouble: string[] = []
  let isTogether = false
  const settle = (): void => {
    while (!isTogether && pending.length > 0) pending.shift()?.()
  }
  const open = (): Accounts => {
    const soon = (work: () => void): void => void pending.push(work)
    const writes = new WriteBehind({
      soon,
      later: () => undefined,
      onTrouble: (reason) => trouble.push(reason),
      onRecovered: () => undefined,
    })
    const accounts = new Accounts({
      database,
      now: () => nowMs,
      bytesPerSecond,
      soon,
      due: () => writes.due(),
      onTrouble: (error) => trouble.push(String(error)),
    })
    writes.add(() => accounts.flush())
    return accounts
  }
  let accounts = open()
  return {
    passSeconds: (seconds: number): void => void (nowMs += seconds * 1_000),
    report(uploaded: number, downloaded = 0, fields: Partial<Report> = {}): void {
      const report = {
        member: id,
        infoHash: infoHash(1),
        peerId: peerId(1),
        uploaded,
        downloaded,
        hadCompany: true,
      }
      accounts.report({ ...report, ...fields })
      settle()
    },
    /** All that is reported meanwhile comes within one turn of the event loop. */
    together(work: () => void): void {
      isTogether = true
      work()
      isTogether = false
      settle()
    },
    join: (name: string): MemberId => members.add(name).id,
    members: () => members.list({ search: '', offset: 0, limit: 9 }).members,
    run: (sql: string): void => database.exec(sql),
    trouble,
    /** Clients that would be known after a restart. */
    kept(): number {
      const { count } = database.prepare('SELECT count(*) AS count FROM transfers').get() as { count: number }
      return count
    },
    /** Returns how many clients were kept after each turn of the event loop. */
    sweep(): number[] {
      accounts.sweep()
      const kept = [this.kept()]
      for (let work = pending.shift(); work; work = pending.shift()) {
        work()
        kept.push(this.kept())
      }
      return kept
    },
    restart(): void {
      if (folder !== null) database = openDatabase(folder)
      accounts = open()
    },
    sums(member = id): readonly number[] {
      const list = accounts.of(member)
      return [
        list.reduce((sum, { uploaded }) => sum + uploaded, 0),
        list.reduce((sum, { downloaded }) => sum + downloaded, 0),
      ]
    },
  }
}

test('what is booked is the difference to what was said before', () => {
  const books = createBooks()
  books.report(0)
  books.passSeconds(10)
  books.report(100, 50)
  books.passSeconds(10)
  books.report(150, 50)
  expect(books.sums()).toEqual([150, 50])
})

test('a crash in between loses nothing', () => {
  const books = createBooks(temporaryFolder())
  books.report(0)
  books.passSeconds(10)
  books.report(100, 7)
  books.restart()
  expect(books.sums()).toEqual([100, 7])
  books.passSeconds(10)
  books.report(250, 9)
  expect(books.sums()).toEqual([250, 9])
})

test('a client that began again counts from nothing', () => {
  const books = createBooks()
  books.report(0)
  books.passSeconds(10)
  books.report(500)
  books.passSeconds(10)
  books.report(30)
  expect(books.sums()).toEqual([530, 0])
})

describe('what is not possible is not booked', () => {
  test('at the first announce', () => {
    const books = createBooks()
    books.report(1e12, 1e12)
    expect(books.sums()).toEqual([0, 0])
  })

  test('beyond what a fast line moves in that time', () => {
    const books = createBooks()
    books.report(0)
    books.passSeconds(2)
    books.report(1e12, 1e12)
    expect(books.sums()).toEqual([2 * RATE, 2 * RATE])
  })

  test('by several clients of one line', () => {
    const books = createBooks()
    for (const number of [1, 2, 3]) books.report(0, 0, { peerId: peerId(number) })
    books.passSeconds(2)
    for (const number of [1, 2, 3]) books.report(1e12, 1e12, { peerId: peerId(number) })
    expect(books.sums()).toEqual([2 * RATE, 2 * RATE])
  })

  test('by several clients, a restart in between included', () => {
    const books = createBooks(temporaryFolder())
    for (const number of [1, 2]) books.report(0, 0, { peerId: peerId(number) })
    books.passSeconds(2)
    books.restart()
    for (const number of [1, 2]) books.report(RATE, RATE, { peerId: peerId(number) })
    expect(books.sums()).toEqual([2 * RATE, 2 * RATE])
    for (const number of [1, 2]) books.report(1e12, 1e12, { peerId: peerId(number) })
    expect(books.sums()).toEqual([2 * RATE, 2 * RATE])
  })

  test('sent to nobody', () => {
    const books = createBooks()
    books.report(0)
    books.passSeconds(10)
    books.report(100, 0, { hadCompany: false })
    expect(books.sums()).toEqual([0, 0])
  })

  test('sent to nobody, but what was given before a restart is: nobody knows who was there', () => {
    const books = createBooks()
    books.report(0)
    books.passSeconds(10)
    books.restart()
    books.report(100, 0, { hadCompany: false })
    books.passSeconds(10)
    books.report(300, 0, { hadCompany: false })
    expect(books.sums()).toEqual([100, 0])
  })

  test('by many clients in turn, with pauses in which they are forgotten', () => {
    const books = createBooks()
    const clients = Array.from({ length: 20 }, (_, number) => peerId(number))
    books.report(0, 0, { peerId: peerId(99) })
    for (const client of clients) books.report(0, 0, { peerId: client })
    let seconds = 0
    for (let round = 1; round <= 18; round += 1) {
      for (let sweep = 0; sweep < 8; sweep += 1) {
        books.passSeconds(600)
        seconds += 600
        books.sweep()
      }
      for (const client of clients) books.report(1e12 * round, 1e12 * round, { peerId: client })
    }
    expect(books.sums()).toEqual([seconds * RATE, seconds * RATE])
  })

  test('whatever is announced, by however many clients, forgotten or restarted in between, the sum stays below what time allows', () => {
    const step = fc.record({
      bytes: fc.maxSafeNat(),
      pause: fc.oneof(fc.nat(100), fc.nat(100_000)),
      client: fc.nat(3),
      then: fc.constantFrom('nothing', 'sweep', 'restart'),
    })
    fc.assert(
      fc.property(fc.array(step, { size: '+1' }), (steps) => {
        const books = createBooks()
        let seconds = 0
        for (const { bytes, pause, client, then } of steps) {
          books.passSeconds(pause)
          seconds += pause
          if (then === 'sweep') books.sweep()
          if (then === 'restart') books.restart()
          books.report(bytes, bytes, { peerId: peerId(client) })
        }
        for (const sum of books.sums()) {
          expect(sum).toBeGreaterThanOrEqual(0)
          expect(sum).toBeLessThanOrEqual(seconds * RATE)
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('a clock that ran ahead and was set right does not stop the books', () => {
  const books = createBooks()
  books.report(0)
  books.passSeconds(1e6)
  books.report(1e12)
  const [before = 0] = books.sums()
  books.passSeconds(-1e6)
  books.restart()
  books.report(0)
  books.passSeconds(10)
  books.report(500)
  expect(books.sums()).toEqual([before + 500, 0])
})

test('two clients of one member add up, each with its own sums', () => {
  const books = createBooks()
  for (const number of [1, 2]) books.report(0, 0, { peerId: peerId(number) })
  books.passSeconds(10)
  for (const number of [1, 2]) books.report(100 * number, 0, { peerId: peerId(number) })
  expect(books.sums()).toEqual([300, 0])
})

describe('one member’s rows stop nobody’s', () => {
  test('however much is claimed without a limit', () => {
    const books = createBooks(null, 0)
    const other = books.join('Bea')
    for (let number = 0; number < 1_100; number += 1) {
      books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER, 0, { infoHash: infoHash(1) })
      books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER, 0, { infoHash: infoHash(2) })
    }
    books.report(0, 0, { member: other })
    books.report(500, 0, { member: other })
    expect(books.trouble).toEqual([])
    expect(books.sums(other)).toEqual([500, 0])
    expect(books.sums()).toEqual([2 * Number.MAX_SAFE_INTEGER, 0])
    expect(books.members()).toMatchObject([{ uploaded: 500 }, { uploaded: Number.MAX_SAFE_INTEGER }])
  })

  test('also within one turn', () => {
    const books = createBooks(null, 0)
    books.together(() => {
      for (let number = 0; number < 3_000; number += 1) {
        books.report(number % 2 === 0 ? 0 : Number.MAX_SAFE_INTEGER)
      }
    })
    expect(books.trouble).toEqual([])
    expect(books.sums()).toEqual([Number.MAX_SAFE_INTEGER, 0])
  })

  test('where sums that cannot be read were written before', () => {
    const books = createBooks()
    books.run(`INSERT INTO accounts VALUES (1, '${infoHash(1)}', ${2n ** 63n - 1n}, 1)`)
    books.run(`INSERT INTO accounts VALUES (1, '${infoHash(2)}', ${2n ** 63n - 1n}, 1)`)
    books.report(0)
    books.passSeconds(1)
    books.report(500)
    expect(books.trouble).toEqual([])
    expect(books.sums()).toEqual([2 * Number.MAX_SAFE_INTEGER, 2])
    expect(books.members()).toMatchObject([{ uploaded: Number.MAX_SAFE_INTEGER, downloaded: 2 }])
  })

  test('where the database takes no such row', () => {
    const books = createBooks()
    const stranger = 99 as MemberId
    const report = (bytes: number): void => {
      books.report(bytes, 0, { member: stranger })
      books.report(bytes)
    }
    books.together(() => report(0))
    books.passSeconds(1)
    books.together(() => report(500))
    expect(books.trouble.length).toBeGreaterThan(0)
    expect(books.trouble.filter((line) => !line.includes('FOREIGN KEY'))).toEqual([])
    expect(books.sums()).toEqual([500, 0])
  })
})

test('one who is another client at each announce is remembered as a bounded number of them', () => {
  const books = createBooks()
  for (let number = 0; number < 12_000; number += 1) {
    books.report(0, 0, { peerId: peerId(number) })
    books.passSeconds(1)
    // Not only once it is swept.
    if (number % 1_000 === 0) expect(books.kept()).toBeLessThanOrEqual(5_000)
  }
  books.sweep()
  expect(books.kept()).toBe(5_000)
  // The latest of them has not been forgotten.
  books.report(RATE, 0, { peerId: peerId(11_999) })
  expect(books.sums()).toEqual([RATE, 0])
})

test('a client that was forgotten for others of the same turn begins again', () => {
  const books = createBooks()
  books.report(0)
  books.passSeconds(10)
  books.together(() => {
    for (let number = 2; number < 5_002; number += 1) books.report(0, 0, { peerId: peerId(number) })
    books.report(500)
  })
  expect(books.kept()).toBe(5_000)
  books.passSeconds(10)
  books.report(600)
  expect(books.sums()).toEqual([100, 0])
})

test('the sweep forgets what is old and what is too much, and holds up nobody for long', () => {
  const books = createBooks()
  const other = books.join('Bea')
  /** `reportedAt` is an expression of the row's number n. */
  const rows = (member: number, count: number, reportedAt: string): void =>
    books.run(
      `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})
       INSERT INTO transfers SELECT ${member}, '${infoHash(1)}', printf('%040x', n), 0, 0, ${reportedAt} FROM n`,
    )
  rows(1, 12_000, '1000000000000 - n')
  rows(other, 3_000, 'CASE WHEN n <= 2000 THEN 5 ELSE 1000000000000 END')
  const kept = books.sweep()
  expect(kept.at(-1)).toBe(5_000 + 1_000)
  expect(kept.length).toBeGreaterThan(15)
  for (const [turn, count] of kept.entries()) {
    expect((kept[turn - 1] ?? 15_000) - count).toBeLessThanOrEqual(1_000)
  }
  expect(books.trouble).toEqual([])
})

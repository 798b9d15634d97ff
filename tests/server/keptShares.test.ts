import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { KeptShares, type KeptShare } from '../../server/store/keptShares.ts'
import { Members } from '../../server/store/members.ts'
import { infoHash } from '../wire/trackerIds.ts'
import { temporaryFolder } from './support/testServer.ts'

/** Opens the same database again and again, as a server that is started anew. */
function opener() {
  const folder = temporaryFolder()
  return () => {
    const database = openDatabase(folder)
    onTestFinished(() => {
      if (database.isOpen) database.close()
    })
    let dueCount = 0
    const shares = new KeptShares(database, () => (dueCount += 1))
    return { database, shares, due: () => dueCount }
  }
}

test('what is kept, and for whom, outlives the process', () => {
  const open = opener()
  const { database, shares, due } = open()
  const { id } = new Members(database, () => 0).add('Ada')
  const share: KeptShare = {
    infoHash: infoHash(1),
    name: '<b>film</b>',
    size: 10_000_000_000,
    here: 9_999_999_999,
    state: 'fetching',
    failure: null,
    addedAt: 1,
    movedAt: 2,
    wantedAt: 3,
    bridged: true,
    promises: [
      { digest: 'a', member: id, askedAt: 1, until: 10 },
      { digest: 'b', member: null, askedAt: 2, until: 20 },
    ],
  }
  const failed: KeptShare = {
    ...share,
    infoHash: infoHash(2),
    size: null,
    state: 'failed',
    failure: 'incomplete',
    bridged: false,
    promises: [],
  }
  for (const each of [share, failed, { ...share, infoHash: infoHash(3), promises: [] }]) shares.put(each)
  shares.remove(infoHash(3))
  expect(due()).toBe(4)
  shares.flush()
  // Written over as a whole: a promise that was taken back is gone.
  shares.put({ ...share, promises: share.promises.slice(1) })
  shares.flush()
  database.close()

  const again = open()
  expect(again.shares.all()).toEqual([{ ...share, promises: share.promises.slice(1) }, failed])
  expect(again.shares.get(infoHash(3))).toBeNull()
  again.shares.remove(infoHash(1))
  again.shares.flush()
  expect(again.database.prepare('SELECT count(*) AS count FROM kept_for').get()).toEqual({ count: 0 })
})

test('what could not be written is written later', () => {
  const open = opener()
  const { database, shares } = open()
  const other = open()
  other.database.exec('BEGIN IMMEDIATE')
  database.exec('PRAGMA busy_timeout = 0')
  shares.put({ ...EMPTY, infoHash: infoHash(1) })
  expect(() => shares.flush()).toThrow(/locked/)
  other.database.exec('ROLLBACK')
  shares.flush()
  database.close()
  expect(open().shares.count).toBe(1)
})

const EMPTY: Omit<KeptShare, 'infoHash'> = {
  name: '',
  size: null,
  here: 0,
  state: 'waiting',
  failure: null,
  addedAt: 0,
  movedAt: 0,
  wantedAt: 0,
  bridged: false,
  promises: [],
}

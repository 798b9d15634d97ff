import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '../../server/log.ts'
import { inTransaction, openDatabase } from '../../server/store/database.ts'
import { folded } from '../../server/store/folded.ts'
import { Invitations } from '../../server/store/invitations.ts'
import { Members } from '../../server/store/members.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { Outbox } from '../../server/store/shared/outbox.ts'
import { openStore } from '../../server/store/store.ts'
import { infoHash } from '../wire/trackerIds.ts'
import { Admin, bearer, call, startPrivateServer } from './support/api.ts'
import { healthOf, quiet, startTestServer, temporaryFolder } from './support/testServer.ts'

/** A database that another program holds, or whose disk is full. */

const NO_LIMITS = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }

/** Another program that writes: until it is told to end, nobody else does. */
function hold(folder: string): () => void {
  const other = new DatabaseSync(join(folder, 'shoal.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  let isHeld = true
  const release = (): void => {
    if (!isHeld) return
    isHeld = false
    other.exec('ROLLBACK')
    other.close()
  }
  onTestFinished(release)
  return release
}

/** From now on the disk has room for nothing more. */
function fill(database: DatabaseSync): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  database.exec(`PRAGMA max_page_count = ${pages}`)
}

const hexPath = (hex: string): string => hex.replace(/../g, '%$&')

/** What a member says over HTTP that it has fetched in all. */
async function announce(url: string, passkey: string, downloaded: number): Promise<string> {
  const ids = `info_hash=${hexPath(infoHash(1))}&peer_id=${hexPath('01'.repeat(20))}`
  const query = `${ids}&port=6881&left=1&uploaded=0&downloaded=${downloaded}`
  return (await fetch(new URL(`announce/${passkey}?${query}`, url))).text()
}

test('a full disk is given as the reason, and leaves no transaction open', () => {
  const database = openDatabase(temporaryFolder())
  onTestFinished(() => database.close())
  fill(database)
  const write = (): void =>
    inTransaction(database, () => {
      const insert = database.prepare('INSERT INTO samples (at, figures) VALUES (?, ?)')
      for (let at = 0; at < 1_000; at += 1) insert.run(at, 'x'.repeat(4_000))
    })
  expect(write).toThrow(/^database or disk is full$/)
  expect(database.isTransaction).toBe(false)
  database.exec('PRAGMA max_page_count = 1000000')
  expect(write).not.toThrow()
})

test('an invitation that cannot be written makes nobody a member', () => {
  const database = openDatabase(temporaryFolder())
  onTestFinished(() => database.close())
  const members = new Members(database, () => 0)
  const invitations = new Invitations(database, members, () => 0)
  const { token } = invitations.create('Ada', 1, 1)
  fill(database)
  expect(() => invitations.accept(token, 'x'.repeat(1_000_000))).toThrow(/full/)
  expect(members.count).toBe(0)
  database.exec('PRAGMA max_page_count = 1000000')
  expect(invitations.accept(token, 'Ada')).not.toBeNull()
})

test('the numbers of an outbox go on when its table is made anew', () => {
  const folder = temporaryFolder()
  const step = MIGRATIONS.findIndex(({ sqlite }) => sqlite.includes('outbox_before'))
  const before = new DatabaseSync(join(folder, 'shoal.sqlite'))
  before.function('folded', { deterministic: true }, (text) => folded(String(text)))
  for (const { sqlite } of MIGRATIONS.slice(0, step)) before.exec(sqlite)
  before.exec(`PRAGMA user_version = ${step}`)
  const insert = before.prepare(`INSERT INTO outbox (kind, body) VALUES ('media', ?)`)
  for (const body of ['1', '2', '3']) insert.run(body)
  before.exec('DELETE FROM outbox WHERE number IN (1, 3)')
  before.close()
  const database = openDatabase(folder)
  onTestFinished(() => database.close())
  const outbox = new Outbox(database)
  outbox.add('sample', [{}])
  expect(outbox.first(9).map(({ number, kind }) => [number, kind])).toEqual([
    [2, 'media'],
    [4, 'sample'],
  ])
})

test('a store that serves waits for nobody who holds its database', () => {
  const folder = temporaryFolder()
  const store = openStore(folder, NO_LIMITS, quiet)
  onTestFinished(() => store.close())
  expect(store.database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 0 })
})

test('while another program holds the database the server answers, says so, and catches up by itself', async () => {
  const folder = temporaryFolder()
  let written = ''
  const log = createLog('info', (line) => (written += line))
  const environment = { TRACKER_ACCOUNT_RATE: '0' }
  const { server, admin } = await startPrivateServer(environment, { settings: { dataDir: folder }, log })
  const { passkey } = await admin.invite()
  const register = { infoHash: infoHash(1), name: 'Sunrise' }
  await call(server, 'POST', '/api/torrents', bearer(passkey), register)
  await announce(server.url, passkey, 0)

  const release = hold(folder)
  expect(await announce(server.url, passkey, 500)).toContain('8:interval')
  await vi.waitFor(
    async () => {
      expect(await healthOf(server)).toMatchObject({ status: 'degraded', database: 'database is locked' })
    },
    { timeout: 30_000 },
  )
  // What only reads goes on; what has to write says why it does not.
  expect((await call(server, 'GET', '/api/me', bearer(passkey))).status).toBe(200)
  const answer = await call(server, 'POST', '/api/torrents', bearer(passkey), {
    ...register,
    infoHash: infoHash(2),
  })
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1'])
  expect(written.match(/the database cannot be written.*reason="database is locked"/g)).toHaveLength(1)

  release()
  await vi.waitFor(async () => expect((await healthOf(server)).status).toBe('ok'), { timeout: 30_000 })
  expect((await call(server, 'GET', '/api/me', bearer(passkey))).json).toMatchObject({ downloaded: 500 })
  expect(written).toContain('the database can be written again')
  expect(written).not.toContain(infoHash(1))
}, 90_000)

test('who asks while the database is held for a moment does not notice', async () => {
  const folder = temporaryFolder()
  const { server, admin } = await startPrivateServer({}, { settings: { dataDir: folder } })
  const { passkey } = await admin.invite()
  const release = hold(folder)
  const body = { infoHash: infoHash(1), name: 'Sunrise' }
  const asked = call(server, 'POST', '/api/torrents', bearer(passkey), body)
  await healthOf(server)
  release()
  expect((await asked).status).toBe(200)
})

test('a request that fails is logged without the torrent that it was about', async () => {
  const folder = temporaryFolder()
  let written = ''
  const log = createLog('info', (line) => (written += line))
  const server = await startTestServer({ settings: { dataDir: folder }, log })
  const admin = await Admin.of(server)
  await admin.call('POST', 'torrents', { infoHash: infoHash(1) })
  const other = new DatabaseSync(join(folder, 'shoal.sqlite'))
  other.exec(`CREATE TRIGGER full BEFORE DELETE ON torrents BEGIN SELECT RAISE(FAIL, 'disk is full'); END`)
  other.close()
  expect((await admin.call('DELETE', `torrents/${infoHash(1)}`)).status).toBe(500)
  expect(written).toMatch(/an API request failed path=\S*torrents\S* error="disk is full"/)
  expect(written).not.toContain(infoHash(1))
})

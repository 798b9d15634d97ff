import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openSharedStore, type SharedStore } from '../../server/store/shared/sharedStore.ts'
import type { MemberId } from '../../server/tracker/admission.ts'
import { noPostgres } from '../support/postgres.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { brittleLineTo } from './support/brittleLine.ts'
import { postgresForFile } from './support/postgres.ts'
import { quiet, temporaryFolder } from './support/testServer.ts'

const postgres = postgresForFile()

const NO_LIMITS = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }

/** A node in this process. */
async function openNode(url: string, folder: string | null = null, limits = NO_LIMITS): Promise<SharedStore> {
  const store = await openSharedStore({ url, folder, limits, log: quiet })
  onTestFinished(async () => {
    if (store.database.isOpen) await store.close()
  })
  return store
}

/** All nodes have told and heard everything. */
async function settled(...nodes: readonly SharedStore[]): Promise<void> {
  for (const node of nodes) {
    node.accounts.tryFlush()
    await new Promise((resolve) => setImmediate(resolve))
    await vi.waitFor(() => expect(node.behind).toBe(0), { timeout: 30_000 })
  }
  for (const node of nodes) await node.catchUp()
}

describe.skipIf(noPostgres !== null)('several nodes', () => {
  test('know at once what one of them was told', async () => {
    const url = await postgres().createDatabase()
    const [one, other] = [await openNode(url), await openNode(url)]
    const { token } = await one.invitations.create('Ada', 1, Date.now() + 60_000)
    const accepted = await other.invitations.accept(token, 'Ada')
    const { id, passkey } = accepted ?? expect.fail('The invitation holds.')
    expect(other.members.memberOf(passkey)).toBe(id)
    await vi.waitFor(() => expect(one.members.memberOf(passkey)).toBe(id))
    expect(await one.torrents.register(infoHash(1), 'Été', id, 'pending')).toBe('pending')
    await vi.waitFor(() => expect(other.torrents.statusOf(infoHash(1))).toBe('pending'))
    expect(other.torrents.list({ search: 'été', status: null, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      torrents: [{ name: 'Été', memberId: id }],
    })
    expect(other.members.get(id)).toMatchObject({ name: 'Ada', invitation: 'Ada' })
    expect(one.invitations.list()).toEqual([])
  })

  test('spend an invitation once, and open an admin’s link once', async () => {
    const url = await postgres().createDatabase()
    const one = await openNode(url)
    const nodes = [one, await openNode(url), await openNode(url)]
    const { token } = await one.invitations.create('', 4, Date.now() + 60_000)
    const members = await Promise.all(
      nodes.flatMap((node) => Array.from({ length: 4 }, async () => node.invitations.accept(token, 'Bea'))),
    )
    expect(members.filter((member) => member !== null)).toHaveLength(4)
    const link = await one.adminKeys.createLink()
    const sessions = await Promise.all(nodes.map((node) => node.adminKeys.openLink(link)))
    expect(sessions.filter((session) => session !== null)).toHaveLength(1)
  })

  test('cut off who is revoked at another, and end what is blocked there', async () => {
    const url = await postgres().createDatabase()
    const [one, other] = [await openNode(url), await openNode(url)]
    const told: unknown[] = []
    other.watch({
      cutOffMember: (member: MemberId) => told.push(member),
      evict: (hash) => told.push(hash),
    })
    const [ada, bea] = [await one.members.add('Ada'), await one.members.add('Bea')]
    await one.torrents.register(infoHash(1), '', null, 'listed')
    await other.catchUp()
    told.length = 0
    const before = performance.now()
    expect(await one.members.revoke(ada.id)).toBe(true)
    await vi.waitFor(() => expect(told).toEqual([ada.id]), { interval: 5 })
    expect(performance.now() - before).toBeLessThan(1_000)
    await one.members.changePasskey(bea.id)
    await one.torrents.setStatus(infoHash(1), 'blocked')
    await vi.waitFor(() => expect(told).toEqual([ada.id, bea.id, infoHash(1)]))
    expect(other.members.memberOf(ada.passkey)).toBeNull()
    expect(other.members.memberOf(bea.passkey)).toBeNull()
    expect(await other.members.revoke(ada.id)).toBe(false)
  })

  test('book what one client tells now one and now another, once', async () => {
    const url = await postgres().createDatabase()
    const nodes = [await openNode(url), await openNode(url)]
    const [one = expect.fail()] = nodes
    const { id } = await one.members.add('Ada')
    await Promise.all(nodes.map((node) => node.catchUp()))
    for (let announce = 0; announce <= 20; announce += 1) {
      for (const client of [1, 2]) {
        nodes[(announce + client) % 2]?.accounts.report({
          member: id,
          infoHash: infoHash(1),
          peerId: peerId(client),
          uploaded: announce * 1_000,
          downloaded: announce * 7 * client,
          hadCompany: true,
        })
      }
      await settled(...nodes)
    }
    for (const node of nodes) {
      expect(node.accounts.of(id)).toEqual([
        { infoHash: infoHash(1), name: '', uploaded: 40_000, downloaded: 20 * 7 * 3 },
      ])
    }
  })

  test('add up finished downloads, and share what was hashed', async () => {
    const url = await postgres().createDatabase()
    const [one, other] = [await openNode(url), await openNode(url)]
    await one.torrents.register(infoHash(1), '', null, 'listed')
    await other.catchUp()
    for (const node of [one, other, other]) node.torrents.countCompleted(infoHash(1))
    const info = new Uint8Array([0, 255, 128, 10, 92])
    const parts = [{ path: 'a/1.ts', size: 3, modifiedAt: 1.5 }]
    one.media.put({ path: 'a/ö.m3u8', size: 3, modifiedAt: 1.5, infoHash: infoHash(2), info, parts })
    await settled(one, other)
    expect(one.torrents.get(infoHash(1))?.completed).toBe(3)
    expect(other.media.all()).toEqual([
      { path: 'a/ö.m3u8', size: 3, modifiedAt: 1.5, infoHash: infoHash(2), info, parts },
    ])
    // The file that one of them has is nothing to the other.
    other.media.remove('a/ö.m3u8')
    await settled(one, other)
    expect([one.media.all().length, other.media.all().length]).toEqual([1, 0])
  })
})

test.skipIf(noPostgres !== null)('a copy that was away for too long is made anew', async () => {
  const url = await postgres().createDatabase()
  const folder = temporaryFolder()
  const away = await openNode(url, folder)
  const { id, passkey } = await away.members.add('Ada')
  await away.torrents.register(infoHash(1), 'One', id, 'listed')
  await away.close()
  const other = await openNode(url)
  await other.torrents.remove(infoHash(1))
  await other.torrents.register(infoHash(2), 'Two', id, 'listed')
  await postgres().run(
    url,
    'WITH gone AS (DELETE FROM changes RETURNING number) UPDATE site SET forgotten = (SELECT max(number) FROM gone)',
  )
  const back = await openNode(url, folder)
  expect(back.members.memberOf(passkey)).toBe(id)
  expect(back.torrents.statusOf(infoHash(1))).toBeNull()
  expect(back.torrents.get(infoHash(2))).toMatchObject({ name: 'Two', memberId: id })
})

test.skipIf(noPostgres !== null)(
  'a backup that was restored is seen, as docs/deploy.md says it',
  async () => {
    const url = await postgres().createDatabase()
    const folder = temporaryFolder()
    const before = await openNode(url, folder)
    const { id } = await before.members.add('Ada')
    await before.close()
    const [, sql = ''] = /```sql\n([^]*?)```/.exec(readFileSync('docs/deploy.md', 'utf8')) ?? []
    await postgres().run(url, 'ALTER TABLE members DISABLE TRIGGER USER')
    await postgres().run(url, `UPDATE members SET name = 'Bea'`)
    await postgres().run(url, 'ALTER TABLE members ENABLE TRIGGER USER')
    await postgres().run(url, sql)
    const after = await openNode(url, folder)
    expect(after.members.get(id)?.name).toBe('Bea')
    const joined = await after.members.add('Cid')
    expect(after.members.memberOf(joined.passkey)).toBe(joined.id)
  },
)

describe.skipIf(noPostgres !== null)('a connection that is lost while PostgreSQL commits', () => {
  test('makes nobody a member twice, and tells who became one', async () => {
    const direct = await postgres().createDatabase()
    const way = await brittleLineTo(direct)
    const node = await openNode(way.url)
    const { token } = await node.invitations.create('', 1, Date.now() + 60_000)
    way.cutAfterCommit()
    const member = await node.invitations.accept(token, 'Ada')
    expect(way.cuts).toBe(1)
    expect(node.members.memberOf(member?.passkey ?? '')).toBe(member?.id)
    expect(await postgres().run(direct, 'SELECT name FROM members')).toEqual([{ name: 'Ada' }])
  })

  test('books nothing twice', async () => {
    const way = await brittleLineTo(await postgres().createDatabase())
    const node = await openNode(way.url)
    const { id: member } = await node.members.add('Ada')
    await node.torrents.register(infoHash(1), '', null, 'listed')
    const ids = { member, infoHash: infoHash(1), peerId: peerId(1), hadCompany: true }
    node.accounts.report({ ...ids, uploaded: 0, downloaded: 0 })
    await settled(node)
    way.cutAfterCommit()
    // Counted, not summed up: said twice, they would be there twice.
    for (let count = 0; count < 5; count += 1) node.torrents.countCompleted(infoHash(1))
    node.accounts.report({ ...ids, uploaded: 700, downloaded: 30 })
    await settled(node)
    expect(way.cuts).toBe(1)
    expect(node.torrents.get(infoHash(1))?.completed).toBe(5)
    expect(node.accounts.of(member)).toMatchObject([{ uploaded: 700, downloaded: 30 }])
  })
})

test.skipIf(noPostgres !== null)(
  'what has arrived, and was not crossed out before the end, counts once',
  async () => {
    const url = await postgres().createDatabase()
    const folder = temporaryFolder()
    const node = await openNode(url, folder)
    await node.torrents.register(infoHash(1), '', null, 'listed')
    await postgres().stop()
    for (let count = 0; count < 5; count += 1) node.torrents.countCompleted(infoHash(1))
    await vi.waitFor(() => expect(node.behind).toBe(1))
    const outbox = node.database.prepare('SELECT number, kind, body FROM outbox').all()
    await postgres().resume()
    await settled(node)
    await node.close()
    // As the file is when the process is killed between PostgreSQL's answer and that.
    const file = new DatabaseSync(join(folder, 'copy.sqlite'))
    const again = file.prepare('INSERT INTO outbox (number, kind, body) VALUES (?, ?, ?)')
    for (const row of outbox) again.run(...Object.values(row))
    file.close()
    const back = await openNode(url, folder)
    expect(back.behind).toBe(1)
    await settled(back)
    expect(back.torrents.get(infoHash(1))?.completed).toBe(5)
  },
  120_000,
)

test.skipIf(noPostgres !== null)(
  'what another process has left in the folder is carried on',
  async () => {
    const url = await postgres().createDatabase()
    const folder = temporaryFolder()
    const [one, other] = [await openNode(url, folder), await openNode(url, folder)]
    await one.torrents.register(infoHash(1), '', null, 'listed')
    await other.catchUp()
    await postgres().stop()
    other.torrents.countCompleted(infoHash(1))
    await vi.waitFor(() => expect(other.behind).toBe(1))
    await other.close()
    await one.close()
    await postgres().resume()
    const alone = await openNode(url, folder)
    expect(alone.behind).toBe(0)
    await vi.waitFor(() => expect(alone.torrents.get(infoHash(1))?.completed).toBe(1), { timeout: 30_000 })
  },
  120_000,
)

import { describe, expect, onTestFinished, test } from 'vitest'
import type { KeptShare } from '../../server/store/keptShares.ts'
import { copyDatabase } from '../../server/store/shared/copyDatabase.ts'
import { openSharedStore, type SharedStore } from '../../server/store/shared/sharedStore.ts'
import { openStore } from '../../server/store/store.ts'
import { noPostgres } from '../support/postgres.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { postgresForFile } from './support/postgres.ts'
import { quiet, temporaryFolder } from './support/testServer.ts'

const postgres = postgresForFile()
const limits = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }

async function openNode(url: string, folder: string | null): Promise<SharedStore> {
  const store = await openSharedStore({ url, folder, limits, log: quiet })
  onTestFinished(async () => {
    if (store.database.isOpen) await store.close()
  })
  return store
}

/** A database that has something in every table. */
async function filledFolder() {
  const folder = temporaryFolder()
  const store = openStore(folder, limits, quiet)
  const { token } = store.invitations.create('for Ada', 2, 9e12) as { token: string }
  const ada = store.invitations.accept(token, 'Ada') as { id: never; passkey: string }
  const bea = store.members.add('Béa\0')
  store.members.revoke(bea.id)
  store.torrents.register(infoHash(1), 'ÉTÉ', ada.id, 'pending')
  store.torrents.register(infoHash(2), '', null, 'blocked')
  store.torrents.countCompleted(infoHash(1))
  for (const bytes of [0, 500]) {
    const sums = { uploaded: bytes, downloaded: bytes * 2 }
    store.accounts.report({
      member: ada.id,
      infoHash: infoHash(1),
      peerId: peerId(1),
      ...sums,
      hadCompany: true,
    })
  }
  const { token: key } = store.adminKeys.createToken('cron') as { token: string }
  store.media.put({
    path: 'a.mp4',
    size: 5,
    modifiedAt: 1.25,
    infoHash: infoHash(3),
    info: new Uint8Array([0, 1, 255]),
    parts: [{ path: 'a/1.ts', size: 5, modifiedAt: 1.25 }],
  })
  const sample = { swarms: 1, peers: 2, addressedPeers: 0, sockets: 2, webSocketMessages: 3, httpRequests: 4 }
  store.samples.add({ at: Date.now(), ...sample, udpDatagrams: 5, cpuSeconds: 0.5, memoryBytes: 6 })
  const share: KeptShare = {
    infoHash: infoHash(1),
    name: 'film',
    size: 10,
    here: 3,
    state: 'fetching',
    failure: null,
    addedAt: 1,
    movedAt: 2,
    wantedAt: 3,
    bridged: false,
    promises: [{ digest: 'a', member: ada.id, askedAt: 1, until: 9e12 }],
  }
  store.kept.put(share)
  store.accounts.tryFlush()
  await store.close()
  // Sums of a version that had no limit to them.
  const old = openStore(folder, limits, quiet)
  old.database.exec(`INSERT INTO accounts VALUES (1, '${infoHash(9)}', ${2n ** 63n - 1n}, 1)`)
  await old.close()
  return { folder, ada, bea, token, key, share }
}

describe.skipIf(noPostgres !== null)('a database that is copied to PostgreSQL', () => {
  test('is there whole, and goes on where it was', async () => {
    const { folder, ada, bea, token, key, share } = await filledFolder()
    const url = await postgres().createDatabase()
    expect(await copyDatabase(folder, url)).toEqual({
      invitations: 1,
      members: 2,
      torrents: 2,
      accounts: 2,
      admin_keys: 1,
      media: 1,
      transfers: 1,
      allowances: 1,
      samples: 1,
      kept: 1,
      kept_for: 1,
    })
    const node = await openNode(url, folder)
    expect(node.members.memberOf(ada.passkey)).toBe(ada.id)
    expect(node.members.memberOf(bea.passkey)).toBeNull()
    expect(node.members.get(ada.id)).toMatchObject({ name: 'Ada', invitation: 'for Ada' })
    expect(node.members.get(bea.id)).toMatchObject({ name: 'Béa', revokedAt: expect.any(Number) as unknown })
    expect(node.torrents.get(infoHash(1))).toMatchObject({ name: 'ÉTÉ', status: 'pending', completed: 1 })
    expect(node.torrents.statusOf(infoHash(2))).toBe('blocked')
    expect(node.torrents.list({ search: 'été', status: null, offset: 0, limit: 9 }).total).toBe(1)
    expect(node.accounts.of(ada.id)).toEqual([
      { infoHash: infoHash(9), name: '', uploaded: Number.MAX_SAFE_INTEGER, downloaded: 1 },
      { infoHash: infoHash(1), name: 'ÉTÉ', uploaded: 500, downloaded: 1_000 },
    ])
    expect(node.adminKeys.isToken(key)).toBe(true)
    expect(node.media.all()).toMatchObject([
      {
        path: 'a.mp4',
        modifiedAt: 1.25,
        info: new Uint8Array([0, 1, 255]),
        parts: [{ path: 'a/1.ts', modifiedAt: 1.25 }],
      },
    ])
    expect(node.samples.since(0)).toHaveLength(1)
    expect(node.kept.all()).toEqual([share])
    // Numbers go on behind those that are taken, the invitation has a use left, and a client goes on where it was.
    const joined = await node.invitations.accept(token, 'Cid')
    expect(joined?.id).toBeGreaterThan(bea.id)
    expect(await node.invitations.accept(token, 'Dan')).toBeNull()
    const sums = { uploaded: 700, downloaded: 1_001 }
    node.accounts.report({
      member: ada.id,
      infoHash: infoHash(1),
      peerId: peerId(1),
      ...sums,
      hadCompany: true,
    })
    await expect.poll(() => node.accounts.of(ada.id)[1]).toMatchObject(sums)
  })

  test('is refused where there is anything, and nothing is changed', async () => {
    const { folder } = await filledFolder()
    const url = await postgres().createDatabase()
    const node = await openNode(url, null)
    await node.members.add('Eve')
    await expect(copyDatabase(folder, url)).rejects.toThrow(/A server uses .*DATABASE_URL/)
    await node.close()
    await expect(copyDatabase(folder, url)).rejects.toThrow(/not empty: it has members already/)
    expect(await postgres().run(url, 'SELECT name FROM members')).toEqual([{ name: 'Eve' }])
  })

  test('is refused while a server uses it', async () => {
    const { folder } = await filledFolder()
    const url = await postgres().createDatabase()
    const store = openStore(folder, limits, quiet)
    await expect(copyDatabase(folder, url)).rejects.toThrow(/A server uses the database in /)
    await store.close()
    await expect(copyDatabase(temporaryFolder(), url)).rejects.toThrow(/no database in/)
  })
})

import { describe, expect, onTestFinished, test } from 'vitest'
import { openSharedStore } from '../../server/store/shared/sharedStore.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import { noPostgres } from '../support/postgres.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { postgresForFile } from './support/postgres.ts'
import { quiet, temporaryFolder } from './support/testServer.ts'

const postgres = postgresForFile()

const LIMITS = { accountedBytesPerSecond: 0, torrentsPerMember: 2 }
const LATER = 9e12

/** What opens one and the same store again and again. */
type Opener = () => Promise<Store>

const KINDS = [
  {
    name: 'SQLite',
    isMissing: false,
    create: (): Promise<Opener> => {
      const folder = temporaryFolder()
      return Promise.resolve(() => Promise.resolve(openStore(folder, LIMITS, quiet)))
    },
  },
  {
    name: 'PostgreSQL',
    isMissing: noPostgres !== null,
    create: async (): Promise<Opener> => {
      const url = await postgres().createDatabase()
      const folder = temporaryFolder()
      return async () => openSharedStore({ url, folder, limits: LIMITS, log: quiet })
    },
  },
]

for (const { name, isMissing, create } of KINDS) {
  describe.skipIf(isMissing)(`a store in ${name}`, () => {
    /** The store, and what closes it and opens it again. */
    async function start(): Promise<{ store: Store; again: () => Promise<Store> }> {
      const open = await create()
      let store = await open()
      onTestFinished(async () => {
        if (store.database.isOpen) await store.close()
      })
      const again = async (): Promise<Store> => {
        await store.close()
        store = await open()
        return store
      }
      return { store, again }
    }

    test('knows its members by their passkeys', async () => {
      const { store, again } = await start()
      const [ada, bea, cid] = [
        await store.members.add('Ada'),
        await store.members.add('Bea'),
        await store.members.add('Cid'),
      ]
      expect(store.members.memberOf(ada.passkey)).toBe(ada.id)
      expect(store.members.memberOf('0'.repeat(40))).toBeNull()
      const changed = (await store.members.changePasskey(bea.id)) ?? expect.fail()
      expect(await store.members.revoke(cid.id)).toBe(true)
      expect(await store.members.revoke(cid.id)).toBe(false)
      expect(await store.members.changePasskey(cid.id)).toBeNull()
      for (const isAgain of [false, true]) {
        const each = isAgain ? await again() : store
        expect(each.members.count).toBe(2)
        expect(each.members.memberOf(ada.passkey)).toBe(ada.id)
        expect(each.members.memberOf(bea.passkey)).toBeNull()
        expect(each.members.memberOf(changed)).toBe(bea.id)
        expect(each.members.memberOf(cid.passkey)).toBeNull()
        expect(each.members.get(cid.id)?.revokedAt).toBeGreaterThan(0)
        expect(each.members.list({ search: 'EA', offset: 0, limit: 9 })).toMatchObject({
          total: 1,
          members: [{ id: bea.id, name: 'Bea', uploaded: 0, downloaded: 0 }],
        })
        const page = each.members.list({ search: '', offset: 1, limit: 1 })
        expect([page.total, page.members.map((member) => member.name)]).toEqual([3, ['Bea']])
      }
    })

    test('lets in as many by an invitation as it says', async () => {
      const { store, again } = await start()
      const { token, id } = await store.invitations.create('friends', 2, LATER)
      const { token: old } = await store.invitations.create('', 1, 1)
      const { id: withdrawn, token: void_ } = await store.invitations.create('', 1, LATER)
      expect(await store.invitations.withdraw(withdrawn)).toBe(true)
      expect(await store.invitations.withdraw(withdrawn)).toBe(false)
      for (const worthless of [old, void_, '0'.repeat(40), 'x']) {
        expect(await store.invitations.accept(worthless, 'Eve')).toBeNull()
      }
      const ada = (await store.invitations.accept(token, 'Ada')) ?? expect.fail()
      expect(store.members.get(ada.id)).toMatchObject({ name: 'Ada', invitation: 'friends' })
      const back = await again()
      expect(back.invitations.list()).toMatchObject([{ id, note: 'friends', usesLeft: 1, expiresAt: LATER }])
      expect(await back.invitations.accept(token, 'Bea')).not.toBeNull()
      expect(await back.invitations.accept(token, 'Cid')).toBeNull()
      expect([back.members.count, back.invitations.list()]).toEqual([2, []])
    })

    test('makes an admin of one who opens a link, once', async () => {
      const { store, again } = await start()
      expect(store.adminKeys.hasAdmin).toBe(false)
      const link = await store.adminKeys.createLink()
      expect(store.adminKeys.hasAdmin).toBe(false)
      const session = (await store.adminKeys.openLink(link)) ?? expect.fail()
      expect(await store.adminKeys.openLink(link)).toBeNull()
      const { id, token } = await store.adminKeys.createToken('cron')
      for (const isAgain of [false, true]) {
        const each = isAgain ? await again() : store
        expect(each.adminKeys.hasAdmin).toBe(true)
        expect([each.adminKeys.isSession(session), each.adminKeys.isToken(session)]).toEqual([true, false])
        expect([each.adminKeys.isSession(token), each.adminKeys.isToken(token)]).toEqual([false, true])
        expect(each.adminKeys.tokens()).toMatchObject([{ id, name: 'cron' }])
      }
      const back = await again()
      expect(await back.adminKeys.removeToken(id)).toBe(true)
      expect(await back.adminKeys.removeToken(id)).toBe(false)
      await back.adminKeys.closeSession(session)
      expect([back.adminKeys.isToken(token), back.adminKeys.isSession(session)]).toEqual([false, false])
    })

    test('keeps torrents under the name and state that they got first', async () => {
      const { store, again } = await start()
      const { id } = await store.members.add('Ada')
      expect(await store.torrents.register(infoHash(1), 'ÉTÉ in Paris', id, 'pending')).toBe('pending')
      expect(await store.torrents.register(infoHash(1), 'other', null, 'listed')).toBe('pending')
      expect(await store.torrents.register(infoHash(2), 'E\u0301te\u0301', id, 'listed')).toBe('listed')
      // As many as one member may have; what is known is nothing new, and an admin may enter more.
      expect(await store.torrents.register(infoHash(3), '', id, 'listed')).toBeNull()
      expect(await store.torrents.register(infoHash(2), '', id, 'listed')).toBe('listed')
      expect(await store.torrents.register(infoHash(3), 'Ёлка', null, 'listed')).toBe('listed')
      expect(await store.torrents.setStatus(infoHash(1), 'blocked')).toBe(true)
      expect(await store.torrents.setStatus(infoHash(9), 'blocked')).toBe(false)
      for (const isAgain of [false, true]) {
        const each = isAgain ? await again() : store
        expect(each.torrents.count).toBe(3)
        expect(each.torrents.statusOf(infoHash(1))).toBe('blocked')
        expect(each.torrents.get(infoHash(1))).toMatchObject({ name: 'ÉTÉ in Paris', memberId: id })
        const search = (text: string) =>
          each.torrents.list({ search: text, status: null, offset: 0, limit: 9 })
        expect(search('été').total).toBe(2)
        expect(search('ёЛКА').torrents).toMatchObject([{ infoHash: infoHash(3), memberId: null }])
        expect(search(infoHash(2).toUpperCase()).total).toBe(1)
        expect(each.torrents.list({ search: '', status: 'blocked', offset: 0, limit: 9 }).total).toBe(1)
      }
      const back = await again()
      expect(await back.torrents.remove(infoHash(2))).toBe(true)
      expect(await back.torrents.remove(infoHash(2))).toBe(false)
      expect(await back.torrents.register(infoHash(4), '', id, 'listed')).toBe('listed')
      expect((await again()).torrents.statusOf(infoHash(2))).toBeNull()
    })

    test('counts what was moved and finished, and keeps what was hashed', async () => {
      const { store, again } = await start()
      const { id } = await store.members.add('Ada')
      await store.torrents.register(infoHash(1), 'film', null, 'listed')
      for (const bytes of [0, 70]) {
        const sums = { uploaded: bytes, downloaded: bytes * 2 }
        store.accounts.report({
          member: id,
          infoHash: infoHash(1),
          peerId: peerId(1),
          ...sums,
          hadCompany: true,
        })
      }
      for (let count = 0; count < 3; count += 1) store.torrents.countCompleted(infoHash(1))
      const record = { path: 'a/ö.mp4', size: 3, modifiedAt: 1.5, infoHash: infoHash(2), parts: [] }
      store.media.put({ ...record, size: 2, info: new Uint8Array([7]) })
      store.media.put({ ...record, info: new Uint8Array([0, 255]) })
      store.media.put({ ...record, path: 'gone', info: new Uint8Array([1]) })
      store.media.remove('gone')
      const sample = { swarms: 1, peers: 2, addressedPeers: 0, sockets: 2, webSocketMessages: 3 }
      store.samples.add({
        at: Date.now(),
        ...sample,
        httpRequests: 4,
        udpDatagrams: 5,
        cpuSeconds: 1,
        memoryBytes: 6,
      })
      const back = await again()
      const moved = { uploaded: 70, downloaded: 140 }
      await expect
        .poll(() => back.accounts.of(id))
        .toEqual([{ infoHash: infoHash(1), name: 'film', ...moved }])
      expect(back.members.get(id)).toMatchObject(moved)
      await expect.poll(() => back.torrents.get(infoHash(1))?.completed).toBe(3)
      expect(back.media.all().find(({ path }) => path === record.path)).toEqual({
        ...record,
        info: new Uint8Array([0, 255]),
      })
      expect(back.samples.since(0)).toHaveLength(1)
    })
  })
}

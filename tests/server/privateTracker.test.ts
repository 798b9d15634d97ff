import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import bencodeOf from 'bencode'
import { describe, expect, test, vi } from 'vitest'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import { createLog } from '../../server/log.ts'
import { openDatabase } from '../../server/store/database.ts'
import { Members } from '../../server/store/members.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import type { MemberId } from '../../server/tracker/admission.ts'
import type { RunningServer } from '../../server/start.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'
import { bearer, call, startPrivateServer } from './support/api.ts'
import { healthOf, startTestServer, temporaryFolder } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'
import { announceRequest, scrapeRequest, UdpClient, urlData } from './support/udpClient.ts'

const WRONG = '0'.repeat(40)

async function webSocket(server: RunningServer, passkey?: string): Promise<TrackerClient> {
  return TrackerClient.open(server, {}, passkey)
}

function announce(client: TrackerClient, number: number, hash = 1): void {
  client.send({
    kind: 'announce',
    infoHash: infoHash(hash),
    peerId: peerId(number),
    uploaded: 0,
    downloaded: 0,
    left: 1,
    numwant: 5,
    offers: [{ offerId: offerId(number), sdp: 'v=0' }],
  })
}

async function http(server: RunningServer, path: string, number = 1): Promise<Record<string, unknown>> {
  const escaped = (hex: string): string => hex.replace(/../g, (pair) => `%${pair}`)
  const query = `info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(number))}&port=6881&left=1`
  const response = await fetch(new URL(`${path}?${query}`, server.url))
  const body = bencodeOf.decode(new Uint8Array(await response.arrayBuffer())) as Record<string, unknown>
  const reason = body['failure reason']
  return reason === undefined ? body : { reason: Buffer.from(reason as Uint8Array).toString() }
}

async function register(server: RunningServer, passkey: string, number = 1): Promise<unknown> {
  const torrent = { infoHash: infoHash(number), name: `Torrent ${number}` }
  return (await call(server, 'POST', '/api/torrents', bearer(passkey), torrent)).json
}

describe('without a valid passkey', () => {
  test.each([undefined, WRONG, 'x'])(
    '%s: a WebSocket is told why at its first announce, and closed',
    async (key) => {
      const { server } = await startPrivateServer()
      const client = await webSocket(server, key)
      announce(client, 1)
      expect(await client.next('failure')).toMatchObject({
        infoHash: infoHash(1),
        reason: expect.stringMatching(/passkey/) as unknown,
      })
      expect(await client.closed).toBe(4401)
      expect(await healthOf(server)).toMatchObject({ peers: 0, swarms: 0 })
    },
  )

  test.each(['announce', `announce/${WRONG}`, 'scrape', `scrape/${WRONG}`])(
    'HTTP %s is refused',
    async (path) => {
      const { server } = await startPrivateServer()
      expect(await http(server, path)).toEqual({ reason: expect.stringContaining('passkey') as unknown })
    },
  )

  test('UDP is refused, the scrape too', async () => {
    const { server } = await startPrivateServer({}, { settings: { udpPort: 0 } })
    const client = await UdpClient.open(server.udpPort)
    const id = await client.connect()
    const ids = { infoHash: infoHash(1), peerId: peerId(1) }
    for (const options of ['', urlData(`/announce/${WRONG}`), urlData('/announce')]) {
      expect(await client.ask(announceRequest(id, { ...ids, options }))).toMatch(/^00000003/)
    }
    expect(await client.ask(scrapeRequest(id, [infoHash(1)]))).toMatch(/^00000003/)
  })
})

describe('with a passkey', () => {
  test('members meet over all three protocols, in registered torrents alone', async () => {
    const { server, admin } = await startPrivateServer({}, { settings: { udpPort: 0 } })
    const { passkey } = await admin.invite()
    const client = await webSocket(server, passkey)
    announce(client, 1)
    expect(await client.next('failure')).toMatchObject({
      reason: expect.stringMatching(/registered/) as unknown,
      infoHash: infoHash(1),
    })
    expect(await register(server, passkey)).toEqual({ infoHash: infoHash(1), status: 'listed' })
    announce(client, 1)
    expect(await client.next('reply')).toMatchObject({ incomplete: 1 })
    expect(await http(server, `announce/${passkey}`, 2)).toMatchObject({ incomplete: 2 })
    const udp = await UdpClient.open(server.udpPort)
    const id = await udp.connect()
    const options = urlData('/announce/') + urlData(passkey) + '01'
    const ids = { infoHash: infoHash(1), peerId: peerId(3), port: 7_000 }
    expect(await udp.ask(announceRequest(id, { ...ids, options }))).toMatch(/^00000001.{16}0000000300000000/)
    // Who has a peer at this address is a member.
    expect(await udp.ask(scrapeRequest(id, [infoHash(1)]))).toMatch(/^00000002.{8}000000000000000000000003$/)
  })

  test('that is revoked, sockets are cut off and peers gone at once, others stay', async () => {
    const { server, admin } = await startPrivateServer()
    const [bad, good] = [await admin.invite('Bad'), await admin.invite('Good')]
    await register(server, good.passkey)
    const [badSocket, goodSocket] = [
      await webSocket(server, bad.passkey),
      await webSocket(server, good.passkey),
    ]
    announce(badSocket, 1)
    await badSocket.next('reply')
    announce(goodSocket, 2)
    await goodSocket.next('reply')
    await http(server, `announce/${bad.passkey}`, 3)
    expect(await healthOf(server)).toMatchObject({ peers: 3 })
    expect((await admin.call('POST', `members/${bad.id}/revoke`, {})).status).toBe(204)
    expect(await healthOf(server)).toMatchObject({ peers: 1 })
    expect((await badSocket.next('failure')).reason).toContain('for members')
    expect(await badSocket.closed).toBe(4401)
    expect(await http(server, `announce/${bad.passkey}`, 3)).toHaveProperty('reason')
    expect(await goodSocket.settled()).not.toContainEqual(expect.objectContaining({ kind: 'failure' }))
    expect((await call(server, 'GET', '/api/me', bearer(bad.passkey))).status).toBe(401)
  })

  test('that is changed, the old one is worth nothing and the new one works', async () => {
    const { server, admin } = await startPrivateServer()
    const { passkey } = await admin.invite()
    await register(server, passkey)
    const client = await webSocket(server, passkey)
    announce(client, 1)
    await client.next('reply')
    const { json } = await call(server, 'POST', '/api/me/passkey', bearer(passkey), {})
    expect(await client.closed).toBe(4401)
    expect(await http(server, `announce/${passkey}`)).toHaveProperty('reason')
    const { passkey: changed } = json as { passkey: string }
    expect(await http(server, `announce/${changed}`)).toMatchObject({ incomplete: 1 })
  })
})

describe('torrents', () => {
  test('that wait for approval are refused until an admin approves them', async () => {
    const { server, admin } = await startPrivateServer({ UPLOADS: 'pending' })
    const { passkey } = await admin.invite()
    expect(await register(server, passkey)).toMatchObject({ status: 'pending' })
    expect(await http(server, `announce/${passkey}`)).toEqual({
      reason: expect.stringContaining('approved') as unknown,
    })
    await admin.call('PATCH', `torrents/${infoHash(1)}`, { status: 'listed' })
    expect(await http(server, `announce/${passkey}`)).toMatchObject({ incomplete: 1 })
  })

  test('that are blocked end at once, in an open tracker too', async () => {
    const { server, admin } = await startPrivateServer({ TRACKER_MODE: 'open' })
    const client = await webSocket(server)
    announce(client, 1)
    await client.next('reply')
    await http(server, 'announce', 2)
    expect(await healthOf(server)).toMatchObject({ peers: 2 })
    await admin.call('POST', 'torrents', { infoHash: infoHash(1), status: 'blocked' })
    expect(await healthOf(server)).toMatchObject({ peers: 0, swarms: 0, sockets: 1 })
    expect(await client.next('failure')).toMatchObject({
      reason: expect.stringMatching(/blocked/) as unknown,
    })
    announce(client, 1)
    expect(await client.next('failure')).toMatchObject({
      reason: expect.stringMatching(/blocked/) as unknown,
    })
    announce(client, 1, 2)
    expect(await client.next('reply')).toMatchObject({ incomplete: 1 })
  })

  test('that have to wait again end at once, however that is said', async () => {
    const { server, admin } = await startPrivateServer({ TRACKER_MODE: 'listed' })
    for (const [method, path] of [
      ['POST', 'torrents'],
      ['PATCH', `torrents/${infoHash(1)}`],
    ] as const) {
      await admin.call('POST', 'torrents', { infoHash: infoHash(1) })
      await http(server, 'announce')
      expect(await healthOf(server)).toMatchObject({ peers: 1 })
      const body = method === 'POST' ? { infoHash: infoHash(1), status: 'pending' } : { status: 'pending' }
      await admin.call(method, path, body)
      expect(await healthOf(server)).toMatchObject({ peers: 0 })
    }
  })

  test('are no more than one member may register', async () => {
    const { server, admin } = await startPrivateServer({ TRACKER_MEMBER_TORRENTS: '2' })
    const [one, other] = [await admin.invite('One'), await admin.invite('Other')]
    for (const number of [1, 2]) await register(server, one.passkey, number)
    expect(await register(server, one.passkey, 3)).toEqual({
      error: expect.stringContaining('as many torrents') as unknown,
    })
    // What is known already is nothing new.
    expect(await register(server, one.passkey, 2)).toMatchObject({ status: 'listed' })
    expect(await register(server, other.passkey, 3)).toMatchObject({ status: 'listed' })
    await admin.call('DELETE', `torrents/${infoHash(1)}`)
    expect(await register(server, one.passkey, 4)).toMatchObject({ status: 'listed' })
  })

  test('of a listed tracker are for everybody, once they are registered', async () => {
    const { server, admin } = await startPrivateServer({ TRACKER_MODE: 'listed' })
    expect(await http(server, 'announce')).toEqual({
      reason: expect.stringContaining('registered') as unknown,
    })
    await admin.call('POST', 'torrents', { infoHash: infoHash(1) })
    expect(await http(server, 'announce')).toMatchObject({ incomplete: 1 })
  })
})

test('members, torrents and accounts outlive a restart', async () => {
  const folder = temporaryFolder()
  const first = await startPrivateServer({}, { settings: { dataDir: folder } })
  const { passkey } = await first.admin.invite()
  await register(first.server, passkey)
  await first.server.stop()
  const second = await startTestServer({
    environment: { TRACKER_MODE: 'private' },
    settings: { dataDir: folder },
  })
  expect(second.adminLink).toBeNull()
  expect(await http(second, `announce/${passkey}`)).toMatchObject({ incomplete: 1 })
  expect((await call(second, 'GET', '/api/me', bearer(passkey))).json).toMatchObject({ name: 'Ada' })
})

describe('a database that fails under the running server', () => {
  const HTTP_COMPLETED = `info_hash=%e9${'%00'.repeat(18)}%01&peer_id=%ff${'%00'.repeat(19)}&port=6881&left=0&event=completed`

  test('refuses no announce for a download that cannot be counted', async () => {
    const folder = temporaryFolder()
    let written = ''
    const log = createLog('error', (line) => (written += line))
    const { server, admin } = await startPrivateServer({}, { settings: { dataDir: folder, udpPort: 0 }, log })
    const { passkey } = await admin.invite()
    await register(server, passkey)
    alter(
      folder,
      `CREATE TRIGGER full BEFORE UPDATE ON torrents BEGIN SELECT RAISE(FAIL, 'disk is full'); END`,
    )
    const response = await fetch(new URL(`announce/${passkey}?${HTTP_COMPLETED}`, server.url))
    expect(await response.text()).toContain('8:completei1e')
    const client = await webSocket(server, passkey)
    client.sendJson({
      action: 'announce',
      info_hash: binaryOfHex(infoHash(1)),
      peer_id: binaryOfHex(peerId(2)),
      left: 0,
      event: 'completed',
    })
    expect(await client.next('reply')).toMatchObject({ complete: 2 })
    const udp = await UdpClient.open(server.udpPort)
    const ids = {
      infoHash: infoHash(1),
      peerId: peerId(3),
      event: 1,
      left: '00'.repeat(8),
      port: 7_000,
      options: urlData(`/announce/${passkey}`),
    }
    expect(await udp.ask(announceRequest(await udp.connect(), ids))).toMatch(/^00000001/)
    // Said once, and made up for.
    expect(written.match(/the database cannot be written.*disk is full/g)).toHaveLength(1)
    alter(folder, 'DROP TRIGGER full')
    await vi.waitFor(
      async () => {
        const { json } = await admin.call('GET', 'torrents')
        expect(json).toMatchObject({ torrents: [{ completed: 3 }] })
      },
      { timeout: 30_000 },
    )
    expect(written).not.toContain(passkey)
  })

  test('costs each request what it asked for, and not the process', async () => {
    const folder = temporaryFolder()
    const { server, admin } = await startPrivateServer({}, { settings: { dataDir: folder, udpPort: 0 } })
    const { passkey } = await admin.invite()
    await register(server, passkey)
    const client = await webSocket(server, passkey)
    const udp = await UdpClient.open(server.udpPort)
    const id = await udp.connect()
    alter(folder, 'ALTER TABLE transfers RENAME TO lost')
    expect((await fetch(new URL(`announce/${passkey}?${HTTP_COMPLETED}`, server.url))).status).toBe(500)
    announce(client, 1)
    expect(await client.closed).toBe(1011)
    udp.send(
      announceRequest(id, {
        infoHash: infoHash(1),
        peerId: peerId(3),
        options: urlData(`/announce/${passkey}`),
      }),
    )
    await (await UdpClient.open(server.udpPort)).connect()
    alter(folder, 'ALTER TABLE lost RENAME TO transfers')
    expect(await http(server, `announce/${passkey}`)).toHaveProperty('complete')
  })

  /** As another program might. */
  function alter(folder: string, sql: string): void {
    const database = new DatabaseSync(join(folder, 'shoal.sqlite'))
    database.exec(sql)
    database.close()
  }
})

test('a backup is whole, and made while the tracker is in use', async () => {
  const folder = temporaryFolder()
  const { admin } = await startPrivateServer({}, { settings: { dataDir: folder } })
  await admin.invite()
  const { json } = await admin.call('POST', 'backup', {})
  expect(readdirSync(join(folder, 'backups'))).toEqual([(json as { file: string }).file])
  const database = new DatabaseSync(join(folder, 'backups', (json as { file: string }).file))
  expect(database.prepare('SELECT name FROM members').all()).toEqual([{ name: 'Ada' }])
  database.close()
})

test('no passkey, token or link is ever in the log or the database', async () => {
  const folder = temporaryFolder()
  let written = ''
  const log = createLog('debug', (line) => (written += line))
  const { server, admin } = await startPrivateServer({}, { settings: { dataDir: folder }, log })
  const { passkey } = await admin.invite()
  await register(server, passkey)
  const client = await webSocket(server, passkey)
  announce(client, 1)
  await client.next('reply')
  client.webSocket.terminate()
  await http(server, `announce/${passkey}`)
  await call(server, 'POST', '/api/me/passkey', bearer(passkey), { wrong: 1 })
  const { token } = (await admin.call('POST', 'tokens', { name: 'cron' })).json as { token: string }
  const cookie = admin.headers['Cookie']?.split('=')[1] ?? ''
  await server.stop()
  const kept = readFileSync(join(folder, 'shoal.sqlite')).toString('latin1')
  expect(kept).toContain('Ada')
  for (const secret of [passkey, token, cookie]) {
    expect(secret).toMatch(/^[0-9a-f]{40}$/)
    expect(written).not.toContain(secret)
    expect(kept).not.toContain(secret)
  }
})

test('a database of the first version keeps what it has, and gets what has come since', () => {
  const folder = temporaryFolder()
  const old = new DatabaseSync(join(folder, 'shoal.sqlite'))
  old.exec(`${MIGRATIONS[0]?.sqlite ?? ''}; PRAGMA user_version = 1`)
  old.exec(`INSERT INTO members VALUES (7, 'Ada', 'digest', NULL, 1, NULL)`)
  old.exec(`INSERT INTO accounts VALUES (7, '${infoHash(1)}', 11, 12)`)
  old.exec(`INSERT INTO transfers VALUES (7, '${infoHash(1)}', '${peerId(1)}', 11, 12, 500)`)
  old.exec(`INSERT INTO transfers VALUES (7, '${infoHash(1)}', '${peerId(2)}', 11, 12, 600)`)
  old.close()
  const database = openDatabase(folder)
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length })
  expect(new Members(database, () => 0).get(7 as MemberId)).toMatchObject({
    name: 'Ada',
    uploaded: 11,
    downloaded: 12,
  })
  expect(database.prepare('SELECT count(*) AS total FROM samples').get()).toEqual({ total: 0 })
  expect(database.prepare('SELECT * FROM allowances').all()).toEqual([
    { member_id: 7, uploads_until: 600, downloads_until: 600 },
  ])
  database.close()
})

test('a database of a newer version is refused and left as it is, whatever its journal', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'shoal.sqlite')
  const newer = new DatabaseSync(file)
  newer.exec(`CREATE TABLE torrents (hash BLOB); INSERT INTO torrents VALUES ('kept')`)
  newer.exec('PRAGMA user_version = 1000')
  newer.close()
  const before = readFileSync(file)
  expect(() => openDatabase(folder)).toThrow(/version 1000, written by a newer version of Shoal/)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['shoal.sqlite'])
})

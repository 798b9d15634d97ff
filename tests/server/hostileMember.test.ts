import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { binaryOfHex } from '../../src/core/infoHash.ts'
import type { RunningServer } from '../../server/start.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { bearer, call, startPrivateServer, type Admin } from './support/api.ts'
import { memoryInUse } from './support/memory.ts'
import { healthOf } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

/**
 * What a member, or one who would like to be, may try in a private tracker, each against a server of its own.
 * Afterwards another member must be served, with an account that nobody has touched.
 */

let server: RunningServer
let admin: Admin
let attacker: { readonly passkey: string; readonly id: number }
let victim: { readonly passkey: string; readonly id: number }
let memoryBefore = 0

const MOST_GROWTH_BYTES = 20e6
const RATE = 1_000

beforeEach(async () => {
  memoryBefore = memoryInUse()
  const environment = {
    TRACKER_MESSAGE_RATE: '0',
    // What a slow reader gets is tested elsewhere; here both ends share one busy process.
    TRACKER_WRITE_BUFFER: '0',
    TRACKER_ACCOUNT_RATE: String(RATE),
  }
  ;({ server, admin } = await startPrivateServer(environment))
  attacker = await admin.invite('Attacker')
  victim = await admin.invite('Victim')
  await call(server, 'POST', '/api/torrents', bearer(victim.passkey), { infoHash: infoHash(1), name: 'x' })
})

afterEach(async () => {
  const client = await TrackerClient.open(server, {}, victim.passkey)
  client.sendJson(announce(1))
  expect(await client.next('reply')).toMatchObject({ kind: 'reply' })
  expect(await accountOf(victim.passkey)).toMatchObject({ uploaded: 0, downloaded: 0 })
  expect(memoryInUse() - memoryBefore).toBeLessThan(MOST_GROWTH_BYTES)
})

function announce(number: number, fields: object = {}): object {
  const ids = { info_hash: binaryOfHex(infoHash(1)), peer_id: binaryOfHex(peerId(number)) }
  return { action: 'announce', ...ids, left: 1, uploaded: 0, downloaded: 0, ...fields }
}

async function accountOf(passkey: string): Promise<{ uploaded: number; downloaded: number }> {
  return (await call(server, 'GET', '/api/me', bearer(passkey))).json as {
    uploaded: number
    downloaded: number
  }
}

describe('accounts', () => {
  test('another client at each of 8,000 announces', { timeout: 300_000 }, async () => {
    const client = await TrackerClient.open(server, {}, attacker.passkey)
    const startedAt = performance.now()
    for (let number = 0; number < 8_000; number += 1) {
      client.sendJson(announce(number, { uploaded: number * 1e9, downloaded: number * 1e9 }))
    }
    await client.settled()
    const seconds = (performance.now() - startedAt) / 1_000
    const { uploaded, downloaded } = await accountOf(attacker.passkey)
    // Alone in the swarm, there was nobody to upload to.
    expect(uploaded).toBe(0)
    expect(downloaded).toBeLessThanOrEqual(Math.ceil(seconds + 1) * RATE)
    expect(await healthOf(server)).toMatchObject({ peers: 1 })
  })

  test.each([
    ['negative', -5],
    ['infinite', 1e308],
    ['a text', '1000000'],
    ['a list', [1_000]],
    ['a fraction', 0.5],
  ])('sums that are %s', async (_name, uploaded) => {
    const client = await TrackerClient.open(server, {}, attacker.passkey)
    for (const sum of [0, uploaded, uploaded])
      client.sendJson(announce(66, { uploaded: sum, downloaded: sum }))
    await client.settled()
    const account = await accountOf(attacker.passkey)
    for (const sum of [account.uploaded, account.downloaded]) {
      expect(Number.isSafeInteger(sum)).toBe(true)
      expect(sum).toBeGreaterThanOrEqual(0)
      expect(sum).toBeLessThanOrEqual(RATE * 60)
    }
  })

  test('sums under the victim’s peer id are booked to who sends them', async () => {
    const client = await TrackerClient.open(server, {}, attacker.passkey)
    for (const sum of [0, 1e12]) client.sendJson(announce(1, { uploaded: sum, downloaded: sum }))
    await client.settled()
    expect(await accountOf(victim.passkey)).toMatchObject({ uploaded: 0, downloaded: 0 })
  })
})

describe('keys', () => {
  test('a hundred that are wrong, over each protocol that has a path', async () => {
    const wrong = (number: number): string => number.toString(16).padStart(40, '0')
    for (let number = 0; number < 100; number += 1) {
      const answer = await call(server, 'GET', `/announce/${wrong(number)}?info_hash=x`)
      expect(answer.text).toContain('passkey')
    }
    const client = await TrackerClient.open(server, {}, wrong(1))
    client.sendJson(announce(66))
    expect((await client.next('failure')).reason).toContain('passkey')
    expect(await client.closed).toBe(4401)
    expect(await healthOf(server)).toMatchObject({ peers: 0, sockets: 0 })
  })

  test.each([
    ['in upper case', (key: string) => key.toUpperCase()],
    ['with something behind it', (key: string) => `${key}0`],
    ['cut short', (key: string) => key.slice(0, 39)],
    ['escaped', (key: string) => key.replace(/^./, (first) => `%${first.charCodeAt(0).toString(16)}`)],
    ['of Object.prototype', () => 'constructor'],
  ])('the right one %s is not right', async (_name, spoil) => {
    const client = await TrackerClient.open(server, {}, spoil(attacker.passkey))
    client.sendJson(announce(66))
    expect((await client.next('failure')).reason).toContain('passkey')
    expect((await call(server, 'GET', '/api/me', bearer(spoil(attacker.passkey)))).status).toBe(401)
  })

  test('a passkey opens nothing that is an admin’s, and a token nothing that is a member’s', async () => {
    const { token } = (await admin.call('POST', 'tokens', { name: 'x' })).json as { token: string }
    const overview = await call(server, 'GET', '/api/admin/overview', bearer(attacker.passkey))
    expect(overview.status).toBe(401)
    expect((await call(server, 'GET', '/api/me', bearer(token))).status).toBe(401)
  })
})

describe('what a stranger gets to know', () => {
  test('a listed torrent and one that is unknown are refused in the same words', async () => {
    const told = await Promise.all(
      [infoHash(1), infoHash(2)].map(async (hash) => {
        const client = await TrackerClient.open(server)
        client.sendJson({ ...announce(66), info_hash: binaryOfHex(hash) })
        const { reason } = await client.next('failure')
        const scrape = await call(server, 'GET', `/scrape?info_hash=${hash.replace(/../g, '%$&')}`)
        return [reason, scrape.text]
      }),
    )
    expect(told[0]).toEqual(told[1])
  })
})

import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { RunningServer } from '../../server/start.ts'
import type { MemberId } from '../../server/tracker/admission.ts'
import { turnCredentials } from '../../server/turn/turnCredentials.ts'
import { call, startPrivateServer } from './support/api.ts'
import { startTestServer } from './support/testServer.ts'

/* How the site hands out credentials for its TURN server; that a real one takes them, `tests/interop` shows. */

const SECRET = 'a secret of some length'
const RELAY = { urls: ['turn:turn.example:3478'], secret: SECRET, lifetimeSeconds: 600 }
const NOW = 1_700_000_000_000
const ENVIRONMENT = {
  TURN_URLS: 'turn:turn.example, turns:turn.example:443',
  TURN_SECRET: SECRET,
  TRUST_PROXY: '1',
}

const issue = (user: Parameters<typeof turnCredentials>[1], random = 0) =>
  turnCredentials(RELAY, user, NOW, random).username ?? ''
const userOf = (username: string) => username.replace(/^\d+:/, '')

interface Config {
  readonly iceServers: readonly {
    readonly urls: readonly string[]
    readonly username?: string
    readonly credential?: string
  }[]
  readonly relayADay: number | null
  readonly renewInSeconds: number | null
}

/** What `/config.json` says to a visitor at an address. */
async function ask(
  server: RunningServer,
  address = '192.0.2.1',
  headers: Readonly<Record<string, string>> = {},
): Promise<Config> {
  const { json } = await call(server, 'GET', '/config.json', { 'X-Forwarded-For': address, ...headers })
  return json as Config
}

test('a name ends after its lifetime, and its password is made of it with the secret', () => {
  const { urls, username, credential } = turnCredentials(RELAY, { address: '192.0.2.1' }, NOW, 0.5)
  expect(urls).toEqual(['turn:turn.example:3478'])
  expect(username).toMatch(/^1700000630:[0-9a-f]{16}$/)
  expect(credential).toBe(
    createHmac('sha1', SECRET)
      .update(username ?? '')
      .digest('base64'),
  )
})

test('a user is an address, an IPv6 network or a member, whenever asked, and told by none of them', () => {
  const address = userOf(issue({ address: '192.0.2.1' }))
  expect(userOf(issue({ address: '192.0.2.1' }, 0.9))).toBe(address)
  expect(userOf(issue({ address: '192.0.2.2' }))).not.toBe(address)
  expect(userOf(issue({ address: '2001:db8::1' }))).toBe(userOf(issue({ address: '2001:db8::ffff' })))
  expect(userOf(issue({ address: '2001:db8::1' }))).not.toBe(userOf(issue({ address: '2001:db8:0:1::1' })))
  expect(userOf(issue({ member: 1 as MemberId }))).not.toBe(userOf(issue({ member: 2 as MemberId })))
  const other = turnCredentials({ ...RELAY, secret: 'another secret' }, { address: '192.0.2.1' }, NOW, 0)
  expect(userOf(other.username ?? '')).not.toBe(address)
})

test('each visitor gets a name of its own beside the static servers, and is told when to ask again', async () => {
  const relay = { urls: ['turn:t.example'], username: 'u', credential: 'c' }
  const server = await startTestServer({
    environment: { ...ENVIRONMENT, ICE_SERVERS: JSON.stringify([relay]), TURN_LIFETIME: '900' },
  })
  const [first, second] = [await ask(server), await ask(server, '192.0.2.2')]
  expect(first.iceServers).toMatchObject([relay, { urls: ['turn:turn.example', 'turns:turn.example:443'] }])
  expect(first.renewInSeconds).toBe(450)
  const [one, other] = [first.iceServers[1], second.iceServers[1]]
  expect(one?.credential).toBe(
    createHmac('sha1', SECRET)
      .update(one?.username ?? '')
      .digest('base64'),
  )
  expect(other?.username).not.toBe(one?.username)
  const endsIn = Number(one?.username?.split(':')[0]) - Date.now() / 1_000
  expect(endsIn).toBeGreaterThan(900 - 60)
  expect(endsIn).toBeLessThan(900 * 1.1 + 2)
})

test('a site tells what one person may move over relays in a day', async () => {
  const limited = await startTestServer({ environment: { ...ENVIRONMENT, RELAY_A_DAY: '2GB' } })
  expect((await ask(limited)).relayADay).toBe(2e9)
  const free = await startTestServer({ environment: ENVIRONMENT })
  expect((await ask(free)).relayADay).toBeNull()
})

test('an address that asks too often gets none for a while, and nobody else pays for it', async () => {
  const server = await startTestServer({ environment: ENVIRONMENT })
  const configs = await Promise.all(Array.from({ length: 60 }, () => ask(server)))
  const refused = configs.filter(({ iceServers }) => iceServers.length === 0)
  expect(refused.length).toBeGreaterThan(0)
  expect(configs.length - refused.length).toBeGreaterThanOrEqual(10)
  expect(refused[0]?.renewInSeconds).toBe(60)
  expect((await ask(server, '192.0.2.2')).iceServers).toHaveLength(1)
})

test('on a private site they are for members alone, each by their own name', async () => {
  const { server, admin } = await startPrivateServer(ENVIRONMENT)
  const asMember = async () =>
    ask(server, '192.0.2.1', { Authorization: `Bearer ${(await admin.invite()).passkey}` })
  const [one, other] = [await asMember(), await asMember()]
  expect(userOf(one.iceServers[0]?.username ?? '')).toMatch(/^[0-9a-f]{16}$/)
  expect(userOf(other.iceServers[0]?.username ?? '')).not.toBe(userOf(one.iceServers[0]?.username ?? ''))
  expect(await ask(server)).toMatchObject({ iceServers: [], renewInSeconds: null })
  expect(await ask(server, '192.0.2.1', { Authorization: 'Bearer nobody' })).toMatchObject({ iceServers: [] })
})

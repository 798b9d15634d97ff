import { expect, onTestFinished, test } from 'vitest'
import { turnCredentials } from '../../server/turn/turnCredentials.ts'
import { call } from '../server/support/api.ts'
import { startTestServer } from '../server/support/testServer.ts'
import { freePort } from './clients.ts'
import { startCoturn } from './turn/coturn.ts'
import { TurnClient, type Credentials } from './turn/turnClient.ts'

/* A real coturn, set up as the docs say, and the credentials that the site makes for it. */

const SECRET = 'what both of them know'

/** Starts coturn, and returns its port once it answers. */
async function startRelay(changes: Readonly<Record<string, string | null>> = {}): Promise<number> {
  const port = await freePort()
  await startCoturn(onTestFinished, {
    'static-auth-secret': SECRET,
    'listening-port': String(port),
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'no-tls': null,
    'no-dtls': null,
    ...changes,
  })
  await (await TurnClient.open(port)).ask()
  return port
}

function made(lifetimeSeconds: number, address: string, secret = SECRET): Credentials {
  const relay = { urls: [], secret, lifetimeSeconds }
  const { username = '', credential = '' } = turnCredentials(relay, { address }, Date.now(), 0)
  return { username, credential }
}

const allocate = async (port: number, credentials: Credentials) =>
  (await TurnClient.open(port)).allocate(credentials)

test('a visitor gets a relay with what /config.json says, and nobody with what is forged or has ended', async () => {
  const port = await startRelay()
  const environment = { TURN_URLS: `turn:127.0.0.1:${port}`, TURN_SECRET: SECRET }
  const server = await startTestServer({ environment })
  const { json } = await call(server, 'GET', '/config.json')
  const [told] = (json as { iceServers: Credentials[] }).iceServers
  expect(told).toMatchObject({ urls: [environment.TURN_URLS] })
  if (!told) return
  expect(await allocate(port, told)).toEqual({ port: expect.any(Number) as number })

  const [expires = '', user = ''] = told.username.split(':')
  const forged = [
    { ...told, credential: made(600, '192.0.2.1').credential },
    { ...told, username: `${Number(expires) + 1}:${user}` },
    { ...told, username: `${expires}:somebody-else` },
    made(600, '192.0.2.1', 'some other secret'),
    made(-10, '192.0.2.1'),
  ]
  for (const credentials of forged) expect(await allocate(port, credentials)).toEqual({ error: 401 })
})

test('asking for another name gives an address no more relays, and takes none from others', async () => {
  const port = await startRelay({ 'user-quota': '2' })
  const holders = []
  for (const lifetime of [600, 700]) {
    const holder = await TurnClient.open(port)
    holders.push(holder)
    expect(await holder.allocate(made(lifetime, '192.0.2.1'))).toEqual({ port: expect.any(Number) as number })
  }
  expect(await allocate(port, made(800, '192.0.2.1'))).toEqual({ error: 486 })
  expect(await allocate(port, made(800, '192.0.2.2'))).toEqual({ port: expect.any(Number) as number })
})

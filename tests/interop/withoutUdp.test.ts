import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { turnCredentials } from '../../server/turn/turnCredentials.ts'
import { temporaryFolder } from '../server/support/testServer.ts'
import { browserPath, HEADLESS_SHELL } from '../support/browsers.ts'
import { namespaceTrouble, Network, RELAY, type Router } from './nat/network.ts'
import { makeCertificate } from './turn/certificate.ts'
import { startCoturn } from './turn/coturn.ts'

/* A browser in a network that lets no UDP out: it has to find by itself that the relay is there over TCP and TLS. */

const SECRET = 'what both of them know'
const trouble = namespaceTrouble()

/** Runs in the page: two connections that may use relays alone, and what one of them says to the other. */
async function talk(iceServers: RTCIceServer[]): Promise<{ heard: string; protocols: string[] }> {
  const [one, other] = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' }))
  if (!one || !other) throw new Error('There are two of them.')
  const described = Promise.withResolvers<undefined>()
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.onicecandidate = ({ candidate }) =>
      void described.promise.then(() => to.addIceCandidate(candidate ?? undefined))
  }
  const channel = one.createDataChannel('talk')
  channel.onopen = () => channel.send('hello')
  const heard = new Promise<string>((resolve) => {
    other.ondatachannel = (event) => {
      event.channel.onmessage = ({ data }) => resolve(String(data))
    }
  })
  await one.setLocalDescription()
  await other.setRemoteDescription(one.localDescription as RTCSessionDescription)
  await other.setLocalDescription()
  await one.setRemoteDescription(other.localDescription as RTCSessionDescription)
  described.resolve(undefined)
  const text = await heard
  const stats = [
    ...((await one.getStats()) as unknown as Map<string, { type: string; relayProtocol?: string }>).values(),
  ]
  return {
    heard: text,
    protocols: stats.flatMap(({ type, relayProtocol }) =>
      type === 'local-candidate' && relayProtocol !== undefined ? [relayProtocol] : [],
    ),
  }
}

/** Runs in the page: whether the relay answers yet. */
async function reaches(iceServers: RTCIceServer[]): Promise<boolean> {
  const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' })
  connection.createDataChannel('probe')
  const found = new Promise<boolean>((resolve) => {
    connection.onicecandidate = ({ candidate }) => resolve(candidate?.type === 'relay')
  })
  await connection.setLocalDescription()
  const isThere = await found
  connection.close()
  return isThere
}

/** A page of a browser behind a router, and a relay as the docs have it: at 3478 UDP, at 443 TLS and TCP without it. */
async function setUp(router: Router): Promise<{ page: Page; relay: RTCIceServer }> {
  const network = new Network('tcp', onTestFinished)
  const { cert, pkey, fingerprint } = makeCertificate(RELAY.v4)
  await startCoturn(
    onTestFinished,
    {
      'static-auth-secret': SECRET,
      'listening-port': '3478',
      'tls-listening-port': '443',
      cert,
      pkey,
    },
    network.internet,
  )
  const urls = [
    `turn:${RELAY.v4}:3478`,
    `turn:${RELAY.v4}:3478?transport=tcp`,
    `turn:${RELAY.v4}:443?transport=tcp`,
    `turns:${RELAY.v4}:443`,
  ]
  const { username = '', credential = '' } = turnCredentials(
    { urls, secret: SECRET, lifetimeSeconds: 3_600 },
    { address: RELAY.v4 },
    Date.now(),
    0,
  )

  const program = join(temporaryFolder(), 'browser')
  const command = [...network.host(router), browserPath(HEADLESS_SHELL), '"$@"'].join(' ')
  writeFileSync(program, `#!/bin/sh\nexec ${command}\n`)
  chmodSync(program, 0o755)
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', `--ignore-certificate-errors-spki-list=${fingerprint}`],
  })
  onTestFinished(() => browser.close())
  return { page: await browser.newPage(), relay: { urls, username, credential } }
}

const only = (server: RTCIceServer, wanted: (url: string) => boolean): RTCIceServer => ({
  ...server,
  urls: [server.urls].flat().filter(wanted),
})
const isTls = (url: string) => url.startsWith('turns:')

/** What two connections that know these servers talk over, once the relay is there. */
async function waysOver(page: Page, server: RTCIceServer): Promise<string[]> {
  while (!(await page.evaluate(reaches, [server])));
  const { heard, protocols } = await page.evaluate(talk, [server])
  expect(heard).toBe('hello')
  return [...new Set(protocols)].toSorted()
}

describe.skipIf(trouble !== null)(`without UDP${trouble === null ? '' : ` (skipped: ${trouble})`}`, () => {
  test('a browser reaches the relay over TCP', async () => {
    const { page, relay } = await setUp('no UDP')
    const plain = only(relay, (url) => !isTls(url))
    expect(await waysOver(page, plain)).toEqual(['tcp'])
  })

  test('a browser that gets nowhere but to port 443 reaches the relay there, over TLS if need be', async () => {
    const { page, relay } = await setUp('web alone')
    expect(await waysOver(page, only(relay, isTls))).toEqual(['tls'])
    // Most of all addresses swallow what is sent there: it finds by itself which do not.
    expect(await waysOver(page, relay)).not.toContain('udp')
  })
})

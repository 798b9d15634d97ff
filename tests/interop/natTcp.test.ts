import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { turnCredentials } from '../../server/turn/turnCredentials.ts'
import { temporaryFolder } from '../server/support/testServer.ts'
import { browserPath, HEADLESS_SHELL } from '../support/browsers.ts'
import { namespaceTrouble, Network, RELAY } from './nat/network.ts'
import { startCoturn } from './turn/coturn.ts'

/* A browser in a network that lets no UDP out: it has to find by itself that the relay is there over TCP as well. */

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
  channel.onopen = () => channel.send('over TCP')
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

describe.skipIf(trouble !== null)(`without UDP${trouble === null ? '' : ` (skipped: ${trouble})`}`, () => {
  test('a browser reaches the relay over TCP', async () => {
    const network = new Network('tcp')
    await startCoturn(
      { 'static-auth-secret': SECRET, 'listening-port': '3478', 'no-tls': null, 'no-dtls': null },
      network.internet,
    )
    const program = join(temporaryFolder(), 'browser')
    const command = [...network.host('no UDP'), browserPath(HEADLESS_SHELL), '"$@"'].join(' ')
    writeFileSync(program, `#!/bin/sh\nexec ${command}\n`)
    chmodSync(program, 0o755)
    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    const relay = {
      urls: [`turn:${RELAY.v4}:3478`, `turn:${RELAY.v4}:3478?transport=tcp`],
      secret: SECRET,
      lifetimeSeconds: 3_600,
    }
    const {
      urls,
      username = '',
      credential = '',
    } = turnCredentials(relay, { address: RELAY.v4 }, Date.now(), 0)
    const overTcp = urls.filter((url) => url.endsWith('tcp'))
    while (!(await page.evaluate(reaches, [{ urls: overTcp, username, credential }])));
    const { heard, protocols } = await page.evaluate(talk, [{ urls: [...urls], username, credential }])
    expect(heard).toBe('over TCP')
    expect(new Set(protocols)).toEqual(new Set(['tcp']))
  })
})

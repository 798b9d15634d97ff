import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from '@playwright/test'
import type { Cause } from '../../src/state/doctor/conclude.ts'
import { browserPath, HEADLESS_SHELL } from '../support/browsers.ts'
import { DoctorView } from '../support/doctorView.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { Peer } from '../support/peer.ts'
import { savesData } from '../support/savesData.ts'
import type { AtEnd } from '../interop/nat/atEnd.ts'
import { namespaceTrouble, Network, RELAY, type Router } from '../interop/nat/network.ts'
import { startCoturn } from '../interop/turn/coturn.ts'

/*
 * What pages say of routers, firewalls and relays that keep them apart: browsers behind such routers, and a real coturn.
 * Whom a page cannot reach it gives up after twenty seconds, so all of them wait at once.
 */

const SECRET = 'what both of them know'
const trouble = namespaceTrouble()

/** A name that browsers trust without a certificate; they are told where it is. */
const HOST = 'shoal.localhost'

/** Sites by what they tell of relays. */
const SITES = {
  'no relay': {},
  'a relay that is away': { TURN_URLS: `turn:${RELAY.v4}:9`, TURN_SECRET: SECRET },
  'a relay that refuses': {
    TURN_URLS: `turn:${RELAY.v4}:3478`,
    TURN_SECRET: 'what only one of them knows',
  },
  'a relay for little': { TURN_URLS: `turn:${RELAY.v4}:3478`, TURN_SECRET: SECRET, RELAY_A_DAY: '500kB' },
} as const
type SiteName = keyof typeof SITES

const addressOf = (site: SiteName) => `http://${HOST}:${8000 + Object.keys(SITES).indexOf(site)}/`

/** A test's own network, folder and end. */
interface Place {
  readonly network: Network
  readonly folder: string
  readonly atEnd: AtEnd
}

async function startSite({ network, folder, atEnd }: Place, site: SiteName): Promise<void> {
  const { port } = new URL(addressOf(site))
  const child = spawn('env', [...network.internet, process.execPath, 'server/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      HOST: RELAY.v4,
      PORT: port,
      STUN_PORT: port,
      // Two that answer show how a router maps addresses; the last one is nobody's.
      ICE_SERVERS: JSON.stringify([
        { urls: [`stun:${RELAY.v4}:3478`, `stun:${RELAY.v4}:${port}`, 'stun:203.0.113.99:3478'] },
      ]),
      UDP_PORT: '0',
      DATA_DIR: join(folder, port),
      ...SITES[site],
    },
  })
  const exited = once(child, 'exit')
  atEnd(async () => {
    child.kill('SIGKILL')
    await exited
  })
  await once(createInterface(child.stdout), 'line')
}

let browsers = 0

async function browserAt({ network, folder, atEnd }: Place, router: Router): Promise<Browser> {
  const program = join(folder, `browser${(browsers += 1)}`)
  const command = [...network.host(router), browserPath(HEADLESS_SHELL), '"$@"'].join(' ')
  writeFileSync(program, `#!/bin/sh\nexec ${command}\n`)
  chmodSync(program, 0o755)
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${HOST} ${RELAY.v4}`],
  })
  atEnd(() => browser.close())
  return browser
}

async function visit(browser: Browser, site: SiteName): Promise<Peer> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await savesData(page)
  const peer = new Peer(context, page, addressOf(site))
  await peer.home()
  return peer
}

/** Who fetches where from whom behind a symmetric router, and what is said of it. */
const CASES: readonly (readonly [SiteName, 'symmetric' | 'preserving', Cause])[] = [
  ['no relay', 'symmetric', { kind: 'symmetric', others: 1 }],
  ['no relay', 'preserving', { kind: 'unreachable', others: 1 }],
  ['a relay that is away', 'symmetric', { kind: 'no-relay', others: 1 }],
  ['a relay that refuses', 'symmetric', { kind: 'relay-refuses', others: 1 }],
]

const ends: (() => void | Promise<void>)[] = []
test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

test('firewalls, routers and relays that keep people apart are told apart', async ({ folder }) => {
  test.skip(trouble !== null, trouble ?? '')
  const atEnd: AtEnd = (act) => void ends.push(act)
  const network = new Network('doctor', atEnd)
  const place = { network, folder, atEnd }
  const fileOf = async (name: string) => {
    const path = join(folder, name)
    await makeFile(path, 8 * MB, name)
    return path
  }
  await startCoturn(
    atEnd,
    { 'static-auth-secret': SECRET, 'listening-port': '3478', 'no-tls': null, 'no-dtls': null },
    network.internet,
  )
  await Promise.all((Object.keys(SITES) as SiteName[]).map((site) => startSite(place, site)))
  const giver = await browserAt(place, 'symmetric')
  const takers = {
    symmetric: await browserAt(place, 'symmetric'),
    preserving: await browserAt(place, 'preserving'),
  }

  const waiting = []
  for (const [site, router, cause] of CASES) {
    const given = await (await visit(giver, site)).chooseFiles(await fileOf(`${waiting.length}.bin`))
    await given.reaches('seeding')
    const taker = await visit(takers[router], site)
    await taker.get(await given.infoHash())
    waiting.push({ taker, cause })
  }
  const relayed = await (await visit(giver, 'a relay for little')).chooseFiles(await fileOf('capped.bin'))
  const capped = await visit(takers.symmetric, 'a relay for little')
  const share = await capped.download(await relayed.link())

  const blocked = await browserAt(place, 'no UDP')
  await (await DoctorView.ofPage((await visit(blocked, 'no relay')).page)).names({ kind: 'no-udp' })
  for (const { taker, cause } of waiting) {
    await (await DoctorView.ofShare(taker.share())).names(cause)
  }
  await (await DoctorView.ofShare(share)).names({ kind: 'relay-used-up' })
  expect(await share.progress()).toBeLessThan(0.5)
})

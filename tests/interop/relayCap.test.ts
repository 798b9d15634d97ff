import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../server/support/testServer.ts'
import { makeFile, MB } from '../support/files.ts'
import { namespaceTrouble, Network, RELAY } from './nat/network.ts'
import { startCoturn } from './turn/coturn.ts'

/* What one person may move over a relay in a day: two behind routers that let nothing else through, and a real coturn. */

const SECRET = 'what both of them know'
const LIMIT = 500_000
const trouble = namespaceTrouble()

/** Runs one of our programs somewhere, until the test ends. */
function run(
  at: readonly string[],
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Interface {
  const child = spawn('env', [...at, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return createInterface(child.stdout)
}

interface Told {
  readonly event?: string
  readonly link?: string
  readonly situation?: string
  readonly got?: number
  readonly progress?: number
}

/** Waits for something that `shoal --json` tells. */
async function told(lines: Interface, is: (told: Told) => boolean): Promise<Told> {
  for (;;) {
    const [line] = (await once(lines, 'line')) as [string]
    const event = JSON.parse(line) as Told
    if (is(event)) return event
  }
}

describe.skipIf(trouble !== null)(`a relay’s day${trouble === null ? '' : ` (skipped: ${trouble})`}`, () => {
  test('is over when as much was moved as the site allows, and who fetches is told so', async () => {
    const network = new Network('cap', onTestFinished)
    const folder = temporaryFolder()
    const path = join(folder, 'film.bin')
    await makeFile(path, 8 * MB, 'cap')
    await startCoturn(
      onTestFinished,
      { 'static-auth-secret': SECRET, 'listening-port': '3478', 'no-tls': null, 'no-dtls': null },
      network.internet,
    )
    const site = run(network.internet, ['server/main.ts'], {
      HOST: RELAY.v4,
      PORT: '8000',
      STUN_PORT: '0',
      UDP_PORT: '0',
      DATA_DIR: join(folder, 'data'),
      TURN_URLS: `turn:${RELAY.v4}:3478`,
      TURN_SECRET: SECRET,
      RELAY_A_DAY: `${LIMIT / 1000}kB`,
    })
    await once(site, 'line')
    const address = `http://${RELAY.v4}:8000`
    const shoal = 'server/peer/command/main.ts'
    const seed = run(network.host('symmetric'), [shoal, 'seed', path, '--at', address, '--json'])
    const { link = '' } = await told(seed, ({ event }) => event === 'seeding')
    const get = run(network.host('symmetric'), [shoal, 'get', link, '--to', join(folder, 'to'), '--json'])
    const seen = await told(get, ({ situation }) => situation === 'relay-used-up')
    expect(seen.got).toBeGreaterThanOrEqual(LIMIT)
    await wait(1_500)
    // What was under way came still: at the rate that coturn allows, for as long as it takes to notice.
    const later = await told(get, ({ event }) => event === 'progress')
    expect(later.got).toBeLessThan(3 * LIMIT)
    expect(later.situation).toBe('relay-used-up')
    expect(later.progress).toBeLessThan(0.5)
  })
})

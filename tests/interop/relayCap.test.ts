import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { line, LISTENING, startForFile } from '../server/support/serverProcess.ts'
import { temporaryFolder } from '../server/support/testServer.ts'
import { makeFile, MB } from '../support/files.ts'
import { namespaceTrouble, Network, RELAY } from './nat/network.ts'
import { startCoturn } from './turn/coturn.ts'

/* What one person may move over a relay in a day: two behind routers that let nothing else through, and a real coturn. */

const start = startForFile()
const SECRET = 'what both of them know'
const LIMIT = 500_000
const trouble = namespaceTrouble()

interface Told {
  readonly event?: string
  readonly link?: string
  readonly situation?: string
  readonly got?: number
  readonly progress?: number
}

/** `shoal --json` somewhere, until the test ends. */
class Shoal {
  readonly #lines: AsyncIterator<[string]>
  #last = 'nothing'

  constructor(at: readonly string[], ...parameters: readonly string[]) {
    const child = spawn('env', [...at, process.execPath, 'server/peer/command/main.ts', ...parameters], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(child, 'exit')
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await exited
    })
    // Lines that come together are all kept: `once` would hear the first of them alone.
    this.#lines = on(createInterface(child.stdout), 'line', { close: ['close'] }) as AsyncIterator<[string]>
  }

  async #line(): Promise<string> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`It said no more after: ${this.#last}`)), 60_000)
    })
    const next = await Promise.race([this.#lines.next(), late]).finally(() => clearTimeout(timer))
    if (next.done) throw new Error(`It ended after: ${this.#last}`)
    return (this.#last = next.value[0])
  }

  /** Waits for something that it tells. */
  async told(is: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const event = JSON.parse(await this.#line()) as Told
      if (is(event)) return event
    }
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
    const site = start(
      {
        HOST: RELAY.v4,
        PORT: '8000',
        STUN_PORT: '0',
        UDP_PORT: '0',
        DATA_DIR: join(folder, 'data'),
        TURN_URLS: `turn:${RELAY.v4}:3478`,
        TURN_SECRET: SECRET,
        RELAY_A_DAY: `${LIMIT / 1000}kB`,
      },
      { at: network.internet },
    )
    await line(site, LISTENING)
    const address = `http://${RELAY.v4}:8000`
    const seed = new Shoal(network.host('symmetric'), 'seed', path, '--at', address, '--json')
    const { link = '' } = await seed.told(({ event }) => event === 'seeding')
    const get = new Shoal(network.host('symmetric'), 'get', link, '--to', join(folder, 'to'), '--json')
    const seen = await get.told(({ situation }) => situation === 'relay-used-up')
    expect(seen.got).toBeGreaterThanOrEqual(LIMIT)
    // What was under way came still: at the rate that coturn allows, for as long as it takes to notice.
    let progresses = 0
    const later = await get.told(({ event }) => event === 'progress' && (progresses += 1) > 3)
    expect(later.got).toBeLessThan(3 * LIMIT)
    expect(later.situation).toBe('relay-used-up')
    expect(later.progress).toBeLessThan(0.5)
  })
})

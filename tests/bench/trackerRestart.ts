import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../server/log.ts'
import { openStore, type LocalStore } from '../../server/store/store.ts'
import { TrackerConnection } from '../../src/swarm/discovery/trackerConnection.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import type { Figure } from './runner.ts'
import { startTrackerProcess } from './trackerProcess.ts'

/**
 * A private tracker that is killed with 2,000 pages connected, and started again: the pages come back by the
 * code that the site's own page runs. Throws when a byte of anybody's account is lost.
 */

const SOCKETS = 2_000
const SWARMS = 100
const MEMBERS = 100
/** What each page has fetched. */
const BYTES = 1_000_000
const DOWN_MS = 3_000

export async function restartFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string): Promise<readonly Figure[]> {
  const passkeys = await withStore(folder, (store) => {
    for (let swarm = 0; swarm < SWARMS; swarm += 1)
      store.torrents.register(infoHash(swarm), '', null, 'listed')
    return Array.from({ length: MEMBERS }, () => store.members.add('').passkey)
  })
  const environment = { TRACKER_MODE: 'private', TRACKER_JITTER: '0' }
  const first = await startTrackerProcess('ours', folder, environment)
  const attempts: number[] = []
  const pages = Array.from({ length: SOCKETS }, (_, number) => {
    const passkey = passkeys[number % MEMBERS] ?? ''
    return new Page(`ws://127.0.0.1:${first.port}/announce/${passkey}`, number, () =>
      attempts.push(performance.now()),
    )
  })
  await all(pages, 1)
  await sleep(1_000)
  for (const page of pages) page.announce(BYTES)
  await all(pages, 2)

  await first.stop()
  attempts.length = 0
  await sleep(DOWN_MS)
  const second = await startTrackerProcess('ours', folder, { ...environment, PORT: String(first.port) })
  const startedAt = performance.now()
  await all(pages, 3)
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuSeconds = second.cpuSeconds()
  await second.stop()
  for (const page of pages) page.close()

  const booked = await withStore(folder, (store) =>
    store.members
      .list({ search: '', offset: 0, limit: MEMBERS })
      .members.reduce((sum, { downloaded }) => sum + downloaded, 0),
  )
  if (booked !== SOCKETS * BYTES) throw new Error(`${booked} bytes are booked instead of ${SOCKETS * BYTES}.`)
  return [
    { name: '2,000 pages are back after a restart in', unit: 's', value: seconds },
    { name: 'most of them that asked within a second', unit: 'pages', value: mostWithin(1_000, attempts) },
    { name: 'CPU time of the tracker for all that', unit: 's', value: cpuSeconds },
  ]
}

/** A page with one share, as far as its tracker sees it. */
class Page {
  replies = 0
  readonly #connection: TrackerConnection
  readonly #number: number
  #downloaded = 0

  constructor(url: string, number: number, asks: () => void) {
    this.#number = number
    this.#connection = new TrackerConnection(url, {
      openSocket(address) {
        asks()
        return new WebSocket(address)
      },
      now: () => performance.now(),
      random: Math.random,
      excluded: () => undefined,
    })
    this.#connection.add(infoHash(number % SWARMS), {
      opened: () => this.announce(this.#downloaded),
      received: (message) => {
        if (message.kind === 'reply') this.replies += 1
      },
      probe: () => this.announce(this.#downloaded),
      excluded: () => undefined,
      changed: () => undefined,
    })
  }

  announce(downloaded: number): void {
    this.#downloaded = downloaded
    this.#connection.send({
      kind: 'announce',
      infoHash: infoHash(this.#number % SWARMS),
      peerId: peerId(this.#number),
      uploaded: 0,
      downloaded,
      left: 1,
      numwant: 0,
      offers: [],
    })
  }

  close(): void {
    this.#connection.close()
  }
}

async function all(pages: readonly Page[], replies: number): Promise<void> {
  while (pages.some((page) => page.replies < replies)) await sleep(20)
}

/** The largest number of moments that lie within one span of time. */
function mostWithin(spanMs: number, moments: readonly number[]): number {
  let from = 0
  let most = 0
  moments.forEach((moment, index) => {
    while ((moments[from] ?? moment) < moment - spanMs) from += 1
    most = Math.max(most, index - from + 1)
  })
  return most
}

async function withStore<Result>(folder: string, work: (store: LocalStore) => Result): Promise<Result> {
  const log = createLog('info', (line) => process.stderr.write(line))
  const store = openStore(folder, { accountedBytesPerSecond: 0, torrentsPerMember: 0 }, log)
  try {
    return work(store)
  } finally {
    await store.close()
  }
}

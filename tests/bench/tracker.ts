import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchOptions } from './benchOptions.ts'
import { median, reportParts, type Figure } from './runner.ts'
import { OFFERS, openClients } from './trackerLoad.ts'
import { restartFigures } from './trackerRestart.ts'
import { pinClient, startTrackerProcess, type Contender, type TrackerProcess } from './trackerProcess.ts'

/**
 * The tracker against the server part of npm's bittorrent-tracker, each as a process on the first core, with the
 * clients on the second; rounds alternate. `npm run bench -- tracker [announces memory relay http restart]`
 */

const USUAL_ROUNDS = 4
/** Counted, not timed: on a busy machine a few seconds would measure the compiler's work, which has its own time. */
const WARM_UP_ANNOUNCES = 20_000
const ANNOUNCES = 20_000
const RELAY_MS = 8_000
/** Announces under way at once. */
const IN_FLIGHT = 100

const PARTS: Readonly<Record<string, (rounds: number) => Promise<readonly Figure[]>>> = {
  announces: async (rounds) => [
    await compared(
      'announces with 5 answered offers, 2,000 sockets in 100 swarms',
      '1/CPU-s',
      rounds,
      async (tracker) => announcesPerCpuSecond(tracker, 2_000, 100),
    ),
    await compared(
      'announces with 5 answered offers, 2,000 sockets in 2 swarms',
      '1/CPU-s',
      rounds,
      async (tracker) => announcesPerCpuSecond(tracker, 2_000, 2),
    ),
  ],
  memory: async (rounds) => [
    await compared('memory of a joined peer, of 5,000', 'bytes', rounds, memoryPerPeer),
  ],
  relay: async (rounds) => {
    const values: number[] = []
    for (let round = 0; round < rounds; round += 1) values.push(await onTracker('ours', relayP99))
    return [{ name: 'relay p99 at 1,000 announces/s, best round', unit: 'ms', value: Math.min(...values) }]
  },
  http: async (rounds) => [await compared('HTTP announces, kept alive', '1/CPU-s', rounds, httpPerCpuSecond)],
  restart: restartFigures,
}

export async function run(): Promise<void> {
  pinClient()
  await reportParts('tracker', PARTS, benchOptions(USUAL_ROUNDS))
}

/** The medians of alternating rounds. */
async function compared(
  name: string,
  unit: string,
  rounds: number,
  measure: (tracker: TrackerProcess) => Promise<number>,
): Promise<Figure> {
  const values: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of ['ours', 'baseline'] as const) {
      values[contender].push(await onTracker(contender, measure))
    }
  }
  const baseline = { name: 'bittorrent-tracker', value: median(values.baseline) }
  return { name, unit, value: median(values.ours), baseline }
}

async function onTracker<Result>(
  contender: Contender,
  measure: (tracker: TrackerProcess) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  const tracker = await startTrackerProcess(contender, folder)
  try {
    await untilStarted(tracker)
    return await measure(tracker)
  } finally {
    await tracker.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A start goes on for a second after the port is open, with the compression of the site: that is no announce's cost. */
async function untilStarted(tracker: TrackerProcess): Promise<void> {
  let former = -1
  for (let used = 0; used > former; used = tracker.cpuSeconds()) {
    former = used
    await sleep(500)
  }
}

/** How much is done in a second of the tracker's CPU time, once it is warm. */
async function perCpuSecond(tracker: TrackerProcess, done: () => number): Promise<number> {
  while (done() < WARM_UP_ANNOUNCES) await sleep(10)
  const [cpu, before] = [tracker.cpuSeconds(), done()]
  while (done() < before + ANNOUNCES) await sleep(10)
  return (done() - before) / (tracker.cpuSeconds() - cpu)
}

async function announcesPerCpuSecond(
  tracker: TrackerProcess,
  sockets: number,
  swarms: number,
): Promise<number> {
  const clients = await openClients(tracker.port, sockets, swarms)
  let isOver = false
  let announces = 0
  let next = 0
  const loop = async (): Promise<void> => {
    while (!isOver) {
      const client = clients[next++ % clients.length]
      await client?.announce(OFFERS)
      announces += 1
    }
  }
  const loops = Array.from({ length: IN_FLIGHT }, loop)
  const rate = await perCpuSecond(tracker, () => announces)
  isOver = true
  await Promise.race([Promise.all(loops), sleep(1_000)])
  for (const client of clients) client.close()
  return rate
}

async function memoryPerPeer(tracker: TrackerProcess): Promise<number> {
  const peers = 5_000
  // What is loaded and allocated by the first of them is no peer's own.
  const first = await openClients(tracker.port, 1_000, 10)
  const before = await tracker.memoryBytes()
  const clients = await openClients(tracker.port, peers, 50)
  const after = await tracker.memoryBytes()
  for (const client of [...first, ...clients]) client.close()
  return (after - before) / peers
}

async function relayP99(tracker: TrackerProcess): Promise<number> {
  const clients = await openClients(tracker.port, 1_000, 10)
  const byPeer = new Map(clients.map((client) => [client.peerId, client]))
  const delays: number[] = []
  for (const client of clients) {
    client.onOffer = (from) => delays.push(performance.now() - (byPeer.get(from)?.sentAt ?? 0))
  }
  const startedAt = performance.now()
  let sent = 0
  while (performance.now() - startedAt < RELAY_MS) {
    const due = Math.floor(performance.now() - startedAt)
    while (sent < due) clients[sent++ % clients.length]?.sendAnnounce()
    await sleep(1)
    // Past the warm-up only.
    if (performance.now() - startedAt < RELAY_MS / 4) delays.length = 0
  }
  for (const client of clients) client.close()
  const sorted = Float64Array.from(delays).sort()
  return sorted[Math.floor(sorted.length * 0.99)] ?? NaN
}

async function httpPerCpuSecond(tracker: TrackerProcess): Promise<number> {
  let responses = 0
  let isOver = false
  const sockets = Array.from({ length: 32 }, async (_, number) => {
    const socket = connect(tracker.port, '127.0.0.1').setNoDelay(true)
    await once(socket, 'connect')
    let peer = 0
    while (!isOver) {
      peer = (peer + 1) % 50
      const id = `-BE0001-${String(number * 50 + peer).padStart(12, '0')}`
      const hash = `%01%ff%25hash-of-torrent-${number % 10}`.padEnd(27, 'x').slice(0, 26)
      socket.write(
        `GET /announce?info_hash=${hash}&peer_id=${id}&port=${1_000 + peer}&uploaded=0&downloaded=0&left=1&compact=1&numwant=30 HTTP/1.1\r\nHost: bench\r\n\r\n`,
      )
      await once(socket, 'data')
      responses += 1
    }
    socket.destroy()
  })
  const rate = await perCpuSecond(tracker, () => responses)
  isOver = true
  await Promise.race([Promise.all(sockets), sleep(1_000)])
  return rate
}

import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../server/log.ts'
import { Records } from '../../server/peer/keeper/records.ts'
import { openStore } from '../../server/store/store.ts'
import { startSiteServer } from '../support/server.ts'
import { infoHash } from '../wire/trackerIds.ts'
import { benchOptions } from './benchOptions.ts'
import { median, report, type Figure } from './runner.ts'

/**
 * What a keeper with 1,000 idle shares costs beside an empty server: memory of all processes, time until it may be
 * used, and what the tracker sees of it. `npm run bench -- keeper`
 */

const USUAL_ROUNDS = 3
const SHARES = 1_000
const SIZE = 10_000_000
/** A torrent of 1,000 pieces. */
const TORRENT_BYTES = 20_500
/** What was allocated to start with is collected by then. */
const SETTLE_MS = 5_000

interface Cost {
  readonly startMs: number
  readonly memoryBytes: number
  readonly sockets: number
  /** What the tracker was told by then: announces above all. */
  readonly messages: number
}

const METRICS_TOKEN = 'm'.repeat(16)

export async function run(): Promise<void> {
  const { rounds } = benchOptions(USUAL_ROUNDS)
  const costs: { empty: Cost[]; keeper: Cost[] } = { empty: [], keeper: [] }
  for (let round = 0; round < rounds; round += 1) {
    costs.empty.push(await inFolder((folder) => costOf(folder, {})))
    costs.keeper.push(
      await inFolder(async (folder) => {
        await fill(folder)
        return costOf(folder, { KEEPER: '20GB', KEEPER_FOR: 'everybody' })
      }),
    )
  }
  const compared = (name: string, unit: string, valueOf: (cost: Cost) => number): Figure => ({
    name,
    unit,
    value: median(costs.keeper.map(valueOf)),
    baseline: { name: 'an empty server', value: median(costs.empty.map(valueOf)) },
  })
  report('keeper', [
    compared('memory with a keeper of 1,000 idle shares', 'MB', ({ memoryBytes }) => memoryBytes / 1e6),
    compared('time until it may be used', 's', ({ startMs }) => startMs / 1_000),
    {
      name: 'sockets of it',
      unit: 'sockets',
      value: Math.max(...costs.keeper.map(({ sockets }) => sockets)),
    },
    {
      name: 'messages of it to the tracker',
      unit: 'messages',
      value: Math.max(...costs.keeper.map(({ messages }) => messages)),
    },
  ])
}

/** As a keeper that has fetched them and was stopped. The files have their size, and nothing in them. */
async function fill(folder: string): Promise<void> {
  const limits = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }
  const store = openStore(
    folder,
    limits,
    createLog('error', () => undefined),
  )
  const kept = join(folder, 'keeper')
  await mkdir(kept)
  const records = new Records(join(kept, 'records.sqlite'))
  const now = Date.now()
  for (let number = 1; number <= SHARES; number += 1) {
    const hash = infoHash(number)
    const until = now + 86_400_000
    store.kept.put({
      infoHash: hash,
      name: `share ${number}`,
      size: SIZE,
      here: SIZE,
      state: 'kept',
      failure: null,
      addedAt: now,
      movedAt: now,
      wantedAt: now,
      bridged: false,
      promises: [{ digest: `${number}`, member: null, askedAt: now, until }],
    })
    const torrentFile = new Uint8Array(TORRENT_BYTES).fill(number)
    await records.put({ infoHash: hash, torrentFile, files: null, wanted: null, paused: false, addedAt: now })
    await mkdir(join(kept, hash))
    const file = await open(join(kept, hash, 'share.bin'), 'w')
    await file.truncate(SIZE)
    await file.close()
  }
  records.close()
  await store.close()
}

async function costOf(folder: string, environment: Readonly<Record<string, string>>): Promise<Cost> {
  const startedAt = performance.now()
  const site = await startSiteServer({ DATA_DIR: folder, METRICS_TOKEN, ...environment })
  const isKeeper = 'KEEPER' in environment
  for (;;) {
    const { keeper } = (await (await fetch(`${site.url}config.json`)).json()) as {
      keeper: { isUp: boolean } | null
    }
    if (!isKeeper || keeper?.isUp === true) break
    await sleep(10)
  }
  const startMs = performance.now() - startedAt
  await sleep(SETTLE_MS)
  const { sockets } = (await (await fetch(`${site.url}healthz`)).json()) as { sockets: number }
  const messages = await messagesAt(site.url)
  const children = await readFile(`/proc/${site.pid()}/task/${site.pid()}/children`, 'utf8')
  const pids = [site.pid(), ...children.trim().split(' ').filter(Boolean).map(Number)]
  const memory = await Promise.all(pids.map(residentBytes))
  await site.stop()
  return { startMs, memoryBytes: memory.reduce((sum, bytes) => sum + bytes, 0), sockets, messages }
}

async function messagesAt(url: string): Promise<number> {
  const headers = { Authorization: `Bearer ${METRICS_TOKEN}` }
  const metrics = await (await fetch(`${url}metrics`, { headers })).text()
  return Number(/^\w*websocket_messages_total (\d+)$/m.exec(metrics)?.[1] ?? NaN)
}

/** Pages that two processes share (the text of Node itself) count for both. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024
}

async function inFolder(measure: (folder: string) => Promise<Cost>): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

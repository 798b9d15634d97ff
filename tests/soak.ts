import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession } from 'playwright'
import { onStage } from './bench/stage.ts'
import { makeFile, MB } from './support/files.ts'

/**
 * People come, fetch and leave, for so many minutes; what the page that stays, and the server, hold is printed as it
 * goes. Fails when the last third holds clearly more than the one before it.
 *
 *     npm run soak -- [minutes, 10]
 */

/** What is held at one moment. */
interface Held {
  /** JavaScript's heap of the page that stays, after a collection. */
  readonly heapMB: number
  readonly listeners: number
  readonly nodes: number
  /** RTCPeerConnections of that page that are not closed. */
  readonly connections: number
  /** Open files of the server, sockets included, and the sockets alone. */
  readonly handles: number
  readonly sockets: number
  readonly serverMB: number
}

const MINUTE = 60_000
/** What may be more at the end: a heap is never quite the same twice. */
const GROWTH = 1.15
const SLACK: Held = {
  heapMB: 2,
  listeners: 20,
  nodes: 200,
  connections: 6,
  handles: 10,
  sockets: 5,
  serverMB: 15,
}

declare global {
  var soakConnections: Set<RTCPeerConnection> | undefined
}

/** Runs in the page, before its own scripts. */
function countConnections(): void {
  const open = (globalThis.soakConnections = new Set<RTCPeerConnection>())
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...options: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...options)
      open.add(this)
    }
    override close(): void {
      open.delete(this)
      super.close()
    }
  }
}

const minutes = Number(process.argv[2] ?? 10)
if (!(minutes > 0)) {
  console.error('npm run soak -- [minutes]')
  process.exit(1)
}

await onStage(async ({ site, folder, newPeer }) => {
  const path = join(folder, 'soak.bin')
  await makeFile(path, 2 * MB, 'soak')
  const stays = await newPeer()
  await stays.context.addInitScript(countConnections)
  await stays.home()
  const given = await stays.chooseFiles(path)
  await given.reaches('seeding')
  const link = await given.link()
  const session = await stays.context.newCDPSession(stays.page)
  await session.send('Performance.enable')

  const kept: Held[] = []
  const end = performance.now() + minutes * MINUTE
  for (let visitors = 0; performance.now() < end; visitors += 2) {
    const some = await Promise.all([newPeer(), newPeer()])
    await Promise.all(some.map(async (peer) => (await peer.download(link)).reaches('seeding')))
    await Promise.all(some.map((peer) => peer.leave()))
    // Nobody is left but the one that stays: what it holds now is what it keeps.
    await stays.page.waitForFunction(() => (globalThis.soakConnections?.size ?? 0) <= 6)
    const held = await look(session, site.pid())
    kept.push(held)
    console.log(`${String(visitors + 2).padStart(6)} visitors ${line(held)}`)
  }
  judge(kept)
})

async function look(session: CDPSession, server: number): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0
  const open = await openFiles(server)
  const { result } = await session.send('Runtime.evaluate', { expression: 'soakConnections.size' })
  return {
    heapMB: metric('JSHeapUsedSize') / MB,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    connections: Number(result.value),
    handles: open.length,
    sockets: open.filter((name) => name.startsWith('socket:')).length,
    serverMB: await residentMB(server),
  }
}

async function openFiles(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`
  const names = await readdir(folder)
  // One may be closed between being listed and being read.
  return Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')))
}

async function residentMB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

function line(held: Held): string {
  return Object.entries(held)
    .map(([name, value]) => `${name} ${(value as number).toFixed(name.endsWith('MB') ? 1 : 0)}`)
    .join('  ')
}

/** Compares the last third with the second: the first is for what is made once. */
function judge(kept: readonly Held[]): void {
  const third = Math.floor(kept.length / 3)
  if (third === 0) throw new Error('That was too short to tell.')
  const mean = (of: readonly Held[], name: keyof Held) =>
    of.reduce((sum, each) => sum + each[name], 0) / of.length
  const [before, after] = [kept.slice(third, 2 * third), kept.slice(2 * third)]
  const grown = (Object.keys(SLACK) as (keyof Held)[]).filter(
    (name) => mean(after, name) > GROWTH * mean(before, name) + SLACK[name],
  )
  if (grown.length === 0) return console.log('Flat.')
  console.error(`Still growing: ${grown.join(', ')}.`)
  process.exitCode = 1
}

import { setPriority } from 'node:os'
import { KeeperPeer } from './keeperPeer.ts'
import type { KeeperCommand, KeeperEvent, KeeperStart } from './messages.ts'

/** The keeper's process: told what to do by the server, which it does not outlive. */

const LOOK_MS = 1_000
/** Of a process, from -20 to 19: where both want the same core the server gets three times as much of it. */
const NICE = 5

setPriority(NICE)
let peer: Promise<KeeperPeer> | null = null

process.on('message', (message) => obey(message as KeeperCommand))
process.on('disconnect', () => void stop())
// A terminal sends its signals to the whole group: the server says when to stop.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

function tell(event: KeeperEvent): void {
  if (process.connected) process.send?.(event)
}

function obey(command: KeeperCommand): void {
  if (command.kind === 'start') peer ??= start(command)
  else if (command.kind === 'stop') void stop()
  else void peer?.then((started) => started.obey(command))
}

async function start(told: KeeperStart): Promise<KeeperPeer> {
  const started = await KeeperPeer.start(told, tell)
  setInterval(() => {
    started.look()
    tell({ kind: 'figures', ...started.figures() })
  }, LOOK_MS)
  tell({ kind: 'up' })
  return started
}

async function stop(): Promise<void> {
  await (await peer)?.stop()
  process.exit(0)
}

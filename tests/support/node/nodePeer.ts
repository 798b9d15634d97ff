import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Contents } from '../files.ts'

/** A plain webtorrent client in a process of its own (see peerProcess.ts). */
export interface NodePeer {
  /** Waits for what the client tells; rejects when it fails or ends before. */
  told<Name extends keyof NodePeerEvents>(event: Name): Promise<NodePeerEvents[Name]>
  stop(): Promise<void>
}

interface NodePeerEvents {
  seeding: { readonly magnet: string }
  metadata: object
  /** The first bytes of the files are here. */
  begun: object
  /** By a tracker. */
  refused: { readonly problem: string }
  done: { readonly files: Contents }
}

export function seedInNode(trackerUrl: string, paths: readonly string[]): NodePeer {
  return runPeer(['seed', trackerUrl, ...paths])
}

export function fetchInNode(trackerUrl: string, magnet: string, folder: string): NodePeer {
  return runPeer(['fetch', trackerUrl, folder, magnet])
}

function runPeer(parameters: readonly string[]): NodePeer {
  const script = fileURLToPath(new URL('peerProcess.ts', import.meta.url))
  const child = spawn(process.execPath, [script, ...parameters], { stdio: ['pipe', 'pipe', 'pipe'] })
  const events = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  let output = ''
  let ended = false
  const wake = (): void => listeners.forEach((listener) => listener())

  createInterface(child.stdout).on('line', (line) => {
    output += `${line}\n`
    const message = JSON.parse(line) as { event: string }
    events.set(message.event, message)
    wake()
  })
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.once('exit', () => {
    ended = true
    wake()
  })

  return {
    told: (event) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const told = events.get(event)
          if (told === undefined && !ended && !events.has('failed')) return
          listeners.delete(look)
          if (told === undefined) reject(new Error(`The peer in Node never told "${event}":\n${output}`))
          else resolve(told as never)
        }
        listeners.add(look)
        look()
      }),
    async stop() {
      if (ended) return
      const exited = once(child, 'exit')
      child.stdin.end()
      await exited
    },
  }
}

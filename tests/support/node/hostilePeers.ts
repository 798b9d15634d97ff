import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Peers that mean no good with notes, in a process of their own (see hostileProcess.ts). */
export interface HostilePeers {
  /** How many pages an attacker has met, and how many have dropped it since. */
  count(attack: string): { readonly met: number; readonly dropped: number }
  /** All that the process has printed, for a failure's message. */
  output(): string
  stop(): Promise<void>
}

/** @param folder where each has a folder of its own for what it would fetch */
export function attackFromNode(
  trackerUrl: string,
  folder: string,
  magnet: string,
  attacks: readonly string[],
): HostilePeers {
  const script = fileURLToPath(new URL('hostileProcess.ts', import.meta.url))
  const child = spawn(process.execPath, [script, trackerUrl, folder, magnet, ...attacks])
  const counts = new Map(attacks.map((attack) => [attack, { met: 0, dropped: 0 }]))
  let output = ''
  createInterface(child.stdout).on('line', (line) => {
    output += `${line}\n`
    const { event, attack } = JSON.parse(line) as { event: 'met' | 'dropped'; attack: string }
    const count = counts.get(attack)
    if (count) count[event]++
  })
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return {
    count: (attack) => counts.get(attack) ?? { met: 0, dropped: 0 },
    output: () => output,
    async stop() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.stdin.end()
      await exited
    },
  }
}

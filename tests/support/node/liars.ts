import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ReviewToken } from '../../../src/core/reviewToken.ts'
import type { Said } from './lyingPeer.ts'

/** Peers that lie to pages in every message, in a process of their own (see `liarProcess.ts`). */
export interface Liars {
  /** What they have told last, once a second. Throws when they have ended by themselves. */
  said(): Said
  stop(): Promise<void>
}

export interface LiarsOptions {
  readonly trackerUrl: string
  readonly infoHash: string
  /** Of the file that is shared. */
  readonly path: string
  readonly seed: number
  readonly count: number
  /** Of a private review that some of them may read and write. */
  readonly review: ReviewToken
}

export function lieFromNode({ trackerUrl, infoHash, path, seed, count, review }: LiarsOptions): Liars {
  const script = fileURLToPath(new URL('liarProcess.ts', import.meta.url))
  const child = spawn(process.execPath, [
    script,
    trackerUrl,
    infoHash,
    path,
    String(seed),
    String(count),
    review,
  ])
  let said: Said = { lies: 0, met: 0, lanes: 0, sealed: 0 }
  let output = ''
  createInterface(child.stdout).on('line', (line) => (said = JSON.parse(line) as Said))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return {
    said() {
      if (child.exitCode !== null) throw new Error(`The liars ended by themselves:\n${output}`)
      return said
    },
    async stop() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.stdin.end()
      await exited
    },
  }
}

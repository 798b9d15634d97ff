import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { SayingProgram } from './sayingProgram.ts'

/** What libtorrent says of itself and its tracker. */
interface Said {
  readonly progress?: number
  readonly isSeeding?: boolean
  readonly peers?: number
  readonly error?: string
}

/** A client of another make, killed when the test ends. */
export class LibtorrentPeer extends SayingProgram<Said> {
  /** `uploadLimit` in bytes a second; 0 for none. */
  constructor(torrent: string, folder: string, port: number, uploadLimit = 0) {
    const numbers = [port, uploadLimit].map(String)
    super(['tests/interop/libtorrentPeer.py', torrent, folder, ownAddress(), ...numbers])
  }

  announceAgain(): void {
    this.tell('announce')
  }
}

/** What a torrent of a few kilobytes needs to be waited for: what it writes at once, over the one transport that we test. */
const TRANSMISSION_SETTINGS = { 'cache-size-mb': 0, 'utp-enabled': false }

/** A Transmission on one torrent, killed when the test ends; the torrent's file ends up in the folder. */
export class Transmission {
  readonly #child: ChildProcessByStdio<null, null, Readable>
  readonly #exited: Promise<unknown>
  /** The last of what it said. */
  #said = ''

  constructor(torrent: string, folder: string, port: number) {
    const settings = join(folder, 'settings')
    mkdirSync(settings, { recursive: true })
    writeFileSync(join(settings, 'settings.json'), JSON.stringify(TRANSMISSION_SETTINGS))
    const parameters = ['-w', folder, '-g', settings, '-p', String(port), '-M', torrent]
    this.#child = spawn('transmission-cli', parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
    this.#exited = once(this.#child, 'exit')
    this.#child.stderr.on(
      'data',
      (bytes: Buffer) => (this.#said = (this.#said + bytes.toString()).slice(-2_000)),
    )
    onTestFinished(async () => {
      this.#child.kill('SIGKILL')
      await this.#exited
    })
  }

  /** Waits until a file is there with this content, which it does not tell. Throws what it said after a minute and a half. */
  async hasFetched(path: string, content: Uint8Array): Promise<void> {
    const end = Date.now() + 90_000
    while (!existsSync(path) || !readFileSync(path).equals(content)) {
      const { exitCode, signalCode } = this.#child
      if (exitCode !== null || signalCode !== null || Date.now() > end)
        throw new Error(
          `Transmission (${exitCode ?? signalCode ?? 'running'}) fetched nothing. It said: ${this.#said}`,
        )
      await sleep(200)
    }
  }
}

/** Waits until a file is there with this content. */
export async function hasContent(path: string, content: Uint8Array): Promise<void> {
  while (!existsSync(path) || !readFileSync(path).equals(content)) await sleep(200)
}

/** An address of this machine that is not loopback: Transmission takes no peer from there. */
export function ownAddress(): string {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address, family, internal } of addresses ?? [])
      if (family === 'IPv4' && !internal) return address
  }
  throw new Error('This machine has no IPv4 address but loopback, which Transmission takes no peer from.')
}

/** A port that nobody has, for a peer. */
export async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0)
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

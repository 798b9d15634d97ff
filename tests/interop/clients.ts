import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
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

/** Starts Transmission on a torrent; its file ends up in the folder. */
export async function startTransmission(torrent: string, folder: string, port: number): Promise<void> {
  const parameters = ['-v', '-w', folder, '-g', join(folder, 'settings'), '-p', String(port), '-M', torrent]
  const child = spawn('transmission-cli', parameters, { stdio: 'ignore' })
  onTestFinished(async () => {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  })
  await once(child, 'spawn')
}

/** Waits until a file is there with this content: Transmission says nothing that could be relied on. */
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

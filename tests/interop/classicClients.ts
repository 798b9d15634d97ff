import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SayingProgram } from './sayingProgram.ts'

/* Programs of ordinary BitTorrent on this machine, each killed when the test ends. */

/** What libtorrent says of itself. */
interface Said {
  readonly progress: number
  readonly isSeeding: boolean
  readonly peers: readonly { readonly host: string; readonly port: number; readonly client: string }[]
}

export interface ClassicPeerOptions {
  /** A .torrent file, or a magnet link. */
  readonly what: string
  readonly folder: string
  readonly host?: string
  readonly port: number
  /** A node of the DHT. */
  readonly dht?: { readonly host: string; readonly port: number }
  /** `--pex`, `--peer=host:port` */
  readonly more?: readonly string[]
}

/** libtorrent. */
export class ClassicPeer extends SayingProgram<Said> {
  constructor({ what, folder, host = '127.0.0.1', port, dht, more = [] }: ClassicPeerOptions) {
    const node = dht ? [dht.host, String(dht.port)] : []
    super(['tests/interop/classicPeer.py', what, folder, host, String(port), ...node, ...more])
  }
}

interface ClientOptions {
  readonly torrent: string
  /** Where its file is, or comes. */
  readonly folder: string
  readonly port: number
  readonly dht?: { readonly host: string; readonly port: number }
}

/** aria2. */
export async function startAria({ torrent, folder, port, dht }: ClientOptions): Promise<void> {
  const child = spawn(
    'aria2c',
    [
      `--dir=${folder}`,
      `--listen-port=${port}`,
      '--seed-ratio=0.0',
      '--check-integrity=true',
      '--bt-enable-lpd=false',
      '--follow-torrent=mem',
      ...(dht
        ? [
            '--enable-dht=true',
            `--dht-listen-port=${port}`,
            `--dht-entry-point=${dht.host}:${dht.port}`,
            `--dht-file-path=${join(folder, 'dht.dat')}`,
          ]
        : ['--enable-dht=false']),
      torrent,
    ],
    { stdio: 'ignore' },
  )
  onTestFinished(() => ended(child))
  await once(child, 'spawn')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

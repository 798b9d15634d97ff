import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'bittorrent-dht'
import { onTestFinished } from 'vitest'

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
export class ClassicPeer {
  readonly #child: ChildProcess
  readonly #said: Said[] = []
  #wake: () => void = () => undefined

  constructor({ what, folder, host = '127.0.0.1', port, dht, more = [] }: ClassicPeerOptions) {
    const node = dht ? [dht.host, String(dht.port)] : []
    const parameters = ['tests/interop/classicPeer.py', what, folder, host, String(port), ...node, ...more]
    this.#child = spawn('/usr/bin/python3', parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void this.#child.kill('SIGKILL'))
    if (!this.#child.stdout) throw new Error('It says nothing.')
    createInterface(this.#child.stdout).on('line', (line) => {
      this.#said.push(JSON.parse(line) as Said)
      this.#wake()
    })
  }

  /** Waits until it says something of the kind; what was said before counts. */
  async says(isIt: (said: Said) => boolean): Promise<Said> {
    for (;;) {
      const said = this.#said.find(isIt)
      if (said) return said
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL')
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

export interface DhtNode {
  readonly host: string
  readonly port: number
  /** Info hashes that it was asked for, or told of. */
  readonly heard: readonly string[]
}

/** A node of a DHT that nobody else is in: a small world of its own. */
export async function startDhtNode(): Promise<DhtNode> {
  const host = '127.0.0.1'
  const node = new Client({ bootstrap: false, socket: createSocket('udp4') })
  onTestFinished(() => new Promise<void>((resolve) => node.destroy(resolve)))
  const heard: string[] = []
  for (const event of ['get_peers', 'announce_peer'])
    node.on(event, (infoHash: Uint8Array) => heard.push(Buffer.from(infoHash).toString('hex')))
  const listening = once(node, 'listening')
  node.listen(0, host)
  await listening
  return { host, port: node.address().port, heard }
}

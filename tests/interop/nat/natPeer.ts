import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'

/** What a host is to do; see `natProcess.ts`. */
export type Order = { readonly id: string } & (
  | { readonly kind: 'offer'; readonly iceServers: readonly RTCIceServer[]; readonly lifetimeMs: number }
  | { readonly kind: 'answer'; readonly iceServers: readonly RTCIceServer[]; readonly sdp: string }
  | { readonly kind: 'accept'; readonly sdp: string }
)

/** How a link ended up: what was sent over it came by this way, or none came about. */
export type Way = 'direct' | 'relay' | 'none'

export type Told = { readonly id: string } & (
  { readonly sdp: string } | { readonly end: Way; readonly why?: string }
)

/** The engine's links at one host. */
export class NatPeer {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  readonly #told = new Map<string, { sdp?: string; end?: Way }>()
  readonly #heard = new EventEmitter().setMaxListeners(0)

  /** @param command what runs a program at the host */
  constructor(command: readonly string[]) {
    const parameters = [...command, process.execPath, 'tests/interop/nat/natProcess.ts']
    this.#child = spawn('env', parameters, { stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(this.#child, 'exit')
    onTestFinished(async () => {
      this.#child.kill('SIGKILL')
      await exited
    })
    createInterface(this.#child.stdout).on('line', (line) => {
      const { id, ...told } = JSON.parse(line) as Told
      this.#told.set(id, { ...this.#told.get(id), ...told })
      this.#heard.emit('line')
    })
  }

  async offer(id: string, iceServers: readonly RTCIceServer[]): Promise<string> {
    // Until all hosts have been asked for all of their links.
    return this.#describe({ kind: 'offer', id, iceServers, lifetimeMs: 120_000 })
  }

  async answer(id: string, iceServers: readonly RTCIceServer[], sdp: string): Promise<string> {
    return this.#describe({ kind: 'answer', id, iceServers, sdp })
  }

  accept(id: string, sdp: string): void {
    this.#order({ kind: 'accept', id, sdp })
  }

  /** Waits until the link has ended up in one of these ways. */
  async ends(id: string, ways: readonly Way[]): Promise<Way> {
    return this.#until(() => {
      const end = this.#told.get(id)?.end
      return end !== undefined && ways.includes(end) ? end : undefined
    })
  }

  async #describe(order: Order): Promise<string> {
    this.#order(order)
    return this.#until(() => this.#told.get(order.id)?.sdp)
  }

  #order(order: Order): void {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`)
  }

  async #until<T>(value: () => T | undefined): Promise<T> {
    for (;;) {
      const found = value()
      if (found !== undefined) return found
      await once(this.#heard, 'line')
    }
  }
}

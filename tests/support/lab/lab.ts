import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BrowserContext } from 'playwright'
import type { LineOptions } from './network.ts'
import { throughLab } from './pageThroughLab.ts'
import type { Endpoint } from './relays.ts'
import type { LabReply, LabReport, LabRequest, LabSetup, PingReport } from './protocol.ts'

/** Besides the usual ones: addresses in ICE candidates as they are, not as names that only the browser knows. */
export const LAB_FLAGS: readonly string[] = ['--disable-features=WebRtcHideLocalIpsWithMdns']

/**
 * A small network on this machine, for trying pages over lines like those that people have. Needs no rights and
 * no kernel module: every browser context that joins is a host, and what its pages send to other hosts goes
 * through UDP ports of the lab, whoever brought the pages together and by whatever messages.
 *
 * The browser must run with {@link LAB_FLAGS}.
 */
export class Lab {
  readonly #thread: Worker
  readonly #waiting = new Map<number, (answer: LabReply['answer']) => void>()
  #calls = 0

  /** @param hosts name → line. @param seed of the random losses */
  constructor(hosts: Readonly<Record<string, LineOptions>>, seed = 1) {
    const workerData: LabSetup = { hosts, seed }
    this.#thread = new Worker(new URL('labThread.ts', import.meta.url), { workerData })
    this.#thread.on('message', ({ call, answer }: LabReply) => {
      this.#waiting.get(call)?.(answer)
      this.#waiting.delete(call)
    })
  }

  /** Puts a context's pages behind a host's line. Before it has any. */
  async join(context: BrowserContext, host: string): Promise<void> {
    await context.exposeBinding('labPort', (_source, target: Endpoint) =>
      this.#ask({ kind: 'relay', host, target }),
    )
    await context.addInitScript(throughLab)
  }

  async report(): Promise<LabReport> {
    return (await this.#ask({ kind: 'report' })) as LabReport
  }

  /** Every way that there is between pages leads nowhere from now on; those that are found later work. */
  async cut(): Promise<void> {
    await this.#ask({ kind: 'cut' })
  }

  /** Sends a ping from a host to a server near it. */
  async ping(host: string): Promise<void> {
    await this.#ask({ kind: 'ping', host })
  }

  /** The pings since the last time. */
  async pings(host: string): Promise<PingReport> {
    return (await this.#ask({ kind: 'pings', host })) as PingReport
  }

  async stop(): Promise<void> {
    const ended = once(this.#thread, 'exit')
    await this.#ask({ kind: 'stop' })
    await ended
  }

  #ask(request: LabRequest): Promise<LabReply['answer']> {
    const call = this.#calls++
    const answer = new Promise<LabReply['answer']>((resolve) => this.#waiting.set(call, resolve))
    this.#thread.postMessage({ call, request })
    return answer
  }
}

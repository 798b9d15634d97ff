import { trackerAddress } from '../site/siteAddress.ts'
import type { Log } from '../log.ts'
import type { KeeperCommand } from '../peer/keeper/messages.ts'
import { KeeperChild } from './keeperChild.ts'
import {
  KEEPER_PATH,
  readOrder,
  REPLACED,
  SILENCE_MS,
  tokenOf,
  type KeeperOrder,
  type KeeperTerms,
} from './lineMessages.ts'
import { Retries } from './retries.ts'

/** Whoever was replaced by another does not replace that one at once. */
const REPLACED_WAIT_MS = 60_000

export interface KeeperAtOptions {
  readonly site: URL
  readonly secret: string
  /** Where it keeps what it has for this site. */
  readonly folder: string
  readonly log: Log
}

/**
 * A keeper that runs for a site on another machine: registers there, does what it is told, and registers again whenever
 * the connection or the keeper at work has ended. What is said goes straight through, so all that is decided is decided
 * there.
 */
export class KeeperAt {
  readonly #options: KeeperAtOptions
  readonly #retries = new Retries()
  #line: Line | null = null
  #retry: NodeJS.Timeout | undefined
  #isStopping = false

  constructor(options: KeeperAtOptions) {
    this.#options = options
    this.#register()
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#retry)
    await this.#line?.end('')
  }

  #register(): void {
    this.#retries.began()
    this.#line = new Line(this.#options, (why, code) => {
      this.#line = null
      if (this.#isStopping) return
      const wait = code === REPLACED ? REPLACED_WAIT_MS : this.#retries.wait()
      const { log, site } = this.#options
      log.error('the keeper is not at work, and tries again', { site: site.host, why, seconds: wait / 1_000 })
      this.#retry = setTimeout(() => this.#register(), wait)
    })
  }
}

/** One connection to the site, and the keeper at work that it is for: when either ends, so does the other. */
class Line {
  readonly #options: KeeperAtOptions
  readonly #ended: (why: string, code: number) => void
  readonly #socket: WebSocket
  readonly #watch: NodeJS.Timeout
  #child: KeeperChild | null = null
  #ending: Promise<void> | null = null

  constructor(options: KeeperAtOptions, ended: (why: string, code: number) => void) {
    const { site, secret } = options
    this.#options = options
    this.#ended = ended
    const address = new URL(`.${KEEPER_PATH}`, site.href.replace(/^http/, 'ws'))
    this.#socket = new WebSocket(address, { headers: { Authorization: `Bearer ${tokenOf(secret)}` } })
    this.#watch = setTimeout(() => void this.end('the site says nothing'), SILENCE_MS)
    this.#socket.addEventListener('message', ({ data }) => this.#take(String(data)))
    this.#socket.addEventListener('close', ({ code, reason }) => {
      void this.end(reason || 'the site cannot be reached, or expects no keeper', code)
    })
  }

  /** Settles when the keeper at work has ended as well. */
  end(why: string, code = 0): Promise<void> {
    return (this.#ending ??= this.#end(why, code))
  }

  async #end(why: string, code: number): Promise<void> {
    clearTimeout(this.#watch)
    this.#socket.close()
    await this.#child?.stop()
    this.#ended(why, code)
  }

  #take(message: string): void {
    if (this.#ending) return
    this.#watch.refresh()
    const order = readOrder(message)
    if (order?.kind === 'start') this.#child ??= this.#start(order)
    else if (order && order.kind !== 'there') this.#child?.send(order satisfies KeeperOrder & KeeperCommand)
  }

  #start({ stunPort, ...terms }: KeeperTerms): KeeperChild {
    const { site, folder, log } = this.#options
    log.info('the keeper is at work', { site: site.host })
    const own = stunPort === null ? [] : [{ urls: [`stun:${site.hostname}:${stunPort}`] }]
    return new KeeperChild(
      {
        ...terms,
        iceServers: [...own, ...terms.iceServers],
        folder,
        site: site.href,
        tracker: trackerAddress(site),
      },
      {
        heard: (event) => {
          if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event))
        },
        ended: (by) => void this.end(`its process ended (${by})`),
        log,
      },
    )
  }
}

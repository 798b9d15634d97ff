import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import type { RunningServer } from '../../../server/start.ts'
import { serialiseClientMessage } from '../../../src/wire/serialiseTracker.ts'
import { parseTrackerMessage } from '../../../src/wire/parseTracker.ts'
import type { ClientMessage, TrackerMessage } from '../../../src/wire/trackerMessages.ts'

type Kind = TrackerMessage['kind']
type Message<K extends Kind> = Extract<TrackerMessage, { kind: K }>

/** A tracker client that sends whatever it is told to, and keeps what comes until somebody asks for it. */
export class TrackerClient {
  readonly webSocket: WebSocket
  /** Settles with the close code. */
  readonly closed: Promise<number>
  #received: TrackerMessage[] = []
  #waiting: (() => void)[] = []

  constructor(url: string, options: ClientOptions = {}) {
    this.webSocket = new WebSocket(url, { perMessageDeflate: false, ...options })
    this.closed = new Promise((resolve) => this.webSocket.once('close', resolve))
    // A test that is cut off on purpose sees it in `closed`.
    this.webSocket.on('error', () => undefined)
    this.webSocket.on('message', (data: Buffer) => {
      const message = parseTrackerMessage(data.toString())
      if (!message) throw new Error(`The tracker sent what no client can use: ${data.toString()}`)
      this.#received.push(message)
      for (const wake of this.#waiting.splice(0)) wake()
    })
  }

  static async open(
    server: Pick<RunningServer, 'url'>,
    options: ClientOptions = {},
    passkey?: string,
  ): Promise<TrackerClient> {
    const address = announceUrl(server)
    const client = new TrackerClient(passkey === undefined ? address : `${address}/${passkey}`, options)
    onTestFinished(() => client.webSocket.terminate())
    await once(client.webSocket, 'open')
    return client
  }

  send(message: ClientMessage): void {
    this.sendText(serialiseClientMessage(message))
  }

  /** As JSON, whatever it is. */
  sendJson(value: unknown): void {
    this.sendText(JSON.stringify(value))
  }

  sendText(text: string): void {
    this.webSocket.send(text)
  }

  /** The next message of a kind; those of other kinds wait for their turn. */
  async next<K extends Kind>(kind: K): Promise<Message<K>> {
    for (;;) {
      const index = this.#received.findIndex((message) => message.kind === kind)
      if (index >= 0) return this.#received.splice(index, 1)[0] as Message<K>
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** Waits until the server has dealt with all that was sent here, and returns what came and was not asked for. */
  async settled(): Promise<readonly TrackerMessage[]> {
    this.send({ kind: 'scrape', infoHashes: [] })
    await this.next('scrape')
    return this.#received.splice(0)
  }

  async leave(): Promise<void> {
    this.webSocket.close()
    await this.closed
  }
}

export function announceUrl(server: Pick<RunningServer, 'url'>): string {
  return new URL('announce', server.url.replace('http', 'ws')).href
}

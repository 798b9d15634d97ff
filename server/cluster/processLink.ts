import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Link, LinkOptions } from './link.ts'
import type { NodeId } from './nodeId.ts'
import type { TableCounts } from './outlet.ts'
import type { FromTable, ToTable } from './processTable.ts'

/** Both ends of a pipe between processes: what is sent arrives, once and in order, for as long as both live. */
export interface TablePipe {
  send(messages: readonly ToTable[]): void
  onMessages: (messages: readonly FromTable[]) => void
}

const HEARTBEAT_MS: Milliseconds = 2_000

/** The other nodes on this machine, by way of the process that has started them ({@link ProcessTable}). */
export class ProcessLink implements Link {
  readonly #options: LinkOptions
  readonly #pipe: TablePipe
  readonly #others = new Set<NodeId>()
  readonly #sequences = new Map<NodeId, number>()
  readonly #questions = new Map<number, (counts: TableCounts) => void>()
  readonly #lines = new Map<NodeId, string>()
  #due: ToTable[] = []
  #isFlushDue = false
  #asked = 0
  #secret: (secret: string) => void = () => undefined
  #beatAt: Milliseconds = -Infinity
  #isUp = false

  constructor(options: LinkOptions, pipe: TablePipe) {
    this.#options = options
    this.#pipe = pipe
    pipe.onMessages = (messages) => {
      for (const message of messages) this.#hear(message)
    }
    this.#say(['here', options.id])
    // Whoever makes this has figures by then.
    setImmediate(() => this.#beat())
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get nodeCount(): number {
    return this.#others.size + 1
  }

  tell(node: NodeId, line: string): void {
    this.#lines.set(node, `${this.#lines.get(node) ?? ''}${line}\n`)
    this.#flushSoon()
  }

  tellAll(...fields: readonly string[]): void {
    this.#say(['all', fields])
  }

  enter(infoHash: InfoHash, counts: TableCounts): void {
    this.#say(['enter', infoHash, counts])
  }

  write(infoHash: InfoHash, counts: TableCounts): void {
    this.#say(['write', infoHash, counts])
  }

  leave(infoHash: InfoHash): void {
    this.#say(['leave', infoHash])
  }

  async counts(infoHash: InfoHash): Promise<TableCounts | null> {
    const question = (this.#asked += 1)
    return new Promise((resolve) => {
      this.#questions.set(question, resolve)
      this.#say(['counts', question, infoHash])
    })
  }

  async secret(mine: string): Promise<string> {
    return new Promise((resolve) => {
      this.#secret = resolve
      this.#say(['secret', mine])
    })
  }

  tick(): void {
    if (performance.now() - this.#beatAt >= HEARTBEAT_MS) this.#beat()
  }

  /** The table learns it by the end of the process. */
  stop(): Promise<void> {
    this.#flush()
    this.#isUp = false
    return Promise.resolve()
  }

  #beat(): void {
    this.#beatAt = performance.now()
    this.tellAll('H', this.#options.figures())
  }

  #say(message: ToTable): void {
    this.#due.push(message)
    this.#flushSoon()
  }

  #flushSoon(): void {
    if (this.#isFlushDue) return
    this.#isFlushDue = true
    setImmediate(() => this.#flush())
  }

  /** What was said in this turn goes as one. */
  #flush(): void {
    this.#isFlushDue = false
    for (const [node, lines] of this.#lines) {
      const sequence = (this.#sequences.get(node) ?? 0) + 1
      this.#sequences.set(node, sequence)
      this.#due.push(['to', node, sequence, lines])
    }
    this.#lines.clear()
    const messages = this.#due
    this.#due = []
    if (messages.length > 0) this.#pipe.send(messages)
  }

  #hear(message: FromTable): void {
    const { events } = this.#options
    switch (message[0]) {
      case 'from':
        this.#meet(message[1])
        return events.received(message[1], message[2], message[3])
      case 'all':
        if (message[1] === this.#options.id) return this.#hearSelf()
        this.#meet(message[1])
        return events.announced(message[1], message[2])
      case 'entered':
        return events.entered(message[1], message[2])
      case 'counts':
        this.#questions.get(message[1])?.(message[2])
        this.#questions.delete(message[1])
        return
      case 'secret':
        return this.#secret(message[1])
      case 'gone':
        if (this.#others.delete(message[1])) events.gone(message[1])
        this.#sequences.delete(message[1])
        return
    }
  }

  #hearSelf(): void {
    if (this.#isUp) return
    this.#isUp = true
    this.#options.events.up()
  }

  /** One that has just come has not heard of this one. */
  #meet(node: NodeId): void {
    if (this.#others.has(node)) return
    this.#others.add(node)
    this.#beat()
  }
}

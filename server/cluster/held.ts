import type { InfoHash } from '../../src/core/infoHash.ts'
import type { ClientMessage } from '../../src/wire/trackerMessages.ts'
import type { ByteText } from '../tracker/byteText.ts'
import type { Readiness } from '../tracker/readiness.ts'
import type { Session } from '../tracker/records.ts'
import type { Registry } from '../tracker/registry.ts'
import type { Swarms } from '../tracker/socketClient.ts'
import type { CountsElsewhere } from './countsElsewhere.ts'
import type { Replica } from './replica.ts'

export interface HeldOptions {
  readonly registry: Registry
  readonly replica: Replica
  readonly counts: CountsElsewhere
  /** What a message that was held met. */
  readonly failed: (error: unknown) => void
}

type Message = ClientMessage<ByteText>

/**
 * Holds what comes for a swarm that this node begins to have until the others have told what they have of it, a
 * millisecond or two: the first announce at this node meets those who are elsewhere, and each after it finds all known.
 * What one client sends is dealt with in the order in which it came: what follows waits as well.
 */
export class Held implements Swarms<Session>, Readiness {
  readonly #options: HeldOptions
  readonly #queues = new WeakMap<Session, Message[]>()
  readonly connect: Registry['connect']
  readonly disconnect: Registry['disconnect']
  readonly dismiss: Registry['dismiss']
  readonly pinged: Registry['pinged']

  constructor(options: HeldOptions) {
    const { registry } = options
    this.#options = options
    this.connect = (...parameters) => registry.connect(...parameters)
    this.disconnect = (session) => registry.disconnect(session)
    this.dismiss = (session, reason) => registry.dismiss(session, reason)
    this.pinged = (session) => registry.pinged(session)
  }

  receive(session: Session, message: Message): void {
    const queue = this.#queues.get(session)
    if (queue) {
      queue.push(message)
      // All that it begins is asked for at once, and not one after another.
      if (begins(message)) this.#options.replica.whenOpen(message.infoHash, () => undefined)
    } else if (this.#isReady(message)) {
      this.#options.registry.receive(session, message)
    } else {
      this.#queues.set(session, [message])
      this.#goOn(session)
    }
  }

  joining<Result>(infoHash: InfoHash, work: () => Result): Result | Promise<Result> {
    const { replica } = this.#options
    if (replica.isOpen(infoHash)) return work()
    return new Promise((resolve, reject) => {
      replica.whenOpen(infoHash, () => {
        try {
          resolve(work())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
        replica.settle(infoHash)
      })
    })
  }

  counting<Result>(infoHashes: readonly InfoHash[], work: () => Result): Result | Promise<Result> {
    return this.#options.counts.fetch(infoHashes)?.then(work) ?? work()
  }

  #isReady(message: Message): boolean {
    if (message.kind === 'scrape') return this.#options.counts.areKnown(message.infoHashes)
    return !begins(message) || this.#options.replica.isOpen(message.infoHash)
  }

  #goOn(session: Session): void {
    const queue = this.#queues.get(session) ?? []
    for (let message = queue[0]; message; message = queue[0]) {
      const first = message
      const next = (): void => {
        queue.shift()
        this.#receive(session, first)
      }
      if (!this.#isReady(message)) {
        // Whatever is known by then is what there is to know.
        this.#whenReady(message, () => {
          next()
          this.#goOn(session)
        })
        return
      }
      next()
    }
    this.#queues.delete(session)
  }

  #whenReady(message: Message, work: () => void): void {
    const { replica, counts, failed } = this.#options
    if (message.kind !== 'scrape') replica.whenOpen(message.infoHash, work)
    else (counts.fetch(message.infoHashes) ?? Promise.resolve()).then(work).catch(failed)
  }

  #receive(session: Session, message: Message): void {
    try {
      this.#options.registry.receive(session, message)
    } catch (error) {
      this.#options.failed(error)
    }
    if ('infoHash' in message) this.#options.replica.settle(message.infoHash)
  }
}

/** Whether it may be a client's first word in a swarm: an answer is to an offer, which nobody gets before. */
function begins(message: Message): message is Extract<Message, { kind: 'announce' }> {
  return message.kind === 'announce' && message.event !== 'stopped'
}

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

/**
 * Holds what comes for a swarm that this node begins to have until the others have told what they have of it, a
 * millisecond or two: the first announce at this node meets those who are elsewhere, and each after it finds all known.
 */
export class Held implements Swarms<Session>, Readiness {
  readonly #options: HeldOptions
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

  receive(session: Session, message: ClientMessage<ByteText>): void {
    const { registry, replica, counts } = this.#options
    if (message.kind === 'scrape') {
      const fetched = counts.fetch(message.infoHashes)
      if (fetched) fetched.then(() => this.#receive(session, message)).catch(this.#options.failed)
      else registry.receive(session, message)
    } else if (this.#mustWait(message)) {
      replica.whenOpen(message.infoHash, () => this.#receive(session, message))
    } else registry.receive(session, message)
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

  /** An answer is to an offer, which no one gets who has not come; who leaves waits behind what it said before. */
  #mustWait(message: Exclude<ClientMessage<ByteText>, { kind: 'scrape' }>): boolean {
    if (message.kind === 'answer') return false
    const { replica } = this.#options
    return message.event === 'stopped'
      ? replica.isOpening(message.infoHash)
      : !replica.isOpen(message.infoHash)
  }

  #receive(session: Session, message: ClientMessage<ByteText>): void {
    try {
      this.#options.registry.receive(session, message)
    } catch (error) {
      this.#options.failed(error)
    }
    if ('infoHash' in message) this.#options.replica.settle(message.infoHash)
  }
}

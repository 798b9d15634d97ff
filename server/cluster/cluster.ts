import { randomBytes } from 'node:crypto'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Log } from '../log.ts'
import type { AddressedTracker } from '../tracker/addressedTracker.ts'
import type { MemberId } from '../tracker/admission.ts'
import type { Registry } from '../tracker/registry.ts'
import type { SwarmTable } from '../tracker/swarmTable.ts'
import { AddressShares } from './addressShares.ts'
import { CountsElsewhere } from './countsElsewhere.ts'
import { Held } from './held.ts'
import type { CreateLink, Link } from './link.ts'
import { readHash } from './lines.ts'
import { newNodeId, type NodeId } from './nodeId.ts'
import { Replica } from './replica.ts'
import { Survey } from './survey.ts'

export interface ClusterOptions {
  readonly link: CreateLink
  readonly table: SwarmTable
  readonly registry: Registry
  readonly addressed: AddressedTracker
  /** What this node carries, by name. */
  readonly figures: () => Readonly<Record<string, number>>
  /** What an address may have at all nodes together, by a name that all of them have. */
  readonly addressCounts: ConstructorParameters<typeof AddressShares>[0]
  readonly addressRates: ConstructorParameters<typeof AddressShares>[1]
  /** Another node has ended what a member, or a swarm, may do here. */
  readonly cutOff: (member: MemberId) => void
  readonly evict: (infoHash: InfoHash, reason: string) => void
  readonly log: Log
  readonly now: () => Milliseconds
}

const SHARES_MS: Milliseconds = 500
const TICK_MS: Milliseconds = 100
/** A start does not wait longer for the others. */
const START_MS: Milliseconds = 2_000

/** This node among others that share one table. */
export class Cluster {
  readonly id: NodeId = newNodeId()
  /** What sockets and requests go through. */
  readonly held: Held
  readonly counts: CountsElsewhere
  /** What all nodes have, for those who look on. */
  readonly survey: Survey
  readonly #options: ClusterOptions
  readonly #replica: Replica
  readonly #link: Link
  readonly #shares: AddressShares
  readonly #figures = new Map<NodeId, Readonly<Record<string, number>>>()
  readonly #timer: NodeJS.Timeout
  #secret = randomBytes(32)
  #tickedAt: Milliseconds
  #sharedAt: Milliseconds
  #onUp: () => void = () => undefined
  readonly #up: Promise<void>

  constructor(options: ClusterOptions) {
    const { table, registry, addressed, now, log } = options
    this.#options = options
    this.#tickedAt = this.#sharedAt = now()
    this.#shares = new AddressShares(options.addressCounts, options.addressRates)
    this.#up = new Promise((resolve) => (this.#onUp = resolve))
    const link: Link = options.link({
      id: this.id,
      log,
      figures: () => JSON.stringify(this.figuresHere()),
      events: {
        up: () => this.#cameUp(),
        down: () => this.#replica.linkDown(),
        emptied: () => this.#replica.refill(),
        received: (...batch) => this.#replica.receive(...batch),
        announced: (from, fields) => this.#announced(from, fields),
        entered: (infoHash, nodes) => this.#replica.entered(infoHash, nodes),
        failed: (infoHash) => this.#replica.failed(infoHash),
        gone: (id) => this.#gone(id),
      },
    })
    this.#link = link
    this.counts = new CountsElsewhere(table, async (infoHash) => link.counts(infoHash), now)
    this.#replica = new Replica({
      id: this.id,
      table,
      registry,
      addressed,
      outlet: link,
      closing: (swarm) => this.counts.remember(swarm),
      answered: (question, answer) => this.survey.answered(question, answer),
      now,
    })
    this.survey = new Survey({ table, link, share: () => this.#replica.share })
    this.held = new Held({
      registry,
      replica: this.#replica,
      counts: this.counts,
      failed: (error) => log.error('a tracker message could not be handled', { error: String(error) }),
    })
    this.#timer = setInterval(() => this.#tick(), TICK_MS).unref()
  }

  get isUp(): boolean {
    return this.#link.isUp
  }

  get nodeCount(): number {
    return this.#link.nodeCount
  }

  /** What all connection ids are made with. */
  get secret(): Buffer {
    return this.#secret
  }

  /** Settles once the others are there, or after a while without them. */
  async ready(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#options.log.warn('the cluster cannot be reached: this node starts alone')
        resolve()
      }, START_MS)
    })
    await Promise.race([this.#up, late])
    clearTimeout(timer)
  }

  figuresHere(): Readonly<Record<string, number>> {
    return { ...this.#options.figures(), swarms: this.#replica.share }
  }

  /** The sum over all nodes, this one included. */
  figures(): Readonly<Record<string, number>> {
    const sum: Record<string, number> = { ...this.figuresHere() }
    for (const figures of this.#figures.values()) {
      for (const [name, value] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + value
    }
    return sum
  }

  /** Has every other node cut off a member's sockets and peers. */
  cutOff(member: MemberId): void {
    this.#link.tellAll('C', String(member))
  }

  evict(infoHash: InfoHash, reason: string): void {
    this.#link.tellAll('E', infoHash, Buffer.from(reason).toString('base64'))
  }

  /** To be called when this node is about to stop, and still has some time. */
  handOver(): void {
    this.#replica.handOver()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#link.stop()
  }

  #cameUp(): void {
    this.#replica.linkUp()
    this.#link
      .secret(this.#secret.toString('hex'))
      .then((secret) => {
        this.#secret = Buffer.from(secret, 'hex')
      })
      .catch((error: unknown) => this.#options.log.debug('the cluster', { error: String(error) }))
      .finally(() => this.#onUp())
  }

  #announced(from: NodeId, [kind = '', ...fields]: readonly string[]): void {
    const [first = '', second = ''] = fields
    if (kind === 'H') {
      this.#replica.met(from)
      // One that has just come was told of no address yet.
      if (!this.#figures.has(from)) this.#tellShares(this.#shares.all())
      this.#figures.set(from, readFigures(first))
    } else if (kind === 'G') this.#shares.heard(from, fields)
    else if (kind === '?') this.survey.heard(from, fields)
    else if (kind === 'C') this.#options.cutOff(Number(first) as MemberId)
    else if (kind === 'E') {
      const infoHash = readHash(first)
      if (infoHash) this.#options.evict(infoHash, Buffer.from(second, 'base64').toString())
    }
  }

  #gone(id: NodeId): void {
    this.#figures.delete(id)
    this.#shares.gone(id)
    this.#replica.gone(id)
  }

  #tick(): void {
    const now = this.#options.now()
    this.#link.tick()
    this.#replica.tick(now - this.#tickedAt)
    this.#tickedAt = now
    if (now - this.#sharedAt < SHARES_MS) return
    this.#sharedAt = now
    this.#tellShares(this.#shares.due())
  }

  #tellShares(fields: readonly string[]): void {
    if (fields.length > 0) this.#link.tellAll('G', ...fields)
  }
}

function readFigures(text: string): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {}
  try {
    for (const [name, value] of Object.entries(JSON.parse(text) as object)) {
      if (typeof value === 'number') figures[name] = value
    }
  } catch {
    // Of a version that says it otherwise.
  }
  return figures
}

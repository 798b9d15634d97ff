import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { Cluster as ValkeyCluster, Redis as Valkey, type RedisOptions } from 'iovalkey'
import type { Link, LinkOptions } from './link.ts'
import { parseNodeId, type NodeId } from './nodeId.ts'
import { summed, type TableCounts } from './outlet.ts'

export interface ValkeyLinkOptions extends LinkOptions {
  /** One address, several of a Valkey in cluster mode, or those of Sentinels. */
  readonly urls: readonly string[]
  /** Before every key and channel: whoever has another is another cluster. */
  readonly name: string
}

const HEARTBEAT_MS: Milliseconds = 2_000
/** In cluster mode the library is ready before the connection that hears is. */
const SUBSCRIBE_MS: Milliseconds = 300
/** The link is down when what this node says to all does not come back to it. */
const OWN_SILENCE_MS: Milliseconds = 6_000
/** Another node is gone. */
const SILENCE_MS: Milliseconds = 12_000
/** As far as can be known by a node that hears nobody: it goes on with whom it knows for as long. */
const SILENCE_WHILE_DOWN_MS: Milliseconds = 60_000
const NODE_SECONDS = 30
/** Of a swarm that nobody has written for so long; it is written every four minutes. */
const SWARM_SECONDS = 900
/** What one batch holds at most. */
const BATCH_BYTES = 1_000_000
const SENTINEL_PORT = 26_379
const RETRY_MS = { least: 200, most: 2_000 }

type Client = Valkey | ValkeyCluster

/** The other nodes, and the table that all of them share, by way of Valkey or Redis. */
export class ValkeyLink implements Link {
  readonly #options: ValkeyLinkOptions
  readonly #client: Client
  readonly #ears: Client
  readonly #prefix: Buffer
  readonly #heardAt = new Map<NodeId, Milliseconds>()
  readonly #sequences = new Map<NodeId, number>()
  #batches = new Map<NodeId, string>()
  /** Of a Valkey in cluster mode, the member that all words of this node go by. */
  #speaker: Valkey | null = null
  #isFlushDue = false
  #isUp = false
  #heardSelfAt: Milliseconds = performance.now()
  #beatAt: Milliseconds = -Infinity
  #subscribedAt: Milliseconds = -Infinity
  #isStopped = false

  constructor(options: ValkeyLinkOptions) {
    this.#options = options
    this.#prefix = Buffer.from(`${options.name}:s:`)
    this.#client = connect(options)
    this.#ears = connect(options)
    for (const client of [this.#client, this.#ears]) {
      client.on('error', (error: Error) => options.log.debug('Valkey', { error: error.message }))
      client.on('close', () => this.#down())
    }
    this.#client.on('ready', () => this.#beat())
    this.#ears.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.#hear(channel.toString('latin1'), message.toString('latin1')),
    )
    this.#ears.on('ready', () => this.#subscribe())
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get nodeCount(): number {
    return this.#heardAt.size + 1
  }

  tell(node: NodeId, line: string): void {
    const batch = `${this.#batches.get(node) ?? ''}${line}\n`
    this.#batches.set(node, batch)
    if (batch.length > BATCH_BYTES) this.#flush()
    else if (!this.#isFlushDue) {
      this.#isFlushDue = true
      setImmediate(() => {
        this.#isFlushDue = false
        this.#flush()
      })
    }
  }

  tellAll(...fields: readonly string[]): void {
    if (!this.#canWrite) return
    const text = `${this.#options.id}\t${fields.join('\t')}`
    this.#publish(this.#everybody, Buffer.from(text, 'latin1'))
  }

  enter(infoHash: InfoHash, counts: TableCounts): void {
    if (!this.#canWrite) return
    const { events } = this.#options
    // One that only reads, as a primary that was replaced, has not taken this node's part in.
    const done = Promise.all([this.#write(infoHash, counts), this.#read(infoHash)])
    this.#orFailed(
      infoHash,
      done.then(([, entries]) => events.entered(infoHash, [...entries.keys()])),
    )
  }

  write(infoHash: InfoHash, counts: TableCounts): void {
    if (this.#canWrite) this.#orFailed(infoHash, this.#write(infoHash, counts))
  }

  leave(infoHash: InfoHash): void {
    if (this.#canWrite) this.#quietly(this.#client.hdel(this.#keyOf(infoHash), this.#options.id))
  }

  async counts(infoHash: InfoHash): Promise<TableCounts | null> {
    if (!this.#canWrite) return null
    try {
      return summed((await this.#read(infoHash)).values())
    } catch {
      return null
    }
  }

  async secret(mine: string): Promise<string> {
    const key = `${this.#options.name}:secret`
    await this.#client.setnx(key, mine)
    return (await this.#client.get(key)) ?? mine
  }

  tick(): void {
    const { events } = this.#options
    const at = performance.now()
    if (at - this.#beatAt >= HEARTBEAT_MS) this.#beat()
    if (!this.#isUp && at - this.#subscribedAt >= SUBSCRIBE_MS) this.#subscribe()
    if (at - this.#heardSelfAt > OWN_SILENCE_MS) {
      this.#heardSelfAt = at
      this.#down()
      // One that hangs is not told from one that is slow, and a new connection does no harm.
      if (!this.#isStopped) for (const client of [this.#client, this.#ears]) client.disconnect(true)
    }
    const silenceMs = this.#isUp ? SILENCE_MS : SILENCE_WHILE_DOWN_MS
    for (const [id, heardAt] of this.#heardAt) {
      if (at - heardAt <= silenceMs) continue
      this.#heardAt.delete(id)
      this.#sequences.delete(id)
      this.#options.log.warn('a node of the cluster is gone', { node: id })
      events.gone(id)
    }
  }

  async stop(): Promise<void> {
    this.#flush()
    if (this.#canWrite) {
      this.tellAll('Q')
      await this.#client.del(`${this.#options.name}:n:${this.#options.id}`).catch(() => 0)
    }
    this.#isStopped = true
    this.#client.disconnect()
    this.#ears.disconnect()
  }

  get #canWrite(): boolean {
    return this.#client.status === 'ready' && !this.#isStopped
  }

  get #everybody(): string {
    return `${this.#options.name}:all`
  }

  #channelOf(id: NodeId): string {
    return `${this.#options.name}:to:${id}`
  }

  #keyOf(infoHash: InfoHash): Buffer {
    return Buffer.concat([this.#prefix, Buffer.from(infoHash, 'hex')])
  }

  #subscribe(): void {
    if (this.#ears.status !== 'ready' || this.#isStopped) return
    this.#subscribedAt = performance.now()
    const channels = [this.#channelOf(this.#options.id), this.#everybody]
    this.#quietly(this.#ears.subscribe(...channels).then(() => this.#beat()))
  }

  #beat(): void {
    const { name, id, figures } = this.#options
    if (!this.#canWrite) return
    this.#beatAt = performance.now()
    this.tellAll('H', figures())
    const key = `${name}:n:${id}`
    // Where it was there before and is not now, the table was emptied.
    this.#quietly(
      this.#client.set(key, '1', 'EX', NODE_SECONDS, 'GET').then((former) => {
        if (former !== null || !this.#isUp) return
        this.#options.log.warn('the cluster’s table was emptied: it is filled anew')
        this.#options.events.emptied()
      }),
    )
  }

  #flush(): void {
    const batches = this.#batches
    this.#batches = new Map()
    for (const [node, lines] of batches) {
      const sequence = (this.#sequences.get(node) ?? 0) + 1
      // Counted also when it is lost, so that the other side finds out.
      this.#sequences.set(node, sequence)
      if (!this.#canWrite) continue
      const batch = Buffer.from(`${this.#options.id}\t${sequence}\n${lines}`, 'latin1')
      this.#publish(this.#channelOf(node), batch)
    }
  }

  /** The library picks a member of a cluster for each word by chance: words by two of them overtake each other. */
  #publish(channel: string, message: Buffer): void {
    const client = this.#client
    if (client instanceof ValkeyCluster && (this.#speaker?.status ?? 'end') === 'end') {
      const members = client.nodes('master')
      this.#speaker = members.find(({ status }) => status === 'ready') ?? members[0] ?? null
    }
    this.#quietly((this.#speaker ?? client).publish(channel, message))
  }

  #hear(channel: string, message: string): void {
    const end = message.indexOf('\n')
    const fields = (end < 0 ? message : message.slice(0, end)).split('\t')
    const from = parseNodeId(fields[0] ?? '')
    if (from === null) return
    const { id, events } = this.#options
    if (from === id) this.#hearSelf()
    else if (fields[1] === 'Q') {
      if (!this.#heardAt.delete(from)) return
      this.#options.log.info('a node of the cluster has stopped', { node: from })
      events.gone(from)
    } else {
      const isNew = !this.#heardAt.has(from)
      this.#heardAt.set(Buffer.from(from).toString() as NodeId, performance.now())
      if (isNew) {
        this.#options.log.info('a node of the cluster has come', { node: from })
        this.#beat()
      }
      if (channel === this.#everybody) events.announced(from, fields.slice(1))
      else events.received(from, Number(fields[1]), message.slice(end + 1))
    }
  }

  #hearSelf(): void {
    this.#heardSelfAt = performance.now()
    if (this.#isUp) return
    this.#isUp = true
    // Whether others are gone is not known before they had time to say so.
    for (const other of this.#heardAt.keys()) this.#heardAt.set(other, this.#heardSelfAt)
    this.#options.log.info('the cluster is there', { nodes: this.nodeCount })
    this.#options.events.up()
  }

  #down(): void {
    if (!this.#isUp || this.#isStopped) return
    this.#isUp = false
    this.#options.log.warn('the cluster cannot be reached: this node goes on alone')
    this.#options.events.down()
  }

  async #write(infoHash: InfoHash, counts: TableCounts): Promise<unknown> {
    const { seeds, leechers, downloaders, downloaded } = counts
    const key = this.#keyOf(infoHash)
    const value = `${seeds} ${leechers} ${downloaders} ${downloaded}`
    const written = this.#client.hset(key, this.#options.id, value)
    this.#quietly(this.#client.expire(key, SWARM_SECONDS))
    return written
  }

  /** The nodes in a swarm's entry that live; the others' entries are removed. */
  async #read(infoHash: InfoHash): Promise<ReadonlyMap<NodeId, TableCounts>> {
    const key = this.#keyOf(infoHash)
    const entries = await this.#client.hgetall(key)
    const live = new Map<NodeId, TableCounts>()
    for (const [field, value] of Object.entries(entries)) {
      const id = parseNodeId(field)
      if (id === null) continue
      if (await this.#isAlive(id)) live.set(id, readCounts(value))
      else this.#quietly(this.#client.hdel(key, field))
    }
    return live
  }

  async #isAlive(id: NodeId): Promise<boolean> {
    if (id === this.#options.id || this.#heardAt.has(id)) return true
    return (await this.#client.exists(`${this.#options.name}:n:${id}`)) === 1
  }

  #orFailed(infoHash: InfoHash, work: Promise<unknown>): void {
    this.#quietly(
      work.catch((error: unknown) => {
        this.#options.events.failed(infoHash)
        throw error
      }),
    )
  }

  /** What fails is said once, by the link being down. */
  #quietly(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#options.log.debug('Valkey', { error: String(error) }))
  }
}

function connect({ urls, id }: ValkeyLinkOptions): Client {
  const options: RedisOptions = {
    connectionName: `shoal-${id}`,
    // What waits for a Valkey that is away is out of date when it is back.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: OWN_SILENCE_MS,
    connectTimeout: OWN_SILENCE_MS,
    enableAutoPipelining: true,
    autoPipeliningIgnoredCommands: ['publish'],
    retryStrategy: retryIn,
    // It was the primary, and is another's replica by now: the way to the new one begins anew.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  }
  const [first = ''] = urls
  const { password, username, protocol, pathname } = new URL(first)
  if (protocol === 'sentinel:') return viaSentinels(urls, { ...options, name: pathname.slice(1) })
  if (urls.length === 1) return new Valkey(first, { ...options, lazyConnect: false })
  return new ValkeyCluster([...urls], {
    enableOfflineQueue: false,
    // It would put keys of several members together: their bytes are read as UTF-8 for it, and are none.
    enableAutoPipelining: false,
    clusterRetryStrategy: retryIn,
    redisOptions: {
      ...options,
      ...(username !== '' && { username: decodeURIComponent(username) }),
      ...(password !== '' && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  })
}

/** One password is for both: who has none does not mind. */
function viaSentinels(urls: readonly string[], options: RedisOptions): Valkey {
  const [first = ''] = urls
  const password = decodeURIComponent(new URL(first).password)
  return new Valkey({
    ...options,
    sentinels: urls.map((url) => {
      const { hostname, port } = new URL(url)
      return { host: hostname, port: Number(port || SENTINEL_PORT) }
    }),
    sentinelRetryStrategy: retryIn,
    sentinelCommandTimeout: OWN_SILENCE_MS,
    ...(password !== '' && { password, sentinelPassword: password }),
  })
}

/** By chance, so that the nodes do not come back in step. */
function retryIn(times: number): Milliseconds {
  return Math.min(RETRY_MS.least * times, RETRY_MS.most) * (0.5 + Math.random() / 2)
}

function readCounts(value: string): TableCounts {
  const [seeds = 0, leechers = 0, downloaders = 0, downloaded = 0] = value
    .split(' ')
    .map((text) => Number(text) || 0)
  return { seeds, leechers, downloaders, downloaded }
}

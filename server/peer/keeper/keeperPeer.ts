import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes } from '../../../src/core/brand.ts'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { bare } from '../../../src/core/invitation.ts'
import { NO_PAGE_LIMITS } from '../../../src/core/limits.ts'
import { SwarmError, type Failure } from '../../../src/swarm/problems.ts'
import type { ShareEngine } from '../../../src/swarm/shareEngine.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { startEngine } from '../../../src/swarm/startEngine.ts'
import type { ClassicOptions, ClassicSwarm } from '../../../src/swarm/classic.ts'
import { configWithout, freeDial } from '../alone.ts'
import { ClassicNetwork, type ClassicNetworkOptions } from '../classic/classicNetwork.ts'
import { FolderDisk } from '../folderDisk.ts'
import { openNodeHome } from '../nodeHome.ts'
import { NO_NOTES } from '../nodePeer.ts'
import type { BridgeStart, KeeperCommand, KeeperEvent, KeeperFigures, KeeperStart } from './messages.ts'
import { Records } from './records.ts'

/** A share that is in its swarm, and what was last told of it. */
interface Present {
  readonly id: string
  told: string
}

/** Shares that are fetched from ordinary BitTorrent peers as well. */
class Bridge {
  readonly #network: ClassicNetwork | null
  /** Whether a share's torrent is private, of those that were told to be met so. */
  readonly #bridged = new Map<InfoHash, () => boolean | null>()

  constructor(network: ClassicNetwork | null) {
    this.#network = network
  }

  allow(infoHash: InfoHash, isAllowed: boolean): void {
    if (isAllowed) this.#bridged.set(infoHash, () => null)
    else this.#bridged.delete(infoHash)
  }

  /** Its trackers say whom its peers may be told to (BEP 27), and this one is none of them. */
  isPrivate(infoHash: InfoHash): boolean {
    return this.#bridged.get(infoHash)?.() === true
  }

  readonly join = (options: ClassicOptions): ClassicSwarm | null => {
    if (!this.#network || !this.#bridged.has(options.infoHash)) return null
    this.#bridged.set(options.infoHash, options.isPrivate)
    // What a link names besides is not asked: a stranger's link sends the server nowhere.
    return this.#network.join({ ...options, trackers: () => [] })
  }

  async stop(): Promise<void> {
    await this.#network?.stop()
  }
}

interface Parts {
  readonly engine: ShareEngine
  readonly records: Records
  readonly folder: string
  readonly bridge: Bridge
  readonly ended: AbortController
  /** To others, since the start. */
  readonly given: { bytes: Bytes }
  readonly tell: (event: KeeperEvent) => void
}

/** Connections of all shares together. */
const MOST_CONNECTIONS = 200

/** The engine as the keeper: joins, fetches and leaves as it is told to, and tells what comes of it. */
export class KeeperPeer {
  readonly #parts: Parts
  readonly #disk: FolderDisk
  readonly #present = new Map<InfoHash, Present>()
  /** What a share was told to do is done in that order. */
  readonly #doing = new Map<InfoHash, Promise<void>>()

  private constructor(parts: Parts) {
    this.#parts = parts
    this.#disk = new FolderDisk(parts.folder)
  }

  static async start(start: KeeperStart, tell: (event: KeeperEvent) => void): Promise<KeeperPeer> {
    const { folder, tracker, passkey, site, iceServers, giveRate, known, bridge: wanted } = start
    const config = {
      ...configWithout(site, tracker),
      iceServers: iceServers.map(({ urls, ...rest }) => ({ ...rest, urls: [...urls] })),
    }
    const records = new Records(join(folder, 'records.sqlite'))
    const ended = new AbortController()
    const given = { bytes: 0 }
    const network = wanted && (await ClassicNetwork.start(bridgeOptions(wanted, folder)))
    const bridge = new Bridge(network)
    const engine = await startEngine(await openNodeHome(folder, records, network && bridge.join), {
      config,
      askConfig: () => Promise.resolve(config),
      member: { passkey: () => passkey, excluded: () => undefined },
      dial: { ...freeDial(), gave: (bytes) => (given.bytes += bytes) },
      notes: () => NO_NOTES,
      ended: ended.signal,
    })
    engine.limit({ ...NO_PAGE_LIMITS, give: giveRate, connections: MOST_CONNECTIONS })
    const peer = new KeeperPeer({ engine, records, folder, bridge, ended, given, tell })
    await peer.#deleteAllBut(new Set(known))
    return peer
  }

  obey(command: Exclude<KeeperCommand, { kind: 'start' | 'stop' }>): void {
    const { infoHash } = command
    const before = this.#doing.get(infoHash) ?? Promise.resolve()
    const doing = before
      .then(() => this.#do(command))
      .catch((error: unknown) => this.#failed(infoHash, failureIn(error)))
      .finally(() => {
        if (this.#doing.get(infoHash) === doing) this.#doing.delete(infoHash)
      })
    this.#doing.set(infoHash, doing)
  }

  /** Tells what has changed; to be called every second or so. */
  look(): void {
    const shares = new Map(this.#parts.engine.shares().map((share) => [share.id, share]))
    for (const [infoHash, present] of this.#present) {
      const share = shares.get(present.id)
      if (share) this.#lookAt(infoHash, present, share)
    }
  }

  figures(): KeeperFigures {
    const shares = this.#parts.engine.shares()
    const { user, system } = process.cpuUsage()
    return {
      connections: shares.reduce((sum, { peers }) => sum + peers.length, 0),
      given: this.#parts.given.bytes,
      memoryBytes: process.memoryUsage.rss(),
      cpuSeconds: (user + system) / 1e6,
    }
  }

  async stop(): Promise<void> {
    await this.#parts.engine.close()
    await this.#parts.bridge.stop()
    this.#parts.ended.abort()
    this.#parts.records.close()
  }

  async #do(command: Exclude<KeeperCommand, { kind: 'start' | 'stop' }>): Promise<void> {
    const { infoHash } = command
    const present = this.#present.get(infoHash)
    switch (command.kind) {
      case 'join':
        this.#parts.bridge.allow(infoHash, command.bridged)
        if (!present) this.#join(infoHash)
        break
      case 'fetch':
        if (present) await this.#parts.engine.download(present.id)
        break
      case 'leave':
        this.#present.delete(infoHash)
        if (present) await this.#parts.engine.release(present.id)
        break
      case 'drop':
        this.#present.delete(infoHash)
        if (present) await this.#parts.engine.release(present.id)
        await this.#parts.records.delete(infoHash)
        await this.#disk.delete(infoHash)
        break
    }
  }

  #join(infoHash: InfoHash): void {
    const record = this.#parts.records.get(infoHash)
    // Of a link its info hash alone is used: this machine asks no address that a stranger gives.
    const id = record
      ? this.#parts.engine.recall(record.entry, record.progress)
      : this.#parts.engine.open(bare(infoHash))
    this.#present.set(infoHash, { id, told: '' })
  }

  #lookAt(infoHash: InfoHash, present: Present, share: ShareSnapshot): void {
    const { state, progress, name, size } = share
    const here = Math.floor(progress * size)
    const told = `${state} ${here}`
    if (told === present.told) return
    present.told = told
    if (state === 'failed') this.#failed(infoHash, share.failure)
    else if (this.#parts.bridge.isPrivate(infoHash))
      this.#parts.tell({ kind: 'failed', infoHash, failure: 'refused' })
    else if (state === 'ready') this.#parts.tell({ kind: 'known', infoHash, name, size })
    else if (state === 'waiting' || state === 'downloading' || state === 'seeding')
      this.#parts.tell({ kind: 'progress', infoHash, here, isComplete: state === 'seeding' })
  }

  #failed(infoHash: InfoHash, failure: Failure | null): void {
    const code = failure?.code === 'disk-full' ? failure.code : 'broken'
    this.#parts.tell({ kind: 'failed', infoHash, failure: code })
  }

  /** What a process left that ended while it deleted. */
  async #deleteAllBut(known: ReadonlySet<InfoHash>): Promise<void> {
    const onDisk = (await readdir(this.#parts.folder)).flatMap((name) => parseInfoHash(name) ?? [])
    for (const infoHash of new Set([...this.#parts.records.infoHashes(), ...onDisk])) {
      if (known.has(infoHash)) continue
      await this.#parts.records.delete(infoHash)
      await this.#disk.delete(infoHash)
    }
  }
}

/** Why a share could not be begun; null for anything else that went wrong. */
function failureIn(error: unknown): Failure | null {
  return error instanceof SwarmError && error.problem.code === 'cannot-download'
    ? error.problem.failure
    : null
}

function bridgeOptions({ port, dht, near }: BridgeStart, folder: string): ClassicNetworkOptions {
  return { port, policy: { near }, dht, dhtFile: join(folder, 'dht.json'), local: near }
}

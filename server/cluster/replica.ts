import type { Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { parsePeerId, type PeerId } from '../../src/wire/trackerMessages.ts'
import type { AddressedPeer } from '../tracker/addressedPeers.ts'
import type { AddressedTracker } from '../tracker/addressedTracker.ts'
import type { Peer } from '../tracker/records.ts'
import type { Registry } from '../tracker/registry.ts'
import type { Swarm } from '../tracker/swarm.ts'
import type { SwarmTable, Witness } from '../tracker/swarmTable.ts'
import {
  addressedLine,
  addressIn,
  copyOf,
  flagsOf,
  joinLine,
  leftAddressedLine,
  readEndpoint,
  readHash,
  readPeer,
} from './lines.ts'
import type { NodeId } from './nodeId.ts'
import type { Outlet } from './outlet.ts'
import { RemoteNode } from './remoteNode.ts'
import { TableUpkeep, type Counted } from './tableUpkeep.ts'

export interface ReplicaOptions {
  readonly id: NodeId
  readonly table: SwarmTable
  readonly registry: Registry
  readonly addressed: AddressedTracker
  readonly outlet: Outlet
  /** This node has no peer in a swarm any more: what it knew of others there is about to be forgotten. */
  readonly closing: (swarm: Swarm<Peer>) => void
  /** Another node answers a question of this one's. */
  readonly answered: (question: number, answer: string) => void
  readonly now: () => Milliseconds
}

/** A swarm that this node has a peer in, or is about to. */
interface Shared extends Counted {
  /** Who else has it, and is told of all that becomes of this node's peers. */
  readonly nodes: Set<NodeId>
  /** Who has yet to tell what it has; `table` while that was not read. Null once all is known. */
  waiting: Set<NodeId | 'table'> | null
  /** What waits for that. */
  readonly held: (() => void)[]
  readonly openedAt: Milliseconds
}

/** How long a first announce waits for what other nodes have; the table answers in a millisecond or two. */
const OPENING_MS: Milliseconds = 400
/** A node that was asked for all it has and does not tell is asked once more. */
const ASK_AGAIN_MS: Milliseconds = 2_000
const SWEEP_MS: Milliseconds = 30_000

/**
 * What this node and the others tell each other, without any I/O.
 *
 * - Nodes that have a swarm know of each other's peers in it: they are members of the {@link SwarmTable}'s swarm,
 *   marked as elsewhere. A node is told from the moment when it asked (`W`), in order, so nothing is missed between.
 * - The shared table says which nodes have a swarm, and how many peers: for who begins to have it, and for scrapes
 *   by who does not. Who is in it is for those nodes to say, whose sockets they are.
 * - A node that is not heard of is gone with all its peers. One that missed a batch asks for all of it again.
 * - What the table did not take in is repeated soon. The whole of it is gone through every few minutes, so whatever
 *   it lost, or says by mistake, is mended by then.
 */
export class Replica implements Witness {
  readonly #options: ReplicaOptions
  readonly #shared = new Map<InfoHash, Shared>()
  readonly #nodes = new Map<NodeId, RemoteNode>()
  /** This node's WebRTC peers by number, and what was last told of them. */
  readonly #told = new Map<number, { peer: Peer; peerId: PeerId; flags: number }>()
  readonly #toldAddressed = new Map<AddressedPeer, { peerId: PeerId; flags: number }>()
  readonly #opening = new Set<Shared>()
  readonly #upkeep: TableUpkeep
  #isUp = false
  #sweptAt: Milliseconds

  constructor(options: ReplicaOptions) {
    this.#options = options
    const { outlet, table, now } = options
    this.#upkeep = new TableUpkeep({ outlet, table, counted: this.#shared, now })
    this.#sweptAt = now()
    table.witness = this
  }

  /** Swarms of the whole cluster that fall to this node: one that three have counts a third. */
  get share(): number {
    let share = 0
    for (const { nodes } of this.#shared.values()) share += 1 / (nodes.size + 1)
    return share
  }

  /** Whether what others have of a swarm is known as far as it can be. */
  isOpen(infoHash: InfoHash): boolean {
    if (!this.#isUp) return true
    const shared = this.#shared.get(infoHash)
    return shared !== undefined && shared.waiting === null
  }

  /** Does `work` once a swarm is open, at once or within {@link OPENING_MS}. */
  whenOpen(infoHash: InfoHash, work: () => void): void {
    if (this.isOpen(infoHash)) {
      work()
      return
    }
    const shared = this.#shared.get(infoHash) ?? this.#open(infoHash)
    if (shared.waiting) shared.held.push(work)
    else work()
  }

  /** After what was opened for a peer got none. */
  settle(infoHash: InfoHash): void {
    const shared = this.#shared.get(infoHash)
    if (!shared || shared.waiting) return
    const swarm = this.#options.table.get(infoHash)
    if (!swarm) this.#close(shared)
    else if (swarm.populationHere === 0) this.#options.table.close(swarm)
  }

  heard(peer: Peer): void {
    const flags = flagsOf(peer)
    const told = this.#told.get(peer.number)
    if (told?.flags === flags && told.peerId === peer.peerId) return
    const shared = this.#sharedOf(peer.swarm.infoHash)
    if (told) this.#upkeep.count(shared, told.flags, -1)
    this.#upkeep.count(shared, flags, 1)
    this.#told.set(peer.number, { peer, peerId: peer.peerId, flags })
    this.#tellAll(shared, joinLine(peer))
  }

  left(peer: Peer): void {
    const told = this.#told.get(peer.number)
    if (!told) return
    this.#told.delete(peer.number)
    const shared = this.#shared.get(peer.swarm.infoHash)
    if (!shared) return
    this.#upkeep.count(shared, told.flags, -1)
    this.#tellAll(shared, `L\t${peer.number}`)
  }

  heardAddressed(swarm: Swarm<Peer>, peer: AddressedPeer): void {
    const flags = flagsOf(peer)
    const told = this.#toldAddressed.get(peer)
    if (told?.flags === flags && told.peerId === peer.peerId) return
    const shared = this.#sharedOf(swarm.infoHash)
    if (told) this.#upkeep.count(shared, told.flags, -1)
    this.#upkeep.count(shared, flags, 1)
    this.#toldAddressed.set(peer, { peerId: peer.peerId, flags })
    this.#tellAll(shared, addressedLine(swarm.infoHash, peer))
  }

  leftAddressed(swarm: Swarm<Peer>, peer: AddressedPeer): void {
    const told = this.#toldAddressed.get(peer)
    if (!told) return
    this.#toldAddressed.delete(peer)
    const shared = this.#shared.get(swarm.infoHash)
    if (!shared) return
    this.#upkeep.count(shared, told.flags, -1)
    this.#tellAll(shared, leftAddressedLine(swarm.infoHash, peer.endpoint))
  }

  completed(swarm: Swarm<Peer>): void {
    const shared = this.#sharedOf(swarm.infoHash)
    this.#upkeep.mark(shared)
    this.#tellAll(shared, `D\t${swarm.infoHash}`)
  }

  closed(swarm: Swarm<Peer>): void {
    this.#options.closing(swarm)
    const shared = this.#shared.get(swarm.infoHash)
    if (shared) this.#close(shared)
  }

  /** This node is about to stop: its HTTP and UDP peers go to the others, by turns. */
  handOver(): void {
    const nodes = [...this.#nodes.keys()]
    let turn = 0
    for (const { infoHash, addressed } of this.#options.table.all()) {
      for (const peer of addressed?.all() ?? []) {
        const node = peer.isElsewhere ? undefined : nodes[(turn += 1) % nodes.length]
        if (node !== undefined) this.#options.outlet.tell(node, addressedLine(infoHash, peer, 'T'))
      }
    }
  }

  /** A batch of lines that another node has sent to this one. */
  receive(from: NodeId, sequence: number, lines: string): void {
    const node = this.#node(from)
    const isNext = node.expected === null || node.expected === sequence
    node.expected = sequence + 1
    if (!isNext) this.#askAgain(node)
    let at = 0
    while (at < lines.length) {
      const end = lines.indexOf('\n', at)
      const to = end < 0 ? lines.length : end
      this.#line(node, lines.slice(at, to))
      at = to + 1
    }
    for (const shared of this.#opening) this.#openIfReady(shared)
  }

  /** A node has said that it is there. */
  met(id: NodeId): void {
    this.#node(id)
  }

  /** A node is gone, with all its peers. */
  gone(id: NodeId): void {
    const node = this.#nodes.get(id)
    this.#nodes.delete(id)
    node?.dropAll()
    for (const shared of this.#shared.values()) {
      shared.nodes.delete(id)
      shared.waiting?.delete(id)
      this.#openIfReady(shared)
    }
  }

  /** The table's answer: who has a swarm, as far as they live. */
  entered(infoHash: InfoHash, nodes: readonly NodeId[]): void {
    const shared = this.#shared.get(infoHash)
    if (!shared) return
    this.#upkeep.entered(shared)
    for (const id of nodes) {
      if (id === this.#options.id || shared.nodes.has(id)) continue
      shared.waiting?.add(id)
      this.#tellAllOf(id, shared, 'W')
    }
    shared.waiting?.delete('table')
    this.#openIfReady(shared)
  }

  /** The table has not taken a swarm in, or not told who has it. */
  failed(infoHash: InfoHash): void {
    const shared = this.#shared.get(infoHash)
    if (shared && this.#isUp) this.#upkeep.failed(shared)
  }

  /** Nothing comes and goes any more. */
  linkDown(): void {
    if (!this.#isUp) return
    this.#isUp = false
    for (const node of this.#nodes.values()) node.outOfReach()
    for (const shared of this.#opening) this.#opened(shared)
    this.#upkeep.endRound()
  }

  /** It does again: what was missed is asked for, and the table filled anew. */
  linkUp(): void {
    this.#isUp = true
    for (const node of this.#nodes.values()) {
      node.expected = null
      this.#askAgain(node)
    }
    this.#upkeep.startRound()
  }

  /** Fills the table anew, which has lost what it had. */
  refill(): void {
    this.#upkeep.startRound()
  }

  /** To be called ten times a second or so. */
  tick(sinceMs: Milliseconds): void {
    const now = this.#options.now()
    for (const shared of this.#opening) {
      if (now - shared.openedAt < OPENING_MS) break
      this.#opened(shared)
    }
    if (!this.#isUp) return
    this.#upkeep.writeDue(now)
    if (now - this.#sweptAt >= SWEEP_MS) {
      this.#sweptAt = now
      for (const node of this.#nodes.values()) node.sweep(now)
    }
    for (const node of this.#nodes.values()) {
      if (node.askedAt !== null && now - node.askedAt >= ASK_AGAIN_MS) this.#askAgain(node)
    }
    this.#upkeep.enterDue(now, sinceMs)
  }

  #line(node: RemoteNode, line: string): void {
    const fields = line.split('\t')
    const [kind, first = '', second = '', ...rest] = fields
    switch (kind) {
      case 'O':
        this.#offered(node, Number(first), Number(second), rest)
        break
      case 'A':
        this.#answered(node, Number(first), Number(second), rest)
        break
      case 'J':
        this.#joined(node, first, Number(second), rest)
        break
      case 'L':
        node.left(Number(first))
        break
      case 'j':
        this.#joinedAddressed(node, first, second, rest)
        break
      case 'T':
        this.#takesOver(first, second, rest)
        break
      case 'l':
        node.leftAddressed(first as InfoHash, readEndpoint(second) ?? '')
        break
      case 'W':
      case 'M':
        this.#wants(node, kind, first, Number(second))
        break
      case 'N':
        this.#hasNot(node, first as InfoHash)
        break
      case 'D': {
        const swarm = this.#options.table.get(first as InfoHash)
        if (swarm) swarm.downloaded += 1
        break
      }
      case 'S':
        for (const shared of this.#shared.values()) {
          if (shared.nodes.has(node.id)) this.#tellAllOf(node.id, shared, 'M')
        }
        this.#options.outlet.tell(node.id, 'Y')
        // It may not have been there yet to hear the same of this node.
        if (node.askedAt !== null) this.#askAgain(node)
        break
      case 'Y':
        this.#toldAll(node)
        break
      case 'R':
        this.#options.answered(Number(first), second)
        break
    }
  }

  #offered(node: RemoteNode, to: number, from: number, [offerId = '', sdp = '']: readonly string[]): void {
    const receiver = this.#told.get(to)?.peer
    const sender = node.peer(from)
    if (!receiver || !sender || receiver.swarm !== sender.swarm) return
    this.#options.registry.offerFromElsewhere(sender, receiver, { offerId: copyOf(offerId), sdp })
  }

  #answered(
    node: RemoteNode,
    to: number,
    from: number,
    [key = '', peerId = '', sdp = '']: readonly string[],
  ): void {
    const sender = node.peer(from)
    const id = parsePeerId(peerId)
    if (!sender || id === null || this.#told.get(to)?.peer.swarm !== sender.swarm) return
    this.#options.registry.answerFromElsewhere(sender, id, key, sdp)
  }

  #joined(node: RemoteNode, hash: string, number: number, fields: readonly string[]): void {
    const told = readPeer(hash, fields)
    const shared = told && this.#sharedWith(node, told.infoHash)
    if (!shared || !Number.isSafeInteger(number)) return
    const swarm = this.#options.table.open(told.infoHash)
    const network = fields[3] ?? ''
    node.has(swarm, number, told, network === '' ? null : copyOf(network))
    this.#options.table.crowded(swarm, this.#options.now())
  }

  #joinedAddressed(node: RemoteNode, hash: string, endpointHex: string, fields: readonly string[]): void {
    const told = readPeer(hash, fields)
    const endpoint = readEndpoint(endpointHex)
    if (!told || endpoint === null || !this.#sharedWith(node, told.infoHash)) return
    const mine = this.#options.table.get(told.infoHash)?.addressed?.at(endpoint)
    const swarm = this.#options.table.open(told.infoHash)
    // Its client talks to that node now.
    if (mine && !mine.isElsewhere) this.#options.addressed.giveUp(swarm, mine)
    if (!this.#shared.has(told.infoHash)) return
    node.hasAddressed(swarm, endpoint, told, this.#options.now())
    this.#options.table.crowded(swarm, this.#options.now())
  }

  /** A node that stops leaves this one what it heard over HTTP and UDP: nobody tells those clients of it. */
  #takesOver(hash: string, endpointHex: string, fields: readonly string[]): void {
    const told = readPeer(hash, fields)
    const endpoint = readEndpoint(endpointHex)
    if (!told || endpoint === null) return
    const { infoHash } = told
    this.whenOpen(infoHash, () => {
      const { addressed, now } = this.#options
      addressed.adopt(infoHash, { ...told, endpoint, address: addressIn(endpoint), heardAt: now() })
    })
  }

  /** A swarm of which another node tells; null, and the node is told so, when this one does not have it. */
  #sharedWith(node: RemoteNode, infoHash: InfoHash): Shared | null {
    const shared = this.#shared.get(infoHash)
    if (!shared) this.#options.outlet.tell(node.id, `N\t${infoHash}`)
    else if (!shared.nodes.has(node.id)) {
      shared.nodes.add(node.id)
      this.#tellAllOf(node.id, shared, 'W')
    }
    return shared ?? null
  }

  #wants(node: RemoteNode, kind: 'W' | 'M', hash: string, downloaded: number): void {
    const infoHash = readHash(hash)
    const shared = infoHash ? this.#shared.get(infoHash) : undefined
    if (!infoHash) return
    if (!shared) {
      this.#options.outlet.tell(node.id, `N\t${infoHash}`)
      return
    }
    node.drop(infoHash)
    shared.nodes.add(node.id)
    shared.waiting?.delete(node.id)
    if (downloaded > 0) {
      const swarm = this.#options.table.open(infoHash)
      swarm.downloaded = Math.max(swarm.downloaded, downloaded)
    }
    if (kind === 'W') this.#tellAllOf(node.id, shared, 'M')
  }

  #hasNot(node: RemoteNode, infoHash: InfoHash): void {
    const shared = this.#shared.get(infoHash)
    node.drop(infoHash)
    shared?.nodes.delete(node.id)
    shared?.waiting?.delete(node.id)
  }

  #askAgain(node: RemoteNode): void {
    node.missed()
    node.askedAt = this.#options.now()
    this.#options.outlet.tell(node.id, 'S')
  }

  /** What it did not name, it may have forgotten to have in common with this node: that one asks. */
  #toldAll(node: RemoteNode): void {
    node.askedAt = null
    for (const infoHash of node.stale()) {
      const shared = this.#shared.get(infoHash)
      node.drop(infoHash)
      if (shared) this.#tellAllOf(node.id, shared, 'W')
    }
  }

  /** Tells a node of all of this node's peers in a swarm. */
  #tellAllOf(node: NodeId, { infoHash }: Shared, kind: 'W' | 'M'): void {
    const { outlet, table } = this.#options
    const swarm = table.get(infoHash)
    outlet.tell(node, `${kind}\t${infoHash}\t${swarm?.downloaded ?? 0}`)
    for (const peer of swarm?.members ?? []) {
      // One that is about to be told of for the first time is told of then.
      if (!peer.isElsewhere && this.#told.has(peer.number)) outlet.tell(node, joinLine(peer))
    }
    for (const peer of swarm?.addressed?.all() ?? []) {
      if (!peer.isElsewhere && this.#toldAddressed.has(peer)) outlet.tell(node, addressedLine(infoHash, peer))
    }
  }

  #tellAll({ nodes }: Shared, line: string): void {
    for (const node of nodes) this.#options.outlet.tell(node, line)
  }

  #node(id: NodeId): RemoteNode {
    let node = this.#nodes.get(id)
    if (!node) {
      node = new RemoteNode(id, (line) => this.#options.outlet.tell(id, line))
      this.#nodes.set(id, node)
    }
    return node
  }

  #sharedOf(infoHash: InfoHash): Shared {
    return this.#shared.get(infoHash) ?? this.#open(infoHash)
  }

  #open(infoHash: InfoHash): Shared {
    const shared: Shared = {
      infoHash,
      nodes: new Set<NodeId>(),
      waiting: null,
      held: [],
      openedAt: this.#options.now(),
      seeds: 0,
      leechers: 0,
      partialSeeds: 0,
    }
    this.#shared.set(infoHash, shared)
    if (this.#isUp) {
      shared.waiting = new Set(['table'])
      this.#opening.add(shared)
      this.#upkeep.enter(shared)
    }
    return shared
  }

  #openIfReady(shared: Shared): void {
    if (shared.waiting?.size === 0) this.#opened(shared)
  }

  #opened(shared: Shared): void {
    shared.waiting = null
    this.#opening.delete(shared)
    for (const work of shared.held.splice(0)) work()
  }

  #close(shared: Shared): void {
    const { infoHash } = shared
    this.#shared.delete(infoHash)
    this.#upkeep.forget(shared)
    for (const node of this.#nodes.values()) node.drop(infoHash)
    this.#tellAll(shared, `N\t${infoHash}`)
    this.#options.outlet.leave(infoHash)
    if (shared.waiting) this.#opened(shared)
  }
}

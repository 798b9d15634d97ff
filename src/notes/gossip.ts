import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { AuthorId, Envelope } from '../wire/noteEnvelope.ts'
import {
  FORKED,
  MAX_AUTHORS,
  type Heads,
  parseNoteMessage,
  serialiseNoteMessage,
  type NoteMessage,
} from '../wire/noteMessages.ts'
import { Inbox } from './inbox.ts'
import type { Pauses } from './pauses.ts'
import { PeerBudget } from './peerBudget.ts'
import { PendingEnvelopes } from './pendingEnvelopes.ts'
import type { Fork, NoteReplica } from './replica.ts'
import type { VerifiedEnvelope } from './signing.ts'

/** How often a neighbour is asked what it has: heals whatever got lost. */
export const ASK_INTERVAL: Milliseconds = 20_000

const FORGED = 'forged'

/** What has come and is not taken in yet, of all neighbours together: a whole review from each of four. */
const MOST_WAITING: Bytes = 192 * 1024 * 1024

/** One end of a connection to somebody who keeps notes too. */
export interface GossipPeer {
  /** As the swarm knows the connection's other end. */
  readonly id: string
  /** What was sent has not gone yet. */
  readonly busy: boolean
  /** Messages arrive whole, and in order. */
  send(message: Uint8Array<ArrayBuffer>): void
  /** Ends the connection: the peer has done what no honest one does. */
  drop(why: string): void
}

export interface GossipOptions {
  readonly replica: NoteReplica
  readonly verify: (envelope: Envelope) => Promise<VerifiedEnvelope | null>
  readonly now: () => Milliseconds
  readonly pauses: Pauses
  /** 0…1 */
  readonly random: () => number
  /** Envelopes that are new here, from elsewhere: to be kept and shown. */
  readonly applied: (envelope: VerifiedEnvelope) => void
  /** An author has been found to tell people different things. */
  readonly forked: (fork: Fork) => void
  /** Whose notes these are that are written here; null before anything is. */
  readonly own: () => AuthorId | null
  /** Something did not fit, here or elsewhere ({@link Gossip.refused}), or fits again. */
  readonly refusing: () => void
  /** What has nothing to do with notes. */
  readonly presence: (from: GossipPeer, message: PresenceMessage) => Promise<void>
}

type PresenceMessage = Extract<NoteMessage, { kind: 'presence' | 'near' }>

type SpokenMessage = Exclude<NoteMessage, PresenceMessage>

/** What was sent to a peer is on its way, or did not fit there: it is not sent again within that time. */
const PATIENCE: Milliseconds = 120_000

interface Neighbour {
  /** The last seq of each author that it has, as far as is known; null until it has told. */
  heads: Map<AuthorId, number> | null
  /** The last seq of each author that was sent to it since {@link sentSince}. */
  readonly sent: Map<AuthorId, number>
  sentSince: Milliseconds
  /** It is being sent what it lacks: what is new meanwhile follows with that, in order. */
  telling: boolean
  /** How often in a row it has told that it is full, and does not have what was sent to it of the author here. */
  refusals: number
  readonly budget: PeerBudget
  readonly inbox: Inbox<SpokenMessage>
  /** Of its messages that are not taken in yet. */
  waiting: Bytes
}

/**
 * Keeps the notes of one share equal on all pages. What is new goes to every neighbour that lacks it; what each
 * has is told on meeting, and to one neighbour from time to time, so that splits and losses heal. Holds no timer:
 * {@link tick} is to be called each {@link ASK_INTERVAL}.
 */
export class Gossip {
  readonly #options: GossipOptions
  readonly #neighbours = new Map<GossipPeer, Neighbour>()
  readonly #pending = new PendingEnvelopes<GossipPeer>()

  constructor(options: GossipOptions) {
    this.#options = options
  }

  join(peer: GossipPeer): void {
    this.#neighbours.set(peer, {
      heads: null,
      sent: new Map(),
      sentSince: this.#options.now(),
      telling: false,
      refusals: 0,
      budget: new PeerBudget(this.#options.now),
      inbox: new Inbox((message) => this.#ready(peer, message), this.#options.pauses),
      waiting: 0,
    })
    this.#tell(peer, false)
  }

  leave(peer: GossipPeer): void {
    this.#neighbours.delete(peer)
    this.#pending.forget(peer)
  }

  /** Asks a neighbour for what is missing here, and gives what is missing there. */
  tick(): void {
    const peers = [...this.#neighbours.keys()]
    const chosen = peers[Math.floor(this.#options.random() * peers.length)]
    if (chosen) this.#tell(chosen, true)
  }

  /** Sends what was written here. */
  publish(envelope: VerifiedEnvelope): void {
    this.#flood(envelope, null)
  }

  /** Whether there is somebody who has no room for the author of this page. Once may be told too early. */
  get refused(): boolean {
    return Array.from(this.#neighbours.values()).some(({ refusals }) => refusals > 1)
  }

  /** Takes a message; settles when all that it says has been taken in. */
  receive(peer: GossipPeer, bytes: Uint8Array): Promise<void> {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return Promise.resolve()
    if (!neighbour.budget.spend('bytes', bytes.length)) return this.drop(peer, 'too-many-bytes')
    if (!neighbour.budget.spend('messages')) return this.drop(peer, 'too-many-messages')
    const message = parseNoteMessage(bytes)
    if (!message) return this.drop(peer, 'no-message')
    if (message.kind === 'presence' || message.kind === 'near') {
      if (neighbour.budget.spend('presence')) return this.#options.presence(peer, message)
      return this.drop(peer, 'moves-without-end')
    }
    neighbour.waiting += bytes.length
    this.#bound()
    return neighbour.inbox.add(message).then(() => void (neighbour.waiting -= bytes.length))
  }

  /** Checking takes longer than sending: who has most waiting is let go when all of it is too much. */
  #bound(): void {
    const all = [...this.#neighbours]
    if (all.reduce((sum, [, { waiting }]) => sum + waiting, 0) <= MOST_WAITING) return
    const [most] = all.reduce((one, other) => (other[1].waiting > one[1].waiting ? other : one))
    void this.drop(most, 'too-much-to-check')
  }

  async #ready(peer: GossipPeer, message: SpokenMessage): Promise<() => void | Promise<void>> {
    // It may have left, or been dropped for what it sent before.
    if (!this.#neighbours.has(peer)) return () => undefined
    const act = await this.#prepare(peer, message)
    return () => (this.#neighbours.has(peer) ? act() : undefined)
  }

  /** Does what takes long; what it answers does the rest. */
  async #prepare(peer: GossipPeer, message: SpokenMessage): Promise<() => void | Promise<void>> {
    const { replica, verify } = this.#options
    switch (message.kind) {
      case 'have':
        return () => this.#told(peer, message.heads, message.answer)
      case 'envelope': {
        const { envelope } = message
        if (replica.has(envelope)) return () => this.#old(peer, envelope)
        const right = await verify(envelope)
        return () => (right ? this.#take(peer, right) : this.drop(peer, FORGED))
      }
      case 'fork': {
        const [one, two] = await Promise.all(message.pair.map(verify))
        return () => (one && two ? this.#takeFork(peer, [one, two]) : void this.drop(peer, FORGED))
      }
    }
  }

  async #told(peer: GossipPeer, heads: Heads, answer: boolean): Promise<void> {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return
    if (!neighbour.budget.spend('asking')) return this.drop(peer, 'asks-without-end')
    neighbour.heads = new Map(Array.from(heads, ([author, { seq }]) => [author, seq]))
    const { replica, now, own, refusing } = this.#options
    const author = own()
    const lacking = author !== null && neighbour.sent.has(author) && !heads.has(author)
    neighbour.refusals = lacking && heads.size >= MAX_AUTHORS ? neighbour.refusals + 1 : 0
    refusing()
    if (now() - neighbour.sentSince >= PATIENCE) {
      neighbour.sent.clear()
      neighbour.sentSince = now()
    }
    for (const [author, seq] of neighbour.sent) raise(neighbour.heads, author, seq)
    for (const [author, fork] of replica.forks) {
      if (heads.get(author)?.seq === FORKED.seq) continue
      peer.send(serialiseNoteMessage({ kind: 'fork', pair: fork }))
      neighbour.heads.set(author, FORKED.seq)
    }
    for (const [author, log] of replica.logs) {
      const theirs = heads.get(author)
      const mine = log.at(log.head)
      // Two different last envelopes for one seq: each other's is the proof.
      if (mine && theirs?.seq === mine.seq && !mine.hash.startsWith(theirs.hash)) {
        peer.send(serialiseNoteMessage({ kind: 'envelope', envelope: mine }))
      }
    }
    neighbour.telling = true
    while (await this.#sendMissing(peer, neighbour, neighbour.heads));
    neighbour.telling = false
    if (answer && this.#neighbours.has(peer)) this.#tell(peer, false)
  }

  /** Sends a peer what it lacks, in portions; false when it lacked nothing. */
  async #sendMissing(peer: GossipPeer, neighbour: Neighbour, heads: Map<AuthorId, number>): Promise<boolean> {
    const { replica, pauses } = this.#options
    let lacked = false
    for (const [author, log] of [...replica.logs]) {
      for (const envelope of log.after(heads.get(author) ?? 0)) {
        lacked = true
        peer.send(serialiseNoteMessage({ kind: 'envelope', envelope }))
        raise(heads, author, envelope.seq)
        raise(neighbour.sent, author, envelope.seq)
        if (!pauses.due) continue
        await pauses.rest()
        if (!this.#neighbours.has(peer)) return false
      }
    }
    return lacked
  }

  #tell(peer: GossipPeer, answer: boolean): void {
    peer.send(serialiseNoteMessage({ kind: 'have', answer, heads: this.#options.replica.heads() }))
  }

  #old(peer: GossipPeer, { author, seq }: Envelope): void {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return
    raise(neighbour.heads, author, seq)
    if (!neighbour.budget.spend('useless')) void this.drop(peer, 'repeats-without-end')
  }

  async #take(peer: GossipPeer, envelope: VerifiedEnvelope): Promise<void> {
    const { replica, pauses } = this.#options
    const prepared = await replica.prepare(envelope, pauses)
    if (!this.#neighbours.has(peer)) return
    const outcome = replica.accept(envelope, prepared)
    this.#options.refusing()
    switch (outcome) {
      case 'applied':
        this.#applied(peer, envelope)
        return this.#goOn(envelope.author)
      case 'fork': {
        const fork = replica.forks.get(envelope.author)
        if (fork) this.#spread(peer, fork)
        return
      }
      case 'gap':
        if (!this.#pending.add(envelope, peer)) void this.drop(peer, 'leaves-too-much-out')
        return
      case 'illegal':
        return this.drop(peer, 'passes-on-illegal')
      case 'known':
      case 'large':
      case 'full':
        this.#old(peer, envelope)
    }
  }

  #applied(peer: GossipPeer, envelope: VerifiedEnvelope): void {
    raise(this.#neighbours.get(peer)?.heads ?? null, envelope.author, envelope.seq)
    this.#options.applied(envelope)
    this.#flood(envelope, peer)
  }

  /** Takes in what has waited for an author's envelope that has just come. */
  async #goOn(author: AuthorId): Promise<void> {
    const head = this.#options.replica.logs.get(author)?.head ?? 0
    const next = this.#pending.next(author, head)
    if (next) await this.#take(next.from, next.envelope)
  }

  #takeFork(peer: GossipPeer, fork: Fork): void {
    const { author } = fork[0]
    const { replica } = this.#options
    const [known, knew] = [replica.forks.has(author), replica.logs.has(author)]
    if (!replica.acceptFork(fork)) void this.drop(peer, 'accuses-without-proof')
    else if (known) this.#old(peer, fork[1])
    else {
      // Authors are made in no time, and so are proofs against them: of who is a stranger here they cost the sender.
      if (!knew && !this.#neighbours.get(peer)?.budget.spend('useless')) {
        void this.drop(peer, 'accuses-without-end')
      }
      // Where there was no room for it, it is not passed on either: it would go round for ever.
      if (replica.forks.has(author)) this.#spread(peer, fork)
    }
  }

  #spread(from: GossipPeer, fork: Fork): void {
    this.#options.forked(fork)
    const message = serialiseNoteMessage({ kind: 'fork', pair: fork })
    for (const [peer, { heads }] of this.#neighbours) {
      heads?.set(fork[0].author, FORKED.seq)
      // Also back to where it came from, unless that is how it is known: it has one side of it at most.
      if (peer !== from || heads) peer.send(message)
    }
  }

  #flood(envelope: VerifiedEnvelope, from: GossipPeer | null): void {
    let message: Uint8Array<ArrayBuffer> | null = null
    for (const [peer, { heads, sent, telling }] of this.#neighbours) {
      // Who has not told what it has is sent everything once it tells: so its envelopes come in order.
      if (peer === from || !heads || telling || (heads.get(envelope.author) ?? 0) >= envelope.seq) continue
      message ??= serialiseNoteMessage({ kind: 'envelope', envelope })
      peer.send(message)
      heads.set(envelope.author, envelope.seq)
      sent.set(envelope.author, envelope.seq)
    }
  }

  /** Ends the connection to a peer. */
  drop(peer: GossipPeer, why: string): Promise<void> {
    this.leave(peer)
    peer.drop(why)
    return Promise.resolve()
  }
}

function raise(heads: Map<AuthorId, number> | null, author: AuthorId, seq: number): void {
  if (heads && (heads.get(author) ?? 0) < seq) heads.set(author, seq)
}

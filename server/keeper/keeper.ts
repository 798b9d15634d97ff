import type { Bytes, Milliseconds } from '../../src/core/brand.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { KeeperFailure, KeeperOffer, KeeperStatus } from '../../src/wire/keeper.ts'
import type { BridgeSettings, KeeperSettings } from '../keeperSettings.ts'
import type { KeeperCommand, KeeperEvent, KeeperFigures } from '../peer/keeper/messages.ts'
import type { KeptShare, KeptShares, Promised } from '../store/keptShares.ts'
import { digestOf, digestOfGuess, newSecret } from '../store/secrets.ts'
import type { MemberId } from '../tracker/admission.ts'
import { Asks } from './asks.ts'
import { Attendance } from './attendance.ts'
import type { Others } from './presence.ts'
import { keptFor, keptUntil, roomFor, spaceTaken } from './room.ts'

export interface KeeperOptions {
  readonly shares: Pick<KeptShares, 'get' | 'all' | 'put' | 'remove' | 'count'>
  readonly settings: KeeperSettings & { readonly space: Bytes }
  readonly bridge: Pick<BridgeSettings, 'audience' | 'size' | 'sharesPerOwner' | 'asksPerDay'>
  readonly others: (infoHash: InfoHash) => Others
  /** Why the site does not serve a torrent; null when it does. */
  readonly refusal: (infoHash: InfoHash) => string | null
  /** To the keeper's process; lost while that is not up. */
  readonly send: (command: KeeperCommand) => void
  /** Unix time. */
  readonly now: () => Milliseconds
}

/** Who asks: a member, or somebody of whom nothing but the network is known, and that not beyond this process. */
export type Owner =
  { readonly member: MemberId; readonly network: null } | { readonly member: null; readonly network: string }

/**
 * Why a share will not be kept: one has as much kept as one may, the keeper as much as it can, it is not served, one has
 * asked too often for what others than pages have (`often`), or may not ask for that (`no-bridge`).
 */
export type Refused = 'quota' | 'full' | 'refused' | 'down' | 'often' | 'no-bridge'

/** Shares that are known at most, those that nobody has told of included. */
const MOST_SHARES = 10_000
/** Wishes for one share of people who are no members. */
const MOST_STRANGERS = 50
/** Of them, those that come from one network: its earliest is forgotten first. */
const MOST_OF_NETWORK = 3
/** A share of which nobody has told what it holds is dropped by then. */
const WAITING: Milliseconds = 3_600_000
/** It is said for so long why a share is not kept. */
const FAILURE_SHOWN: Milliseconds = 86_400_000
/** When a share was last wanted is noted this often at most. */
const WANTED_STEP: Milliseconds = 60_000
const HOUR: Milliseconds = 3_600_000
const DAY: Milliseconds = 86_400_000

/**
 * What is kept, for whom and for how long, and when the keeper is in which swarm. Does no I/O: its process is told by
 * commands what to do, and answers by events.
 */
export class Keeper {
  isUp = false
  /** Of its process; null before that has told. */
  figures: KeeperFigures | null = null
  readonly #options: KeeperOptions
  readonly #attendance = new Attendance()
  /** From which network a wish came; forgotten with this process. */
  readonly #networks = new WeakMap<Promised, string>()
  /** For what ordinary BitTorrent peers have. */
  readonly #asks = new Asks()
  #lookedAt: Milliseconds = 0

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  get space(): { readonly bytes: Bytes; readonly taken: Bytes } {
    const { settings, shares } = this.#options
    return { bytes: settings.space, taken: spaceTaken(shares.all()) }
  }

  get shareCount(): number {
    return this.#options.shares.count
  }

  /** Swarms that it is in. */
  get presentCount(): number {
    return this.#attendance.count
  }

  /** What a visitor is offered; null for nothing. */
  offer(member: MemberId | null): KeeperOffer | null {
    const { audience, days, quota } = this.#options.settings
    if (member === null && audience === 'members') return null
    return { days, quotaBytes: quota, bridges: this.#mayBridge(member), isUp: this.isUp }
  }

  /** Keeps a share from now on, or for longer; answers the token that ends it, or why not. */
  keep(infoHash: InfoHash, owner: Owner, bridged = false): { readonly token: string } | Refused {
    const { shares, settings, now } = this.#options
    if (!this.isUp) return 'down'
    if (this.#options.refusal(infoHash) !== null) return 'refused'
    const present = shares.get(infoHash)
    const known = present?.state === 'failed' ? null : present
    const { count, bytes } = this.#keptFor(owner, infoHash)
    if (count >= settings.sharesPerOwner || bytes + (known?.size ?? 0) > settings.quota) return 'quota'
    if (!present && shares.count >= MOST_SHARES) return 'full'
    const refusal = bridged ? this.#refusalToBridge(infoHash, owner) : null
    if (refusal) return refusal

    const token = newSecret()
    const askedAt = now()
    const { member, network } = owner
    const promised: Promised = {
      digest: digestOf(token),
      member,
      askedAt,
      until: askedAt + settings.days * DAY,
    }
    if (network !== null) this.#networks.set(promised, network)
    const promises = this.#withPromise(known?.promises ?? [], promised)
    if (!promises) return 'full'
    const isNew = bridged && known?.bridged !== true
    shares.put(
      known
        ? { ...known, promises, bridged: known.bridged || bridged }
        : newShare(infoHash, promises, askedAt, bridged),
    )
    // It joins anew, among more peers.
    if (known && isNew && this.#attendance.isIn(infoHash)) {
      this.#attendance.forget(infoHash)
      this.#options.send({ kind: 'leave', infoHash })
    }
    this.#attend(infoHash)
    return { token }
  }

  status(infoHash: InfoHash): KeeperStatus {
    const share = this.#options.shares.get(infoHash)
    return share ? statusOf(share) : notKept(infoHash)
  }

  /** Takes back a member's wish, or the one that has this token; false when there is none. */
  withdraw(infoHash: InfoHash, member: MemberId | null, token: string): boolean {
    const { shares } = this.#options
    const share = shares.get(infoHash)
    const digest = digestOfGuess(token)
    const left = share?.promises.filter(
      (each) => each.digest !== digest && (member === null || each.member !== member),
    )
    if (!share || left?.length === share.promises.length) return false
    this.#setPromises(share, left ?? [])
    return true
  }

  /** Ends it for everybody; false when it is not known. */
  remove(infoHash: InfoHash): boolean {
    const { shares } = this.#options
    const share = shares.get(infoHash)
    if (!share) return false
    this.#drop(infoHash)
    shares.remove(infoHash)
    return true
  }

  /** To be called every second or so. */
  tick(): void {
    const now = this.#options.now()
    if (now - this.#lookedAt >= HOUR) {
      this.#lookedAt = now
      this.#asks.tidy(now)
    }
    for (const share of this.#options.shares.all()) this.#look(share)
  }

  heard(event: KeeperEvent): void {
    switch (event.kind) {
      case 'up':
        this.isUp = true
        this.tick()
        break
      case 'known':
        this.#known(event.infoHash, event.name, event.size)
        break
      case 'progress':
        this.#progressed(event.infoHash, event.here, event.isComplete)
        break
      case 'failed':
        this.#fail(event.infoHash, event.failure)
        break
      case 'figures':
        this.figures = event
        break
    }
  }

  /** Its process has ended: what that did is done again by the next. */
  wentDown(): void {
    this.isUp = false
    this.figures = null
    this.#attendance.forgetAll()
  }

  #look(share: KeptShare): void {
    const { settings, now } = this.#options
    const { infoHash, state, movedAt } = share
    const still = now() - movedAt
    if (state === 'failed') {
      if (still >= FAILURE_SHOWN) this.remove(infoHash)
      return
    }
    const patience = state === 'waiting' ? WAITING : settings.patienceHours * HOUR
    if (this.#options.refusal(infoHash) !== null) this.#fail(infoHash, 'refused')
    else if (state !== 'kept' && still >= patience) this.#fail(infoHash, 'incomplete')
    else {
      const left = share.promises.filter(({ until }) => until > now())
      if (left.length < share.promises.length) this.#setPromises(share, left)
      this.#attend(infoHash)
    }
  }

  /** Joins or leaves a share's swarm, as may be due. */
  #attend(infoHash: InfoHash): void {
    const { shares, others, now, send } = this.#options
    const share = shares.get(infoHash)
    if (!this.isUp || !share) return
    const at = now()
    const there = others(infoHash)
    const { bridged } = share
    const isComplete = share.state === 'kept'
    const all = bridged ? withElsewhere(there, isComplete) : there
    const kind = this.#attendance.look(infoHash, isComplete, all, at, there.leechers === 0)
    if (kind === 'join') send({ kind, infoHash, bridged })
    else if (kind) send({ kind, infoHash })
    if (there.leechers > 0 && at - share.wantedAt >= WANTED_STEP) shares.put({ ...share, wantedAt: at })
  }

  #known(infoHash: InfoHash, name: string, size: Bytes): void {
    const { shares, settings, bridge, now, send } = this.#options
    const share = shares.get(infoHash)
    if (!share || share.state === 'failed') return this.#drop(infoHash)
    if (share.bridged && size > bridge.size) return this.#fail(infoHash, 'too-large')
    const promises = share.promises.filter(
      (promised) => this.#keptFor(this.#ownerOf(promised), infoHash).bytes + size <= settings.quota,
    )
    if (promises.length === 0) return this.#fail(infoHash, 'too-large')
    const evicted = roomFor({ infoHash, size }, shares.all(), settings.space)
    if (!evicted) return this.#fail(infoHash, 'no-room')
    for (const each of evicted) this.#fail(each, 'evicted')
    shares.put({ ...share, name, size, promises, state: 'fetching', movedAt: now() })
    send({ kind: 'fetch', infoHash })
  }

  #progressed(infoHash: InfoHash, here: Bytes, isComplete: boolean): void {
    const { shares, now } = this.#options
    const share = shares.get(infoHash)
    if (!share || share.state === 'failed') return
    const movedAt = here > share.here ? now() : share.movedAt
    shares.put({ ...share, here, movedAt, state: isComplete ? 'kept' : 'fetching' })
  }

  #fail(infoHash: InfoHash, failure: KeeperFailure): void {
    const { shares, now } = this.#options
    const share = shares.get(infoHash)
    this.#drop(infoHash)
    if (!share || share.state === 'failed') return
    shares.put({ ...share, state: 'failed', failure, here: 0, movedAt: now() })
  }

  #setPromises(share: KeptShare, promises: readonly Promised[]): void {
    if (promises.length === 0) this.remove(share.infoHash)
    else this.#options.shares.put({ ...share, promises })
  }

  /** A member's earlier wish is replaced, and so is a network's that has enough. Null when there are too many. */
  #withPromise(promises: readonly Promised[], promised: Promised): readonly Promised[] | null {
    const { member } = promised
    if (member !== null) return [...promises.filter((each) => each.member !== member), promised]
    const network = this.#networks.get(promised)
    const theirs = promises.filter((each) => this.#networks.get(each) === network)
    const dropped = theirs.length >= MOST_OF_NETWORK ? theirs[0] : undefined
    const left = promises.filter((each) => each !== dropped)
    const strangers = left.filter((each) => each.member === null)
    // The wishes of others are not displaced: they keep the share all the same.
    return strangers.length >= MOST_STRANGERS ? null : [...left, promised]
  }

  #keptFor(owner: Owner | null, besides: InfoHash, among = this.#options.shares.all()) {
    return keptFor(among, ({ infoHash, promises }) => {
      if (infoHash === besides || owner === null) return false
      return promises.some((promised) =>
        owner.member === null
          ? this.#networks.get(promised) === owner.network
          : promised.member === owner.member,
      )
    })
  }

  #mayBridge(member: MemberId | null): boolean {
    const { audience } = this.#options.bridge
    return audience === 'everybody' || (audience === 'members' && member !== null)
  }

  /** Null when the owner may have it fetched from ordinary BitTorrent peers; counts that it was asked for. */
  #refusalToBridge(infoHash: InfoHash, owner: Owner): Refused | null {
    const { bridge, shares, now } = this.#options
    if (!this.#mayBridge(owner.member)) return 'no-bridge'
    const bridged = shares.all().filter((share) => share.bridged)
    if (this.#keptFor(owner, infoHash, bridged).count >= bridge.sharesPerOwner) return 'quota'
    return this.#asks.count(owner.member ?? owner.network, bridge.asksPerDay, now())
  }

  /** Null for somebody whose network a former process knew. */
  #ownerOf(promised: Promised): Owner | null {
    if (promised.member !== null) return { member: promised.member, network: null }
    const network = this.#networks.get(promised)
    return network === undefined ? null : { member: null, network }
  }

  #drop(infoHash: InfoHash): void {
    this.#attendance.forget(infoHash)
    this.#options.send({ kind: 'drop', infoHash })
  }
}

/** Of ordinary BitTorrent peers the tracker knows nothing: they may have what is missing here, and later may want it. */
function withElsewhere(there: Others, isComplete: boolean): Others {
  return isComplete ? { ...there, leechers: there.leechers + 1 } : { ...there, seeds: there.seeds + 1 }
}

function newShare(
  infoHash: InfoHash,
  promises: readonly Promised[],
  now: Milliseconds,
  bridged: boolean,
): KeptShare {
  return {
    infoHash,
    name: '',
    size: null,
    here: 0,
    state: 'waiting',
    failure: null,
    addedAt: now,
    movedAt: now,
    wantedAt: now,
    promises,
    bridged,
  }
}

export function statusOf(share: KeptShare): KeeperStatus {
  const { infoHash, state, failure, size, here } = share
  return { infoHash, state, failure, size, here, until: keptUntil(share) }
}

function notKept(infoHash: InfoHash): KeeperStatus {
  return { infoHash, state: 'none', failure: null, size: null, here: 0, until: null }
}

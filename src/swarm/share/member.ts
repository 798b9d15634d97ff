import type { Bytes, BytesPerSecond } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import type { StoreError } from '../../storage/problems.ts'
import type { LiveChannel } from '../../wire/liveList.ts'
import type { LiveWatch } from '../engineApi.ts'
import type { FileReading } from '../fileReading.ts'
import type { LiveRoom } from '../live/liveRoom.ts'
import { ShareReadings, type PlayState } from '../shareReadings.ts'
import type { OriginStatus } from '../origin/origins.ts'
import { askable } from '../origin/originAddress.ts'
import { seedOf } from '../origin/seedOf.ts'
import { isMine } from '../shareSource.ts'
import { TorrentSession } from '../torrentSession.ts'
import { LivePeers } from '../wireLive.ts'
import { TorrentStore } from '../torrentStore.ts'
import type { Known } from './known.ts'
import type { Life } from './life.ts'
import type { Moved } from './record.ts'

/** What a film takes in a second, before a player tells: 4 Mbit/s. */
const SUPPOSED_RATE: BytesPerSecond = 500_000

/** The phase that a member is in: what comes of the swarm is told to it. */
export interface MemberOwner {
  /** Whether every byte that is wanted is here. */
  readonly complete: boolean
  /** Metadata from a peer; several may send it at once. */
  received(info: Uint8Array): void
  /** A piece came, and is right; the ledger has it already. */
  verified(piece: number): void
  /** The store could not be read or written. */
  storeFailed(error: StoreError): void
}

/** A share as a member of its swarm, from when its info hash is known until it ends; from phase to phase the same. */
export class Member {
  owner: MemberOwner
  readonly session: TorrentSession
  #known: Known | null
  readonly #life: Life<never>
  readonly #store: TorrentStore
  /** Who reads its files while they arrive. */
  #readings: ShareReadings | null = null
  /** Something is read that is not to be fetched. */
  #readsBesides = false
  readonly #livePeers = new LivePeers()
  /** The channel that somebody here watches. */
  #live: LiveRoom | null = null
  /** What was moved of channels that were watched before. */
  #watched = { got: 0, given: 0, fetched: 0 }
  /** What it moved is with the record. */
  #settled = false

  /**
   * @param known what is known from the start; null when it must come from a peer
   * @param pieceStore where its bytes are, if that is known
   */
  constructor(
    owner: MemberOwner,
    life: Life<never>,
    infoHash: InfoHash,
    known: Known | null,
    pieceStore: PieceStore | null,
  ) {
    this.owner = owner
    this.#life = life
    this.#known = known
    const { record, context } = life
    const { uplink, relay, connect, classic, budget, readyOffers, peerId, people, pool, config } = context
    this.#store = new TorrentStore((error) => this.owner.storeFailed(error), context.sha1)
    if (pieceStore) this.#store.use(pieceStore)
    this.session = new TorrentSession({
      uplink,
      relay,
      infoHash,
      peerId,
      people,
      readyOffers,
      pool,
      trackers: record.contacts.trackers(record.trackers(this.#metainfo)),
      classic,
      classicTrackers: () => record.contacts.trackers(record.classicTrackers(this.#metainfo)),
      presumedPrivate: config.trackerMode === 'private',
      link: {
        connect,
        get iceServers() {
          return config.iceServers
        },
        budget,
      },
      peersFrom: () => record.peersFrom(this.#metainfo),
      store: this.#store,
      secure: config.site.startsWith('https:'),
      random: Math.random,
      known,
      stats: () => this.#announced(),
      satisfied: () => this.owner.complete && !this.#readsBesides,
      metadata: (info) => this.owner.received(info),
      ready: () => life.touch(),
      notes: context.notes(infoHash, known?.contents.notes ?? null),
      live: this.#livePeers,
      verified: (piece) => this.owner.verified(piece),
      failed: (error) => life.fail(error),
      changed: () => life.touch(),
      refused: () => void this.#register(),
    })
    if (known) this.#letRead(known)
    if (record.paused) this.session.pause()
    this.applyLimits()
    life.touch()
  }

  /** Bytes moved by its session, those of web servers as well. */
  get moved(): Moved {
    if (this.#settled) return { got: 0, given: 0 }
    const { got, given } = this.session
    const live = this.#watchedInAll
    const fetched = this.origins.reduce((sum, origin) => sum + origin.got, 0)
    return { got: got + fetched + live.got, given: given + live.given }
  }

  /** HTTP copies; the first is where a live channel comes from as well. */
  get origins(): readonly OriginStatus[] {
    const { fetched } = this.#watchedInAll
    return this.session.origins.map((origin, at) =>
      at > 0 ? origin : { ...origin, got: origin.got + fetched },
    )
  }

  /** Says where the bytes are. */
  use(store: PieceStore): void {
    this.#store.use(store)
  }

  /** Goes on from metadata that came after it had joined. */
  accept(known: Known): void {
    this.#known = known
    this.session.accept(known)
    this.#letRead(known)
  }

  /** What it holds is known now: it was sealed. */
  reveal(known: Known): void {
    this.#known = known
    this.#life.context.notes(known.metainfo.infoHash, known.contents.notes)
    this.#letRead(known)
  }

  /** Fetches what is wanted and not here, and what is read besides. */
  select(): void {
    if (!this.#known) return
    const besides = this.#readings?.besides ?? []
    const begins = besides.length > 0 && !this.#readsBesides
    this.#readsBesides = besides.length > 0
    this.session.select([...this.#known.progress.wantedRanges(), ...besides])
    // Who has all that was wanted does not look for others.
    if (begins && this.owner.complete) this.session.search()
  }

  /** What it may contact, or has an HTTP copy at, is something else now. */
  useContacts(): void {
    const { record } = this.#life
    this.session.useTrackers(record.contacts.trackers(record.trackers(this.#metainfo)))
    this.useOrigins()
  }

  useOrigins(): void {
    this.session.useOrigins(this.#life.record.webSeeds(this.#metainfo), {
      due: () => this.#readings?.due(SUPPOSED_RATE) ?? [],
      watched: () => this.#readings?.watched ?? 'no',
    })
  }

  applyLimits(): void {
    const { record } = this.#life
    const { give, get } = record.limits
    const left = Math.max(0, record.mayGive(this.#metainfo) - record.given(this.moved))
    this.session.setLimits({ up: give, down: get, give: left === Infinity ? null : left })
  }

  /** A piece is here now. */
  arrived(piece: number): void {
    this.#readings?.arrived(piece)
  }

  /** Reads a file while it arrives; null before it is known what there is. */
  read(index: number): FileReading | null {
    return this.#readings?.open(index) ?? null
  }

  playing(index: number, state: PlayState | null): void {
    this.#readings?.playing(index, state)
  }

  /** Watches a live channel, instead of any other; see {@link LiveRoom}. */
  async watchLive(channel: LiveChannel): Promise<LiveWatch> {
    const { LiveRoom } = await import('../live/liveRoom.ts')
    this.#live?.close()
    const { record, context } = this.#life
    const { uplink, config, peerId } = context
    const secure = config.site.startsWith('https:')
    const room: LiveRoom = new LiveRoom({
      channel,
      addresses: () => record.webSeeds(this.#metainfo).map((url) => askable(url, secure)),
      seed: seedOf(peerId),
      joining: () => this.session.isJoining,
      paused: () => record.paused || this.#settled,
      mayGive: () => uplink.upLimit.open(uplink.now()) && !uplink.exhausted,
      gave: (bytes) => uplink.charge(bytes),
      now: uplink.now,
      fetch: (...request) => fetch(...request),
      closed: () => {
        this.#watched = this.#watchedInAll
        if (this.#live === room) this.#live = null
        this.#livePeers.close(room)
      },
    })
    this.#live = room
    this.#livePeers.open(room)
    return room
  }

  get #watchedInAll() {
    const { got, given, fetched } = this.#watched
    const live = this.#live
    return live
      ? { got: got + live.got, given: given + live.given, fetched: fetched + live.fetched }
      : this.#watched
  }

  /** Nobody reads any more, and what was moved is booked. The session, which is left, has to be ended. */
  settle(): void {
    this.#readings?.end()
    this.#readings = null
    this.#live?.close()
    const { record } = this.#life
    record.earlier = record.totals(this.moved)
    this.#settled = true
  }

  get #metainfo() {
    return this.#known?.metainfo ?? null
  }

  #letRead({ contents, progress }: Known): void {
    this.#readings?.end()
    this.#readings = new ShareReadings({
      contents,
      progress,
      readPiece: (piece, offset, length) => this.#store.read(piece, offset, length),
      want: (range, due) => {
        if (this.#readsBesides || this.#readings?.besides.length) this.select()
        this.session.want(range, due)
      },
      // The scheduler's clock: deadlines are by that.
      now: this.#life.context.uplink.now,
    })
    this.useOrigins()
  }

  #announced(): { uploaded: Bytes; downloaded: Bytes; left: Bytes | null } {
    const { got, given } = this.#life.record.totals(this.moved)
    return { uploaded: given, downloaded: got, left: this.#known?.progress.missingInAll ?? null }
  }

  /** A tracker that serves registered torrents alone has to be told of one's own before it is asked again. */
  async #register(): Promise<void> {
    const { record, context } = this.#life
    if (!this.#known || !isMine(record.source)) return
    if (await context.registrar.register(this.#known.metainfo)) this.session.search()
  }
}

import type WebTorrent from 'webtorrent/dist/webtorrent.min.js'
import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import { linkOf, magnetOf, type Invitation } from '../core/invitation.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { choosePieceLength } from '../core/pieces.ts'
import { RateMeter } from '../core/rateMeter.ts'
import { safeName } from '../core/safePath.ts'
import { FileStore } from '../storage/fileStore.ts'
import { hashPieces } from '../storage/hashing/hasher.ts'
import type { PieceStore } from '../storage/pieceStore.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { SiteConfig } from './config.ts'
import type { TrackerPool } from './discovery/trackerConnection.ts'
import type { LocalFile } from './engineApi.ts'
import { failureOf } from './failures.ts'
import { makeMetainfo, readMetainfo, torrentFileOf, type Metainfo } from './metainfo.ts'
import { Progress } from './progress.ts'
import { PeerTable } from './peerTable.ts'
import { situationOf } from './situation.ts'
import type { FileSnapshot, Failure, RateSample, ShareSnapshot, ShareState, Situation } from './snapshot.ts'
import { emptyBitfield, type Space } from './space.ts'
import { TorrentSession } from './torrentSession.ts'
import { TorrentStore } from './torrentStore.ts'

const HISTORY_SECONDS = 60

/** A read of the user's files covers at least this much: each costs 2 ms, however short. */
const LEAST_WINDOW: Bytes = 256 * 1024
const MOST_WINDOW: Bytes = 1024 * 1024

/** What a share needs of the page it lives in. */
export interface ShareContext {
  readonly client: WebTorrent
  readonly peerId: PeerId
  readonly config: SiteConfig
  readonly pool: TrackerPool
  readonly space: Space
  readonly now: () => Milliseconds
  readonly changed: () => void
  /** Files just hashed have told their info hash; a share that has the same one makes way before this joins. */
  readonly identified: (share: Share) => void
}

/** Where a share comes from. */
export type ShareSource =
  | { kind: 'files'; files: readonly LocalFile[]; name: string }
  | { kind: 'invitation'; invitation: Invitation }
  | { kind: 'torrent'; metainfo: Metainfo }

/**
 * The steps of a share's life; {@link ShareState} is this, with `paused` on top and `active` told apart by
 * what is happening.
 *
 *     files:       hashing ─► active
 *     invitation:  fetching ─► ready ─► active
 *     torrent:     ready ─► active
 *     any ─► failed ─► its first step again (retry)
 */
type Phase = 'hashing' | 'fetching' | 'ready' | 'active' | 'failed'

/** One share of this page, from the drop or the link to its removal. */
export class Share {
  readonly id: string
  readonly #source: ShareSource
  readonly #context: ShareContext

  #phase: Phase = 'fetching'
  #paused = false
  #failure: Failure | null = null
  #name: string
  #metainfo: Metainfo | null = null
  #progress: Progress | null = null
  #session: TorrentSession | null = null
  #store: TorrentStore | null = null
  #pieceStore: PieceStore | null = null
  readonly #peers = new PeerTable()
  /** Ends what is under way (hashing, checking) when the share is removed or fails. */
  #ended = new AbortController()

  #hashed: Bytes = 0
  #hashMeter = new RateMeter()
  #hashRate: BytesPerSecond = 0
  readonly #getMeter = new RateMeter()
  readonly #giveMeter = new RateMeter()
  #rates: RateSample = { get: 0, give: 0 }
  #history: readonly RateSample[] = []
  #earlier = { got: 0, given: 0 }
  #files: readonly FileSnapshot[] = []
  #snapshot: ShareSnapshot | null = null

  constructor(id: string, source: ShareSource, context: ShareContext) {
    this.id = id
    this.#source = source
    this.#context = context
    this.#name = nameOf(source)
    this.#start()
  }

  get infoHash(): InfoHash | null {
    if (this.#source.kind === 'invitation') return this.#source.invitation.infoHash
    return this.#metainfo?.infoHash ?? null
  }

  /** Whether every byte that is wanted is here. */
  get complete(): boolean {
    return this.#phase === 'active' && (this.#progress?.complete ?? false)
  }

  rename(name: string): void {
    if (this.#phase !== 'hashing') return
    this.#name = safeName(name)
    this.#touch()
  }

  /** The click on Download. Rejects when there is no room. */
  async download(): Promise<void> {
    if (this.#phase !== 'ready' || !this.#metainfo || !this.#store) return
    try {
      this.#pieceStore ??= await this.#context.space.open(this.#metainfo)
    } catch (error) {
      throw new Error(inWords(failureOf(error)), { cause: error })
    }
    this.#store.store = this.#pieceStore
    this.#become('active')
    this.#select()
    // A share of empty files is complete as soon as it is known.
    if (this.complete) this.#session?.completed()
  }

  want(files: ReadonlySet<number>): void {
    if (!this.#progress || (this.#phase !== 'ready' && this.#phase !== 'active')) return
    this.#progress.want(files)
    this.#files = []
    if (this.#phase === 'active') this.#select()
    this.#touch()
  }

  pause(): void {
    if (this.#paused || this.#phase === 'hashing' || this.#phase === 'failed') return
    this.#paused = true
    this.#session?.pause()
    this.#touch()
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#session?.resume()
    this.#touch()
  }

  async retry(): Promise<void> {
    if (this.#phase !== 'failed') return
    await this.#end(false)
    this.#ended = new AbortController()
    this.#failure = null
    this.#metainfo = null
    this.#progress = null
    this.#files = []
    this.#start()
    this.#touch()
  }

  /** Ends the share; with `deleteData`, what was fetched goes too. The user's own files are never touched. */
  async remove(deleteData: boolean): Promise<void> {
    const infoHash = this.infoHash
    await this.#end(deleteData)
    if (deleteData && infoHash && this.#source.kind !== 'files') await this.#context.space.delete(infoHash)
  }

  torrentFile(): Uint8Array<ArrayBuffer> | null {
    return this.#metainfo && torrentFileOf(this.#metainfo, this.#trackers())
  }

  async fileBlob(index: number): Promise<Blob> {
    const progress = this.#progress
    if (!progress || progress.fileProgress(index) < 1) throw new Error('This file is not complete yet.')
    if (progress.layout.length(index) === 0) return new Blob([])
    const store = this.#pieceStore
    if (!store) throw new Error('This share’s data is not open.')
    return store.blob(progress.layout.start(index), progress.layout.length(index))
  }

  /** Samples the rates; called once a second. */
  tick(): void {
    const now = this.#context.now()
    const { got, given } = this.#totals()
    this.#rates = { get: this.#getMeter.sample(got, now), give: this.#giveMeter.sample(given, now) }
    this.#hashRate = this.#hashMeter.sample(this.#hashed, now)
    if (this.#session && this.#progress) this.#peers.count(this.#session.wires, this.#progress)
    if (this.#phase !== 'hashing') this.#history = [...this.#history, this.#rates].slice(-HISTORY_SECONDS)
    this.#touch()
  }

  snapshot(): ShareSnapshot {
    return (this.#snapshot ??= this.#describe())
  }

  // ── The steps ───────────────────────────────────────────────────────────────────────────────────────────

  #start(): void {
    switch (this.#source.kind) {
      case 'files':
        this.#phase = 'hashing'
        this.#attempt(this.#hash(this.#source.files))
        break
      case 'invitation':
        this.#phase = 'fetching'
        this.#join(this.#source.invitation.infoHash, null)
        break
      case 'torrent':
        this.#phase = 'fetching'
        this.#attempt(this.#prepare(this.#source.metainfo))
        break
    }
  }

  async #hash(files: readonly LocalFile[]): Promise<void> {
    this.#hashed = 0
    this.#hashRate = 0
    this.#hashMeter = new RateMeter()
    this.#hashMeter.sample(0, this.#context.now())
    const { signal } = this.#ended
    const lengths = files.map(({ file }) => file.size)
    const pieceLength = choosePieceLength(lengths.reduce((sum, length) => sum + length, 0))
    const blobs = files.map(({ file }) => file)
    const progress = (done: Bytes) => {
      this.#hashed = done
      // Sooner than the tick: most shares are hashed within a second or two.
      this.#hashRate = this.#hashMeter.sample(done, this.#context.now())
      this.#touch()
    }
    const pieces = await hashPieces(blobs, { pieceLength, signal, progress })
    const metainfo = await makeMetainfo({
      name: this.#name,
      pieceLength,
      pieces,
      files: files.map(({ path, file }) => ({ path, length: file.size })),
      single: isSingle(files),
    })
    signal.throwIfAborted()
    const window = Math.min(MOST_WINDOW, Math.max(LEAST_WINDOW, pieceLength))
    this.#pieceStore = new FileStore(blobs, window)
    this.#know(metainfo)
    this.#progress?.markAllHere()
    this.#phase = 'active'
    this.#context.identified(this)
    this.#join(metainfo.infoHash, { metainfo, bitfield: fullBitfield(metainfo), complete: true })
  }

  /** A torrent that is known whole: what an earlier visit left is found first. */
  async #prepare(metainfo: Metainfo): Promise<void> {
    this.#know(metainfo)
    const bitfield = await this.#present(metainfo)
    this.#join(metainfo.infoHash, { metainfo, bitfield, complete: false })
    await this.#offer()
  }

  /** Metadata from a peer. */
  async #receive(bytes: Uint8Array): Promise<void> {
    if (this.#isKnown()) return
    const metainfo = await readMetainfo(bytes)
    // Several peers may send it at once.
    if (this.#isKnown()) return
    this.#know(metainfo)
    const bitfield = await this.#present(metainfo)
    this.#session?.accept(metainfo, bitfield)
    await this.#offer()
  }

  async #present(metainfo: Metainfo): Promise<Uint8Array> {
    const { signal } = this.#ended
    const bitfield = (await this.#context.space.present(metainfo, signal)) ?? emptyBitfield(metainfo)
    signal.throwIfAborted()
    for (let piece = 0; piece < (this.#progress?.count ?? 0); piece++) {
      if ((bitfield[piece >> 3] ?? 0) & (0x80 >> (piece & 7))) this.#progress?.markHere(piece)
    }
    return bitfield
  }

  /** Waits for the click on Download; a share that is already here whole needs none. */
  async #offer(): Promise<void> {
    this.#become('ready')
    const { size } = this.#metainfo ?? { size: 0 }
    if (size > 0 && this.#progress?.complete) await this.download()
  }

  #join(
    infoHash: InfoHash,
    known: { metainfo: Metainfo; bitfield: Uint8Array; complete: boolean } | null,
  ): void {
    const { client, peerId, pool, config, changed } = this.#context
    this.#store = new TorrentStore((error) => this.#fail(error))
    this.#store.store = this.#pieceStore
    this.#session = new TorrentSession({
      client,
      infoHash,
      peerId,
      pool,
      trackers: this.#trackers(),
      link: { iceServers: config.iceServers },
      store: this.#store,
      random: Math.random,
      known,
      stats: () => this.#announced(),
      metadata: (bytes) => this.#attempt(this.#receive(bytes)),
      verified: (piece) => this.#verified(piece),
      failed: (error) => this.#fail(error),
      changed: () => {
        this.#snapshot = null
        changed()
      },
    })
    if (this.#paused) this.#session.pause()
    this.#touch()
  }

  #isKnown(): boolean {
    return this.#metainfo !== null
  }

  #know(metainfo: Metainfo): void {
    this.#metainfo = metainfo
    this.#name = metainfo.name
    this.#progress = new Progress(
      metainfo.files.map(({ length }) => length),
      metainfo.pieceLength,
    )
    this.#files = []
  }

  #verified(piece: number): void {
    const before = this.complete
    this.#progress?.markHere(piece)
    if (this.complete && !before) this.#session?.completed()
    this.#touch()
  }

  #select(): void {
    if (this.#progress) this.#session?.select(this.#progress.wantedRuns(), this.#progress.count)
  }

  #attempt(step: Promise<void>): void {
    const { signal } = this.#ended
    step.catch((error: unknown) => {
      if (!signal.aborted) this.#fail(error)
    })
  }

  #fail(error: unknown): void {
    if (this.#phase === 'failed') return
    const names = this.#source.kind === 'files' ? this.#source.files.map(({ path }) => path.at(-1) ?? '') : []
    this.#failure = failureOf(error, names)
    this.#become('failed')
    void this.#end(false)
  }

  async #end(deleteData: boolean): Promise<void> {
    this.#ended.abort(new Error('The share has ended.'))
    const session = this.#session
    this.#earlier = this.#totals()
    this.#session = null
    this.#store = null
    this.#pieceStore = null
    await session?.end({ deleteData })
  }

  #become(phase: Phase): void {
    this.#phase = phase
    this.#touch()
  }

  #touch(): void {
    this.#snapshot = null
    this.#context.changed()
  }

  // ── The view ────────────────────────────────────────────────────────────────────────────────────────────

  #describe(): ShareSnapshot {
    const wires = this.#session?.wires ?? []
    this.#progress?.setInFlight(new Set(wires.flatMap((wire) => wire.requests.map(({ piece }) => piece))))
    const situation = this.#situation()
    const state = this.#state(situation)
    const size = this.#size()
    const progress = this.#ratio(size)
    const { infoHash } = this
    const shared = infoHash && { infoHash, name: this.#name, size, trackers: this.#trackers() }
    const { site, tracker } = this.#context.config
    const left = state === 'hashing' ? size - this.#hashed : this.#missing()
    const rate = state === 'hashing' ? this.#hashRate : this.#rates.get
    return {
      id: this.id,
      infoHash,
      state,
      origin: this.#source.kind === 'files' ? 'mine' : 'swarm',
      name: this.#name,
      size,
      files: this.#describeFiles(),
      progress,
      getRate: rate,
      giveRate: this.#rates.give,
      ...this.#totals(),
      secondsLeft: left !== null && left > 0 && rate > 0 ? left / rate : null,
      peers: this.#peers.describe(wires, this.#progress),
      swarm: this.#session?.discovery?.swarm ?? null,
      situation,
      // A new object each time: who watches snapshots compares them by identity.
      pieces: this.#progress?.map() ?? null,
      link: shared && linkOf(site, shared, tracker),
      magnet: shared && magnetOf(shared),
      failure: this.#failure,
      history: this.#history,
    }
  }

  #state(situation: Situation): ShareState {
    if (this.#phase === 'failed') return 'failed'
    if (this.#paused) return 'paused'
    if (this.#phase !== 'active') return this.#phase
    if (this.#progress?.complete) return 'seeding'
    return situation.kind === 'moving' ? 'downloading' : 'waiting'
  }

  #situation(): Situation {
    const discovery = this.#session?.discovery
    if (!discovery || this.#paused) return { kind: 'idle' }
    const wires = this.#session?.wires ?? []
    const useful = wires.filter((wire) => this.#peers.isUseful(wire, this.#progress))
    return situationOf({
      discovery,
      now: this.#context.now(),
      giving: this.complete,
      peers: wires.length,
      useful: useful.length,
      unchoked: useful.filter((wire) => !wire.peerChoking || this.#phase !== 'active').length,
    })
  }

  #describeFiles(): readonly FileSnapshot[] {
    const metainfo = this.#metainfo
    const progress = this.#progress
    if (!metainfo || !progress)
      return this.#source.kind === 'files' ? this.#describeLocal(this.#source.files) : []
    // Only files that changed get a new object: a share may have 100,000.
    this.#files = metainfo.files.map((file, index) => {
      const last = this.#files[index]
      const done = progress.fileProgress(index)
      const wanted = progress.wants(index)
      if (last?.progress === done && last.wanted === wanted) return last
      return { index, path: file.path, size: file.length, progress: done, wanted }
    })
    return this.#files
  }

  #describeLocal(files: readonly LocalFile[]): readonly FileSnapshot[] {
    if (this.#files.length !== files.length) {
      this.#files = files.map(({ path, file }, index) => ({
        index,
        path,
        size: file.size,
        progress: 0,
        wanted: true,
      }))
    }
    return this.#files
  }

  #size(): Bytes {
    if (this.#metainfo) return this.#metainfo.size
    if (this.#source.kind === 'files') return this.#source.files.reduce((sum, { file }) => sum + file.size, 0)
    return this.#source.kind === 'invitation' ? (this.#source.invitation.size ?? 0) : 0
  }

  #ratio(size: Bytes): number {
    if (this.#phase === 'hashing') return size === 0 ? 0 : this.#hashed / size
    const progress = this.#progress
    if (!progress) return 0
    return progress.wantedSize === 0 ? 1 : progress.wantedHere / progress.wantedSize
  }

  #missing(): Bytes | null {
    return this.#progress && this.#progress.wantedSize - this.#progress.wantedHere
  }

  #totals(): { got: Bytes; given: Bytes } {
    return {
      got: this.#earlier.got + (this.#session?.received ?? 0),
      given: this.#earlier.given + (this.#session?.uploaded ?? 0),
    }
  }

  #announced(): { uploaded: Bytes; downloaded: Bytes; left: Bytes | null } {
    const { got, given } = this.#totals()
    return { uploaded: given, downloaded: got, left: this.#missing() }
  }

  #trackers(): readonly string[] {
    const own = this.#context.config.tracker
    if (this.#source.kind === 'invitation') return [...new Set([own, ...this.#source.invitation.trackers])]
    if (this.#source.kind === 'torrent') return [...new Set([own, ...this.#source.metainfo.trackers])]
    return [own]
  }
}

function nameOf(source: ShareSource): string {
  if (source.kind === 'files') return safeName(source.name)
  if (source.kind === 'torrent') return source.metainfo.name
  return source.invitation.name === null ? source.invitation.infoHash : safeName(source.invitation.name)
}

/** One file that was chosen by itself is a single-file torrent (BEP 3); one file in a folder is not. */
function isSingle(files: readonly LocalFile[]): boolean {
  return files.length === 1 && files[0]?.path.length === 1
}

function fullBitfield(metainfo: Metainfo): Uint8Array {
  return emptyBitfield(metainfo).fill(0xff)
}

function inWords({ what, why, todo }: Failure): string {
  return `${what} ${why} ${todo}`
}

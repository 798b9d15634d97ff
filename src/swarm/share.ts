import type WebTorrent from 'webtorrent/dist/webtorrent.min.js'
import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { choosePieceLength } from '../core/pieces.ts'
import { safeName } from '../core/safePath.ts'
import { FileStore } from '../storage/fileStore.ts'
import { hashPieces } from '../storage/hashing/hasher.ts'
import { openKept } from '../storage/library/keptFiles.ts'
import type { KeptFile, Library, LibraryEntry } from '../storage/library/library.ts'
import { StoreError, type PieceStore } from '../storage/pieceStore.ts'
import { DamagedPiece } from '../storage/verifiedReads.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { SiteConfig } from './config.ts'
import type { TrackerPool } from './discovery/trackerConnection.ts'
import type { LocalFile } from './engineApi.ts'
import { failureOf } from './failures.ts'
import { makeMetainfo, readMetainfo, torrentFileOf, type Metainfo } from './metainfo.ts'
import { Progress } from './progress.ts'
import { ProgressSaver } from './progressSaver.ts'
import { ShareRates } from './shareRates.ts'
import { isMine, nameOf, type KeptSource, type ShareSource } from './shareSource.ts'
import { ShareView, type Phase } from './shareView.ts'
import type { Failure, ShareSnapshot } from './snapshot.ts'
import type { Space } from './space.ts'
import { TorrentSession } from './torrentSession.ts'
import { TorrentStore } from './torrentStore.ts'
import { matchFiles } from './matchFiles.ts'

/** What a share needs of the page it lives in. */
export interface ShareContext {
  readonly client: WebTorrent
  readonly peerId: PeerId
  readonly config: SiteConfig
  readonly pool: TrackerPool
  readonly space: Space
  /** Null where the browser keeps nothing for the page. */
  readonly library: Library | null
  readonly now: () => Milliseconds
  readonly changed: () => void
  /** Files just hashed have told their info hash; a share that has the same one makes way before this joins. */
  readonly identified: (share: Share) => void
}

/**
 * One share of this page, from the drop, the link or the library to its removal.
 *
 *     files:       hashing ─► active
 *     invitation:  fetching ─► ready ─► active
 *     torrent:     fetching ─► ready ─► active
 *     kept:        fetching ─► active, or asleep ─► (hashing ─►) active
 *     any ─► failed ─► its first step again (retry)
 *
 * The state that the page sees ({@link ShareSnapshot}) is this phase with `paused` on top, and `active` told
 * apart by what is happening.
 */
export class Share {
  readonly id: string
  readonly addedAt: Milliseconds
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
  /** The user's own files, as the library remembers them; null for a share that is fetched. */
  #keptFiles: readonly KeptFile[] | null = null
  #openFiles: readonly File[] | null = null
  /** Settles when what an earlier visit left on the disk has been looked through. */
  #checked: Promise<void> = Promise.resolve()
  /** Ends what is under way (hashing, checking) when the share is removed or fails. */
  #ended = new AbortController()

  readonly #saver = new ProgressSaver(() => this.#saveProgress())
  readonly #rates = new ShareRates()
  readonly #view = new ShareView()
  #earlier: { got: Bytes; given: Bytes } = { got: 0, given: 0 }
  #snapshot: ShareSnapshot | null = null

  constructor(id: string, source: ShareSource, context: ShareContext) {
    this.id = id
    this.#source = source
    this.#context = context
    this.#name = nameOf(source)
    this.addedAt = source.kind === 'kept' ? source.entry.addedAt : context.now()
    this.#start()
  }

  get infoHash(): InfoHash | null {
    if (this.#source.kind === 'invitation') return this.#source.invitation.infoHash
    if (this.#source.kind === 'kept') return this.#source.entry.infoHash
    return this.#metainfo?.infoHash ?? null
  }

  rename(name: string): void {
    if (this.#phase !== 'hashing' || this.#metainfo) return
    this.#name = safeName(name)
    this.#touch()
  }

  /** The click on Download. Rejects, with words for the page, when there is no room. */
  async download(): Promise<void> {
    if (this.#phase !== 'ready' || !this.#metainfo) return
    try {
      this.#pieceStore ??= await this.#context.space.open(this.#metainfo)
    } catch (error) {
      throw new Error(inWords(failureOf(error)), { cause: error })
    }
    this.#store?.use(this.#pieceStore)
    this.#become('active')
    this.#select()
    this.#remember()
    // A share of empty files is complete as soon as it is known.
    if (this.#complete) this.#session?.completed()
  }

  want(files: ReadonlySet<number>): void {
    if (!this.#progress || (this.#phase !== 'ready' && this.#phase !== 'active')) return
    this.#progress.want(files)
    if (this.#phase === 'active') {
      this.#select()
      this.#remember()
    }
    this.#touch()
  }

  pause(): void {
    if (this.#paused || !['fetching', 'ready', 'active'].includes(this.#phase)) return
    this.#paused = true
    this.#session?.pause()
    this.#remember()
    this.#touch()
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#session?.resume()
    this.#remember()
    this.#touch()
  }

  /** Ends every connection without a word to the library: the page is going away. */
  leave(): void {
    void this.#saver.saveNow()
    this.#session?.pause()
  }

  /** Undoes {@link leave}. */
  rejoin(): void {
    if (!this.#paused) this.#session?.resume()
  }

  /**
   * Wakes a share whose files have to be opened again: with the files chosen anew, matched by what is in them,
   * or through the kept handles, for which the browser asks the user. Rejects with words for the page.
   */
  async wake(chosen: readonly LocalFile[] | null): Promise<void> {
    if (this.#phase !== 'asleep' || !this.#metainfo || !this.#keptFiles) return
    const files = chosen ? matchFiles(this.#metainfo, chosen) : await openKept(this.#keptFiles, true)
    if (!files) {
      throw new Error(
        chosen
          ? 'These are not the files of this share: their sizes differ.'
          : 'The browser did not open the files: they were changed or moved, or it was not allowed to. Choose them again.',
      )
    }
    if (chosen) await this.#verify(this.#metainfo, files)
    this.#keptFiles = chosen ? files.map((file) => keptFile(file, chosen)) : this.#keptFiles
    this.#give(this.#metainfo, files)
    this.#remember()
  }

  /** Whether these may be the files that it waits for, by number and size. */
  mayBe(files: readonly LocalFile[]): boolean {
    return (
      this.#phase === 'asleep' &&
      this.#metainfo?.files.length === files.length &&
      matchFiles(this.#metainfo, files) !== null
    )
  }

  /** The user's own files with the info hash, to be handed to another tab. */
  openFiles(): [string, readonly File[]][] {
    return this.infoHash && this.#openFiles ? [[this.infoHash, this.#openFiles]] : []
  }

  async retry(): Promise<void> {
    if (this.#phase !== 'failed') return
    await this.#end(false)
    this.#ended = new AbortController()
    this.#failure = null
    this.#paused = false
    this.#metainfo = null
    this.#progress = null
    this.#start()
    this.#touch()
  }

  /** Ends the share for good; with `deleteData`, what was fetched goes too. The user's own files stay. */
  async remove(deleteData: boolean): Promise<void> {
    const { infoHash } = this
    await this.#end(deleteData)
    if (!infoHash) return
    await this.#context.library?.delete(infoHash)
    if (deleteData && !isMine(this.#source)) await this.#context.space.delete(infoHash)
  }

  /** Lets go of everything, so that another tab can go on: the share stays in the library. */
  async close(): Promise<void> {
    await this.#saver.saveNow()
    await this.#end(false)
  }

  torrentFile(): Uint8Array<ArrayBuffer> | null {
    return this.#metainfo && torrentFileOf(this.#metainfo, this.#trackers())
  }

  /** A finished file, its bytes verified. Rejects with words for the page. */
  async fileBlob(index: number): Promise<Blob> {
    await this.#checked
    const progress = this.#progress
    if (!progress || progress.fileProgress(index) < 1) throw new Error('This file is not complete yet.')
    if (progress.layout.length(index) === 0) return new Blob([])
    const store = this.#pieceStore
    if (!store) throw new Error('This share’s data is not open.')
    return store.blob(progress.layout.start(index), progress.layout.length(index))
  }

  /** Called once a second. */
  tick(): void {
    if (this.#phase !== 'hashing') this.#rates.sample(this.#totals(), this.#context.now())
    this.#view.countPeers({ wires: this.#session?.wires ?? [], progress: this.#progress })
    this.#touch()
  }

  snapshot(): ShareSnapshot {
    return (this.#snapshot ??= this.#view.describe({
      id: this.id,
      infoHash: this.infoHash,
      mine: isMine(this.#source),
      phase: this.#phase,
      paused: this.#paused,
      name: this.#name,
      toldSize: this.#toldSize(),
      localFiles: this.#source.kind === 'files' ? this.#source.files : null,
      metainfo: this.#metainfo,
      progress: this.#progress,
      wires: this.#session?.wires ?? [],
      discovery: this.#session?.discovery ?? null,
      totals: this.#totals(),
      rates: this.#rates,
      trackers: this.#trackers(),
      failure: this.#failure,
      wakeable:
        this.#phase === 'asleep' && (this.#keptFiles?.every(({ handle }) => handle !== null) ?? false),
      now: this.#context.now(),
      config: this.#context.config,
    }))
  }

  // ── The steps ───────────────────────────────────────────────────────────────────────────────────────────

  #start(): void {
    const source = this.#source
    this.#phase = source.kind === 'files' ? 'hashing' : 'fetching'
    switch (source.kind) {
      case 'files':
        this.#attempt(this.#hash(source.files))
        break
      case 'invitation':
        this.#join(source.invitation.infoHash, null)
        break
      case 'torrent':
        this.#attempt(this.#prepare(source.metainfo))
        break
      case 'kept':
        this.#attempt(this.#restore(source))
        break
    }
  }

  async #hash(files: readonly LocalFile[]): Promise<void> {
    const { signal } = this.#ended
    const pieceLength = choosePieceLength(this.#toldSize())
    const blobs = files.map(({ file }) => file)
    const pieces = await this.#digest(blobs, pieceLength)
    const metainfo = await makeMetainfo({
      name: this.#name,
      pieceLength,
      pieces,
      files: files.map(({ path, file }) => ({ path, length: file.size })),
      single: isSingle(files),
    })
    signal.throwIfAborted()
    this.#know(metainfo)
    this.#keptFiles = blobs.map((file) => keptFile(file, files))
    this.#context.identified(this)
    this.#give(metainfo, blobs)
    this.#remember()
  }

  /** A torrent that is known whole: what an earlier visit left is found first. */
  async #prepare(metainfo: Metainfo): Promise<void> {
    this.#know(metainfo)
    await this.#findPresent(metainfo)
    this.#joinKnown(metainfo)
    await this.#offer()
  }

  /** Metadata from a peer; several may send it at once. */
  async #receive(bytes: Uint8Array): Promise<void> {
    if (this.#isKnown()) return
    const metainfo = await readMetainfo(bytes)
    if (this.#isKnown()) return
    this.#know(metainfo)
    await this.#findPresent(metainfo)
    if (this.#progress) this.#session?.accept(metainfo, this.#progress.bitfield())
    await this.#offer()
  }

  /** A share of the library goes on where it was, without hashing what is already here. */
  async #restore({ entry, progress, handed }: KeptSource): Promise<void> {
    const { signal } = this.#ended
    const metainfo = await readMetainfo(entry.torrentFile)
    signal.throwIfAborted()
    this.#know(metainfo)
    this.#paused = entry.paused
    if (progress) this.#earlier = { got: progress.got, given: progress.given }
    if (entry.files) {
      this.#keptFiles = entry.files
      const files = handed ?? (await openKept(entry.files, false))
      signal.throwIfAborted()
      if (files) this.#give(metainfo, files)
      else this.#become('asleep')
      return
    }
    if (entry.wanted) this.#progress?.want(new Set(entry.wanted))
    const present = await this.#context.space.has(metainfo)
    this.#pieceStore = await this.#context.space.open(metainfo)
    signal.throwIfAborted()
    if (present && progress) this.#progress?.markBitfield(progress.bitfield)
    this.#phase = 'active'
    this.#joinKnown(metainfo)
    this.#select()
    // What is served is verified as it is read; what is saved must wait for this.
    this.#checked = this.#check(metainfo)
  }

  /** Looks through what an earlier visit left: pieces that are damaged are fetched again. */
  async #check(metainfo: Metainfo): Promise<void> {
    const { signal } = this.#ended
    const found = await this.#context.space.present(metainfo, signal).catch(() => null)
    const progress = this.#progress
    if (!found || !progress || signal.aborted) return
    const here = new Progress([metainfo.size], metainfo.pieceLength)
    here.markBitfield(found)
    for (let piece = 0; piece < progress.count; piece++) {
      if (progress.isHere(piece) && !here.isHere(piece)) this.#lose(piece)
    }
  }

  /** Serves the user's own files. */
  #give(metainfo: Metainfo, files: readonly File[]): void {
    this.#openFiles = files
    this.#pieceStore = new FileStore(files)
    this.#progress?.markAllHere()
    this.#phase = 'active'
    this.#joinKnown(metainfo)
  }

  /** Rejects unless the files are, byte for byte, those of the share. */
  async #verify(metainfo: Metainfo, files: readonly File[]): Promise<void> {
    this.#become('hashing')
    try {
      const digests = await this.#digest(files, metainfo.pieceLength)
      if (digests.some((byte, index) => byte !== metainfo.pieces[index])) {
        throw new Error('These are not the files of this share: what is in them differs.')
      }
    } finally {
      this.#become('asleep')
    }
  }

  #digest(files: readonly Blob[], pieceLength: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    this.#rates.sampleHashing(0, this.#context.now())
    const progress = (done: Bytes) => {
      this.#rates.sampleHashing(done, this.#context.now())
      this.#touch()
    }
    return hashPieces(files, { pieceLength, signal: this.#ended.signal, progress })
  }

  async #findPresent(metainfo: Metainfo): Promise<void> {
    const { signal } = this.#ended
    const bitfield = await this.#context.space.present(metainfo, signal)
    signal.throwIfAborted()
    if (bitfield) this.#progress?.markBitfield(bitfield)
  }

  /** Waits for the click on Download; a share that is already here whole needs none. */
  async #offer(): Promise<void> {
    this.#become('ready')
    if ((this.#metainfo?.size ?? 0) > 0 && this.#progress?.complete) await this.download()
  }

  #joinKnown(metainfo: Metainfo): void {
    const progress = this.#progress
    if (!progress) return
    this.#join(metainfo.infoHash, { metainfo, bitfield: progress.bitfield(), complete: progress.whole })
  }

  #join(
    infoHash: InfoHash,
    known: { metainfo: Metainfo; bitfield: Uint8Array; complete: boolean } | null,
  ): void {
    const { client, peerId, pool, config } = this.#context
    this.#store = new TorrentStore((error) => this.#storeFailed(error))
    if (this.#pieceStore) this.#store.use(this.#pieceStore)
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
      ready: () => this.#agree(),
      verified: (piece) => this.#verified(piece),
      failed: (error) => this.#fail(error),
      changed: () => this.#touch(),
    })
    if (this.#paused) this.#session.pause()
    this.#touch()
  }

  #know(metainfo: Metainfo): void {
    this.#metainfo = metainfo
    this.#name = metainfo.name
    this.#progress = new Progress(
      metainfo.files.map(({ length }) => length),
      metainfo.pieceLength,
    )
  }

  #isKnown(): boolean {
    return this.#metainfo !== null
  }

  #verified(piece: number): void {
    const before = this.#complete
    this.#progress?.markHere(piece)
    if (this.#complete && !before) this.#session?.completed()
    this.#saver.changed()
    this.#touch()
  }

  /** webtorrent looks at some pieces when it starts, and may find them damaged. */
  #agree(): void {
    const progress = this.#progress
    for (let piece = 0; progress && piece < progress.count; piece++) {
      if (progress.isHere(piece) && this.#session?.has(piece) === false) progress.markMissing(piece)
    }
    if (this.#phase === 'active') this.#select()
    this.#touch()
  }

  #storeFailed(error: StoreError): void {
    if (error instanceof DamagedPiece && !isMine(this.#source)) this.#lose(error.piece)
    // webtorrent ends the torrent by itself when it cannot write; a failed read concerns our own files alone.
    else if (error.reason !== 'broken') this.#fail(error)
  }

  /** A piece is damaged: it is fetched again. */
  #lose(piece: number): void {
    const before = this.#complete
    this.#progress?.markMissing(piece)
    this.#session?.forget(piece)
    this.#select()
    // A seed does not look for other seeds: now it has to.
    if (before) this.#session?.search()
    this.#saver.changed()
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
    this.#saver.stop()
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

  // ── The library ─────────────────────────────────────────────────────────────────────────────────────────

  /** Notes the share in the library; shares that nobody has decided to fetch are not kept. */
  #remember(): void {
    const metainfo = this.#metainfo
    const torrentFile = this.torrentFile()
    if (this.#phase !== 'active' || !metainfo || !torrentFile) return
    const files = metainfo.files.map((_, index) => index)
    const wanted = files.filter((index) => this.#progress?.wants(index))
    const entry: LibraryEntry = {
      infoHash: metainfo.infoHash,
      torrentFile,
      files: this.#keptFiles,
      wanted: wanted.length === files.length ? null : wanted,
      paused: this.#paused,
      addedAt: this.addedAt,
    }
    this.#context.library?.put(entry).catch(() => undefined)
    this.#saver.changed()
  }

  /** The order matters: what the bitfield says is here must have reached the disk before it says so. */
  async #saveProgress(): Promise<void> {
    const { library } = this.#context
    const progress = this.#progress
    if (!library || !progress || !this.infoHash || this.#phase !== 'active') return
    const bitfield = progress.bitfield()
    await this.#pieceStore?.flush()
    await library.putProgress(this.infoHash, { bitfield, ...this.#totals() })
  }

  // ── What it comes to ────────────────────────────────────────────────────────────────────────────────────

  /** Whether every byte that is wanted is here. */
  get #complete(): boolean {
    return this.#phase === 'active' && (this.#progress?.complete ?? false)
  }

  #toldSize(): Bytes {
    if (this.#source.kind === 'files') return this.#source.files.reduce((sum, { file }) => sum + file.size, 0)
    return this.#source.kind === 'invitation' ? (this.#source.invitation.size ?? 0) : 0
  }

  #totals(): { got: Bytes; given: Bytes } {
    return {
      got: this.#earlier.got + (this.#session?.received ?? 0),
      given: this.#earlier.given + (this.#session?.uploaded ?? 0),
    }
  }

  #announced(): { uploaded: Bytes; downloaded: Bytes; left: Bytes | null } {
    const { got, given } = this.#totals()
    return { uploaded: given, downloaded: got, left: this.#progress?.missing ?? null }
  }

  #trackers(): readonly string[] {
    const own = this.#context.config.tracker
    if (this.#source.kind === 'invitation') return [...new Set([own, ...this.#source.invitation.trackers])]
    if (this.#source.kind === 'torrent') return [...new Set([own, ...this.#source.metainfo.trackers])]
    if (this.#source.kind === 'kept') return [...new Set([own, ...(this.#metainfo?.trackers ?? [])])]
    return [own]
  }
}

/** One file that was chosen by itself is a single-file torrent (BEP 3); one file in a folder is not. */
function isSingle(files: readonly LocalFile[]): boolean {
  return files.length === 1 && files[0]?.path.length === 1
}

function keptFile(file: File, chosen: readonly LocalFile[]): KeptFile {
  const handle = chosen.find((local) => local.file === file)?.handle ?? null
  return { size: file.size, lastModified: file.lastModified, handle }
}

function inWords({ what, why, todo }: Failure): string {
  return `${what} ${why} ${todo}`
}

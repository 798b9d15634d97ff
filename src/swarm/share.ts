import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { NO_LIMITS, type ShareLimits } from '../core/limits.ts'
import { chosenFiles } from '../core/fileSelection.ts'
import { webSeedsAmong } from '../core/invitation.ts'
import { FileLayout } from '../torrent/fileLayout.ts'
import { choosePieceLength } from '../torrent/pieces.ts'
import { safeName } from '../core/safePath.ts'
import { shareNameOf } from '../core/shareName.ts'
import { FileStore } from '../storage/fileStore.ts'
import { FileUnreadable } from '../storage/hashing/hashPieces.ts'
import { readableAmong } from '../storage/hashing/readable.ts'
import type { KeptFile, LibraryDraft, LibraryEntry, LibraryProgress } from '../storage/library.ts'
import { OpeningStore } from '../storage/openingStore.ts'
import { StoreError, type PieceStore } from '../storage/pieceStore.ts'
import { DamagedPiece } from '../storage/verifiedReads.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { SiteConfig } from './config.ts'
import { Contacts, type ContactsSnapshot } from './contacts.ts'
import type { TrackerPool } from './discovery/trackerConnection.ts'
import type { LocalFile } from './engineApi.ts'
import { exactSource } from './exactSource.ts'
import { failureOf } from './failures.ts'
import { fetchTorrent } from './fetchTorrent.ts'
import type { FileReading } from './fileReading.ts'
import {
  makeMetainfo,
  MAX_FILES,
  MetainfoError,
  TooManyFiles,
  torrentFileOf,
  type Metainfo,
} from '../torrent/metainfo.ts'
import { checkOrigin } from './origin/checkOrigin.ts'
import { nextTask } from './nextTask.ts'
import type { Unhashed } from './handedOver.ts'
import type { Home } from './home.ts'
import { Progress } from './progress.ts'
import { ProgressSaver } from './progressSaver.ts'
import type { ConnectionBudget } from './link/connectionBudget.ts'
import type { Uplink } from './scheduler/uplink.ts'
import type { Registrar } from './registrar.ts'
import { Scrub } from './scrub.ts'
import { ShareRates } from './shareRates.ts'
import { ShareReadings, type PlayState } from './shareReadings.ts'
import { isMine, localFilesOf, nameOf, type KeptSource, type ShareSource } from './shareSource.ts'
import { trackersOf, withTrackersOf } from './shareTrackers.ts'
import { describeSafely, ShareView, type Phase } from './shareView.ts'
import type { Failure, ShareSnapshot } from './snapshot.ts'
import type { Space } from './space.ts'
import { TorrentSession } from './torrentSession.ts'
import { TorrentStore } from './torrentStore.ts'
import type { ShareNoteHandler } from './wireNotes.ts'
import { matchFiles } from './matchFiles.ts'

/** What was found right is not read again for so long: every reload of a page would read its whole library. */
const SCRUB_INTERVAL: Milliseconds = 24 * 60 * 60 * 1000

/** What a film takes in a second, before a player tells: 4 Mbit/s. */
const SUPPOSED_RATE: BytesPerSecond = 500_000

/** Shares of a time when nobody was asked had everybody contacted. */
const BEFORE_ASKING = { allowed: 'all', passesOn: false } as const

/** What a share needs of the home, and of the engine that it is in. */
export interface ShareContext extends Pick<
  Home,
  'connect' | 'library' | 'openKept' | 'hashPieces' | 'readTorrent'
> {
  /** The line that all shares send over, and the page's limits. */
  readonly uplink: Uplink
  /** People who have to be there before one connects to any, of what a web server has a copy of. */
  readonly peersFrom: () => number
  /** Whether all trackers that links name may be contacted without asking. */
  readonly contactsAll: () => boolean
  readonly budget: ConnectionBudget
  readonly peerId: PeerId
  readonly config: SiteConfig
  readonly pool: TrackerPool
  readonly space: Space
  readonly registrar: Registrar
  /** What is done with the notes of a share. */
  readonly notes: (share: InfoHash) => ShareNoteHandler
  readonly now: () => Milliseconds
  readonly changed: () => void
  /** Runs work that nobody waits for, one piece of it after the other. */
  readonly whenIdle: (work: () => Promise<void>) => void
  /** Files just hashed have told their info hash; settles when any share that has the same one has made way. */
  readonly identified: (share: Share) => Promise<void>
}

/**
 * One share of this page, from the drop, the link or the library to its removal.
 *
 *     files:       hashing ─► active
 *     invitation:  fetching ─► ready ─► active
 *     torrent:     fetching ─► ready ─► active
 *     kept:        fetching ─► active, or asleep ─► (hashing ─►) active
 *     draft:       fetching ─► hashing ─► active, or asleep ─► hashing
 *     any ─► failed ─► its first step again (retry)
 *
 * The state that the page sees ({@link ShareSnapshot}) is this phase with `paused` on top, and `active` told
 * apart by what is happening.
 */
export class Share {
  readonly id: string
  readonly addedAt: Milliseconds
  /** Settles when its first step has ended, well or not: a share of the library is then as it was left. */
  readonly begun: Promise<void>
  #source: ShareSource
  /** What is known of the user's own files before they are hashed. */
  #localFiles: ReturnType<typeof localFilesOf> = null
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
  /** Looks through what an earlier visit left on the disk. */
  #scrub: Scrub | null = null
  /** Who reads its files while they arrive. */
  #readings: ShareReadings | null = null
  /** When all that is here was last found right. */
  #checkedAt: Milliseconds | null = null
  /** Ends the verifying of files that were chosen again for a share that is asleep. */
  #waking: AbortController | null = null
  /** Ends what is under way (hashing, checking) when the share is removed or fails. */
  #ended = new AbortController()
  /** Settles when the last session has let go of everything. */
  #ending: Promise<void> = Promise.resolve()
  /** Whether the library knows this share. */
  #kept = false
  /** The files that its link is about (BEP 53), until somebody chooses others; null for all. */
  #linkedFiles: readonly number[] | null = null
  /** Its trackers, once another link or .torrent file has named more. */
  #learned: readonly string[] | null = null

  readonly #saver = new ProgressSaver(() => this.#saveProgress())
  readonly #rates = new ShareRates()
  readonly #view = new ShareView()
  /** Bytes moved since the page was opened by sessions that have ended. */
  #earlier: { got: Bytes; given: Bytes } = { got: 0, given: 0 }
  /** Bytes moved in earlier visits, as the library tells. */
  #visits: { got: Bytes; given: Bytes } = { got: 0, given: 0 }
  #limits: ShareLimits = NO_LIMITS
  #addedWebSeeds: readonly string[] = []
  /** Addresses of its .torrent file that were asked. */
  readonly #askedSources = new Set<string>()
  /** Whom of those that its link names it may contact. */
  readonly #contacts: Contacts
  #snapshot: ShareSnapshot | null = null

  constructor(id: string, source: ShareSource, context: ShareContext) {
    this.id = id
    this.#source = source
    this.#context = context
    this.#name = nameOf(source)
    this.#linkedFiles = source.kind === 'invitation' ? source.invitation.files : null
    this.addedAt = source.kind === 'kept' ? source.entry.addedAt : context.now()
    this.#contacts = new Contacts(
      { site: context.config.site, always: context.contactsAll },
      source.kind === 'kept' ? (source.entry.contacts ?? BEFORE_ASKING) : undefined,
    )
    this.begun = this.#start()
  }

  get infoHash(): InfoHash | null {
    if (this.#source.kind === 'invitation') return this.#source.invitation.infoHash
    if (this.#source.kind === 'kept') return this.#source.entry.infoHash
    return this.#metainfo?.infoHash ?? null
  }

  /**
   * It was opened again by a link or .torrent file: the trackers that it names may know other peers, and unless
   * something is being fetched already, the files that it is about are the ones that are wanted now.
   */
  learn(source: ShareSource): void {
    if (source.kind === 'invitation' && source.invitation.files !== null) {
      this.#linkedFiles = source.invitation.files
      const chosen = chosenFiles(this.#linkedFiles, this.#metainfo?.files ?? [])
      if (chosen && this.#phase === 'ready') this.want(chosen)
    }
    const trackers = this.#trackers()
    const more = withTrackersOf(source, { trackers, metainfo: this.#metainfo }, this.#context.config.tracker)
    if (more.length === trackers.length) return
    this.#learned = more
    this.#useContacts()
    this.#remember()
    this.#touch()
  }

  /** Names an HTTP copy to everybody who gets the link from now on. Rejects, with words, unless it is one. */
  async addWebSeed(address: string): Promise<void> {
    const [url] = webSeedsAmong([address.trim()])
    const metainfo = this.#metainfo
    if (url === undefined) throw new Error('This is not a web address: it begins with https:// or http://.')
    if (!metainfo || this.#phase !== 'active') throw new Error('The share is not ready yet.')
    try {
      await checkOrigin(url, metainfo, Math.random, (...request) => fetch(...request), this.#isSecure)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`This copy cannot be used. ${why}`, { cause: error })
    }
    this.#addedWebSeeds = [...this.#addedWebSeeds, url]
    this.#contacts.allow([new URL(url).host])
    this.#useOrigins()
    this.#session?.dialChanged()
    this.#remember()
    this.#touch()
  }

  /** Contacts these hosts, which its link names and the visitor was told of. */
  contact(hosts: readonly string[]): void {
    this.#contacts.allow(hosts)
    this.#useContacts()
    this.#remember()
    this.#touch()
  }

  /** Whether its link names the trackers of others to whoever gets it. */
  passOn(passesOn: boolean): void {
    this.#contacts.passOn(passesOn)
    this.#remember()
    this.#touch()
  }

  rename(name: string): void {
    if (this.#phase !== 'hashing' || this.#metainfo) return
    this.#name = safeName(name)
    this.#rememberDraft()
    this.#touch()
  }

  /** The click on Download. Rejects, with words for the page, when there is no room. */
  async download(): Promise<void> {
    const { signal } = this.#ended
    if (this.#phase !== 'ready' || !this.#metainfo) return
    if (this.#metainfo.contentSize > 0 && this.#progress?.wantedSize === 0)
      throw new Error('Choose at least one file first.')
    try {
      this.#pieceStore ??= await this.#open(this.#metainfo, signal)
    } catch (error) {
      if (signal.aborted) return
      throw new Error(inWords(failureOf(error)), { cause: error })
    }
    this.#store?.use(this.#pieceStore)
    this.#become('active')
    // The page has said whom else this contacts.
    this.#contacts.allow(this.#describeContacts().trackers)
    this.#useContacts()
    this.#select()
    this.#remember()
    // A share of empty files is complete as soon as it is known.
    if (this.#progress?.whole) this.#session?.completed()
  }

  want(files: ReadonlySet<number>): void {
    if (!this.#progress || (this.#phase !== 'ready' && this.#phase !== 'active')) return
    const before = this.#progress.complete
    this.#linkedFiles = null
    this.#progress.want(files)
    if (this.#phase === 'active') {
      this.#select()
      // Who has all that was wanted does not look for others.
      if (!this.#progress.complete && before) this.#session?.search()
      this.#remember()
    }
    this.#touch()
  }

  limit(limits: ShareLimits): void {
    this.#limits = limits
    this.#applyLimits()
    this.#remember()
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

  dialChanged(): void {
    this.#useContacts()
    this.#session?.dialChanged()
    this.#touch()
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
    const { signal } = this.#ended
    if (this.#phase !== 'asleep') return
    if (this.#source.kind === 'draft') return this.#openDraft(this.#source.draft, true)
    if (!this.#metainfo || !this.#keptFiles) return
    const files = chosen
      ? matchFiles(this.#metainfo, chosen)
      : await this.#context.openKept(this.#keptFiles, true)
    if (!files) {
      throw new OtherFiles(chosen ? 'These are not the files of this share: their sizes differ.' : NOT_OPENED)
    }
    if (chosen) await this.#verify(this.#metainfo, files)
    signal.throwIfAborted()
    this.#keptFiles = chosen ? keptFiles(files, chosen) : this.#keptFiles
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

  /** Stops verifying files that were chosen again; the share is asleep as before. False when it does no such thing. */
  cancelWaking(): boolean {
    this.#waking?.abort(new Error('It was cancelled.'))
    return this.#waking !== null
  }

  /** The user's own files with the info hash, to be handed to another tab. */
  openFiles(): [string, readonly File[]][] {
    return this.infoHash && this.#openFiles ? [[this.infoHash, this.#openFiles]] : []
  }

  /** Files that are still being hashed, to be handed to another tab. */
  unhashed(): readonly Unhashed[] {
    return this.#phase === 'hashing' && this.#source.kind === 'files' && !this.#metainfo
      ? [{ id: this.id, name: this.#name, files: this.#source.files }]
      : []
  }

  async retry(): Promise<void> {
    if (this.#phase !== 'failed') return
    this.#failure = null
    this.#paused = false
    this.#become('fetching')
    const ending = this.#ending
    await ending
    // It was removed in the meantime, or another tab goes on with it.
    if (this.#ending !== ending) return
    this.#source = this.#sourceToRetry()
    this.#ended = new AbortController()
    this.#metainfo = null
    this.#progress = null
    void this.#start()
    this.#touch()
  }

  /** Ends the share for good, and what was fetched of it. The user's own files stay. */
  async remove(): Promise<void> {
    const { infoHash } = this
    const { library, space } = this.#context
    this.#kept = false
    await this.#end()
    await library?.deleteDraft(this.id)
    if (!infoHash) return
    await library?.delete(infoHash)
    if (!isMine(this.#source)) await space.delete(infoHash)
  }

  /** Lets go of everything, so that another tab can go on: the share stays in the library. */
  async close(): Promise<void> {
    await this.#end()
  }

  torrentFile(): Uint8Array<ArrayBuffer> | null {
    return this.#metainfo && torrentFileOf(this.#metainfo, this.#passedOn(), this.#webSeeds())
  }

  /** A finished file, its bytes verified. Rejects with words for the page. */
  async fileBlob(index: number): Promise<Blob> {
    const progress = this.#progress
    const pieces = progress?.layout.piecesOf(index, progress.pieceLength)
    for (let piece = pieces?.first ?? 0; pieces && piece <= pieces.last; piece++)
      await this.#scrub?.check(piece)
    if (!progress || progress.fileProgress(index) < 1) throw new Error('This file is not complete yet.')
    if (progress.layout.length(index) === 0) return new Blob([])
    const store = this.#pieceStore
    if (!store) throw new Error('This share’s data is not open.')
    return store.blob(progress.layout.start(index), progress.layout.length(index), progress.whole)
  }

  /** Reads a file while it arrives; null while there is nothing to be read from. */
  read(index: number): FileReading | null {
    const file = this.#metainfo?.files[index]
    if (!file || this.#phase !== 'active' || !this.#readings || !this.#progress) return null
    if (!this.#progress.wants(index)) {
      const wanted = this.#metainfo?.files.flatMap((_, each) => (this.#progress?.wants(each) ? [each] : []))
      this.want(new Set([...(wanted ?? []), index]))
    }
    return this.#readings.open(index, file.path.at(-1) ?? this.#name)
  }

  playing(index: number, state: PlayState | null): void {
    this.#readings?.playing(index, state)
  }

  /** Called once a second. */
  tick(): void {
    if (this.#phase !== 'hashing') this.#rates.sample(this.#totals(), this.#context.now())
    this.#view.countPeers({ wires: this.#session?.wires ?? [], progress: this.#progress })
    this.#touch()
  }

  snapshot(): ShareSnapshot {
    return (this.#snapshot ??= describeSafely(this.#view, {
      id: this.id,
      infoHash: this.infoHash,
      mine: isMine(this.#source),
      phase: this.#phase,
      paused: this.#paused,
      name: this.#name,
      toldSize: this.#toldSize(),
      localFiles: this.#localFiles,
      metainfo: this.#metainfo,
      progress: this.#progress,
      wires: this.#session?.wires ?? [],
      isRelayed: (wire) => this.#session?.isRelayed(wire) ?? false,
      isFaltering: (wire) => this.#session?.isFaltering(wire) ?? false,
      discovery: this.#session?.discovery ?? null,
      totals: this.#totals(),
      limits: this.#limits,
      exhausted: this.#given >= this.#mayGive || this.#context.uplink.exhausted,
      peersOff: this.#peersFrom === Infinity,
      rates: this.#rates,
      trackers: this.#passedOn(),
      contacts: this.#describeContacts(),
      webSeeds: this.#webSeeds(),
      origins: this.#session?.origins ?? [],
      failure: this.#failure,
      leftOut: this.#source.kind === 'files' ? (this.#source.leftOut ?? []) : [],
      memoryLimit: isMine(this.#source) ? null : this.#context.space.memoryLimit,
      wakeable:
        this.#phase === 'asleep' &&
        (this.#source.kind === 'draft' || (this.#keptFiles?.every(({ handle }) => handle !== null) ?? false)),
      now: this.#context.now(),
      config: this.#context.config,
    }))
  }

  // ── The steps ───────────────────────────────────────────────────────────────────────────────────────────

  #start(): Promise<void> {
    const source = this.#source
    this.#localFiles = localFilesOf(source)
    this.#phase = source.kind === 'files' ? 'hashing' : 'fetching'
    switch (source.kind) {
      case 'files':
        return this.#attempt(this.#hash(source.files))
      case 'draft':
        return this.#attempt(this.#openDraft(source.draft, false))
      case 'invitation':
        this.#join(source.invitation.infoHash, null)
        void this.#attempt(this.#askSources())
        return Promise.resolve()
      case 'torrent':
        return this.#attempt(this.#prepare(source.metainfo))
      case 'kept':
        return this.#attempt(this.#restore(source))
    }
  }

  async #hash(files: readonly LocalFile[]): Promise<void> {
    const { signal } = this.#ended
    if (files.length > MAX_FILES) throw new TooManyFiles()
    this.#rememberDraft()
    const pieceLength = choosePieceLength(this.#toldSize())
    const blobs = files.map(({ file }) => file)
    const pieces = await this.#digest(blobs, pieceLength).catch((error: unknown) => {
      signal.throwIfAborted()
      return this.#withoutUnreadable(files, error)
    })
    if (!pieces) return
    const metainfo = await makeMetainfo({
      name: this.#name,
      pieceLength,
      pieces,
      files: files.map(({ path, file }) => ({ path, length: file.size })),
      single: isSingle(files),
      private: this.#context.config.trackerMode === 'private',
    })
    signal.throwIfAborted()
    this.#know(metainfo)
    this.#keptFiles = keptFiles(blobs, files)
    await this.#context.identified(this)
    await this.#context.registrar.register(metainfo)
    await nextTask()
    signal.throwIfAborted()
    this.#give(metainfo, blobs)
    this.#remember()
    await this.#context.library?.deleteDraft(this.id).catch(() => undefined)
  }

  /** Goes on with those of the files that can be read, and answers null; throws the error again where none is left. */
  async #withoutUnreadable(files: readonly LocalFile[], error: unknown): Promise<null> {
    if (!(error instanceof FileUnreadable) || this.#source.kind !== 'files') throw error
    const readable = await readableAmong(files)
    const rest = files.filter((file, index) => readable.has(file) && index !== error.file)
    if (rest.length === 0 || rest.length === files.length) throw error
    const gone = files.filter((file) => !rest.includes(file)).map(({ path }) => path.join('/'))
    this.#source = { ...this.#source, files: rest, leftOut: [...(this.#source.leftOut ?? []), ...gone] }
    this.#localFiles = localFilesOf(this.#source)
    // A name that was made of theirs is made of those that are left; any other is somebody's choice.
    const namedAfter = (named: readonly LocalFile[]) => safeName(shareNameOf(named.map(({ path }) => path)))
    if (this.#name === namedAfter(files)) this.#name = namedAfter(rest)
    await this.#hash(rest)
    return null
  }

  /** Files that were being hashed when the page went away: begins again, if the browser lets us open them. */
  async #openDraft(draft: LibraryDraft, ask: boolean): Promise<void> {
    const { signal } = this.#ended
    const opened = await this.#context.openKept(draft.files, ask)
    signal.throwIfAborted()
    if (!opened) {
      this.#become('asleep')
      if (ask) throw new OtherFiles(NOT_OPENED)
      return
    }
    const files = draft.files.flatMap(({ path, handle, folder }, index) => {
      const file = opened[index]
      return file ? [{ path, file, handle, folder }] : []
    })
    this.#source = { kind: 'files', files, name: this.#name }
    void this.#start()
    this.#touch()
  }

  /** A torrent that is known whole: what an earlier visit left is found first. */
  async #prepare(metainfo: Metainfo): Promise<void> {
    if (metainfo.private && metainfo.trackers.length === 0) {
      throw new MetainfoError('It is private, and none of its trackers can be reached from a browser.')
    }
    this.#know(metainfo)
    await this.#findPresent(metainfo)
    this.#joinKnown(metainfo)
    await this.#offer()
  }

  /** Metadata from a peer; several may send it at once. */
  async #receive(info: Uint8Array): Promise<void> {
    if (this.#isKnown()) return
    await this.#accept(await this.#context.readTorrent({ kind: 'info', bytes: info }))
  }

  /** The .torrent file may be somewhere on the web, before any peer is found. */
  async #askSources(): Promise<void> {
    const { infoHash } = this
    if (infoHash === null || this.#isKnown()) return
    const { signal } = this.#ended
    const addresses = this.#contacts.torrents(this.#sources()).filter((url) => !this.#askedSources.has(url))
    for (const address of addresses) this.#askedSources.add(address)
    const { readTorrent } = this.#context
    const metainfo = await exactSource(addresses, infoHash, async (address) =>
      readTorrent({ kind: 'file', bytes: await fetchTorrent(address, signal) }),
    )
    signal.throwIfAborted()
    if (metainfo) await this.#accept(metainfo)
  }

  /** Addresses of the .torrent file, while it is looked for. */
  #sources(): readonly string[] {
    return this.#source.kind === 'invitation' && !this.#isKnown() ? this.#source.invitation.torrents : []
  }

  /** What comes first is taken. */
  async #accept(metainfo: Metainfo): Promise<void> {
    if (this.#isKnown()) return
    this.#know(metainfo)
    await this.#findPresent(metainfo)
    if (this.#progress && this.#session && this.#store) {
      this.#session.accept(metainfo, this.#progress.bitfield())
      this.#letRead(this.#progress, this.#store, this.#session)
    }
    await this.#offer()
  }

  /** A share of the library goes on where it was, without hashing what is already here. */
  async #restore({ entry, progress, handed }: KeptSource): Promise<void> {
    const { signal } = this.#ended
    const metainfo = await this.#context.readTorrent({ kind: 'file', bytes: entry.torrentFile })
    signal.throwIfAborted()
    this.#know(metainfo)
    if (progress) this.#visits = { got: progress.got, given: progress.given }
    this.#checkedAt = progress?.checkedAt ?? null
    this.#limits = entry.limits ?? NO_LIMITS
    if (entry.files) {
      this.#keptFiles = entry.files
      const files = handed ?? (await this.#context.openKept(entry.files, false))
      signal.throwIfAborted()
      this.#paused = entry.paused
      if (files) this.#give(metainfo, files)
      else this.#become('asleep')
      return
    }
    if (entry.wanted) this.#progress?.want(new Set(entry.wanted))
    if (progress) this.#progress?.markBitfield(progress.bitfield)
    const opening = this.#reopen(metainfo, signal)
    this.#pieceStore = new OpeningStore(opening)
    void this.#attempt(opening)
    this.#paused = entry.paused
    this.#phase = 'active'
    this.#joinKnown(metainfo)
    this.#select()
    this.#scrub = new Scrub({
      metainfo,
      store: this.#pieceStore,
      here: this.#progress?.piecesThat(true) ?? [],
      missing: this.#progress?.piecesThat(false) ?? [],
      damaged: (piece) => this.#lose(piece),
      found: (piece) => this.#session?.recall(piece),
    })
    this.#context.whenIdle(() => this.#lookThrough(signal))
  }

  async #lookThrough(signal: AbortSignal): Promise<void> {
    await this.#scrub?.findMissing(signal)
    if (this.#context.now() - (this.#checkedAt ?? 0) < SCRUB_INTERVAL) return
    if (!(await this.#scrub?.checkAll(signal))) return
    this.#checkedAt = this.#context.now()
    this.#saver.changed()
  }

  /** Opens what an earlier visit left. Should it be gone, nothing of what the library remembers is here, nor is
   *  the share in it: browsers clear all that a site keeps together. */
  async #reopen(metainfo: Metainfo, signal: AbortSignal): Promise<PieceStore> {
    const present = await this.#context.space.has(metainfo)
    const store = await this.#open(metainfo, signal)
    if (!present) {
      this.#scrub?.end()
      for (const piece of this.#progress?.piecesThat(true) ?? []) this.#lose(piece)
      this.#remember()
    }
    return store
  }

  /** Opens the store; one that opens too late, the share having ended, is closed again. */
  async #open(metainfo: Metainfo, signal: AbortSignal): Promise<PieceStore> {
    const store = await this.#context.space.open(metainfo)
    if (signal.aborted) {
      await store.close()
      signal.throwIfAborted()
    }
    return store
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
    this.#waking = new AbortController()
    this.#become('hashing')
    try {
      const digests = await this.#digest(files, metainfo.pieceLength, this.#waking.signal)
      if (digests.some((byte, index) => byte !== metainfo.pieces[index])) {
        throw new OtherFiles('These are not the files of this share: what is in them differs.')
      }
    } finally {
      this.#waking = null
      this.#become('asleep')
    }
  }

  #digest(
    files: readonly Blob[],
    pieceLength: Bytes,
    waking?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    this.#rates.sampleHashing(0, this.#context.now())
    const progress = (done: Bytes) => {
      this.#rates.sampleHashing(done, this.#context.now())
      this.#touch()
    }
    const signal = AbortSignal.any([this.#ended.signal, ...(waking ? [waking] : [])])
    return this.#context.hashPieces(files, { pieceLength, signal, progress })
  }

  async #findPresent(metainfo: Metainfo): Promise<void> {
    const { signal } = this.#ended
    const bitfield = await this.#context.space.present(metainfo, signal)
    signal.throwIfAborted()
    if (!bitfield) return
    // Peers see at once what is here, and may ask for it before anybody has clicked on Download.
    this.#pieceStore = await this.#open(metainfo, signal)
    this.#store?.use(this.#pieceStore)
    this.#progress?.markBitfield(bitfield)
  }

  /** Waits for the click on Download; a share that is already here whole needs none. */
  async #offer(): Promise<void> {
    this.#become('ready')
    if ((this.#metainfo?.contentSize ?? 0) > 0 && this.#progress?.complete) await this.download()
  }

  #joinKnown(metainfo: Metainfo): void {
    const progress = this.#progress
    if (!progress) return
    this.#join(metainfo.infoHash, { metainfo, bitfield: progress.bitfield() })
  }

  #join(infoHash: InfoHash, known: { metainfo: Metainfo; bitfield: Uint8Array } | null): void {
    const { uplink, connect, budget, peerId, pool, config } = this.#context
    this.#store = new TorrentStore((error) => this.#storeFailed(error))
    if (this.#pieceStore) this.#store.use(this.#pieceStore)
    this.#session = new TorrentSession({
      uplink,
      infoHash,
      peerId,
      pool,
      trackers: this.#contacts.trackers(this.#trackers()),
      link: {
        connect,
        get iceServers() {
          return config.iceServers
        },
        budget,
      },
      peersFrom: () => this.#peersFrom,
      store: this.#store,
      secure: this.#isSecure,
      random: Math.random,
      known,
      stats: () => this.#announced(),
      satisfied: () => this.#complete,
      metadata: (info) => void this.#attempt(this.#receive(info)),
      ready: () => this.#sessionReady(),
      notes: this.#context.notes(infoHash),
      verified: (piece) => this.#verified(piece),
      failed: (error) => this.#fail(error),
      changed: () => this.#touch(),
      refused: () => void this.#register(),
    })
    if (this.#progress) this.#letRead(this.#progress, this.#store, this.#session)
    if (this.#paused) this.#session.pause()
    this.#applyLimits()
    this.#touch()
  }

  #letRead(progress: Progress, store: TorrentStore, session: TorrentSession): void {
    this.#readings?.end()
    this.#readings = new ShareReadings({
      progress,
      readPiece: (piece, offset, length) => store.read(piece, offset, length),
      want: (run, due) => session.want(run, due),
      // The scheduler's clock: deadlines are by that.
      now: this.#context.uplink.now,
    })
    this.#useOrigins()
  }

  #useOrigins(): void {
    this.#session?.useOrigins(this.#webSeeds(), {
      due: () => this.#readings?.due(SUPPOSED_RATE) ?? [],
      watched: () => this.#readings?.watched ?? 'no',
    })
  }

  #useContacts(): void {
    this.#session?.useTrackers(this.#contacts.trackers(this.#trackers()))
    this.#useOrigins()
    void this.#attempt(this.#askSources())
  }

  #applyLimits(): void {
    const { give, get } = this.#limits
    const left = Math.max(0, this.#mayGive - this.#given)
    this.#session?.setLimits({ up: give, down: get, give: left === Infinity ? null : left })
  }

  /** A tracker that serves registered torrents alone has to be told of one's own before it is asked again. */
  async #register(): Promise<void> {
    if (!this.#metainfo || !isMine(this.#source)) return
    if (await this.#context.registrar.register(this.#metainfo)) this.#session?.search()
  }

  #know(metainfo: Metainfo): void {
    this.#metainfo = metainfo
    this.#name = metainfo.name
    this.#progress = new Progress(FileLayout.of(metainfo), metainfo.pieceLength)
    const chosen = chosenFiles(this.#linkedFiles, metainfo.files)
    if (chosen) this.#progress.want(chosen)
  }

  #isKnown(): boolean {
    return this.#metainfo !== null
  }

  #verified(piece: number): void {
    const before = this.#progress?.whole ?? false
    this.#progress?.markHere(piece)
    this.#readings?.arrived(piece)
    // A peer that has all that it chose is no seed (BEP 21): only who has everything is completed.
    if (this.#progress?.whole && !before) {
      this.#session?.completed()
      void this.#saver.saveNow()
    }
    this.#saver.changed()
    this.#touch()
  }

  /** Pieces can be asked for. */
  #sessionReady(): void {
    if (this.#phase === 'active') this.#select()
    this.#touch()
  }

  #storeFailed(error: StoreError): void {
    if (error instanceof DamagedPiece && !isMine(this.#source)) this.#lose(error.piece)
    // A failed read concerns our own files alone.
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
    if (this.#progress) this.#session?.select(this.#progress.wantedRuns())
  }

  #attempt(step: Promise<unknown>): Promise<void> {
    const { signal } = this.#ended
    return step.then(
      () => undefined,
      (error: unknown) => {
        if (!signal.aborted) this.#fail(error)
      },
    )
  }

  #fail(error: unknown): void {
    if (this.#phase === 'failed') return
    const names = this.#source.kind === 'files' ? this.#source.files.map(({ path }) => path.at(-1) ?? '') : []
    this.#failure = failureOf(error, names)
    this.#become('failed')
    void this.#end()
    void this.#context.library?.deleteDraft(this.id).catch(() => undefined)
  }

  /** Ends what is under way and lets go of everything; how far it was stays in the library. */
  #end(): Promise<void> {
    this.#ended.abort(new Error('The share has ended.'))
    this.#saver.stop()
    this.#scrub?.end()
    this.#scrub = null
    this.#readings?.end()
    this.#readings = null
    const [session, store, library] = [this.#session, this.#pieceStore, this.#context.library]
    const [infoHash, state] = [this.infoHash, this.#libraryProgress()]
    this.#earlier = this.#totals()
    this.#session = null
    this.#store = null
    this.#pieceStore = null
    this.#ending = this.#ending.then(async () => {
      session?.end()
      // Closing flushes: only then is the bitfield true.
      await store?.close().catch(() => undefined)
      if (this.#kept && infoHash && state) await library?.putProgress(infoHash, state).catch(() => undefined)
    })
    return this.#ending
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
    const torrentFile = this.#wholeTorrentFile()
    if (this.#phase !== 'active' || !metainfo || !torrentFile) return
    this.#kept = true
    this.#context.library?.put(this.#libraryEntry(metainfo, torrentFile)).catch(() => undefined)
    this.#saver.changed()
  }

  /** Notes files that are being hashed, where the browser can open them again. */
  #rememberDraft(): void {
    if (this.#source.kind !== 'files') return
    const { files } = this.#source
    if (!files.every(({ handle }) => handle)) return
    const draft: LibraryDraft = {
      id: this.id,
      name: this.#name,
      files: files.map((local) => ({ path: local.path, ...keptFile(local) })),
    }
    this.#context.library?.putDraft(draft).catch(() => undefined)
  }

  #libraryEntry(metainfo: Metainfo, torrentFile: Uint8Array<ArrayBuffer>): LibraryEntry {
    const files = metainfo.files.map((_, index) => index)
    const wanted = files.filter((index) => this.#progress?.wants(index))
    return {
      infoHash: metainfo.infoHash,
      torrentFile,
      files: this.#keptFiles,
      wanted: wanted.length === files.length ? null : wanted,
      paused: this.#paused,
      limits: this.#limits,
      contacts: this.#contacts.kept,
      addedAt: this.addedAt,
    }
  }

  /** With all that is known, whether it is passed on or not. */
  #wholeTorrentFile(): Uint8Array<ArrayBuffer> | null {
    return this.#metainfo && torrentFileOf(this.#metainfo, this.#trackers(), this.#namedWebSeeds())
  }

  #libraryProgress(): LibraryProgress | null {
    const { got, given } = this.#totals()
    return (
      this.#progress && {
        bitfield: this.#progress.bitfield(),
        got: this.#visits.got + got,
        given: this.#visits.given + given,
        checkedAt: this.#checkedAt,
      }
    )
  }

  /** A share that had begun goes on from where it failed; any other begins anew. */
  #sourceToRetry(): ShareSource {
    const torrentFile = this.#wholeTorrentFile()
    if (!this.#kept || !this.#metainfo || !torrentFile) return this.#source
    const entry = { ...this.#libraryEntry(this.#metainfo, torrentFile), paused: false }
    return { kind: 'kept', entry, progress: this.#libraryProgress(), handed: null }
  }

  /** The order matters: what the bitfield says is here must have reached the disk before it says so. */
  async #saveProgress(): Promise<void> {
    const state = this.#libraryProgress()
    if (!this.#kept || !state || !this.infoHash || !this.#pieceStore) return
    await this.#pieceStore.flush()
    await this.#context.library?.putProgress(this.infoHash, state)
  }

  // ── What it comes to ────────────────────────────────────────────────────────────────────────────────────

  /** Whether every byte that is wanted is here. */
  get #complete(): boolean {
    return this.#phase === 'active' && (this.#progress?.complete ?? false)
  }

  #toldSize(): Bytes {
    if (this.#localFiles) return this.#localFiles.reduce((sum, { size }) => sum + size, 0)
    return this.#source.kind === 'invitation' ? (this.#source.invitation.size ?? 0) : 0
  }

  #totals(): { got: Bytes; given: Bytes } {
    return {
      got: this.#earlier.got + (this.#session?.got ?? 0) + this.#fromOrigins,
      given: this.#earlier.given + (this.#session?.given ?? 0),
    }
  }

  get #fromOrigins(): Bytes {
    return (this.#session?.origins ?? []).reduce((sum, { got }) => sum + got, 0)
  }

  /** Bytes given in this visit and all before it. */
  get #given(): Bytes {
    return this.#visits.given + this.#totals().given
  }

  /** Bytes that it may give in all. */
  get #mayGive(): Bytes {
    const ratio = Math.min(this.#limits.ratio ?? Infinity, this.#published?.ratio ?? Infinity)
    return ratio === Infinity || !this.#metainfo ? Infinity : ratio * this.#metainfo.contentSize
  }

  /** People who have to be there before it connects to any. What has no HTTP copy has nobody else to come from. */
  get #peersFrom(): number {
    if (this.#webSeeds().length === 0) return 0
    return Math.max(this.#context.peersFrom(), this.#published?.peersFrom ?? 0)
  }

  /** What the site asks of those who have what it publishes; null for any other share. */
  get #published(): SiteConfig['media'] {
    const { media, site } = this.#context.config
    return this.#webSeeds().some((url) => url.startsWith(`${site}media/`)) ? media : null
  }

  /** The page came by https. */
  get #isSecure(): boolean {
    return this.#context.config.site.startsWith('https:')
  }

  #announced(): { uploaded: Bytes; downloaded: Bytes; left: Bytes | null } {
    const { got, given } = this.#totals()
    return { uploaded: given, downloaded: got, left: this.#progress?.missingInAll ?? null }
  }

  /** HTTP copies (BEP 19) that may be asked. */
  #webSeeds(): readonly string[] {
    return this.#contacts.webSeeds(this.#namedWebSeeds())
  }

  /** HTTP copies that the link, the .torrent file or the user named. */
  #namedWebSeeds(): readonly string[] {
    const invited = this.#source.kind === 'invitation' ? this.#source.invitation.webSeeds : []
    return webSeedsAmong([...this.#addedWebSeeds, ...invited, ...(this.#metainfo?.webSeeds ?? [])])
  }

  #describeContacts(): ContactsSnapshot {
    return this.#contacts.describe(this.#trackers(), this.#namedWebSeeds(), this.#sources())
  }

  /** A private torrent has no other trackers than its own (BEP 27). */
  #passedOn(): readonly string[] {
    const trackers = this.#trackers()
    return this.#metainfo?.private ? trackers : this.#contacts.passedOn(trackers)
  }

  /** All that are known; see {@link Contacts}. */
  #trackers(): readonly string[] {
    return this.#learned ?? trackersOf(this.#source, this.#metainfo, this.#context.config.tracker)
  }
}

const NOT_OPENED =
  'The browser did not open the files: they were changed or moved, or it was not allowed to. Choose them again.'

/** Files that were chosen for a share that is asleep, and are not the ones. */
export class OtherFiles extends Error {}

/** One file that was chosen by itself is a single-file torrent (BEP 3); one file in a folder is not. */
function isSingle(files: readonly LocalFile[]): boolean {
  return files.length === 1 && files[0]?.path.length === 1
}

/** What to remember of `files`, which are some of those that were chosen. */
function keptFiles(files: readonly File[], chosen: readonly LocalFile[]): KeptFile[] {
  const locals = new Map(chosen.map((local) => [local.file, local]))
  return files.map((file) => keptFile(locals.get(file) ?? { file }))
}

function keptFile({ file, handle = null, folder = null }: Omit<LocalFile, 'path'>): KeptFile {
  return { size: file.size, lastModified: file.lastModified, handle, folder }
}

function inWords({ what, why, todo }: Failure): string {
  return `${what} ${why} ${todo}`
}

import type { Invitation } from '../core/invitation.ts'
import type { Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { PageLimits, ShareLimits } from '../core/limits.ts'
import type { LiveChannel } from '../wire/liveList.ts'
import type { LibraryEntry, LibraryProgress } from '../storage/library.ts'
import { arrangeFiles } from './arrangeFiles.ts'
import { Changes, type Urgency } from './changes.ts'
import {
  NO_TERMS,
  type AddOptions,
  type Engine,
  type LiveWatch,
  type LocalFile,
  type SealedCopy,
  type SealTerms,
  type SpaceSnapshot,
} from './engineApi.ts'
import type { FileReading } from './fileReading.ts'
import type { HandedOver } from './handedOver.ts'
import { PeerLink } from './link/peerLink.ts'
import { OtherFiles, SwarmError } from './problems.ts'
import type { ShareContext } from './share/context.ts'
import { Share } from './share.ts'
import type { PlayState } from './shareReadings.ts'
import type { ShareSource } from './shareSource.ts'
import type { ShareSnapshot } from './snapshot.ts'

/** Shares that take longer to begin (thousands of files to be opened again) are shown while they do. */
const RESTORING: Milliseconds = 100

/** The engine: the shares of this page, in the order they were added, newest first. */
export class ShareEngine implements Engine {
  readonly #context: ShareContext
  readonly #refreshConfig: () => Promise<void>
  readonly #changes: Changes
  #shares: Share[] = []
  #snapshots: readonly ShareSnapshot[] | null = null
  readonly #ticking: ReturnType<typeof setInterval>
  #idleWork: Promise<void> = Promise.resolve()
  #closed = false
  /** Whether all that the library holds is among the shares: without it, what is on the disk may be anybody's. */
  #remembers = false

  /** @param refreshConfig asks the site again what it tells this visitor */
  constructor(
    context: Omit<ShareContext, 'changed' | 'identified' | 'whenIdle'>,
    refreshConfig: () => Promise<void>,
  ) {
    this.#refreshConfig = refreshConfig
    this.#changes = new Changes(() => performance.now())
    this.#context = {
      ...context,
      changed: (urgency) => this.#changed(urgency),
      identified: (id, infoHash) => this.#replaceTwins(id, infoHash),
      whenIdle: (work) => {
        this.#idleWork = this.#idleWork.then(work).catch(() => undefined)
      },
    }
    this.#ticking = setInterval(() => {
      for (const share of this.#shares) share.tick()
    }, 1000)
  }

  /** Brings back what the library remembers; `handed` is what another tab still had open. */
  async restore(handed: HandedOver): Promise<void> {
    const { library } = this.#context
    const [remembered, drafts] = await Promise.all([
      library?.all().catch(() => undefined),
      library?.drafts().catch(() => []),
    ])
    this.#remembers = remembered !== undefined
    for (const { entry, progress } of remembered ?? []) {
      this.#add({ kind: 'kept', entry, progress, handed: handed.files.get(entry.infoHash) ?? null })
    }
    for (const { id, ...unhashed } of handed.unhashed) this.#add({ kind: 'files', ...unhashed }, id)
    for (const draft of drafts ?? []) {
      if (!this.#find(draft.id)) this.#add({ kind: 'draft', draft }, draft.id)
    }
    // The page's first look at them shows what they do, not that they are about to begin.
    const late = new Promise((resolve) => setTimeout(resolve, RESTORING))
    await Promise.race([Promise.all(this.#shares.map(({ begun }) => begun)), late])
  }

  /** Lets go of every share, so that another tab can go on with them: answers what that cannot open by itself. */
  async close(): Promise<HandedOver> {
    this.#closed = true
    clearInterval(this.#ticking)
    const shares = this.#shares
    this.#shares = []
    this.#rest()
    this.#changed()
    const handed = {
      files: new Map(shares.flatMap((share) => share.openFiles())),
      unhashed: shares.flatMap((share) => share.unhashed()),
    }
    await Promise.all(shares.map((share) => share.close()))
    return handed
  }

  shares(): readonly ShareSnapshot[] {
    return (this.#snapshots ??= this.#shares.map((share) => share.snapshot()))
  }

  subscribe(changed: () => void): () => void {
    return this.#changes.subscribe(changed)
  }

  addFiles(
    files: readonly LocalFile[],
    name: string,
    { leftOut = [], keepsCopy = false, sealed: wished, terms = NO_TERMS }: AddOptions = {},
  ): string {
    const { sealed: policy } = this.#context.config
    const sealed = policy === 'only' || (wished ?? policy === 'default')
    const source = {
      kind: 'files',
      files: arrangeFiles(files),
      name,
      leftOut,
      keepsCopy,
      sealed,
      terms,
    } as const
    const wakes = terms.password === null && terms.endsAt === null
    const sleeper = wakes ? this.#shares.find((share) => share.mayBe(source.files, sealed)) : undefined
    if (!sleeper) return this.#add(source)
    // The files that an asleep share waits for. Should only their sizes be the same, they are a share of their own.
    sleeper.wake(source.files).catch((error: unknown) => {
      if (error instanceof OtherFiles) this.#add(source)
    })
    return sleeper.id
  }

  reseal(id: string, sealed: boolean, terms: SealTerms): string | null {
    const share = this.#find(id)
    const source = share?.sourceOfUnfetched()
    if (!source || (!sealed && this.#context.config.sealed === 'only')) return null
    const next = this.#add({ ...source, sealed, terms })
    void this.remove(id)
    return next
  }

  async unlock(id: string, password: string): Promise<void> {
    await this.#find(id)?.unlock(password)
  }

  open(invitation: Invitation): string {
    return this.#addOrJoin(invitation.infoHash, { kind: 'invitation', invitation })
  }

  async openTorrentFile(bytes: Uint8Array): Promise<string> {
    const metainfo = await this.#context.readTorrent({ kind: 'file', bytes })
    return this.#addOrJoin(metainfo.infoHash, { kind: 'torrent', metainfo })
  }

  /** Brings back one share that the library remembers, as {@link restore} does with all of them. */
  recall(entry: LibraryEntry, progress: LibraryProgress | null): string {
    return this.#addOrJoin(entry.infoHash, { kind: 'kept', entry, progress, handed: null })
  }

  /** Lets go of a share, which stays in the library. Settles when all that is here of it has reached the disk. */
  async release(id: string): Promise<void> {
    const share = this.#find(id)
    if (!share) return
    this.#shares = this.#shares.filter((other) => other !== share)
    this.#changed()
    await share.close()
  }

  contact(id: string, hosts: readonly string[]): void {
    this.#find(id)?.contact(hosts)
  }

  passOn(id: string, passesOn: boolean): void {
    this.#find(id)?.passOn(passesOn)
  }

  async keepCopy(id: string): Promise<void> {
    await this.#find(id)?.keepCopy()
  }

  rename(id: string, name: string): void {
    this.#find(id)?.rename(name)
  }

  async download(id: string): Promise<void> {
    await this.#find(id)?.download()
  }

  async addWebSeed(id: string, address: string): Promise<void> {
    await this.#find(id)?.addWebSeed(address)
  }

  want(id: string, files: ReadonlySet<number>): void {
    this.#find(id)?.want(files)
  }

  talked(): void {
    this.#context.uplink.talked()
  }

  limit({ give, get, connections }: PageLimits): void {
    this.#context.uplink.setLimits({ up: give, down: get })
    this.#context.budget.limit(connections)
  }

  limitShare(id: string, limits: ShareLimits): void {
    this.#find(id)?.limit(limits)
  }

  pause(id: string): void {
    this.#find(id)?.pause()
  }

  resume(id: string): void {
    this.#find(id)?.resume()
  }

  async wake(id: string, files: readonly LocalFile[] | null): Promise<void> {
    await this.#find(id)?.wake(files)
  }

  async space(): Promise<SpaceSnapshot | null> {
    return this.#context.space.usage(this.#remembers ? this.#infoHashes() : null)
  }

  async deleteLeftovers(): Promise<void> {
    if (this.#remembers) await this.#context.space.deleteLeftovers(this.#infoHashes())
  }

  dialChanged(): void {
    const { peersFrom, onlyOnClick } = this.#context
    if (onlyOnClick() || peersFrom() === Infinity) this.#rest()
    for (const share of this.#shares) share.dialChanged()
  }

  passkeyChanged(): void {
    const { config, pool } = this.#context
    // First: whoever is found then may be reachable by a relay alone, which members are told of.
    void this.#refreshConfig()
      .catch(() => undefined)
      .then(() => pool.reopen(config.tracker))
  }

  /** The page's line may be another one by now, or have been away. What moved over it finds that out by itself. */
  lineChanged(): void {
    this.#context.pool.check()
    this.#context.readyOffers.renew()
  }

  /** A link may be opened soon. */
  prepare(): void {
    const { config, pool, readyOffers, connect, budget } = this.#context
    pool.keep(config.tracker)
    const offer = async (lifetime: Milliseconds) => {
      const { link } = await PeerLink.offer({ connect, iceServers: config.iceServers, budget }, lifetime)
      return link
    }
    readyOffers.prepare(() => config.iceServers, offer)
  }

  /** What {@link prepare} did is of no use any more. */
  #rest(): void {
    this.#context.pool.rest()
    this.#context.readyOffers.end()
  }

  /** Whether anybody looks at the page: who does not is told of little. */
  seen(isSeen: boolean): void {
    this.#changes.seen(isSeen)
  }

  retry(id: string): void {
    void this.#find(id)?.retry()
  }

  async remove(id: string): Promise<void> {
    const share = this.#find(id)
    if (!share || share.cancelWaking()) return
    this.#shares = this.#shares.filter((other) => other !== share)
    this.#changed()
    await share.remove()
  }

  torrentFile(id: string): Uint8Array<ArrayBuffer> | null {
    return this.#find(id)?.torrentFile() ?? null
  }

  async fileBlob(id: string, fileIndex: number): Promise<Blob> {
    const share = this.#find(id)
    if (!share) throw new SwarmError({ code: 'share-removed' })
    return share.fileBlob(fileIndex)
  }

  async fileStream(id: string, fileIndex: number): Promise<ReadableStream<Uint8Array>> {
    const share = this.#find(id)
    if (!share) throw new SwarmError({ code: 'share-removed' })
    return share.fileStream(fileIndex)
  }

  async sealedFile(id: string): Promise<SealedCopy> {
    const share = this.#find(id)
    if (!share) throw new SwarmError({ code: 'share-removed' })
    return share.sealedFile()
  }

  read(infoHash: InfoHash, fileIndex: number): FileReading | null {
    return this.#shares.find((share) => share.infoHash === infoHash)?.read(fileIndex) ?? null
  }

  playing(id: string, fileIndex: number, state: PlayState | null): void {
    this.#find(id)?.playing(fileIndex, state)
  }

  async watchLive(id: string, channel: LiveChannel): Promise<LiveWatch> {
    const watch = await this.#find(id)?.watchLive(channel)
    if (!watch) throw new SwarmError({ code: 'share-removed' })
    return watch
  }

  /** Leaves every swarm at once, so that others look elsewhere instead of waiting for us: the page is closing. */
  leave(): void {
    for (const share of this.#shares) share.leave()
    this.#rest()
  }

  /** Undoes {@link leave}, for a page that the browser had kept in its back/forward cache. */
  rejoin(): void {
    for (const share of this.#shares) share.rejoin()
  }

  /** A share that is here already learns what the source knows besides. */
  #addOrJoin(infoHash: InfoHash, source: ShareSource): string {
    const present = this.#shares.find((share) => share.infoHash === infoHash)
    if (!present) return this.#add(source)
    present.learn(source)
    return present.id
  }

  /** @param id random, because the page's address may name it and outlive a reload */
  #add(source: ShareSource, id = crypto.randomUUID().slice(0, 8)): string {
    if (this.#closed) throw new SwarmError({ code: 'engine-elsewhere' })
    const share = new Share(id, source, this.#context)
    this.#shares = [share, ...this.#shares]
    this.#changed()
    return share.id
  }

  #infoHashes(): ReadonlySet<string> {
    return new Set(this.#shares.flatMap(({ infoHash }) => infoHash ?? []))
  }

  #find(id: string): Share | undefined {
    return this.#shares.find((share) => share.id === id)
  }

  /** The files just hashed are a share that is here already: the one that has the user's own files stays. */
  async #replaceTwins(id: string, infoHash: InfoHash): Promise<void> {
    const twins = this.#shares.filter((other) => other.id !== id && other.infoHash === infoHash)
    this.#shares = this.#shares.filter((other) => !twins.includes(other))
    // Not removed: the library's record is about to be the new share's. A copy of the user's own files is.
    for (const twin of twins) {
      await twin.close()
      await this.#context.space.delete(infoHash)
    }
  }

  #changed(urgency: Urgency = 'step'): void {
    this.#snapshots = null
    this.#changes.tell(urgency)
  }
}

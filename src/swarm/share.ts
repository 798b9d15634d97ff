import type { InfoHash } from '../core/infoHash.ts'
import type { ShareLimits } from '../core/limits.ts'
import type { LiveChannel } from '../wire/liveList.ts'
import type { LiveWatch, LocalFile, SealedCopy } from './engineApi.ts'
import type { FileReading } from './fileReading.ts'
import type { Unhashed } from './handedOver.ts'
import type { ShareContext } from './share/context.ts'
import { factsOf } from './share/facts.ts'
import { blobOf, fileStreamOf, sealedFileOf } from './share/finished.ts'
import { learn } from './share/learn.ts'
import { Lifecycle } from './share/lifecycle.ts'
import { NAMES, type Phase } from './share/phase.ts'
import type { ShareRecord } from './share/record.ts'
import { stageOf, urgencyOf, type Stage } from './share/stage.ts'
import { sourceOfUnfetched } from './share/unfetched.ts'
import { usableCopy } from './share/usableCopy.ts'
import type { PlayState } from './shareReadings.ts'
import type { FilesSource, ShareSource } from './shareSource.ts'
import { describeSafely, ShareView } from './shareView.ts'
import type { ShareSnapshot } from './snapshot.ts'

/**
 * One share of this engine, from the drop, the link or the library to its removal. It is always in one {@link Phase},
 * and what is asked of it is done by that, or ignored where it makes no sense.
 *
 * The state that the page sees ({@link ShareSnapshot}) is this phase with `paused` on top, and `active` told apart by
 * what is happening.
 */
export class Share {
  readonly id: string
  readonly #context: ShareContext
  readonly #life: Lifecycle
  readonly #view = new ShareView()
  #snapshot: ShareSnapshot | null = null
  #stage: Stage = 'ended'

  constructor(id: string, source: ShareSource, context: ShareContext) {
    this.id = id
    this.#context = context
    this.#life = new Lifecycle(id, source, context, (phase) => this.#touch(phase))
  }

  /** Settles when its first step has ended, well or not: a share of the library is then as it was left. */
  get begun(): Promise<void> {
    return this.#life.begun
  }

  get infoHash(): InfoHash | null {
    return this.#record.infoHash(this.#life.metainfo)
  }

  /** See {@link learn}. */
  learn(source: ShareSource): void {
    if (!learn(source, this.#life, this.#context.config)) return
    this.#useContacts()
    this.#changed()
  }

  /** Names an HTTP copy to everybody who gets the link from now on. Rejects with a `SwarmError` unless it is one. */
  async addWebSeed(address: string): Promise<void> {
    const metainfo = this.#phase.kind === 'active' ? this.#life.metainfo : null
    const url = await usableCopy(address, metainfo, this.#context.config.site)
    this.#record.addedWebSeeds = [...this.#record.addedWebSeeds, url]
    this.#record.contacts.allow([new URL(url).host])
    const { member } = this.#life.phase
    member?.useOrigins()
    member?.session.dialChanged()
    this.#changed()
  }

  /** Contacts these hosts, which its link names and the visitor was told of. */
  contact(hosts: readonly string[]): void {
    this.#record.contacts.allow(hosts)
    this.#useContacts()
    this.#changed()
  }

  /** Whether its link names the trackers of others to whoever gets it. */
  passOn(passesOn: boolean): void {
    this.#record.contacts.passOn(passesOn)
    this.#changed()
  }

  /** Rejects with a `SwarmError` for a wrong password. */
  async unlock(password: string): Promise<void> {
    if (this.#phase.kind === 'fetching') await this.#phase.unlock(password)
  }

  rename(name: string): void {
    if (this.#phase.kind === 'hashing') this.#phase.rename(name)
  }

  /** The click on Download. Rejects with a `SwarmError` when there is no room. */
  async download(): Promise<void> {
    if (this.#phase.kind === 'ready') await this.#phase.download()
  }

  want(files: ReadonlySet<number>): void {
    if (this.#phase.kind === 'ready' || this.#phase.kind === 'active') this.#phase.want(files)
  }

  limit(limits: ShareLimits): void {
    this.#record.limits = limits
    this.#phase.member?.applyLimits()
    this.#changed()
  }

  pause(): void {
    if (this.#record.paused || !['fetching', 'ready', 'active'].includes(NAMES[this.#phase.kind])) return
    this.#record.paused = true
    this.#phase.member?.session.pause()
    this.#changed()
  }

  resume(): void {
    if (!this.#record.paused) return
    this.#record.paused = false
    this.#phase.member?.session.resume()
    this.#changed()
  }

  /** Ends every connection without a word to the library: the page is going away. */
  leave(): void {
    void this.#life.keeping.saveNow()
    this.#phase.member?.session.pause()
  }

  /** Undoes {@link leave}. */
  rejoin(): void {
    if (!this.#record.paused) this.#phase.member?.session.resume()
  }

  dialChanged(): void {
    this.#useContacts()
    this.#phase.member?.session.dialChanged()
    this.#touch()
  }

  /**
   * Wakes a share whose files have to be opened again: with the files chosen anew, or, without any, through the kept
   * handles, for which the browser asks the user. Rejects with {@link OtherFiles}.
   */
  async wake(chosen: readonly LocalFile[] | null): Promise<void> {
    if (this.#phase.kind === 'asleep') await this.#phase.wake(chosen)
    else if (this.#phase.kind === 'asleep-draft') await this.#phase.wake()
  }

  /** See {@link Engine.keepCopy}. */
  async keepCopy(): Promise<void> {
    if (this.#phase.kind === 'active') await this.#phase.keepCopy()
  }

  /** Whether these may be the files that it waits for, by number and size, and whether they are to be sealed. */
  mayBe(files: readonly LocalFile[], sealed: boolean): boolean {
    return this.#phase.kind === 'asleep' && this.#phase.mayBe(files, sealed)
  }

  /** Stops verifying files that were chosen again; the share is asleep as before. False when it does no such thing. */
  cancelWaking(): boolean {
    if (this.#phase.kind !== 'waking') return false
    this.#phase.cancel()
    return true
  }

  /** The user's own files with the info hash, to be handed to another tab. */
  openFiles(): [string, readonly File[]][] {
    const files = this.#phase.kind === 'active' ? this.#phase.openFiles : null
    return this.infoHash && files ? [[this.infoHash, files]] : []
  }

  /** See {@link sourceOfUnfetched}. */
  sourceOfUnfetched(): FilesSource | null {
    return sourceOfUnfetched(this.#record, this.#phase)
  }

  /** Files that are still being hashed, to be handed to another tab. */
  unhashed(): readonly Unhashed[] {
    return this.#phase.kind === 'hashing' ? this.#phase.unhashed() : []
  }

  /** Tries again from `failed`. */
  async retry(): Promise<void> {
    await this.#life.retry()
  }

  /** Ends the share for good, and what was fetched of it. The user's own files stay. */
  async remove(): Promise<void> {
    await this.#life.remove()
  }

  /** Lets go of everything, so that another tab can go on: the share stays in the library. */
  async close(): Promise<void> {
    await this.#life.close()
  }

  torrentFile(): Uint8Array<ArrayBuffer> | null {
    return this.#life.metainfo && this.#record.torrentFile(this.#life.metainfo)
  }

  fileBlob(index: number): Promise<Blob> {
    return blobOf(this.#life, index)
  }

  fileStream(index: number): Promise<ReadableStream<Uint8Array>> {
    return fileStreamOf(this.#life, index)
  }

  sealedFile(): SealedCopy {
    return sealedFileOf(this.#life)
  }

  /** Reads a file while it arrives; null while there is nothing to be read from. */
  read(index: number): FileReading | null {
    return this.#phase.kind === 'active' ? this.#phase.read(index) : null
  }

  playing(index: number, state: PlayState | null): void {
    this.#phase.member?.playing(index, state)
  }

  /** Null while it is in no swarm. */
  async watchLive(channel: LiveChannel): Promise<LiveWatch | null> {
    return (await this.#phase.member?.watchLive(channel)) ?? null
  }

  /** Called once a second. */
  tick(): void {
    this.#life.tick()
    if (NAMES[this.#phase.kind] !== 'hashing')
      this.#record.rates.sample(this.#life.totals, this.#context.now())
    this.#touch()
  }

  snapshot(): ShareSnapshot {
    return (this.#snapshot ??= describeSafely(this.#view, factsOf(this.#record, this.#phase, this.#context)))
  }

  #useContacts(): void {
    this.#phase.member?.useContacts()
    if (this.#phase.kind === 'fetching') this.#phase.askSources()
  }

  /** Something was decided about it. */
  #changed(): void {
    this.#life.remember()
    this.#touch()
  }

  #touch(phase = this.#phase): void {
    this.#snapshot = null
    const before = this.#stage
    this.#stage = stageOf(phase)
    this.#context.changed(urgencyOf(before, this.#stage))
  }

  get #record(): ShareRecord {
    return this.#life.record
  }

  /** The phase that it is in at the moment: another one, maybe, after something was awaited. */
  get #phase(): Phase {
    return this.#life.phase
  }
}

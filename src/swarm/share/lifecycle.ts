import type { SealSecret } from '../../core/sealSecret.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { SealError } from '../../seal/problems.ts'
import { failureOf } from '../failures.ts'
import { isMine, localFilesOf, type ShareSource } from '../shareSource.ts'
import type { ShareContext } from './context.ts'
import { Ended, Failed, Retrying } from './failed.ts'
import { isOver } from './expiry.ts'
import { Fetching } from './fetching.ts'
import { Hashing } from './hashing.ts'
import { Keeping } from './keeping.ts'
import type { Life } from './life.ts'
import type { Phase } from './phase.ts'
import { ShareRecord, type Moved } from './record.ts'
import { Restoring } from './restoring.ts'

/** Takes a share from phase to phase: through its life, to its failure, and through another life if it is tried again. */
export class Lifecycle {
  readonly record: ShareRecord
  readonly keeping: Keeping
  /** Settles when the first step has ended, well or not. */
  readonly begun: Promise<void>
  readonly #context: ShareContext
  readonly #touched: (phase: Phase) => void
  #phase: Phase = new Retrying(null)
  /** Of the life that it has at the moment; see {@link Life.signal}. */
  #ended = new AbortController()
  /** Settles when all lives that have ended have let go of everything. */
  #ending: Promise<void> = Promise.resolve()

  /** @param touched the share's snapshot is another one now */
  constructor(id: string, source: ShareSource, context: ShareContext, touched: (phase: Phase) => void) {
    this.#context = context
    this.#touched = touched
    this.record = new ShareRecord(id, source, context)
    this.keeping = new Keeping(this.record, context, () => {
      const { known, pieceStore } = this.#phase
      return { known, pieceStore, totals: this.totals }
    })
    this.begun = this.#begin()
  }

  get phase(): Phase {
    return this.#phase
  }

  /** Null until it is known what the share holds. */
  get metainfo(): Metainfo | null {
    return this.#phase.known?.metainfo ?? null
  }

  /** Bytes moved since the engine was started. */
  get totals(): Moved {
    return this.record.totals(this.#phase.member?.moved ?? null)
  }

  /** Notes the share in the library; shares that nobody has decided to fetch are not kept. */
  remember(): void {
    if (this.#phase.kind === 'active') this.keeping.remember(this.#phase.known)
  }

  /** Begins another life after one that has failed. */
  async retry(): Promise<void> {
    if (this.#phase.kind !== 'failed') return
    const retrying = this.#enter(new Retrying(this.#phase.known))
    this.record.paused = false
    this.#touched(this.#phase)
    await this.#ending
    // It was removed in the meantime, or another engine goes on with it.
    if (this.phase !== retrying) return
    this.record.source = this.#sourceToRetry()
    void this.#begin()
    this.#touched(this.#phase)
  }

  /** What opens it has become known, after it was carried sealed, or another key did not fit. */
  async unlock(secret: SealSecret): Promise<void> {
    const { kind, known } = this.#phase
    if (known?.contents.seal) return
    this.record.secret = secret
    this.record.stretched = null
    if (kind === 'failed') await this.retry()
    else if (kind === 'ready' || kind === 'active') await this.#reopen(known.metainfo)
  }

  /** Begins another life with what is known of the torrent; what is here of it is found again. */
  async #reopen(metainfo: Metainfo): Promise<void> {
    const reopening = new Retrying(this.#phase.known)
    this.record.learned = this.record.trackers(metainfo)
    const ended = this.#end(reopening)
    this.#touched(this.#phase)
    await ended
    if (this.phase !== reopening) return
    this.record.source = { kind: 'torrent', metainfo }
    void this.#begin()
    this.#touched(this.#phase)
  }

  /** Lets go of everything; how far it was stays in the library. */
  async close(): Promise<void> {
    await this.#end(new Ended(this.#phase.known))
  }

  /** Ends it for good, and what was fetched of it. The user's own files stay. */
  async remove(): Promise<void> {
    const { copying } = this.record
    this.keeping.kept = false
    await this.close()
    await this.#context.library?.deleteDraft(this.record.id)
    await this.#erase(copying !== null)
  }

  /** Called now and then: what was sealed for a time ends when that is over. */
  tick(): void {
    const { kind, known } = this.#phase
    if (!known || ['failed', 'retrying', 'ended', 'hashing'].includes(kind)) return
    if (isOver(known.contents, this.#context.now())) this.#fail(new SealError('seal-expired'))
  }

  /** Deletes all that is here of it; the user's own files stay. */
  async #erase(copying: boolean): Promise<void> {
    const { library, space } = this.#context
    const { source, copied } = this.record
    const infoHash = this.record.infoHash(this.metainfo)
    if (!infoHash) return
    await library?.delete(infoHash)
    if (!isMine(source) || copied || copying) await space.delete(infoHash)
  }

  /** Begins a life with its first step; settles when that has ended. */
  #begin(): Promise<void> {
    const life = this.#newLife()
    const { source } = this.record
    this.record.localFiles = localFilesOf(source)
    this.keeping.kept ||= source.kind === 'kept'
    if (source.kind === 'files') return this.#enter(new Hashing(life, source.files)).start()
    if (source.kind === 'draft') return this.#enter(new Restoring(life)).begin(source.draft)
    if (source.kind === 'kept') return this.#enter(new Restoring(life)).restore(source)
    const fetching = this.#enter(new Fetching(life))
    if (source.kind === 'torrent') return fetching.prepare(source.metainfo)
    fetching.join(source.invitation.infoHash)
    return Promise.resolve()
  }

  #enter<P extends Phase>(phase: P): P {
    this.#phase = phase
    return phase
  }

  #newLife(): Life<Phase> {
    const { signal } = (this.#ended = new AbortController())
    const fail = (error: unknown) => {
      if (!signal.aborted) this.#fail(error)
    }
    return {
      context: this.#context,
      record: this.record,
      signal,
      become: (next) => {
        if (signal.aborted) return
        this.#phase = next
        this.#touched(this.#phase)
      },
      touch: () => this.#touched(this.#phase),
      attempt: (step) => step.then(() => undefined, fail),
      fail,
      remember: () => this.remember(),
      rememberDraft: () => this.keeping.rememberDraft(),
      progressed: (now) => (now ? void this.keeping.saveNow() : this.keeping.progressed()),
    }
  }

  #fail(error: unknown): void {
    const { id, source } = this.record
    const names = source.kind === 'files' ? source.files.map(({ path }) => path.at(-1) ?? '') : []
    const failure = failureOf(error, names)
    const copying = this.record.copying !== null
    const isOver = failure.code === 'seal-expired'
    if (isOver) this.keeping.kept = false
    const ended = this.#end(new Failed(failure, this.#phase.known))
    if (isOver) void ended.then(() => this.#erase(copying)).catch(() => undefined)
    this.#touched(this.#phase)
    void this.#context.library?.deleteDraft(id).catch(() => undefined)
  }

  #end(next: Failed | Retrying | Ended): Promise<void> {
    this.#ended.abort(new Error('share-ended'))
    this.keeping.stop()
    const infoHash = this.record.infoHash(this.metainfo)
    const { known, member, pieceStore } = this.#phase
    const state = this.keeping.progress({ known, totals: this.totals })
    const letGo = this.#phase.kind === 'active' ? this.#phase.end() : null
    member?.settle()
    this.#phase = next
    this.#ending = this.#ending.then(async () => {
      member?.session.end()
      await letGo
      // Closing flushes: only then is the bitfield true.
      await pieceStore?.close().catch(() => undefined)
      if (this.keeping.kept && infoHash && state)
        await this.#context.library?.putProgress(infoHash, state).catch(() => undefined)
    })
    return this.#ending
  }

  /** A share that had begun goes on from where it failed; any other begins anew. */
  #sourceToRetry(): ShareSource {
    const { known } = this.#phase
    if (!this.keeping.kept || !known) return this.record.source
    const entry = { ...this.keeping.entry(known), paused: false }
    const progress = this.keeping.progress({ known, totals: this.totals })
    return { kind: 'kept', entry, progress, handed: null }
  }
}

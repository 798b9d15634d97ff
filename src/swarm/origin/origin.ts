import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Block } from '../scheduler/geometry.ts'
import { FileRefused, readCopy } from './copyRead.ts'
import { MissingFiles } from './missingFiles.ts'
import { OriginHealth, type OriginState } from './originHealth.ts'
import { OriginError } from './problems.ts'
import { runsOf, startOf, type RangeRun } from './rangeRun.ts'

/** Requests under way at once: browsers make six connections to an HTTP/1.1 server. */
const MOST_REQUESTS = 4
/** Blocks are asked for together once there are so many, or nothing else is under way, or one is urgent. */
const BATCH = 32
/** An origin that brings next to nothing for so long is given up for now. */
const SILENCE: Milliseconds = 5000

export interface OriginOptions {
  readonly url: string
  readonly metainfo: Metainfo
  /** The page came by https. */
  readonly secure: boolean
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
  /** Whether the piece cannot wait until the requests under way are done. */
  readonly urgent: (piece: number) => boolean
  /** A block came. */
  readonly arrived: (block: Block, bytes: Uint8Array) => void
  /** A block will not come. */
  readonly refused: (block: Block) => void
  /** It failed, and rests from now on. Told before the blocks that will not come. */
  readonly rests: () => void
  /** It does not have a file of which it was thought to have pieces; see {@link Origin.lacks}. Told before as well. */
  readonly lacksMore: () => void
}

/** A request under way. */
class Fetching {
  readonly run: RangeRun
  readonly stop = new AbortController()
  /** Blocks that nobody waits for any more. */
  readonly cancelled = new Set<Block>()
  /** How many of its blocks came. */
  done = 0

  constructor(run: RangeRun) {
    this.run = run
  }

  /** What is still to come and waited for. */
  get left(): readonly Block[] {
    return this.run.blocks.slice(this.done).filter((block) => !this.cancelled.has(block))
  }
}

/**
 * A publisher's plain HTTP copy (BEP 19) as one to fetch blocks from. Blocks are asked for one by one; what follows
 * one another is requested together. Says for every block either that it came or that it will not, and never hangs.
 */
export class Origin {
  readonly url: string
  /** Bytes that came from it. */
  got: Bytes = 0
  readonly #options: OriginOptions
  readonly #layout: FileLayout
  readonly #health: OriginHealth
  readonly #missing: MissingFiles
  /** Blocks to be asked for, in the order in which they are needed. */
  readonly #pending = new Map<string, Block>()
  readonly #running = new Set<Fetching>()
  #ended = false
  #pumping = false

  constructor(options: OriginOptions) {
    this.#options = options
    this.url = options.url
    this.#layout = FileLayout.of(options.metainfo)
    this.#health = new OriginHealth(options.now, options.random)
    this.#missing = new MissingFiles(this.#layout, options.metainfo.pieceLength, options.now)
  }

  get state(): OriginState {
    return this.#health.state
  }

  /** Some of the piece lies in a file that it does not have. */
  lacks(piece: number): boolean {
    return this.#missing.touch(piece)
  }

  request(block: Block): void {
    this.#pending.set(keyOf(block), block)
    this.#pumpSoon()
  }

  cancel(block: Block): void {
    if (this.#pending.delete(keyOf(block))) return
    for (const fetching of this.#running) {
      const found = fetching.run.blocks.find((each) => keyOf(each) === keyOf(block))
      if (!found) continue
      fetching.cancelled.add(found)
      if (fetching.left.length === 0) this.#stop(fetching)
    }
  }

  /** Takes back what is asked for and needed no more, so that what is needed now does not wait behind it. */
  letGo(isNeeded: (piece: number) => boolean): void {
    for (const [key, block] of this.#pending) {
      if (isNeeded(block.piece)) continue
      this.#pending.delete(key)
      this.#options.refused(block)
    }
    for (const fetching of this.#running) {
      // It brings its blocks in order: needed ones behind that are asked for again, and come sooner.
      const [next] = fetching.left
      if (!next || isNeeded(next.piece)) continue
      for (const block of this.#stop(fetching)) this.#options.refused(block)
    }
    this.#pumpSoon()
  }

  /** It has sent something else than what is shared. */
  distrust(): void {
    this.#health.fault({ code: 'origin-false' })
    this.#restNow()
  }

  /** Nothing came of it for long. */
  giveUp(): void {
    this.#health.failed(this.#health.began(), new OriginError('passing', { code: 'origin-silent' }))
    this.#restNow()
  }

  end(): void {
    this.#ended = true
    this.#refuseAll()
  }

  #pumpSoon(): void {
    if (this.#pumping) return
    this.#pumping = true
    // What the scheduler asks for at once comes one after the other, and must not be answered within its call.
    queueMicrotask(() => {
      this.#pumping = false
      this.#pump()
    })
  }

  #pump(): void {
    if (this.state.kind !== 'working' || this.#ended) return this.#refusePending()
    const { urgent, metainfo } = this.#options
    const isBatch = this.#pending.size >= BATCH
    const most = this.#health.proven ? MOST_REQUESTS : 1
    for (const run of runsOf(this.#pending.values(), metainfo.pieceLength)) {
      if (this.#running.size >= most) return
      if (this.#running.size > 0 && !isBatch && !run.blocks.some(({ piece }) => urgent(piece))) continue
      for (const block of run.blocks) this.#pending.delete(keyOf(block))
      void this.#fetch(new Fetching(run))
    }
  }

  async #fetch(fetching: Fetching): Promise<void> {
    this.#running.add(fetching)
    const { run, stop } = fetching
    const { metainfo, secure, fetch, arrived, refused } = this.#options
    const spell = this.#health.began()
    const buffer = new Uint8Array(run.to - run.from)
    let filled = 0
    const received = (bytes: Uint8Array, isPadding: boolean) => {
      if (!this.#running.has(fetching)) return
      buffer.set(bytes, filled)
      filled += bytes.length
      if (!isPadding) this.got += bytes.length
      for (;;) {
        const block = run.blocks[fetching.done]
        const at = block ? startOf(block, metainfo.pieceLength) - run.from : 0
        if (!block || filled < at + block.length || !this.#running.has(fetching)) return
        fetching.done++
        arrived(block, buffer.subarray(at, at + block.length))
      }
    }
    try {
      await readCopy({
        origin: this.url,
        secure,
        metainfo,
        layout: this.#layout,
        from: run.from,
        to: run.to,
        signal: stop.signal,
        received,
        fetch,
        silence: SILENCE,
      })
      this.#health.succeeded(spell)
    } catch (error) {
      if (stop.signal.aborted) return
      const problem =
        error instanceof OriginError ? error : new OriginError('passing', { code: 'origin-silent' })
      if (problem instanceof FileRefused && this.#missing.add(problem.file)) this.#options.lacksMore()
      else if (this.#health.failed(spell, problem)) this.#options.rests()
      for (const block of fetching.left) refused(block)
    } finally {
      this.#running.delete(fetching)
      this.#pump()
    }
  }

  /** Ends a request; answers what was still to come of it. */
  #stop(fetching: Fetching): readonly Block[] {
    const { left } = fetching
    this.#running.delete(fetching)
    fetching.stop.abort(new Error('no-longer-needed'))
    return left
  }

  #restNow(): void {
    this.#options.rests()
    this.#refuseAll()
  }

  #refuseAll(): void {
    for (const fetching of this.#running) this.#refuseSoon(this.#stop(fetching))
    this.#refusePending()
  }

  #refusePending(): void {
    const blocks = [...this.#pending.values()]
    this.#pending.clear()
    this.#refuseSoon(blocks)
  }

  #refuseSoon(blocks: readonly Block[]): void {
    for (const block of blocks) {
      queueMicrotask(() => {
        if (!this.#ended) this.#options.refused(block)
      })
    }
  }
}

function keyOf({ piece, offset }: Block): string {
  return `${piece}:${offset}`
}

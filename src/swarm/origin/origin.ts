import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Block } from '../scheduler/geometry.ts'
import { addressOf } from './originAddress.ts'
import { OriginError, requestRange } from './rangeRequest.ts'

/** Requests under way at once: browsers make six connections to an HTTP/1.1 server. */
const MOST_REQUESTS = 4
/** Blocks are asked for together once there are so many, or nothing else is under way. */
const BATCH = 32
/** Bytes of one request at most: what is asked for and not wanted any more is lost. */
const MOST_BYTES: Bytes = 2 * 1024 * 1024
/** An origin that brings next to nothing for so long is given up for now. */
const SILENCE: Milliseconds = 5000
/** After so many failures in a row it is left alone for good. */
const MOST_FAILURES = 8
const FIRST_REST: Milliseconds = 1000
const LONGEST_REST: Milliseconds = 60_000

export interface OriginOptions {
  readonly url: string
  readonly metainfo: Metainfo
  readonly now: () => Milliseconds
  readonly fetch: typeof globalThis.fetch
  /** A block came. */
  readonly arrived: (block: Block, bytes: Uint8Array) => void
  /** A block will not come. */
  readonly refused: (block: Block) => void
}

/**
 * - `working`: it can be asked.
 * - `resting`: it failed lately, and is asked again in a while.
 * - `off`: it is of no use, for the reason told.
 */
export type OriginState =
  | { readonly kind: 'working' }
  | { readonly kind: 'resting'; readonly until: Milliseconds; readonly why: string }
  | { readonly kind: 'off'; readonly why: string }

/** Consecutive bytes of the share that are asked for together. */
interface Run {
  readonly from: Bytes
  to: Bytes
  readonly blocks: Block[]
}

/**
 * A publisher's plain HTTP copy (BEP 19) as one to fetch blocks from. Blocks are asked for one by one; what follows
 * one another is requested together. Says for every block either that it came or that it will not, and never hangs.
 */
export class Origin {
  readonly url: string
  /** Bytes that came from it. */
  got: Bytes = 0
  #state: OriginState = { kind: 'working' }
  readonly #options: OriginOptions
  readonly #layout: FileLayout
  readonly #pending = new Map<string, Block>()
  readonly #ended = new AbortController()
  #underway = 0
  #failures = 0
  #pumping = false

  constructor(options: OriginOptions) {
    this.#options = options
    this.url = options.url
    this.#layout = new FileLayout(options.metainfo.files.map(({ length }) => length))
  }

  get state(): OriginState {
    const state = this.#state
    if (state.kind === 'resting' && this.#options.now() >= state.until) this.#state = { kind: 'working' }
    return this.#state
  }

  request(block: Block): void {
    this.#pending.set(keyOf(block), block)
    this.#pumpSoon()
  }

  cancel(block: Block): void {
    this.#pending.delete(keyOf(block))
  }

  /** It is of no use: nothing is asked of it any more. */
  turnOff(why: string): void {
    if (this.#state.kind === 'off') return
    this.#state = { kind: 'off', why }
    this.end()
  }

  end(): void {
    this.#ended.abort(new Error('The origin is not needed any more.'))
    this.#refuseAll()
  }

  #pumpSoon(): void {
    if (this.#pumping) return
    this.#pumping = true
    // What the scheduler asks for at once comes one after the other.
    queueMicrotask(() => {
      this.#pumping = false
      this.#pump()
    })
  }

  #pump(): void {
    if (this.state.kind !== 'working' || this.#ended.signal.aborted) return this.#refuseAll()
    if (this.#underway > 0 && this.#pending.size < BATCH) return
    for (const run of this.#runs()) {
      if (this.#underway >= MOST_REQUESTS) return
      for (const block of run.blocks) this.#pending.delete(keyOf(block))
      void this.#fetch(run)
    }
  }

  async #fetch({ from, to, blocks }: Run): Promise<void> {
    this.#underway++
    const { metainfo, fetch, arrived, refused } = this.#options
    const buffer = new Uint8Array(to - from)
    let filled = 0
    let next = 0
    const received = (bytes: Uint8Array) => {
      buffer.set(bytes, filled)
      filled += bytes.length
      this.got += bytes.length
      for (let block = blocks[next]; block; block = blocks[++next]) {
        const at = this.#startOf(block) - from
        if (filled < at + block.length) return
        arrived(block, buffer.subarray(at, at + block.length))
      }
    }
    try {
      for (const slice of this.#layout.slices(from, to)) {
        await requestRange({
          url: addressOf(this.url, metainfo, slice.file),
          from: slice.from,
          to: slice.to,
          size: this.#layout.length(slice.file),
          signal: this.#ended.signal,
          received,
          fetch,
          silence: SILENCE,
        })
      }
      this.#failures = 0
    } catch (error) {
      if (!this.#ended.signal.aborted) this.#failed(error)
    } finally {
      this.#underway--
      for (const block of blocks.slice(next)) refused(block)
      this.#pump()
    }
  }

  /** What is asked for, in order, what follows one another together. */
  #runs(): Run[] {
    const runs: Run[] = []
    const blocks = [...this.#pending.values()].sort(
      (left, right) => this.#startOf(left) - this.#startOf(right),
    )
    for (const block of blocks) {
      const from = this.#startOf(block)
      const last = runs.at(-1)
      if (last?.to === from && last.to - last.from < MOST_BYTES) {
        last.blocks.push(block)
        last.to += block.length
      } else runs.push({ from, to: from + block.length, blocks: [block] })
    }
    return runs
  }

  #startOf({ piece, offset }: Block): Bytes {
    return piece * this.#options.metainfo.pieceLength + offset
  }

  #failed(error: unknown): void {
    const { problem, message } =
      error instanceof OriginError ? error : new OriginError('passing', String(error))
    this.#failures++
    if (problem !== 'passing' || this.#failures >= MOST_FAILURES) return this.turnOff(message)
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** (this.#failures - 1))
    this.#state = { kind: 'resting', until: this.#options.now() + rest, why: message }
  }

  #refuseAll(): void {
    const blocks = [...this.#pending.values()]
    this.#pending.clear()
    for (const block of blocks) queueMicrotask(() => this.#options.refused(block))
  }
}

function keyOf({ piece, offset }: Block): string {
  return `${piece}:${offset}`
}

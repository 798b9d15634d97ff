import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import { FileReading, type ReadingContext } from './fileReading.ts'
import type { PieceRange } from '../torrent/pieces.ts'
import type { Progress } from './progress.ts'

/** How a file is being played: what tells when its bytes are due. */
export interface PlayState {
  /** Seconds of it that the player holds beyond the moment that it shows; 0 before it shows anything. */
  readonly ahead: number
  /** What it plays in a second, on the average; 0 where that is not known yet. */
  readonly rate: BytesPerSecond
}

export interface ShareReadingsOptions extends Pick<ReadingContext, 'contents' | 'progress' | 'readPiece'> {
  /** The pieces are needed in order, the first at `deadline`; null: no more than the rest. */
  readonly want: (range: PieceRange, deadline: Milliseconds | null) => void
  readonly now: () => Milliseconds
}

/** What one reading needs. */
interface Need {
  /** Index of the file. */
  readonly file: number
  /** Null while it needs nothing. */
  range: PieceRange | null
  /** When the first piece of it is due. */
  due: Milliseconds
}

/** A player tells how far it is a little sooner or later each time: that is no jump. */
const UNEVENNESS: Milliseconds = 500

/** Whoever reads files of one share while they arrive: knows what they wait for, and when it is due. */
export class ShareReadings {
  readonly #options: ShareReadingsOptions
  readonly #ended = new AbortController()
  /** Who waits for a piece. */
  readonly #waiting = new Map<number, Set<() => void>>()
  readonly #needs = new Map<FileReading, Need>()
  /** By the file's index. */
  readonly #playing = new Map<number, PlayState>()
  /** In place of players that have yet to be made and to read for themselves, by the file's index. */
  readonly #expected = new Map<number, FileReading>()

  constructor(options: ShareReadingsOptions) {
    this.#options = options
  }

  get progress(): Progress {
    return this.#options.progress
  }

  open(file: number): FileReading {
    return this.#open(file, () => this.#expect(file, null))
  }

  /** @param begun called whenever it asks for something */
  #open(file: number, begun: () => void): FileReading {
    const { contents, progress, readPiece } = this.#options
    const need: Need = { file, range: null, due: 0 }
    const reading: FileReading = new FileReading(
      {
        contents,
        progress,
        readPiece,
        want: (range) => {
          this.#needs.set(reading, need)
          this.#want(need, range, this.#dueNow(file))
          if (range) begun()
          else this.#needs.delete(reading)
        },
        whenHere: (piece, signal) => this.#whenHere(piece, signal),
      },
      file,
    )
    return reading
  }

  /** What is read, or about to be, of files that are not to be fetched. */
  get besides(): PieceRange[] {
    const { progress } = this.#options
    return [...this.#needs.values()].flatMap(({ file, range }) =>
      range && !progress.wants(file) ? [range] : [],
    )
  }

  /** Whether a player plays one of the files, and has something to show. */
  get watched(): 'no' | 'beginning' | 'begun' {
    if (this.#playing.size === 0) return 'no'
    return [...this.#playing.values()].some(({ ahead }) => ahead > 0) ? 'begun' : 'beginning'
  }

  /**
   * What a player tells now and then; null: nobody plays the file any more. With the first word of it its beginning is
   * due: the player will ask for that, but it takes a page as long to make one as a peer takes to answer.
   */
  playing(file: number, state: PlayState | null): void {
    const isNew = !this.#playing.has(file)
    if (state === null) this.#playing.delete(file)
    else this.#playing.set(file, state)
    if (state === null) this.#expect(file, null)
    else if (isNew) this.#expect(file, 0)
    else this.#hasMoved(file, state)
  }

  /**
   * Somebody jumped in a film, so that what was asked for a moment ago, as something for later, may be due at once. With
   * nothing to show, what nobody waits for belongs to where the player was before.
   */
  #hasMoved(file: number, { ahead }: PlayState): void {
    const due = this.#dueNow(file)
    for (const [reading, need] of [...this.#needs]) {
      if (need.file !== file || !need.range || reading === this.#expected.get(file)) continue
      if (ahead === 0 && !reading.waiting) this.#want(need, null, due)
      else if (need.due - due > UNEVENNESS) this.#want(need, need.range, due)
    }
  }

  /** When the bytes are due that are read now. */
  #dueNow(file: number): Milliseconds {
    return this.#options.now() + (this.#playing.get(file)?.ahead ?? 0) * 1000
  }

  /** The file is going to be read from there; null: no more than those ask for who read it. */
  #expect(file: number, from: Bytes | null): void {
    this.#expected.get(file)?.close()
    this.#expected.delete(file)
    if (from === null) return
    const reading = this.#open(file, () => undefined)
    this.#expected.set(file, reading)
    reading.expect(from)
  }

  /**
   * The missing pieces that are read or about to be, and when each is due, the soonest first: piece by piece at the rate
   * of what is played, or at `supposed` where no player has told it.
   */
  due(supposed: BytesPerSecond): { readonly piece: number; readonly due: Milliseconds }[] {
    const { progress } = this.#options
    const played = Math.max(0, ...[...this.#playing.values()].map((state) => state.rate))
    const rate = played > 0 ? played : supposed
    const soonest = new Map<number, Milliseconds>()
    for (const { range, due } of this.#needs.values()) {
      for (let piece = range?.from ?? 0; range && piece <= range.to; piece++) {
        if (progress.isHere(piece)) continue
        const later: Bytes = (piece - range.from) * progress.pieceLength
        soonest.set(piece, Math.min(soonest.get(piece) ?? Infinity, due + (later / rate) * 1000))
      }
    }
    return [...soonest].map(([piece, due]) => ({ piece, due })).sort((left, right) => left.due - right.due)
  }

  /** A piece came, and is right. */
  arrived(piece: number): void {
    const waiting = this.#waiting.get(piece)
    this.#waiting.delete(piece)
    for (const go of waiting ?? []) go()
  }

  /** Nothing comes any more: who waits is told so. */
  end(): void {
    this.#ended.abort(new Error('share-ended'))
  }

  #want(need: Need, range: PieceRange | null, due: Milliseconds): void {
    const before = need.range
    need.range = range
    need.due = due
    if (before && !isSame(before, range)) this.#tell(before)
    if (range) this.#tell(range)
  }

  /** Several may need the same: it is due when the first of them needs it. */
  #tell(range: PieceRange): void {
    const dues = [...this.#needs.values()].flatMap((need) => (isSame(range, need.range) ? [need.due] : []))
    this.#options.want(range, dues.length > 0 ? Math.min(...dues) : null)
  }

  #whenHere(piece: number, signal: AbortSignal): Promise<void> {
    const over = AbortSignal.any([signal, this.#ended.signal])
    over.throwIfAborted()
    if (this.#options.progress.isHere(piece)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(piece) ?? new Set()
      this.#waiting.set(piece, waiting)
      waiting.add(resolve)
      const stop = () => {
        waiting.delete(resolve)
        reject(over.reason instanceof Error ? over.reason : new Error('reading-closed'))
      }
      over.addEventListener('abort', stop, { once: true })
    })
  }
}

function isSame(range: PieceRange, other: PieceRange | null): boolean {
  return range.from === other?.from && range.to === other.to
}

import type { Bytes, BytesPerSecond, Milliseconds } from '../core/brand.ts'
import { FileReading, type ReadingContext } from './fileReading.ts'
import type { PieceRun, Progress } from './progress.ts'

/** How a file is being played: what tells when its bytes are due. */
export interface PlayState {
  /** Seconds of it that the player holds beyond the moment that it shows; 0 before it shows anything. */
  readonly ahead: number
  /** What it plays in a second, on the average; 0 where that is not known yet. */
  readonly rate: BytesPerSecond
}

export interface ShareReadingsOptions extends Pick<ReadingContext, 'progress' | 'readPiece' | 'want'> {
  readonly now: () => Milliseconds
}

/** Whoever reads files of one share while they arrive: knows what they wait for, and when it is due. */
export class ShareReadings {
  readonly #options: ShareReadingsOptions
  readonly #ended = new AbortController()
  /** Who waits for a piece. */
  readonly #waiting = new Map<number, Set<() => void>>()
  /** The readings that want a run, by the run. */
  readonly #wanted = new Map<string, { readonly run: PieceRun; readers: number; due: Milliseconds }>()
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

  open(file: number, name: string): FileReading {
    return this.#open(file, name, () => this.#expect(file, null))
  }

  /** @param begun called whenever it asks for something */
  #open(file: number, name: string, begun: () => void): FileReading {
    const { progress, readPiece } = this.#options
    const mine = new Set<string>()
    return new FileReading(
      {
        progress,
        name,
        readPiece,
        want: (run, due) => {
          this.#want(run, due, mine)
          if (due !== null) begun()
        },
        whenHere: (piece, signal) => this.#whenHere(piece, signal),
        due: () => this.#options.now() + (this.#playing.get(file)?.ahead ?? 0) * 1000,
      },
      file,
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
  }

  /** The file is going to be read from there; null: no more than those ask for who read it. */
  #expect(file: number, from: Bytes | null): void {
    this.#expected.get(file)?.close()
    this.#expected.delete(file)
    if (from === null) return
    const reading = this.#open(file, '', () => undefined)
    this.#expected.set(file, reading)
    reading.expect(from)
  }

  /**
   * The missing pieces that are read or about to be, and when each is due: piece by piece at the rate of what is
   * played, or at `supposed` where no player has told it.
   */
  *due(supposed: BytesPerSecond): Generator<{ readonly piece: number; readonly due: Milliseconds }> {
    const { progress } = this.#options
    const played = Math.max(0, ...[...this.#playing.values()].map((state) => state.rate))
    const rate = played > 0 ? played : supposed
    for (const { run, due } of this.#wanted.values()) {
      for (let piece = run.from; piece <= run.to; piece++) {
        const later: Bytes = (piece - run.from) * progress.pieceLength
        if (!progress.isHere(piece)) yield { piece, due: due + (later / rate) * 1000 }
      }
    }
  }

  /** A piece came, and is right. */
  arrived(piece: number): void {
    const waiting = this.#waiting.get(piece)
    this.#waiting.delete(piece)
    for (const go of waiting ?? []) go()
  }

  /** Nothing comes any more: who waits is told so. */
  end(): void {
    this.#ended.abort(new Error('The share has ended.'))
  }

  #want(run: PieceRun, due: Milliseconds | null, mine: Set<string>): void {
    const key = `${run.from}-${run.to}`
    const known = this.#wanted.get(key)
    if (due === null) {
      if (!mine.delete(key) || !known || --known.readers > 0) return
      this.#wanted.delete(key)
      this.#options.want(run, null)
      return
    }
    if (known) {
      known.due = due
      if (!mine.has(key)) known.readers++
    } else this.#wanted.set(key, { run, readers: 1, due })
    mine.add(key)
    this.#options.want(run, due)
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
        reject(over.reason instanceof Error ? over.reason : new Error('Nobody reads it any more.'))
      }
      over.addEventListener('abort', stop, { once: true })
    })
  }
}

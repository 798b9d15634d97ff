import type { Bytes } from '../../core/brand.ts'
import { Chunks } from './chunks.ts'
import { asError } from './connection.ts'
import { Emitter } from './emitter.ts'

/** Who writes waits for as long as so much does, where nothing else is said. */
const ROOM: Bytes = 16 * 1024

type Done = (error?: Error | null) => void

/**
 * Bytes both ways, for the wire of bittorrent-protocol and the links below it: as much of streamx's `Duplex` as those use,
 * by the same names and with the same order of events. In the page it stands in streamx's place (see `vite.config.ts`);
 * the same tests run over both (`tests/swarm/link/duplex.test.ts`).
 *
 * What is written goes to `_write`, or to `_writev` together with all that waits; what is pushed goes to the stream that
 * this one is piped to, or to who listens to `data`. Nothing of it happens before the current task's own code has ended.
 *
 *     writing: open → ending (`end`) → final (`_final`) → finished, told by `finish`
 *     reading: open → ending (`push(null)`) → ended, told by `end`
 *     both done, or `destroy` → destroying → `_destroy` → destroyed, told by `error` where there is one, and `close`
 */
class ByteStream extends Emitter {
  #life: 'open' | 'destroying' | 'closing' | 'destroyed' = 'open'
  #error: Error | null = null
  #writing: 'open' | 'ending' | 'final' | 'finished' = 'open'
  #reading: 'open' | 'ending' | 'ended' = 'open'
  /** What was written, and what was pushed. The names are streamx's, by which both are known (see `wirePrivate.ts`). */
  readonly _writableState: Chunks
  readonly _readableState: Chunks
  /** Somebody below has been given something, and has not said that he is done. */
  #busy = false
  /** Whom this one is piped to, and whether he has no room. */
  #to: ByteStream | null = null
  #waits = false
  #from: ByteStream | null = null
  #running = false
  #again = false
  #planned = false

  constructor({ highWaterMark = ROOM }: { readonly highWaterMark?: Bytes } = {}) {
    super()
    this._writableState = new Chunks(highWaterMark)
    this._readableState = new Chunks(highWaterMark)
  }

  get destroyed(): boolean {
    return this.#life === 'destroyed'
  }

  get destroying(): boolean {
    return this.#life !== 'open'
  }

  // ── What a kind of stream does ──

  _write(data: Uint8Array, done: Done): void {
    this._writev([data, ...this._writableState.take()], done)
  }

  _writev(_chunks: Uint8Array[], done: Done): void {
    done(null)
  }

  _final(done: Done): void {
    done(null)
  }

  /** Called by `destroy`, at once. */
  _predestroy(): void {
    // Nothing, unless a kind of stream has something to say.
  }

  _destroy(done: Done): void {
    done(null)
  }

  // ── What is done with it ──

  /** False when there is no room for more. */
  write(data: Uint8Array): boolean {
    const room = this.#take(data)
    this.#plan()
    return room
  }

  end(data?: Uint8Array): this {
    if (data) this.#take(data)
    if (this.#writing === 'open') this.#writing = 'ending'
    this._writableState.ending = true
    this.#plan()
    return this
  }

  /** Null says that no more comes. False when enough waits. */
  push(data: Uint8Array | null): boolean {
    if (this.destroying || this.#reading !== 'open') return false
    if (data) this._readableState.push(data)
    else this.#reading = 'ending'
    this.#plan()
    return data !== null && !this._readableState.isFull
  }

  /** Takes what would be next out of its turn, to where everything goes. */
  read(): Uint8Array | null {
    const chunk = this.destroying ? null : this._readableState.shift()
    if (chunk) this.#hand(chunk)
    this.#plan()
    return chunk
  }

  pipe(to: ByteStream): ByteStream {
    if (this.#to) throw new Error('piped-already')
    this.#to = to
    to.#from = this
    this.#plan()
    return to
  }

  destroy(error?: Error | null): void {
    this.#end(error ?? null)
  }

  override on(event: string, listener: (...values: never[]) => unknown): this {
    super.on(event, listener)
    if (event === 'data') this.#plan()
    return this
  }

  // ── How it goes on ──

  #plan(): void {
    if (this.#running) this.#again = true
    else if (!this.#planned) {
      this.#planned = true
      queueMicrotask(this.#run)
    }
  }

  readonly #run = (): void => {
    this.#planned = false
    this.#running = true
    let handed = false
    let thrown = true
    try {
      do handed = this.#goOn(handed)
      while (this.#again)
      thrown = false
    } finally {
      this.#running = false
      // What a listener throws is for all to see, and the rest goes on.
      if (handed || thrown) this.#plan()
    }
  }

  /** Whoever was handed something takes it before he may be told of an end: true while that has to wait. */
  #goOn(handed: boolean): boolean {
    this.#again = false
    this.#writeOut()
    if (this.#readOut() || handed) return true
    this.#finish()
    this.#close()
    return false
  }

  #take(data: Uint8Array): boolean {
    if (this.destroying || this.#writing !== 'open') return false
    this._writableState.push(data)
    return !this._writableState.isFull
  }

  #writeOut(): void {
    while (!this.#busy && !this.destroying) {
      const chunk = this._writableState.shift()
      if (!chunk) return
      this.#give(() => this._write(chunk, this.#taken))
    }
  }

  /** Has something done below. */
  #give(work: () => void): void {
    this.#busy = true
    try {
      work()
    } catch (error) {
      // It would never say that it is done, and what comes would wait for that for good.
      this.#busy = false
      this.#end(asError(error))
      throw error
    }
  }

  readonly #taken = (error?: Error | null): void => {
    if (!this.#busy) return
    this.#busy = false
    if (error) this.destroy(error)
    this.#plan()
    const from = this.#from
    if (!from || !from.#waits || this._writableState.length > 0) return
    from.#waits = false
    from.#plan()
  }

  /** Whether there was anything. */
  #readOut(): boolean {
    let handed = false
    while (!this.#waits && !this.destroying && (this.#to !== null || this.listenerCount('data') > 0)) {
      const chunk = this._readableState.shift()
      if (!chunk) break
      handed = true
      this.#hand(chunk)
    }
    return handed
  }

  #hand(chunk: Uint8Array): void {
    if (this.#to) {
      this.#waits = !this.#to.#take(chunk)
      this.#to.#plan()
    }
    this.emit('data', chunk)
  }

  #finish(): void {
    if (this.#writing === 'ending' && !this.#busy && this._writableState.length === 0) this.#endWriting()
    if (this.#reading === 'ending' && this._readableState.length === 0) this.#endReading()
    if (this.#writing === 'finished' && this.#reading === 'ended' && this.#life === 'open') {
      this.#life = 'destroying'
      this.#plan()
    }
  }

  #endWriting(): void {
    if (this.destroying) return
    this.#writing = 'final'
    this.#give(() => this._final(this.#finished))
  }

  #endReading(): void {
    if (this.destroying) return
    this.#reading = 'ended'
    this.#plan()
    this.emit('end')
    this.#to?.end()
  }

  readonly #finished = (error?: Error | null): void => {
    this.#busy = false
    if (error) this.destroy(error)
    this.#plan()
    if (this.destroying) return
    this.#writing = 'finished'
    this.emit('finish')
  }

  #end(error: Error | null): void {
    if (this.destroying) return
    this.#life = 'destroying'
    this.#error = error
    this.#plan()
    this._predestroy()
    this._writableState.clear()
    this._readableState.clear()
  }

  #close(): void {
    if (this.#life !== 'destroying') return
    this.#life = 'closing'
    try {
      this._destroy(this.#closed)
    } catch (error) {
      this.#closed(asError(error))
      throw error
    }
  }

  readonly #closed = (failure?: Error | null): void => {
    if (this.#life !== 'closing') return
    const error = failure ?? this.#error
    try {
      if (error) this.emit('error', error)
    } finally {
      this.#life = 'destroyed'
      try {
        this.emit('close')
      } finally {
        this.#leave(error)
      }
    }
  }

  /** Ends those at either end of the pipe that have not ended by themselves. */
  #leave(error: Error | null): void {
    const [to, from] = [this.#to, this.#from]
    this.#to = this.#from = null
    if (to) {
      to.#from = null
      if (this.#reading !== 'ended') to.destroy(error ?? new Error('piped-end-closed'))
    }
    if (!from) return
    from.#to = null
    if (from.#reading !== 'ended' || this.#writing !== 'finished')
      from.destroy(error ?? new Error('piped-end-closed'))
  }
}

/** By this name it stands in streamx's place. */
export { ByteStream as Duplex }

import type { Socket } from 'node:net'
import type { Bytes } from '../../../src/core/brand.ts'
import type { ByteChannel } from '../../../src/swarm/link/byteChannel.ts'

/** So little is put together sooner than the system is told of each part. */
const COPIED: Bytes = 4_096

const NOTHING = new Uint8Array()

/** A connection by TCP. */
export class TcpChannel implements ByteChannel {
  onclose: (() => void) | null = null
  ondrain: (() => void) | null = null
  /** For who counts them: told after all others. */
  onend: (() => void) | null = null
  readonly #socket: Socket
  #onmessage: ByteChannel['onmessage'] = null
  /** What came before somebody listened. */
  readonly #head: Uint8Array<ArrayBuffer>

  constructor(socket: Socket, head: Uint8Array<ArrayBuffer> = new Uint8Array()) {
    this.#socket = socket
    this.#head = head
    socket.setNoDelay(true)
    socket.pause()
    socket.on('data', (bytes: Buffer<ArrayBuffer>) => this.#onmessage?.(bytes))
    socket.on('drain', () => this.ondrain?.())
    socket.on('close', () => {
      this.onclose?.()
      this.onend?.()
    })
    socket.on('error', () => socket.destroy())
    // A peer that says no more is one that hears no more: nobody uses half of a connection.
    socket.on('end', () => socket.destroy())
  }

  get waiting(): Bytes {
    return this.#socket.writableLength
  }

  get onmessage(): ByteChannel['onmessage'] {
    return this.#onmessage
  }

  set onmessage(listener: ByteChannel['onmessage']) {
    this.#onmessage = listener
    if (!listener) return
    if (this.#head.length > 0) queueMicrotask(() => listener(this.#head))
    queueMicrotask(() => this.#socket.resume())
  }

  send(chunks: readonly Uint8Array[]): void {
    if (!this.#socket.writable) return
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    if (length <= COPIED) {
      this.#socket.write(Buffer.concat(chunks, length))
      return
    }
    // Together in one call of the system, and as they are: what is read of a piece is never written over.
    this.#socket.cork()
    for (const chunk of chunks) this.#socket.write(chunk)
    this.#socket.uncork()
  }

  sent(done: () => void): void {
    if (this.#socket.writable) this.#socket.write(NOTHING, done)
  }

  close(): void {
    this.#socket.destroy()
  }
}

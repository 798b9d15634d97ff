import type { Socket } from 'node:net'
import type { Bytes } from '../../../src/core/brand.ts'
import type { ByteChannel } from '../../../src/swarm/link/byteChannel.ts'

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
    // A copy: the memory that blocks lie in is used again, and a socket keeps what the system has not taken yet.
    this.#socket.write(Buffer.concat(chunks))
  }

  sent(done: () => void): void {
    if (this.#socket.writable) this.#socket.write(NOTHING, done)
  }

  close(): void {
    this.#socket.destroy()
  }
}

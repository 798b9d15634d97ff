import { once } from 'node:events'
import { createConnection, Socket, type OnReadOpts } from 'node:net'
import type { Bytes, Milliseconds } from '../../../src/core/brand.ts'
import type { ByteChannel } from '../../../src/swarm/link/byteChannel.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'

/** So little is put together sooner than the system is told of each part. */
const COPIED: Bytes = 4_096

const NOTHING = new Uint8Array()

/**
 * Where all sockets are read to. What came is done with before the next is read, over whichever of them, so that none
 * needs memory of its own: 64 KiB for each that is read, as streams have it, would have V8 look through all that is alive
 * for every thousand of them.
 */
const READS = new Uint8Array(256 * 1024)

/** A connection by TCP. */
export class TcpChannel implements ByteChannel {
  onclose: (() => void) | null = null
  ondrain: (() => void) | null = null
  /** For who counts them: told after all others. */
  onend: (() => void) | null = null
  readonly #socket: Socket
  #onmessage: ByteChannel['onmessage'] = null
  /** What came before somebody listened. */
  readonly #head: Uint8Array

  private constructor(open: (onread: OnReadOpts) => Socket, head: Uint8Array = NOTHING) {
    const socket = open({
      buffer: READS,
      callback: (count) => {
        this.#onmessage?.(READS.subarray(0, count))
        return true
      },
    })
    this.#socket = socket
    this.#head = head
    socket.setNoDelay(true)
    socket.pause()
    socket.on('drain', () => this.ondrain?.())
    socket.on('close', () => {
      this.onclose?.()
      this.onend?.()
    })
    socket.on('error', () => socket.destroy())
    // A peer that says no more is one that hears no more: nobody uses half of a connection.
    socket.on('end', () => socket.destroy())
  }

  static dial({ host, port }: PeerAddress): TcpChannel {
    return new TcpChannel((onread) => createConnection({ host, port, onread }))
  }

  /**
   * Goes on with a connection that has come, and of which `head` was read. Its socket, which is done with, was made by a
   * server: those cannot be told where to read to, so another is made of what is below it.
   */
  static goOn(accepted: Socket, head: Uint8Array): TcpChannel {
    const lower = accepted as unknown as { _handle: unknown }
    const handle = lower._handle
    return new TcpChannel((onread) => {
      const socket = new Socket({ handle, onread } as ConstructorParameters<typeof Socket>[0])
      lower._handle = null
      accepted.destroy()
      return socket
    }, head)
  }

  /** Settles when it is open; rejects, and closes it, when it is not by then. */
  async opened(patience: Milliseconds): Promise<void> {
    const socket = this.#socket
    socket.setTimeout(patience, () => socket.destroy())
    await Promise.race([
      once(socket, 'connect'),
      once(socket, 'close').then(() => Promise.reject(new Error('not-connected'))),
    ])
    socket.setTimeout(0)
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

  send(chunks: readonly Uint8Array[], taken: () => void = () => undefined): void {
    if (!this.#socket.writable) return
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    if (length <= COPIED) {
      this.#socket.write(Buffer.concat(chunks, length))
      taken()
      return
    }
    const last = chunks.length - 1
    // Together in one call of the system, and as they are.
    this.#socket.cork()
    for (const chunk of chunks.slice(0, last)) this.#socket.write(chunk)
    this.#socket.write(chunks[last] ?? NOTHING, (error) => {
      if (!error) taken()
    })
    this.#socket.uncork()
  }

  sent(done: () => void): void {
    if (this.#socket.writable) this.#socket.write(NOTHING, done)
  }

  close(): void {
    this.#socket.destroy()
  }
}

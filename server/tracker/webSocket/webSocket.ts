import type { Duplex } from 'node:stream'
import type { Milliseconds } from '../../../src/core/brand.ts'
import type { ByteText } from '../byteText.ts'
import type { EndOfTurn } from './endOfTurn.ts'
import { FrameReader, type FrameEvents, type Violation } from './frameReader.ts'
import { closeFrame, PING_FRAME, pongFrame, textFrame } from './frameText.ts'

/** What becomes of a WebSocket. Its methods must not throw. */
export interface WebSocketEvents {
  message(data: Buffer, isText: boolean): void
  pinged(): void
  ponged(): void
  /** Once, and the last. */
  closed(error: Error | null): void
}

/** How long a client may take to answer a close before it is cut off. */
const CLOSE_GRACE_MS: Milliseconds = 1_000

/**
 * The server's end of a WebSocket (RFC 6455) whose handshake is done.
 *
 * open → closing, when either side has sent a close frame or ended the connection → closed. Nothing is sent
 * after `open`, and what still comes is looked through for the client's own close frame alone.
 */
export class WebSocket implements FrameEvents {
  readonly #socket: Duplex
  readonly #reader: FrameReader
  readonly #events: WebSocketEvents
  readonly #turn: EndOfTurn
  /** What this turn of the event loop has to say. */
  #unsent: ByteText = ''
  #isOpen = true
  #graceTimer: NodeJS.Timeout | null = null
  #error: Error | null = null

  constructor(socket: Duplex, maxMessageBytes: number, turn: EndOfTurn, events: WebSocketEvents) {
    this.#socket = socket
    this.#reader = new FrameReader(maxMessageBytes, this)
    this.#events = events
    this.#turn = turn
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('end', () => this.#end())
    socket.on('error', (error) => (this.#error = error))
    socket.on('close', () => {
      this.#isOpen = false
      if (this.#graceTimer) clearTimeout(this.#graceTimer)
      events.closed(this.#error)
    })
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** What waits to be sent. */
  get bufferedBytes(): number {
    return this.#unsent.length + this.#socket.writableLength
  }

  /** `text` is UTF-8. */
  send(text: ByteText): void {
    this.#send(textFrame(text))
  }

  sendPing(): void {
    this.#send(PING_FRAME)
  }

  /** Starts the closing handshake and cuts the socket off when the other side does not finish it. */
  close(code: number, reason: string): void {
    if (!this.#isOpen) return
    this.#closeWith(closeFrame(code, reason))
    // Where it was paused: the close of the other side is behind what has not been read.
    this.#socket.resume()
  }

  /** Closes without listening any further: the client breaks the protocol, or floods. */
  fail({ code, reason }: Violation): void {
    this.#reader.stop()
    this.close(code, reason)
    this.#socket.end()
  }

  terminate(): void {
    this.#isOpen = false
    this.#socket.destroy()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  flush(): void {
    const text = this.#unsent
    this.#unsent = ''
    if (text === '' || !this.#socket.writable) return
    // What goes out at once is copied by the system. What has to wait would keep the messages in memory whose
    // parts it is made of, however long they are: it waits as bytes of its own.
    if (this.#socket.writableLength === 0) this.#socket.write(text, 'latin1')
    else this.#socket.write(ownBytes(text))
  }

  message(data: Buffer, isText: boolean): void {
    if (this.#isOpen) this.#events.message(data, isText)
  }

  ping(data: Buffer): void {
    if (!this.#isOpen) return
    this.#send(pongFrame(data.toString('latin1')))
    this.#events.pinged()
  }

  pong(): void {
    if (this.#isOpen) this.#events.ponged()
  }

  closing(code: number | null): void {
    if (this.#isOpen) this.#closeWith(closeFrame(code, ''))
    this.#socket.end()
  }

  #read(chunk: Buffer): void {
    const violation = this.#reader.read(chunk)
    if (violation) this.fail(violation)
  }

  #send(frame: ByteText): void {
    if (!this.#isOpen) return
    if (this.#unsent === '') this.#turn.add(this)
    this.#unsent += frame
  }

  #closeWith(frame: ByteText): void {
    this.#isOpen = false
    this.#unsent += frame
    this.flush()
    this.#graceTimer = setTimeout(() => this.terminate(), CLOSE_GRACE_MS)
  }

  #end(): void {
    if (this.#isOpen) this.#closeWith('')
    this.#socket.end()
  }
}

/** In memory of their own, not in a piece of what many buffers share. */
function ownBytes(text: ByteText): Buffer {
  const bytes = Buffer.allocUnsafeSlow(text.length)
  bytes.write(text, 'latin1')
  return bytes
}

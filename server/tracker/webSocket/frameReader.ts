import { isUtf8 } from 'node:buffer'
import { CloseCode, isReceivable } from './closeCodes.ts'
import { Gathered } from './gathered.ts'
import { unmask } from './unmask.ts'

/** What a client's bytes turn out to be. `data` is good until the call returns. */
export interface FrameEvents {
  /** A whole message, valid UTF-8 where it was sent as text. */
  message(data: Buffer, isText: boolean): void
  ping(data: Buffer): void
  pong(): void
  /** The last of all events; `code` is null where the client gives none. */
  closing(code: number | null): void
}

/** Why a client is not listened to any more. */
export interface Violation {
  readonly code: number
  readonly reason: string
}

/** Opcodes (RFC 6455, 5.2). */
const CONTINUATION = 0
const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

const MOST_CONTROL_BYTES = 125
/** An honest message comes in one frame. */
const MOST_FRAGMENTS = 256

/** Where a frame's parts are; `end` lies beyond the bytes that have come while it is not whole. */
interface Frame {
  readonly isLast: boolean
  readonly opcode: number
  readonly maskAt: number
  readonly end: number
}

/**
 * Reads a client's frames (RFC 6455, 5) from bytes as they come, however they are cut. No I/O. Takes no more
 * memory than twice what has come of one message and one frame.
 */
export class FrameReader {
  readonly #mostBytes: number
  readonly #events: FrameEvents
  /** A frame that is not whole yet. */
  #rest: Gathered | null = null
  /** The frames so far of a message in several. */
  #message: { readonly isText: boolean; readonly data: Gathered; fragments: number } | null = null
  #isOver = false

  /** `mostBytes` is the longest message; 0 for no limit. */
  constructor(mostBytes: number, events: FrameEvents) {
    this.#mostBytes = mostBytes
    this.#events = events
  }

  /** Reads on; `chunk` is written to. After a violation, or the client's close, whatever comes is left unread. */
  read(chunk: Buffer): Violation | null {
    if (this.#isOver) return null
    let data = chunk
    if (this.#rest) {
      this.#rest.add(chunk)
      data = this.#rest.bytes
    }
    let at = 0
    while (at < data.length) {
      const next = this.#step(data, at)
      if (typeof next !== 'number') {
        this.stop()
        return next
      }
      if (next === at) break
      at = next
    }
    this.#keep(data, at)
    return null
  }

  /** Leaves unread whatever comes. */
  stop(): void {
    this.#isOver = true
    this.#rest = null
    this.#message = null
  }

  /** Deals with the frame at a place; where the next one begins, the same place when there is none yet. */
  #step(data: Buffer, at: number): number | Violation {
    const frame = this.#isOver ? null : this.#frameAt(data, at)
    if (frame === null) return at
    if ('code' in frame) return frame
    if (frame.end > data.length) return at
    return this.#take(data, frame) ?? frame.end
  }

  /** Keeps what comes after `at` for the next chunk. */
  #keep(data: Buffer, at: number): void {
    if (at === data.length || this.#isOver) this.#rest = null
    else if (at > 0 || !this.#rest) {
      this.#rest = new Gathered()
      this.#rest.add(data.subarray(at))
    }
  }

  /** Null until its head is whole. A frame that may not be is refused before the rest of it comes. */
  #frameAt(data: Buffer, at: number): Frame | Violation | null {
    if (data.length - at < 2) return null
    const first = data[at] ?? 0
    const second = data[at + 1] ?? 0
    const isLast = (first & 0x80) !== 0
    const opcode = first & 0x0f
    if ((first & 0x70) !== 0) return broken('a reserved bit is set')
    if ((second & 0x80) === 0) return broken('a frame without mask')
    let length = second & 0x7f
    let maskAt = at + 2
    if (opcode >= CLOSE) {
      if (opcode > PONG) return broken('a reserved opcode')
      if (!isLast || length > MOST_CONTROL_BYTES) return broken('a control frame that is cut or too long')
    } else {
      const problem = this.#orderProblem(opcode)
      if (problem !== null) return problem
      if (length === 126) {
        if (data.length - at < 4) return null
        length = data.readUInt16BE(at + 2)
        maskAt = at + 4
      } else if (length === 127) {
        if (data.length - at < 10) return null
        length = data.readUInt32BE(at + 2) * 2 ** 32 + data.readUInt32BE(at + 6)
        maskAt = at + 10
      }
      const total = length + (this.#message?.data.length ?? 0)
      if (this.#mostBytes !== 0 && total > this.#mostBytes) {
        return { code: CloseCode.tooBig, reason: `messages may have ${this.#mostBytes} bytes at most` }
      }
    }
    return { isLast, opcode, maskAt, end: maskAt + 4 + length }
  }

  #orderProblem(opcode: number): Violation | null {
    if (opcode > BINARY) return broken('a reserved opcode')
    if (opcode === CONTINUATION && !this.#message) return broken('a continuation of nothing')
    if (opcode !== CONTINUATION && this.#message) return broken('a message within another')
    if (this.#message && this.#message.fragments >= MOST_FRAGMENTS) {
      return { code: CloseCode.policy, reason: 'too many fragments' }
    }
    return null
  }

  #take(data: Buffer, { isLast, opcode, maskAt, end }: Frame): Violation | null {
    unmask(data, maskAt, maskAt + 4, end)
    const payload = data.subarray(maskAt + 4, end)
    switch (opcode) {
      case PING:
        this.#events.ping(payload)
        return null
      case PONG:
        this.#events.pong()
        return null
      case CLOSE:
        return this.#close(payload)
      default:
        return isLast && !this.#message
          ? this.#give(payload, opcode === TEXT)
          : this.#add(payload, isLast, opcode)
    }
  }

  #add(payload: Buffer, isLast: boolean, opcode: number): Violation | null {
    this.#message ??= { isText: opcode === TEXT, data: new Gathered(), fragments: 0 }
    const { isText, data } = this.#message
    this.#message.fragments += 1
    data.add(payload)
    if (!isLast) return null
    this.#message = null
    return this.#give(data.bytes, isText)
  }

  #give(data: Buffer, isText: boolean): Violation | null {
    if (isText && !isUtf8(data)) return { code: CloseCode.notUtf8, reason: 'text that is no UTF-8' }
    this.#events.message(data, isText)
    return null
  }

  #close(payload: Buffer): Violation | null {
    const code = payload.length === 0 ? null : payload.length === 1 ? 0 : payload.readUInt16BE(0)
    if (code !== null && !isReceivable(code)) return broken('a close code that there is not')
    if (!isUtf8(payload.subarray(2))) return { code: CloseCode.notUtf8, reason: 'a reason that is no UTF-8' }
    this.#isOver = true
    this.#events.closing(code)
    return null
  }
}

function broken(reason: string): Violation {
  return { code: CloseCode.protocolError, reason }
}

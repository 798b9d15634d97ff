import type { Wire } from 'bittorrent-protocol'
import type { Bytes } from '../core/brand.ts'
import type { Loan } from '../storage/loan.ts'
import type { HeldMemory } from './link/heldMemory.ts'
import type { Block } from './scheduler/geometry.ts'

/*
 * What this project does to bittorrent-protocol's wires beside their public interface, in one place. A test
 * (tests/swarm/wirePrivate.test.ts) fails when an upgrade changes any of it.
 */

/**
 * What may wait to be sent over a wire: twice what the scheduler has under way to a peer, 1,024 blocks of 16 KiB.
 * Beyond that somebody makes us say more than it takes: each question, refusal or piece of metadata costs a peer a
 * few bytes to ask for.
 */
const MOST_WAITING: Bytes = 32 * 1024 * 1024

/**
 * A connection with less to send than this takes what is said at once (see `peerLink.ts`): more than the scheduler has
 * under way to a peer in the house.
 */
const TAKEN_AT_ONCE: Bytes = 768 * 1024

/**
 * What a wire and its connection by TCP pass on at once, in either direction: eight blocks. A block at a time, which is
 * what streams do by themselves, costs a call of the system each, and a tenth of a transfer's processor.
 */
export const PASSED_AT_ONCE: Bytes = 128 * 1024

interface WirePrivate {
  _onPiece(piece: number, offset: Bytes, bytes: Uint8Array): void
  readonly _writableState: { highWaterMark: Bytes; readonly ending: boolean }
  /** Everything that is sent; null ends the stream. */
  push(bytes: Uint8Array | null): boolean
  readonly _readableState: { highWaterMark: Bytes; readonly buffered: Bytes }
}

export interface AnswerWays {
  /** What the wire's connection has to send before. */
  readonly waiting: Bytes
  /** Tells the wire's connection of what it is about to be given. */
  readonly lend: (loan: Loan) => void
}

/**
 * Sends what the peer asked for, or refuses it; nothing happens when the request was taken back. Each request has a
 * callback of its own, but that one sends nothing unless its request is the first of its like in the wire's list,
 * whose order is lost; and it refuses two of them at once.
 *
 * @param loan a part of a piece; copied when it has to wait, because it would keep the whole piece in memory
 */
export function answerRequest(
  wire: Wire,
  { piece, offset, length }: Block,
  loan: Loan | null,
  { waiting, lend }: AnswerWays,
): void {
  const request = wire.peerRequests.find(
    (each) => each.piece === piece && each.offset === offset && each.length === length,
  )
  if (!request) return loan?.back()
  if (loan && waiting < TAKEN_AT_ONCE) {
    lend(loan)
    request.callback(null, loan.bytes)
  } else if (loan) {
    request.callback(null, loan.bytes.slice())
    loan.back()
  } else if (wire.hasFast) wire.reject(piece, offset, length)
  else request.callback(new Error('not-sent'))
}

/** Lets {@link PASSED_AT_ONCE} through: the wire's constructor takes no such option. */
export function widen(wire: Wire): void {
  const { _readableState, _writableState } = wire as unknown as WirePrivate
  _readableState.highWaterMark = PASSED_AT_ONCE
  _writableState.highWaterMark = PASSED_AT_ONCE
}

/** A block that has come by another way than the wire's stream, as if the wire had read it. */
export function receiveBlock(wire: Wire, piece: number, offset: Bytes, bytes: Uint8Array): void {
  const inner = wire as unknown as WirePrivate
  // One that was ended reads no more, though it is closed only later.
  if (!inner._writableState.ending) inner._onPiece(piece, offset, bytes)
}

/** Counts bytes that came or went beside the wire as its own. */
export function countBeside(wire: Wire, direction: 'download' | 'upload', bytes: Bytes): void {
  if (direction === 'download') {
    wire.downloaded += bytes
    wire.downloadSpeed(bytes)
  } else {
    wire.uploaded += bytes
    wire.uploadSpeed(bytes)
  }
}

/** Ends the wire when it has too much to send, or all have: its stream keeps whatever it is given. */
export function limitWaiting(wire: Wire, memory: HeldMemory): void {
  const inner = wire as unknown as WirePrivate
  const push = inner.push.bind(inner)
  const holder = {
    get held() {
      return inner._readableState.buffered
    },
    // Not at once: the scheduler may be in the middle of its work.
    end: () => queueMicrotask(() => wire.destroy()),
  }
  wire.once('close', memory.join(holder))
  inner.push = (bytes) => {
    if (bytes && holder.held > MOST_WAITING) {
      holder.end()
      return false
    }
    const more = push(bytes)
    memory.grown(holder)
    return more
  }
}

import type { Wire } from 'bittorrent-protocol'
import type { Milliseconds } from '../core/brand.ts'
import { knowsExtension, useExtension } from './wireExtension.ts'

/*
 * Learning when what was sent has arrived. Messages of a connection arrive in order, so an answer to a question
 * sent behind a block says that the block is there. Peers that know our own extension also say when it came, by
 * their clock, which tells the way there from the way back. Of all others a piece of metadata is asked that does
 * not exist (BEP 9), and they refuse it, or send it empty.
 *
 *     ask:    0, token (u32)
 *     answer: 1, token (u32), milliseconds by the clock of who answers (f64)
 */

const NAME = 'sh_echo'
const ASK = 0
const ANSWER = 1
const ASK_LENGTH = 5
const ANSWER_LENGTH = 13

/** No metadata is so long that it has this piece; see `metainfo.ts`. */
const FIRST_TOKEN = 1_000_000

/** How a refusal, or a piece of metadata, begins. */
const METADATA_ANSWER = /^d8:msg_typei[12]e5:piecei(\d{7,10})e/

/** @param receivedAt by the peer's clock; null when it does not tell */
export type Answered = (token: number, receivedAt: Milliseconds | null) => void

/**
 * Answers the peer's questions and hears its answers. Must be called in the `wire` event, before the handshake.
 *
 * @param arrivedAt when what is being heard has arrived
 */
export function useEcho(wire: Wire, arrivedAt: () => Milliseconds, answered: Answered): void {
  useExtension(wire, NAME, {
    onMessage(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      if (bytes.length === ASK_LENGTH && bytes[0] === ASK) {
        if (knowsEcho(wire)) wire.extended(NAME, answer(view.getUint32(1), arrivedAt()))
      } else if (bytes.length === ANSWER_LENGTH && bytes[0] === ANSWER) {
        const receivedAt = view.getFloat64(5)
        if (Number.isFinite(receivedAt)) answered(view.getUint32(1), receivedAt)
      }
    },
  })
  wire.on('extended', (name: unknown, bytes: unknown) => {
    if (name !== 'ut_metadata' || !(bytes instanceof Uint8Array)) return
    const found = METADATA_ANSWER.exec(String.fromCharCode(...bytes.subarray(0, 40)))
    if (found) answered(Number(found[1]) - FIRST_TOKEN, null)
  })
}

/** Whether the peer is one that knows our extension, and so paces what it sends. */
export function knowsEcho(wire: Wire): boolean {
  return knowsExtension(wire, NAME)
}

/** Asks for an answer. False when the peer understands neither way. */
export function askEcho(wire: Wire, token: number): boolean {
  if (knowsEcho(wire)) {
    const bytes = new Uint8Array(ASK_LENGTH)
    new DataView(bytes.buffer).setUint32(1, token)
    wire.extended(NAME, bytes)
    return true
  }
  // TCP sees to its line by itself, and there are programs there that end the connection at such a question.
  if (wire.type === 'tcp' || !knowsExtension(wire, 'ut_metadata')) return false
  wire.extended('ut_metadata', { msg_type: 0, piece: FIRST_TOKEN + token })
  return true
}

function answer(token: number, now: Milliseconds): Uint8Array {
  const bytes = new Uint8Array(ANSWER_LENGTH)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, ANSWER)
  view.setUint32(1, token)
  view.setFloat64(5, now)
  return bytes
}

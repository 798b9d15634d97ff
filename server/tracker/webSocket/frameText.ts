import type { ByteText } from '../byteText.ts'

/**
 * The server's frames (RFC 6455, 5.2), as texts of one character a byte: what is sent within a turn of the event
 * loop is put together and written as one text, without a buffer in between.
 */

const LAST_TEXT = '\u0081'
const LAST_CLOSE = '\u0088'
const LAST_PONG = '\u008a'

export const PING_FRAME = '\u0089\u0000'

/** `text` is UTF-8. */
export function textFrame(text: ByteText): ByteText {
  return LAST_TEXT + lengthOf(text.length) + text
}

/** `payload` as it came in the ping, 125 bytes at most. */
export function pongFrame(payload: ByteText): ByteText {
  return LAST_PONG + lengthOf(payload.length) + payload
}

/** `reason` is ASCII, of 123 characters at most; `code` null for a frame that says nothing. */
export function closeFrame(code: number | null, reason: string): ByteText {
  const payload = code === null ? '' : bigEndian(code, 2) + reason
  return LAST_CLOSE + lengthOf(payload.length) + payload
}

function lengthOf(length: number): ByteText {
  if (length < 126) return String.fromCharCode(length)
  if (length < 65_536) return String.fromCharCode(126, length >> 8, length & 0xff)
  return String.fromCharCode(127) + bigEndian(length, 8)
}

function bigEndian(value: number, bytes: number): ByteText {
  let text = ''
  let rest = value
  for (let count = 0; count < bytes; count += 1) {
    text = String.fromCharCode(rest % 256) + text
    rest = Math.floor(rest / 256)
  }
  return text
}

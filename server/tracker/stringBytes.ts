/**
 * Where a JSON string ends. Session descriptions are most of what a tracker reads, and every byte of them passes
 * here once: one look into a table tells what a byte is.
 */

const PLAIN = 0
const QUOTE = 1
const BACKSLASH = 2
/** Control characters, which JSON forbids within strings. */
const FORBIDDEN = 3

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x22 ? QUOTE : byte === 0x5c ? BACKSLASH : byte < 0x20 ? FORBIDDEN : PLAIN,
)

/** The length of an escape by the byte after its backslash; 0 where there is no such escape. */
const ESCAPES = Uint8Array.from({ length: 256 }, (_, byte) =>
  '"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 2 : byte === 0x75 ? 6 : 0,
)

/** The place of the closing quote of a string whose text begins at `from`; -1 when it is not valid JSON. */
export function endOfString(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const kind = KINDS[bytes[at] ?? 0]
    if (kind === PLAIN) at += 1
    else if (kind === QUOTE) return at
    else if (kind === BACKSLASH) {
      const length = ESCAPES[bytes[at + 1] ?? 0] ?? 0
      if (length === 0 || (length === 6 && !areHex(bytes, at + 2))) return -1
      at += length
    } else return -1
  }
  return -1
}

function areHex(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const byte = bytes[at] ?? 0
    const letter = byte | 0x20
    if (!((byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66))) return false
  }
  return true
}

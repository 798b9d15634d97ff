/** One mask as bytes and as the word that they are on this machine; written and read within one call. */
const MASK = new Uint8Array(4)
const MASK_WORD = new Uint32Array(MASK.buffer)

/** Below this many bytes, making a view of words takes longer than it saves. */
const LEAST_FOR_WORDS = 64

/**
 * Takes a mask off in place, or puts it on (RFC 6455, 5.3): the four bytes at `maskAt` over those from `from` to
 * `to`. Four at a time: it is most of what reading a frame costs.
 */
export function unmask(bytes: Buffer, maskAt: number, from: number, to: number): void {
  if (bytes.readUInt32LE(maskAt) === 0) return
  // Words begin at multiples of four.
  const lead = to - from < LEAST_FOR_WORDS ? to - from : -(bytes.byteOffset + from) & 3
  for (let at = 0; at < lead; at += 1) {
    bytes[from + at] = (bytes[from + at] ?? 0) ^ (bytes[maskAt + (at & 3)] ?? 0)
  }
  const start = from + lead
  const words = (to - start) >> 2
  if (words === 0) return
  for (let place = 0; place < 4; place += 1) MASK[place] = bytes[maskAt + ((lead + place) & 3)] ?? 0
  const mask = MASK_WORD[0] ?? 0
  const view = new Uint32Array(bytes.buffer, bytes.byteOffset + start, words)
  for (let at = 0; at < words; at += 1) view[at] = (view[at] ?? 0) ^ mask
  for (let at = words * 4; start + at < to; at += 1) {
    bytes[start + at] = (bytes[start + at] ?? 0) ^ (MASK[at & 3] ?? 0)
  }
}

/**
 * What can be bencoded (BEP 3). Byte strings are bytes, or JavaScript strings of one character U+0000–00FF a byte, as
 * they come from `latin1`. Numbers have to be whole.
 */
export type Bencodable = number | string | Uint8Array | readonly Bencodable[] | BencodableDictionary

export interface BencodableDictionary {
  /** What is undefined is left out. */
  readonly [key: string]: Bencodable | undefined
}

/** The encoded bytes as a string of one character a byte, to be written as `latin1`. */
export function bencodedText(value: Bencodable): string {
  if (typeof value === 'number') return `i${value}e`
  if (typeof value === 'string') return `${value.length}:${value}`
  if (value instanceof Uint8Array) return bencodedText(byteString(value))
  if (isList(value)) return `l${value.map(bencodedText).join('')}e`
  let members = ''
  // Sorted as raw bytes, which is the order of such strings.
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members += `${key.length}:${key}${bencodedText(member)}`
  }
  return `d${members}e`
}

export function bencode(value: Bencodable): Uint8Array<ArrayBuffer> {
  const text = bencodedText(value)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** A text for people, in UTF-8. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return UTF_8.encode(text)
}

const UTF_8 = new TextEncoder()

/** Arguments of one call: engines refuse more than some ten thousand. */
const AT_ONCE = 8192

function byteString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))
  return text
}

function isList(value: readonly Bencodable[] | BencodableDictionary): value is readonly Bencodable[] {
  return Array.isArray(value)
}

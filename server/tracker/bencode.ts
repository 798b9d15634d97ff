/**
 * Bencoding (BEP 3), the writer alone: a tracker answers in it, and is asked in other forms.
 *
 * Byte strings are JavaScript strings of one character U+0000–00FF a byte, as they come from `latin1`.
 */
export type Bencodable = number | string | readonly Bencodable[] | BencodableDictionary

export interface BencodableDictionary {
  /** What is undefined is left out. */
  readonly [key: string]: Bencodable | undefined
}

/** The encoded bytes, to be written as `latin1`. Numbers have to be whole. */
export function bencode(value: Bencodable): string {
  if (typeof value === 'number') return `i${value}e`
  if (typeof value === 'string') return `${value.length}:${value}`
  if (isList(value)) return `l${value.map(bencode).join('')}e`
  let members = ''
  // Sorted as raw bytes, which is the order of such strings.
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members += `${key.length}:${key}${bencode(member)}`
  }
  return `d${members}e`
}

/** A text for people as a byte string. */
export function utf8Bytes(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function isList(value: readonly Bencodable[] | BencodableDictionary): value is readonly Bencodable[] {
  return Array.isArray(value)
}

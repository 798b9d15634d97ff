import { guessEncoding } from './legacyText.ts'

/** Encodings in which captions of a language are found that are not Unicode; the most usual first. */
const BY_LANGUAGE: readonly (readonly [languages: string, ...encodings: string[]])[] = [
  ['cs sk pl hu sl hr bs ro sq', 'windows-1250', 'iso-8859-2'],
  ['ru uk be bg mk sr kk', 'windows-1251', 'koi8-r', 'iso-8859-5'],
  ['el', 'windows-1253', 'iso-8859-7'],
  ['tr az', 'windows-1254', 'iso-8859-9'],
  ['he iw yi', 'windows-1255', 'iso-8859-8'],
  ['ar fa ur ps', 'windows-1256', 'iso-8859-6'],
  ['et lv lt', 'windows-1257'],
  ['vi', 'windows-1258'],
  ['th', 'windows-874'],
  ['ja jp', 'shift_jis', 'euc-jp', 'iso-2022-jp'],
  ['ko kr', 'euc-kr'],
  ['zh chs', 'gb18030', 'big5'],
  ['cht', 'big5', 'gb18030'],
]

/** Bytes that are looked at: enough for a guess. */
const LOOKED_AT = 64 * 1024

/**
 * The text in a file of captions: UTF-8, UTF-16, or what is likely by the language that its name tells, and by what is
 * in it.
 *
 * @param language as BCP 47 has it; empty for unknown
 */
export function captionText(bytes: Uint8Array, language: string): string {
  const unicode = unicodeOf(bytes)
  if (unicode !== null) return new TextDecoder(unicode).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(legacyOf(bytes, language)).decode(bytes)
  }
}

/** By its byte order mark; UTF-16 without one by its zeros, which no other text has. */
function unicodeOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = bytes.subarray(0, 1000)
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < looked.length / 8) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function legacyOf(bytes: Uint8Array, language: string): string {
  const tag = language.toLowerCase()
  const spoken = /^zh-(?:tw|hk|mo|hant)/.test(tag) ? 'cht' : (tag.split('-')[0] ?? '')
  const likely = BY_LANGUAGE.find(([languages]) => languages.split(' ').includes(spoken))?.slice(1)
  const guess = guessEncoding(bytes.subarray(0, LOOKED_AT))
  return likely?.includes(guess) === false ? (likely[0] ?? guess) : guess
}

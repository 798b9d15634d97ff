/** Names in the order in which people count: 2 before 10, whatever their case. */

const { compare } = new Intl.Collator(undefined, { numeric: true })

/** Of so many names it is worth while to make keys: the collator takes a tenth of a second for 20,000. */
const MANY = 1_000
/** Longer numbers are left to the collator. */
const MOST_DIGITS = 60
/** Codes in a key: signs first, then numbers by their length, then letters, as the collator has them. */
const NUMBERS = 128
const LETTERS = 256

export function byName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const keyed = items.length < MANY ? null : withKeys(items, nameOf)
  if (!keyed) return items.toSorted((a, b) => compare(nameOf(a), nameOf(b)))
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1
    return compare(nameOf(a.item), nameOf(b.item))
  })
  return keyed.map(({ item }) => item)
}

interface Keyed<T> {
  readonly item: T
  readonly key: string
}

/** Null where a name has more than ASCII in it: of its letters only the collator knows. */
function withKeys<T>(items: readonly T[], nameOf: (item: T) => string): Keyed<T>[] | null {
  const codes = codesOfAscii()
  const keyed: Keyed<T>[] = []
  for (const item of items) {
    const key = keyOf(nameOf(item), codes)
    if (key === null) return null
    keyed.push({ item, key })
  }
  return keyed
}

function keyOf(name: string, codes: Uint16Array): string | null {
  let key = ''
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code >= 128) return null
    if (!isDigit(code)) {
      key += String.fromCharCode(codes[code] ?? 0)
      continue
    }
    while (name[at] === '0' && isDigit(name.charCodeAt(at + 1))) at++
    const from = at
    while (isDigit(name.charCodeAt(at + 1))) at++
    const digits = name.slice(from, at + 1)
    if (digits.length > MOST_DIGITS) return null
    key += String.fromCharCode(NUMBERS + digits.length) + digits
  }
  return key
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** By character, as this browser's collator orders single ones; letters of either case are one. */
function codesOfAscii(): Uint16Array {
  const codes = new Uint16Array(128)
  const ordered = (these: readonly number[]) =>
    these.toSorted((a, b) => compare(String.fromCharCode(a), String.fromCharCode(b)))
  const isLetter = (code: number) => code >= 97 && code <= 122
  const lower = Array.from(codes.keys()).filter((code) => !isDigit(code) && !(code >= 65 && code <= 90))
  for (const [rank, code] of ordered(lower.filter((code) => !isLetter(code))).entries())
    codes[code] = 1 + rank
  // In the order of the language, which is not everywhere that of ASCII.
  for (const [rank, code] of ordered(lower.filter(isLetter)).entries())
    codes[code] = codes[code - 32] = LETTERS + rank
  return codes
}

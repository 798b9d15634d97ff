/**
 * The query of an HTTP announce or scrape, byte for byte: hashes and peer ids are any 20 bytes, which a parser
 * that decodes UTF-8 (`URLSearchParams`) destroys. `+` stands for itself, as clients that escape it mean it.
 */
export type QueryParameters = ReadonlyMap<string, readonly string[]>

/** Parameters beyond this are a mistake or an attack. An announce has about 15, a scrape one for each hash. */
const MOST_PARAMETERS = 1_000

/**
 * Splits and decodes the text after `?` into byte strings (one character U+0000–00FF a byte). Null for a wrong
 * escape, a character beyond a byte, or too many parameters. Never throws.
 */
export function parseQuery(query: string): QueryParameters | null {
  if (!BYTES.test(query)) return null
  const parameters = new Map<string, string[]>()
  let count = 0
  for (const pair of query.split('&')) {
    if (pair === '') continue
    count += 1
    if (count > MOST_PARAMETERS) return null
    const equals = pair.indexOf('=')
    const name = decodeBytes(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : decodeBytes(pair.slice(equals + 1))
    if (name === null || value === null) return null
    const values = parameters.get(name)
    if (values) values.push(value)
    else parameters.set(name, [value])
  }
  return parameters
}

// eslint-disable-next-line no-control-regex -- a byte string is what is asked for
const BYTES = /^[\u0000-\u00ff]*$/

function decodeBytes(text: string): string | null {
  if (!text.includes('%')) return text
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', from)) {
    const high = hexDigit(text.charCodeAt(at + 1))
    const low = hexDigit(text.charCodeAt(at + 2))
    if (high < 0 || low < 0) return null
    decoded += text.slice(from, at) + String.fromCharCode((high << 4) | low)
    from = at + 3
  }
  return decoded + text.slice(from)
}

/** The digit's value; -1 for anything else, and for the NaN beyond the end. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** What a playlist names, beside itself. */
export interface NamedParts {
  /** Paths from the playlist's own folder on, with `/`; `*` for what a template leaves open. */
  readonly names: readonly string[]
  /** Whether a name may have other folders before it, as DASH puts them together from several places. */
  readonly loose: boolean
}

/** More names than a torrent has files. */
const MOST = 100_000

/** Whether a text begins as a playlist of HLS does (RFC 8216, 4.3.1.1). */
export function isHls(text: string): boolean {
  return /^\s*(\ufeff)?#EXTM3U/.test(text)
}

/** The files that a playlist names (HLS, RFC 8216; DASH); null for a text that is neither, such as a list of songs. */
export function namesInPlaylist(text: string): NamedParts | null {
  if (isHls(text)) {
    return text.includes('#EXT-X-') ? { names: hlsNames(text), loose: false } : null
  }
  return /<(?:\w+:)?MPD[\s>]/.test(text.slice(0, 10_000)) ? { names: dashNames(text), loose: true } : null
}

/** Whether a path, from the playlist's folder on, is one of the names. In time that grows with its length alone. */
export function isNamed(path: string, name: string, loose: boolean): boolean {
  const [first = '', ...rest] = name.split('*')
  if (rest.length === 0) return loose ? path === name || path.endsWith(`/${name}`) : path === name
  const last = rest.pop() ?? ''
  // The beginning may stand behind any folder.
  let at = path.startsWith(first) ? first.length : -1
  if (at < 0 && loose) at = path.includes(`/${first}`) ? path.indexOf(`/${first}`) + 1 + first.length : -1
  for (const part of rest) {
    const found = at < 0 ? -1 : path.indexOf(part, at)
    at = found < 0 ? -1 : found + part.length
  }
  return at >= 0 && path.length - last.length >= at && path.endsWith(last)
}

function hlsNames(text: string): string[] {
  const names = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const found = line.startsWith('#') ? /[:,]URI="([^"]*)"/.exec(line)?.[1] : line.trim()
    if (found) add(names, found)
  }
  return [...names]
}

const ATTRIBUTES = /\b(?:media|initialization|sourceURL|index)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const BASES = /<(?:\w+:)?BaseURL[^>]*>([^<]*)</g

function dashNames(text: string): string[] {
  const names = new Set<string>()
  for (const [, double, single] of text.matchAll(ATTRIBUTES)) add(names, templated(double ?? single ?? ''))
  for (const [, base = ''] of text.matchAll(BASES)) if (!base.trim().endsWith('/')) add(names, base.trim())
  return [...names]
}

function templated(name: string): string {
  return name.replaceAll('&amp;', '&').replaceAll(/\$[^$]*\$/g, '*')
}

/** A path below the folder, without what leads elsewhere. */
function add(names: Set<string>, address: string): void {
  if (names.size >= MOST || address === '' || /^[a-z][a-z0-9+.-]*:|^\//i.test(address)) return
  const parts: string[] = []
  for (const part of (address.split(/[?#]/)[0] ?? '').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(decoded(part))
  }
  if (parts.length > 0) names.add(parts.join('/'))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

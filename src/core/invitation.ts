import { parseInfoHash, type InfoHash } from './infoHash.ts'
import { splitReview, type ReviewToken } from './reviewToken.ts'

/** What a link, magnet or bare info hash asks for: enough to find the swarm. */
export interface Invitation {
  readonly infoHash: InfoHash
  /** Display name (`dn`), if it was told; untrusted text. */
  readonly name: string | null
  /** Trackers to ask besides this site's own: `ws:` and `wss:` only, since a page can use no others. */
  readonly trackers: readonly string[]
  /** Size in bytes (`xl`), if it was told; untrusted. */
  readonly size: number | null
  /** Addresses of HTTP copies (`ws`, BEP 19): `http:` and `https:` only. */
  readonly webSeeds: readonly string[]
  /** The private review that the link lets take part in. */
  readonly review: ReviewToken | null
}

/** What somebody pasted or typed. */
export type Pasted =
  | { kind: 'invitation'; invitation: Invitation }
  | { kind: 'torrent-url'; url: string }
  | { kind: 'unknown'; problem: string }

/** Limits on what a magnet may carry: everything in it is untrusted. */
const MAX_TRACKERS = 20
const MAX_WEB_SEEDS = 8
const MAX_ADDRESS_LENGTH = 2000
const MAX_NAME_LENGTH = 255
const MAX_TEXT_LENGTH = 64 * 1024

/**
 * Reads whatever people paste: a magnet (BEP 9), an info hash, a link of this or another Shoal site, or the
 * URL of a .torrent file.
 */
export function parsePasted(text: string): Pasted {
  const trimmed = text.trim()
  if (trimmed === '')
    return unknown('There is nothing to open yet. Paste a link, a magnet link or an info hash.')
  if (trimmed.length > MAX_TEXT_LENGTH) return unknown('That text is far too long to be a link.')
  const infoHash = parseInfoHash(trimmed)
  if (infoHash) return { kind: 'invitation', invitation: bare(infoHash) }
  if (/^magnet:/i.test(trimmed)) return parseMagnetText(trimmed)
  if (/^https?:\/\//i.test(trimmed)) return parseWebAddress(trimmed)
  if (trimmed.startsWith('#')) return parseFragmentText(trimmed.slice(1))
  if (/^[0-9a-f]{20,}$/i.test(trimmed)) {
    return unknown(
      `An info hash has 40 hexadecimal digits; this has ${trimmed.length}. Was all of it copied?`,
    )
  }
  return unknown('This is not a link, a magnet link, an info hash or the address of a .torrent file.')
}

/** Reads the part of our own links behind the `#`: an info hash or a whole magnet. Null when it is neither. */
export function parseFragment(fragment: string): Invitation | null {
  const pasted = parseFragmentText(fragment)
  return pasted.kind === 'invitation' ? pasted.invitation : null
}

function parseFragmentText(fragment: string): Pasted {
  // Some programs encode all of what they pass on once more.
  const { rest, review } = splitReview(/%26review%3D/i.test(fragment) ? decodeSafely(fragment) : fragment)
  if (review === 'damaged') {
    return unknown('The end of this link, which opens its private review, is damaged. Was all of it copied?')
  }
  const pasted = parseShareText(rest)
  if (pasted.kind !== 'invitation') return pasted
  return { ...pasted, invitation: { ...pasted.invitation, review } }
}

function parseShareText(fragment: string): Pasted {
  const text = decodeSafely(fragment)
  const infoHash = parseInfoHash(text)
  if (infoHash) return { kind: 'invitation', invitation: bare(infoHash) }
  // A magnet must be read undecoded: its own values are percent-encoded.
  if (/^magnet:/i.test(fragment)) return parseMagnetText(fragment)
  if (/^magnet:/i.test(text)) return parseMagnetText(text)
  return unknown('This link is damaged: what follows the # is neither an info hash nor a magnet link.')
}

function parseWebAddress(text: string): Pasted {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return unknown('This web address is damaged. Was all of it copied?')
  }
  const fragment = url.hash.slice(1)
  if (fragment !== '') {
    const pasted = parseFragmentText(fragment)
    // Whoever lost the end of a secret has a link of ours, and no .torrent file's address.
    if (pasted.kind === 'invitation' || splitReview(fragment).review === 'damaged') return pasted
  }
  return { kind: 'torrent-url', url: url.href }
}

function parseMagnetText(text: string): Pasted {
  const query = text.slice(text.indexOf(':') + 1).replace(/^\?/, '')
  const parameters = new URLSearchParams(query)
  const topics = parameters.getAll('xt').concat(numbered(parameters, 'xt'))
  const infoHash = topics.map(infoHashOfTopic).find((hash) => hash !== null)
  if (!infoHash) {
    const hasV2 = topics.some((topic) => topic.startsWith('urn:btmh:'))
    return unknown(
      hasV2
        ? 'This magnet link is for BitTorrent version 2 alone, which browsers’ peers do not speak yet.'
        : 'This magnet link has no valid info hash (xt=urn:btih:…). Was all of it copied?',
    )
  }
  const size = Number(parameters.get('xl') ?? NaN)
  return {
    kind: 'invitation',
    invitation: {
      infoHash,
      name: parameters.get('dn')?.slice(0, MAX_NAME_LENGTH) ?? null,
      trackers: [
        ...new Set(parameters.getAll('tr').concat(numbered(parameters, 'tr')).filter(isWebSocketUrl)),
      ].slice(0, MAX_TRACKERS),
      size: Number.isSafeInteger(size) && size >= 0 ? size : null,
      webSeeds: webSeedsAmong(parameters.getAll('ws').concat(numbered(parameters, 'ws'))),
      review: null,
    },
  }
}

/** `tr.1=…&tr.2=…`: some programs number the parameters they repeat. */
function numbered(parameters: URLSearchParams, name: string): string[] {
  const pattern = new RegExp(`^${name}\\.\\d+$`)
  return [...parameters].filter(([key]) => pattern.test(key)).map(([, value]) => value)
}

function infoHashOfTopic(topic: string): InfoHash | null {
  const prefix = 'urn:btih:'
  return topic.toLowerCase().startsWith(prefix) ? parseInfoHash(topic.slice(prefix.length)) : null
}

/** Whether a page can use the tracker at this address. */
export function isWebSocketUrl(text: string): boolean {
  try {
    return ['ws:', 'wss:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

/** Those of some addresses that may be HTTP copies, each once. */
export function webSeedsAmong(urls: readonly string[]): readonly string[] {
  const usable = urls.flatMap((text) => {
    const url = text.length > MAX_ADDRESS_LENGTH ? null : URL.parse(text)
    const plain = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.hash === ''
    return plain ? [url.href] : []
  })
  return [...new Set(usable)].slice(0, MAX_WEB_SEEDS)
}

function bare(infoHash: InfoHash): Invitation {
  return { infoHash, name: null, trackers: [], size: null, webSeeds: [], review: null }
}

function unknown(problem: string): Pasted {
  return { kind: 'unknown', problem }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The magnet link (BEP 9) of a share. `trackers` are the announce URLs that it carries. */
export function magnetOf(share: {
  infoHash: InfoHash
  name: string
  size: number
  trackers: readonly string[]
  webSeeds: readonly string[]
}): string {
  const parts = [`xt=urn:btih:${share.infoHash}`, `dn=${encodeURIComponent(share.name)}`]
  if (share.size > 0) parts.push(`xl=${share.size}`)
  for (const tracker of share.trackers) parts.push(`tr=${encodeURIComponent(tracker)}`)
  for (const address of share.webSeeds) parts.push(`ws=${encodeURIComponent(address)}`)
  return `magnet:?${parts.join('&')}`
}

/**
 * The link to send to people: the site's address and the info hash, or the whole magnet where trackers other
 * than the site's own, or HTTP copies, matter.
 */
export function linkOf(
  site: string,
  share: {
    infoHash: InfoHash
    name: string
    size: number
    trackers: readonly string[]
    webSeeds: readonly string[]
  },
  siteTracker: string,
): string {
  const others = share.trackers.some((tracker) => tracker !== siteTracker)
  return `${site}#${others || share.webSeeds.length > 0 ? magnetOf(share) : share.infoHash}`
}

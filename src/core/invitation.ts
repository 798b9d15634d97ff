import { parseInfoHash, type InfoHash } from './infoHash.ts'
import { linksIn } from './linksInText.ts'
import { isTorrentFile, magnetOf, readMagnet, type Magnet, type MagnetContents } from './magnet.ts'
import type { PasteProblem } from './pasteProblem.ts'
import { decodedMagnet, percentDecoded, plainText } from './plainLink.ts'
import { splitReview, type ReviewToken } from './reviewToken.ts'
import { keyOf, splitKey, withKey, type SealSecret } from './sealSecret.ts'
import { linkThatTells, splitTold } from './toldByLink.ts'

export { isWebSocketUrl, magnetOf, webSeedsAmong } from './magnet.ts'
export { linkThatTells } from './toldByLink.ts'

/** What a link, magnet or bare info hash asks for: enough to find the swarm. */
export interface Invitation extends Magnet {
  /** The private review that the link lets take part in. */
  readonly review: ReviewToken | null
  /** What the link opens a sealed share with. */
  readonly key: SealSecret | null
}

/** One thing that can be opened. */
export type PastedLink = { kind: 'invitation'; invitation: Invitation } | { kind: 'torrent-url'; url: string }

/** What somebody pasted or typed. */
export type Pasted =
  | PastedLink
  /** Two or more, each another one; `left` counts those beyond {@link MOST_LINKS}. */
  | { kind: 'several'; links: readonly PastedLink[]; left: number }
  /** `words`: nothing in it is meant to be a link. */
  | { kind: 'unknown'; problem: PasteProblem; words: boolean }

const MAX_TEXT_LENGTH = 64 * 1024

/** Links that are opened at once, at most: each becomes a share, with connections of its own. */
export const MOST_LINKS = 20

/**
 * Reads whatever people paste: magnets (BEP 9), info hashes, links of this or another Shoal site, or the URLs of
 * .torrent files, with text around them and as mail and chat programs leave them.
 */
export function parsePasted(text: string): Pasted {
  if (text.length > MAX_TEXT_LENGTH) return unknown({ code: 'text-too-long' }, true)
  const trimmed = plainText(text).trim()
  if (trimmed === '') return unknown({ code: 'nothing-pasted' })
  const digits = trimmed.replace(/^[\s"'<>`([{“”„«»‘’*]+|[\s"'<>`)\]}“”„«»‘’*.,;:!?]+$|\s+/g, '')
  const alone = /^[0-9a-z]+$/i.test(digits) ? parseDigits(digits, trimmed) : null
  if (alone) return alone
  if (trimmed.startsWith('#')) return parseFragmentText(trimmed.slice(1))
  return choose(linksIn(trimmed).map(parseLink))
}

/**
 * Reads the part of our own links behind the `#`: an info hash or a whole magnet, and what stands behind an `&`
 * (`&n=`, `&s=`, `&review=`). Null when it is neither.
 */
export function parseFragment(fragment: string): Invitation | null {
  const pasted = parseFragmentText(fragment)
  return pasted.kind === 'invitation' ? pasted.invitation : null
}

type Parsed = PastedLink | ReturnType<typeof unknown>

/** What is shown of all that was found: an invitation before a problem, and that before any web address. */
function choose(found: readonly Parsed[]): Pasted {
  const isWanted = (link: Parsed): link is PastedLink =>
    link.kind === 'invitation' || (link.kind === 'torrent-url' && isTorrentFile(link.url))
  const distinct = new Map<string, PastedLink>()
  for (const link of found.filter(isWanted)) {
    if (!distinct.has(identity(link))) distinct.set(identity(link), link)
  }
  const links = [...distinct.values()]
  const [first] = links
  if (first && links.length === 1) return first
  if (first)
    return {
      kind: 'several',
      links: links.slice(0, MOST_LINKS),
      left: Math.max(0, links.length - MOST_LINKS),
    }
  return found.find(({ kind }) => kind === 'unknown') ?? found[0] ?? unknown({ code: 'no-link' }, true)
}

function identity(link: PastedLink): string {
  return link.kind === 'invitation' ? link.invitation.infoHash : link.url
}

/** An info hash by itself, or several, as a field of one line leaves them. Null for any other word. */
function parseDigits(digits: string, typed: string): Pasted | null {
  if (/^1220[0-9a-f]{64}$|^[0-9a-f]{64}$/i.test(digits)) return unknown({ code: 'link-of-version-2' })
  if (/^[0-9a-f]+$/i.test(digits) && digits.length % 40 === 0)
    return choose((digits.match(/.{40}/g) ?? []).map((hash) => parseShareText(hash)))
  // Letters with spaces between them are words.
  const infoHash = /\s/.test(typed) ? null : parseInfoHash(digits)
  if (infoHash) return { kind: 'invitation', invitation: bare(infoHash) }
  if (/^[0-9a-f]{20,}$/i.test(digits)) {
    return unknown({ code: 'hash-of-odd-length', digits: digits.length })
  }
  return null
}

function parseLink(text: string): Parsed {
  if (/^https?:/i.test(text)) return parseWebAddress(text)
  if (/^(?:urn:)?bt[im]h:/i.test(text)) return parseMagnet(`magnet:?xt=${text.replace(/^(?!urn:)/i, 'urn:')}`)
  return parseShareText(text)
}

/** The same without the secret of a private review. */
export function withoutReview(fragment: string): string {
  return splitReview(oncePlain(fragment)).rest
}

/** Some programs encode all of what they pass on once more. */
function oncePlain(fragment: string): string {
  const plain = plainText(fragment)
  // A name in it may hold anything once more encoded.
  if (/^[0-9a-z]{32,40}&/i.test(plain)) return plain
  return /%26(?:review|key)%3D/i.test(plain) ? percentDecoded(plain) : plain
}

function parseFragmentText(fragment: string): Parsed {
  const { rest: withoutReview, review } = splitReview(oncePlain(fragment))
  const { rest, key } = splitKey(withoutReview)
  if (review === 'damaged') {
    return unknown({ code: 'review-damaged' })
  }
  if (key === 'damaged') {
    return unknown({ code: 'key-damaged' })
  }
  const parsed = parseShareText(rest)
  if (parsed.kind !== 'invitation') return parsed
  return { ...parsed, invitation: { ...parsed.invitation, review, key } }
}

function parseShareText(text: string): Parsed {
  const { rest, name, size } = splitTold(text)
  const infoHash = parseInfoHash(percentDecoded(rest))
  if (infoHash) return { kind: 'invitation', invitation: { ...bare(infoHash), name, size } }
  // A magnet must be read undecoded: its own values are percent-encoded.
  const magnet = decodedMagnet(text.trim())
  if (/^magnet:/i.test(magnet)) return parseMagnet(magnet)
  return unknown({ code: 'link-without-hash' })
}

function parseWebAddress(text: string): Parsed {
  const url = URL.parse(text)
  if (!url) return unknown({ code: 'address-damaged' })
  const fragment = url.hash.slice(1)
  if (fragment !== '') {
    const parsed = parseFragmentText(fragment)
    // Who lost the end of a secret has a link of ours, not the address of a .torrent file; so has who has a magnet.
    if (
      parsed.kind === 'invitation' ||
      splitReview(fragment).review === 'damaged' ||
      splitKey(fragment).key === 'damaged' ||
      /^magnet\b/i.test(fragment)
    )
      return parsed
  }
  // Pages that lead elsewhere carry the link in their query.
  const carried = [...url.searchParams.values()].find((value) => /^magnet:/i.test(value))
  return carried === undefined ? { kind: 'torrent-url', url: url.href } : parseMagnet(carried)
}

function parseMagnet(text: string): Parsed {
  const magnet = readMagnet(text)
  return 'code' in magnet
    ? unknown(magnet)
    : { kind: 'invitation', invitation: { ...magnet, review: null, key: null } }
}

function bare(infoHash: InfoHash): Invitation {
  return {
    infoHash,
    name: null,
    trackers: [],
    size: null,
    webSeeds: [],
    torrents: [],
    files: null,
    review: null,
    key: null,
  }
}

function unknown(
  problem: PasteProblem,
  words = false,
): { kind: 'unknown'; problem: PasteProblem; words: boolean } {
  return { kind: 'unknown', problem, words }
}

/**
 * The link to send to people: the site's address and the info hash, or the whole magnet where trackers other
 * than the site's own, or HTTP copies, matter; and what opens the share, if it is sealed.
 */
export function linkOf(
  site: string,
  share: MagnetContents,
  siteTracker: string,
  key: SealSecret | null = null,
): string {
  const others = share.trackers.some((tracker) => tracker !== siteTracker)
  const link = `${site}#${others || share.webSeeds.length > 0 ? magnetOf(share) : share.infoHash}`
  return withKey(link, key)
}

/**
 * A share's link that is about some of its files alone (BEP 53).
 *
 * @param files indexes, rising
 * @param tells whether it says what the share is
 */
export function linkToFiles(
  share: { link: string; magnet: string },
  files: readonly number[],
  tells: boolean,
): string {
  const magnet = readMagnet(share.magnet)
  if ('code' in magnet) return share.link
  const site = share.link.slice(0, share.link.indexOf('#'))
  const link = `${site}#${magnetOf({ ...magnet, name: magnet.name ?? '', size: magnet.size ?? 0, files })}`
  return withKey(tells ? link : linkThatTells(link, null), keyOf(share.link))
}

import { parseInfoHash } from './infoHash.ts'
import {
  bare,
  parseFragmentText,
  parseMagnet,
  parseShareText,
  unknown,
  type Invitation,
  type Unknown,
} from './invitation.ts'
import { linksIn } from './linksInText.ts'
import { isTorrentFile } from './magnet.ts'
import { plainText } from './plainLink.ts'
import { splitReview } from './reviewToken.ts'
import { splitKey } from './sealSecret.ts'

/** One thing that can be opened. */
export type PastedLink = { kind: 'invitation'; invitation: Invitation } | { kind: 'torrent-url'; url: string }

/** What somebody pasted or typed. */
export type Pasted =
  | PastedLink
  /** Two or more, each another one; `left` counts those beyond {@link MOST_LINKS}. */
  | { kind: 'several'; links: readonly PastedLink[]; left: number }
  | Unknown

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

type Found = PastedLink | Unknown

/** What is shown of all that was found: an invitation before a problem, and that before any web address. */
function choose(found: readonly Found[]): Pasted {
  const isWanted = (link: Found): link is PastedLink =>
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

function parseLink(text: string): Found {
  if (/^https?:/i.test(text)) return parseWebAddress(text)
  if (/^(?:urn:)?bt[im]h:/i.test(text)) return parseMagnet(`magnet:?xt=${text.replace(/^(?!urn:)/i, 'urn:')}`)
  return parseShareText(text)
}

function parseWebAddress(text: string): Found {
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

import { parseInfoHash, type InfoHash } from './infoHash.ts'
import { magnetOf, readMagnet, type Magnet, type MagnetContents } from './magnet.ts'
import type { PasteProblem } from './pasteProblem.ts'
import { splitNote, type NoteAnchor } from './noteLink.ts'
import { decodedMagnet, percentDecoded, plainText } from './plainLink.ts'
import { splitReview, type ReviewToken } from './reviewToken.ts'
import { keyOf, splitKey, withKey, type SealSecret } from './sealSecret.ts'
import { linkThatTells, splitTold } from './toldByLink.ts'

export { isClassicTracker, isWebSocketUrl, magnetOf, webSeedsAmong } from './magnet.ts'
export { linkThatTells } from './toldByLink.ts'

/** What a link, magnet or bare info hash asks for: enough to find the swarm. */
export interface Invitation extends Magnet {
  /** The private review that the link lets take part in. */
  readonly review: ReviewToken | null
  /** The note that the link leads to. */
  readonly note: NoteAnchor | null
  /** What the link opens a sealed share with. */
  readonly key: SealSecret | null
}

/** What a text was found to be. */
export type Parsed = { kind: 'invitation'; invitation: Invitation } | Unknown

export interface Unknown {
  readonly kind: 'unknown'
  readonly problem: PasteProblem
  /** Nothing in it is meant to be a link. */
  readonly words: boolean
}

/**
 * Reads the part of our own links behind the `#`: an info hash or a whole magnet, and what stands behind an `&`
 * (`&n=`, `&s=`, `&review=`, `&note=`). Null when it is neither.
 */
export function parseFragment(fragment: string): Invitation | null {
  const pasted = parseFragmentText(fragment)
  return pasted.kind === 'invitation' ? pasted.invitation : null
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

export function parseFragmentText(fragment: string): Parsed {
  const { rest: withoutReview, review } = splitReview(oncePlain(fragment))
  const { rest: withoutNote, note } = splitNote(withoutReview)
  const { rest, key } = splitKey(withoutNote)
  if (review === 'damaged') {
    return unknown({ code: 'review-damaged' })
  }
  if (key === 'damaged') {
    return unknown({ code: 'key-damaged' })
  }
  const parsed = parseShareText(rest)
  if (parsed.kind !== 'invitation') return parsed
  return { ...parsed, invitation: { ...parsed.invitation, review, note, key } }
}

export function parseShareText(text: string): Parsed {
  const { rest, name, size } = splitTold(text)
  const infoHash = parseInfoHash(percentDecoded(rest))
  if (infoHash) return { kind: 'invitation', invitation: { ...bare(infoHash), name, size } }
  // A magnet must be read undecoded: its own values are percent-encoded.
  const magnet = decodedMagnet(text.trim())
  if (/^magnet:/i.test(magnet)) return parseMagnet(magnet)
  return unknown({ code: 'link-without-hash' })
}

export function parseMagnet(text: string): Parsed {
  const magnet = readMagnet(text)
  return 'code' in magnet
    ? unknown(magnet)
    : { kind: 'invitation', invitation: { ...magnet, review: null, note: null, key: null } }
}

export function bare(infoHash: InfoHash): Invitation {
  return {
    infoHash,
    name: null,
    trackers: [],
    classicTrackers: [],
    size: null,
    webSeeds: [],
    torrents: [],
    files: null,
    review: null,
    note: null,
    key: null,
  }
}

export function unknown(problem: PasteProblem, words = false): Unknown {
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

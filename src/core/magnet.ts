import { encode } from 'magnet-uri'
import type { Bytes } from './brand.ts'
import { cutName } from './cutText.ts'
import { readFileSelection } from './fileSelection.ts'
import { parseInfoHash, type InfoHash } from './infoHash.ts'
import type { PasteProblem } from './pasteProblem.ts'
import { decodedAddress } from './plainLink.ts'

/*
 * Magnet links (BEP 9, BEP 53). `magnet-uri` writes them. It does not read them: it throws at a damaged `%`, drops
 * values with a `=` and numbered parameters (`tr.1`), takes any 40 characters for an info hash, a `+` in a name for a
 * space, and makes an array of as many indexes as `so=` asks for.
 */

/** What a magnet link tells; all of it is untrusted. */
export interface Magnet {
  readonly infoHash: InfoHash
  /** Display name (`dn`), if it was told. */
  readonly name: string | null
  /** Trackers (`tr`): `ws:` and `wss:` only, since a page can use no others. */
  readonly trackers: readonly string[]
  /** The others (`udp:`, `http:`, `https:`), which are of use where peers can be met by TCP. */
  readonly classicTrackers: readonly string[]
  /** Size (`xl`), if it was told. */
  readonly size: Bytes | null
  /** Addresses of HTTP copies (`ws`, BEP 19, and `as`): `http:` and `https:` only. */
  readonly webSeeds: readonly string[]
  /** Addresses of the .torrent file (`xs`): `http:` and `https:` only. */
  readonly torrents: readonly string[]
  /** Indexes of the files that it is about (`so`, BEP 53), rising; null for all. */
  readonly files: readonly number[] | null
}

/** Limits on what a magnet may carry. */
const MAX_TRACKERS = 20
const MAX_WEB_SEEDS = 8
const MAX_TORRENTS = 4
const MAX_ADDRESS_LENGTH = 2000

/**
 * Reads a magnet link. Keys may be numbered (`tr.1`) and in capitals; what is unknown (`x.pe`, `kt`) is ignored.
 *
 * @returns a {@link PasteProblem} when it cannot be opened
 */
export function readMagnet(text: string): Magnet | PasteProblem {
  const parameters = new URLSearchParams(text.slice(text.indexOf(':') + 1).replace(/^[/?]+/, ''))
  const values = (...names: readonly string[]) =>
    [...parameters].flatMap(([key, value]) =>
      names.includes(
        key
          .trim()
          .toLowerCase()
          .replace(/\.\d+$/, ''),
      )
        ? [value]
        : [],
    )
  const addresses = (...names: readonly string[]) =>
    values(...names).map((value) => decodedAddress(value.replace(/\s+/g, '')))
  const topics = addresses('xt')
  const infoHash = topics.map(infoHashOfTopic).find((hash) => hash !== null)
  if (!infoHash)
    return topics.some((topic) => /^urn:btmh:/i.test(topic))
      ? { code: 'link-of-version-2' }
      : { code: 'magnet-without-hash' }
  const size = Number(values('xl')[0] ?? NaN)
  const name = values('dn')[0]?.replace(/\s+/g, ' ').trim() ?? ''
  const alternatives = addresses('as')
  return {
    infoHash,
    name: name === '' ? null : cutName(name),
    trackers: [...new Set(addresses('tr').filter(isWebSocketUrl))].slice(0, MAX_TRACKERS),
    classicTrackers: [...new Set(addresses('tr').filter(isClassicTracker))].slice(0, MAX_TRACKERS),
    size: Number.isSafeInteger(size) && size >= 0 ? size : null,
    webSeeds: webSeedsAmong([...addresses('ws'), ...alternatives.filter((url) => !isTorrentFile(url))]),
    torrents: webAddresses([...addresses('xs'), ...alternatives.filter(isTorrentFile)], MAX_TORRENTS),
    files: readFileSelection(values('so').join(',')),
  }
}

function infoHashOfTopic(topic: string): InfoHash | null {
  return parseInfoHash(/^urn:btih:([0-9a-z]+)[^0-9a-z]*$/i.exec(topic)?.[1] ?? '')
}

/** Whether a page can use the tracker at this address. */
export function isWebSocketUrl(text: string): boolean {
  return hasProtocol(text, 'ws:', 'wss:')
}

/** Whether it is the address of a tracker that tells where peers can be met by TCP (BEP 3, BEP 15). */
export function isClassicTracker(text: string): boolean {
  return hasProtocol(text, 'udp:', 'http:', 'https:')
}

function hasProtocol(text: string, ...protocols: readonly string[]): boolean {
  const url = text.length > MAX_ADDRESS_LENGTH ? null : URL.parse(text)
  return url !== null && protocols.includes(url.protocol)
}

/** Those of some addresses that may be HTTP copies, each once. */
export function webSeedsAmong(urls: readonly string[]): readonly string[] {
  return webAddresses(urls, MAX_WEB_SEEDS)
}

/** Whether an address is, by its name, that of a .torrent file. */
export function isTorrentFile(address: string): boolean {
  return /\.torrent$/i.test(URL.parse(address)?.pathname ?? '')
}

function webAddresses(urls: readonly string[], most: number): readonly string[] {
  const usable = urls.flatMap((text) => {
    const url = text.length > MAX_ADDRESS_LENGTH ? null : URL.parse(text)
    const plain = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.hash === ''
    return plain ? [url.href] : []
  })
  return [...new Set(usable)].slice(0, most)
}

/** What a magnet link is made of. */
export interface MagnetContents extends Pick<Magnet, 'infoHash' | 'trackers' | 'webSeeds'> {
  readonly name: string
  readonly size: Bytes
  readonly torrents?: readonly string[]
  /** Null for all files. */
  readonly files?: readonly number[] | null
}

/** Writes a magnet link. `trackers` are the announce URLs that it carries. */
export function magnetOf(contents: MagnetContents): string {
  const { infoHash, name, size, trackers, webSeeds, torrents = [], files = null } = contents
  const magnet = encode({
    // In this order: some programs look for the hash at the beginning.
    xt: `urn:btih:${infoHash}`,
    // Half a character has no percent encoding. None at all is for a link that tells nothing.
    ...(name !== '' && { dn: name.toWellFormed() }),
    ...(size > 0 && { xl: size }),
    tr: trackers,
    ws: webSeeds,
    xs: torrents,
    ...(files && files.length > 0 && { so: files }),
  })
  // A plus is a space to some programs and a plus to others.
  return magnet.replaceAll('+', '%20')
}

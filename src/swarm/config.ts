import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { KeeperOffer } from '../wire/keeper.ts'
import { parseSiteConfig, type SealedPolicy, type TrackerMode } from '../wire/siteConfig.ts'
import type { IceServer } from './link/peerConnection.ts'
import { SwarmError } from './problems.ts'

/** What the site has told (`ToldConfig`), as the engine uses it. */
export interface SiteConfig {
  /** Announce URL of the site's own tracker, `ws:` or `wss:`. */
  readonly tracker: string
  readonly iceServers: readonly IceServer[]
  /** What somebody may move over relays in a day; null for no limit. */
  readonly relayADay: Bytes | null
  /** When to ask again, in Unix time, since credentials among these end; Infinity when none do. */
  readonly renewAt: Milliseconds
  /** Address of the site, with a trailing slash: what links begin with. */
  readonly site: string
  readonly trackerMode: TrackerMode
  readonly sealed: SealedPolicy
  /** What the site's owner asks of those who have what the site publishes; null where it publishes nothing. */
  readonly media: {
    /** See {@link Dial.peersFrom}. */
    readonly peersFrom: number
    /** Given by each of them at most, in sizes of the file; null for no limit. */
    readonly ratio: number | null
  } | null
  /** What this visitor may have of the site's keeper; null for nothing. */
  readonly keeper: KeeperOffer | null
}

/**
 * Fetches the site's configuration. Rejects with a {@link SwarmError}.
 *
 * @param site its address, with a slash at the end of its path
 * @param passkey a member's: a private site tells its relays to members alone
 */
export async function fetchConfig(site: string, passkey: string | null): Promise<SiteConfig> {
  let response: Response
  try {
    const headers = passkey === null ? null : { Authorization: `Bearer ${passkey}` }
    response = await fetch(new URL('config.json', site), headers ? { headers } : {})
  } catch (cause) {
    throw new SwarmError({ code: 'site-silent' }, { cause })
  }
  if (!response.ok) throw new SwarmError({ code: 'site-error', status: response.status })
  return readConfig(await response.json())
}

/** Reads what the site told. Throws a {@link SwarmError} if that is nothing of use. */
export function readConfig(json: unknown): SiteConfig {
  const told = parseSiteConfig(json)
  if (!told) throw new SwarmError({ code: 'site-unclear' })
  const { tracker, site, iceServers, relayADay, renewInSeconds, trackerMode, sealed, media, keeper } = told
  return {
    tracker,
    site,
    iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })).filter(isOfUse),
    relayADay,
    renewAt: renewInSeconds === null ? Infinity : Date.now() + renewInSeconds * 1_000,
    trackerMode,
    sealed,
    media: media && { ...media, peersFrom: media.peersFrom ?? Infinity },
    keeper,
  }
}

/**
 * A STUN server on this very machine tells nothing that a peer elsewhere could use, and asking it holds every
 * offer up: from the machine's other addresses it is out of reach.
 */
function isOfUse({ urls }: IceServer): boolean {
  return ![urls].flat().every((url) => /^stuns?:(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(url))
}

import type { Milliseconds } from '../core/brand.ts'
import type { KeeperOffer } from '../wire/keeper.ts'
import type { IceServer } from './link/peerConnection.ts'
import { SwarmError } from './problems.ts'

/** What the server tells the page at `/config.json`. */
export interface SiteConfig {
  /** Announce URL of the site's own tracker, `ws:` or `wss:`. */
  readonly tracker: string
  readonly iceServers: readonly IceServer[]
  /** When to ask again, in Unix time, since credentials among these end; Infinity when none do. */
  readonly renewAt: Milliseconds
  /** Address of the site, with a trailing slash: what links begin with. */
  readonly site: string
  /** Whether the tracker asks for a member's passkey (`private`), and for torrents to be registered (both). */
  readonly trackerMode: 'open' | 'listed' | 'private'
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

/** As the server writes it: JSON knows no Infinity. */
type ToldMedia = { readonly peersFrom?: unknown; readonly ratio?: unknown } | null | undefined

/**
 * Fetches the site's configuration. Rejects with a {@link SwarmError}.
 *
 * @param site its address
 * @param passkey a member's: a private site tells its relays to members alone
 */
export async function fetchConfig(site: string, passkey: string | null): Promise<SiteConfig> {
  let response: Response
  try {
    const headers = passkey === null ? null : { Authorization: `Bearer ${passkey}` }
    response = await fetch(new URL('/config.json', site), headers ? { headers } : {})
  } catch (cause) {
    throw new SwarmError({ code: 'site-silent' }, { cause })
  }
  if (!response.ok) throw new SwarmError({ code: 'site-error', status: response.status })
  const config = (await response.json()) as
    (Partial<Omit<SiteConfig, 'media'>> & { media?: ToldMedia; renewInSeconds?: unknown }) | null
  if (
    typeof config?.tracker !== 'string' ||
    typeof config.site !== 'string' ||
    !Array.isArray(config.iceServers) ||
    !isMode(config.trackerMode)
  ) {
    throw new SwarmError({ code: 'site-unclear' })
  }
  return {
    tracker: config.tracker,
    site: config.site,
    iceServers: config.iceServers.filter(isOfUse),
    renewAt: renewalOf(config.renewInSeconds),
    trackerMode: config.trackerMode,
    media: mediaOf(config.media),
    keeper: keeperOf(config.keeper),
  }
}

function renewalOf(seconds: unknown): Milliseconds {
  return typeof seconds === 'number' && seconds > 0 ? Date.now() + seconds * 1_000 : Infinity
}

function mediaOf(told: ToldMedia): SiteConfig['media'] {
  if (!told) return null
  const { peersFrom, ratio } = told
  return {
    peersFrom: peersFrom === null ? Infinity : typeof peersFrom === 'number' ? peersFrom : 0,
    ratio: typeof ratio === 'number' ? ratio : null,
  }
}

function keeperOf(told: Partial<KeeperOffer> | null | undefined): KeeperOffer | null {
  const { days, quotaBytes } = told ?? {}
  return typeof days === 'number' && typeof quotaBytes === 'number' ? { days, quotaBytes } : null
}

function isMode(mode: unknown): mode is SiteConfig['trackerMode'] {
  return mode === 'open' || mode === 'listed' || mode === 'private'
}

/**
 * A STUN server on this very machine tells nothing that a peer elsewhere could use, and asking it holds every
 * offer up: from the machine's other addresses it is out of reach.
 */
function isOfUse({ urls }: IceServer): boolean {
  return ![urls].flat().every((url) => /^stuns?:(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(url))
}

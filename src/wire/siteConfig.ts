import { isRecord } from '../core/isRecord.ts'
import type { Bytes } from '../core/brand.ts'
import type { KeeperOffer } from './keeper.ts'

/** What the server tells a page, or any other program of ours, at `/config.json`. */

/**
 * Who may use the tracker: `open` everybody, for any torrent; `listed` everybody, for registered torrents;
 * `private` members alone (by passkey), for registered torrents. What is blocked is served in no mode.
 */
export const TRACKER_MODES = ['open', 'listed', 'private'] as const
export type TrackerMode = (typeof TRACKER_MODES)[number]

/**
 * Whether shares are sealed: `offered` by a switch, `default` unless the visitor switches it off, `only` always. Nobody
 * but the page can see to that, for a tracker sees no files.
 */
export const SEALED_POLICIES = ['offered', 'default', 'only'] as const
export type SealedPolicy = (typeof SEALED_POLICIES)[number]

/** An `RTCIceServer` with its URLs checked. */
export interface IceServer {
  readonly urls: readonly string[]
  readonly username?: string
  readonly credential?: string
}

export interface ToldConfig {
  /** The announce URL of the site's own tracker, `ws:` or `wss:`. */
  readonly tracker: string
  readonly iceServers: readonly IceServer[]
  /** What one person may move over relays in a day, as far as a page can see to that; null for no limit. */
  readonly relayADay: Bytes | null
  /** When to ask again, since credentials among the above end; null when none do. */
  readonly renewInSeconds: number | null
  /** The site's address with a slash at its end; links to shares begin with it. */
  readonly site: string
  readonly trackerMode: TrackerMode
  readonly sealed: SealedPolicy
  /** What is asked of those who have what the site publishes; null where it publishes nothing. */
  readonly media: {
    /** See `Dial.peersFrom`. JSON knows no Infinity: null is never. */
    readonly peersFrom: number | null
    /** Given by each of them at most, in sizes of the file; null for no limit. */
    readonly ratio: number | null
  } | null
  /** What this visitor may have of the site's keeper; null for nothing. */
  readonly keeper: KeeperOffer | null
}

/**
 * Reads what a site has told. Null when it lacks what nothing goes without; of the rest, what makes no sense counts
 * as if it had not been said.
 */
export function parseSiteConfig(json: unknown): ToldConfig | null {
  const { tracker, site, iceServers, trackerMode, ...more } = membersOf(json)
  const mode = TRACKER_MODES.find((each) => each === trackerMode)
  if (typeof tracker !== 'string' || typeof site !== 'string' || !Array.isArray(iceServers) || !mode)
    return null
  const seconds = numberOrNull(more['renewInSeconds'])
  const relayADay = numberOrNull(more['relayADay'])
  return {
    tracker,
    site,
    iceServers: iceServers.flatMap(parseIceServer),
    relayADay: relayADay !== null && relayADay > 0 ? relayADay : null,
    renewInSeconds: seconds !== null && seconds > 0 ? seconds : null,
    trackerMode: mode,
    sealed: SEALED_POLICIES.find((each) => each === more['sealed']) ?? 'offered',
    media: parseMedia(more['media']),
    keeper: parseKeeper(more['keeper']),
  }
}

function parseIceServer(json: unknown): IceServer[] {
  const { urls, username, credential } = membersOf(json)
  const list = [urls].flat().filter((url) => typeof url === 'string')
  if (list.length === 0) return []
  return [
    {
      urls: list,
      ...(typeof username === 'string' && { username }),
      ...(typeof credential === 'string' && { credential }),
    },
  ]
}

function parseMedia(json: unknown): ToldConfig['media'] {
  if (typeof json !== 'object' || json === null) return null
  const { peersFrom, ratio } = membersOf(json)
  return { peersFrom: peersFrom === null ? null : (numberOrNull(peersFrom) ?? 0), ratio: numberOrNull(ratio) }
}

function parseKeeper(json: unknown): KeeperOffer | null {
  const { days, quotaBytes, bridges, isUp } = membersOf(json)
  return typeof days === 'number' && typeof quotaBytes === 'number'
    ? { days, quotaBytes, bridges: bridges === true, isUp: isUp === true }
    : null
}

function membersOf(json: unknown): Readonly<Record<string, unknown>> {
  return isRecord(json) ? json : {}
}

function numberOrNull(json: unknown): number | null {
  return typeof json === 'number' ? json : null
}

import type { KeeperOffer } from '../../src/wire/keeper.ts'
import type { IceServer } from '../settingParsers.ts'
import type { TrackerMode } from '../store/membership.ts'

/** What the page asks of `/config.json`. */
export interface PageConfig {
  /** The announce URL of this site's own tracker. */
  readonly tracker: string
  readonly iceServers: readonly IceServer[]
  /** When to ask again, since credentials among the above end; null when none do. */
  readonly renewInSeconds: number | null
  /** The site's address with a slash at its end; links to shares begin with it. */
  readonly site: string
  /** Whether announces need a passkey (`private`), and torrents to be registered (`private`, `listed`). */
  readonly trackerMode: TrackerMode
  /** What is asked of those who have what the site publishes. JSON knows no Infinity: null is never. */
  readonly media: { readonly peersFrom: number | null; readonly ratio: number | null } | null
  /** What this visitor may have of the keeper; null for nothing. */
  readonly keeper: KeeperOffer | null
}

/** `stunPort` is that of our own STUN server, which the page finds at the site's host name; null without one. */
export function pageConfig(
  site: URL,
  stunPort: number | null,
  iceServers: readonly IceServer[],
  trackerMode: TrackerMode,
  media: PageConfig['media'],
  keeper: KeeperOffer | null,
  renewInSeconds: number | null,
): PageConfig {
  const own: IceServer[] = stunPort === null ? [] : [{ urls: [`stun:${site.hostname}:${stunPort}`] }]
  return {
    tracker: `${site.protocol === 'https:' ? 'wss' : 'ws'}://${site.host}/announce`,
    iceServers: [...own, ...iceServers],
    renewInSeconds,
    site: site.href,
    trackerMode,
    media,
    keeper,
  }
}

import type { KeeperOffer } from '../../src/wire/keeper.ts'
import type { IceServer, ToldConfig } from '../../src/wire/siteConfig.ts'
import { trackerAddress } from './siteAddress.ts'

/** What `/config.json` answers. `stunPort` is that of our own STUN server, which the page finds at the site's host name; null without one. */
export function pageConfig(
  site: URL,
  stunPort: number | null,
  iceServers: readonly IceServer[],
  {
    trackerMode,
    sealed,
    media,
    relayADay,
  }: Pick<ToldConfig, 'trackerMode' | 'sealed' | 'media' | 'relayADay'>,
  keeper: KeeperOffer | null,
  renewInSeconds: number | null,
): ToldConfig {
  const own: IceServer[] = stunPort === null ? [] : [{ urls: [`stun:${site.hostname}:${stunPort}`] }]
  return {
    tracker: trackerAddress(site),
    iceServers: [...own, ...iceServers],
    relayADay,
    renewInSeconds,
    site: site.href,
    trackerMode,
    sealed,
    media,
    keeper,
  }
}

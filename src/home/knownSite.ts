import { readConfig, type SiteConfig } from '../swarm/config.ts'

/** What the site told of itself when it last answered, without what it tells to members alone or for a time. */
const KEY = 'shoal.site'

type Place = Pick<Storage, 'getItem' | 'setItem'> | null

/**
 * What the site tells, or, where it does not answer, what it told last: its library opens without a network. Rejects
 * where it never did.
 *
 * @param place null where the browser keeps nothing
 */
export async function toldOrKnown(told: Promise<SiteConfig>, place: Place): Promise<SiteConfig> {
  try {
    const config = await told
    keep(config, place)
    return config
  } catch (error) {
    const known = knownAt(place)
    if (known) return known
    throw error
  }
}

function keep({ tracker, site, trackerMode, sealed, media, relayADay }: SiteConfig, place: Place): void {
  // As the server writes it: JSON knows no Infinity.
  const text = JSON.stringify({ tracker, site, trackerMode, sealed, media, relayADay })
  try {
    if (place?.getItem(KEY) !== text) place?.setItem(KEY, text)
  } catch {
    // The disk is full, or the browser keeps nothing: then this page needs the site.
  }
}

function knownAt(place: Place): SiteConfig | null {
  const text = place?.getItem(KEY)
  if (text === null || text === undefined) return null
  try {
    const known = readConfig({ ...(JSON.parse(text) as object), iceServers: [] })
    // It is asked for the servers that make connections as soon as it answers again.
    return { ...known, renewAt: 0 }
  } catch {
    return null
  }
}

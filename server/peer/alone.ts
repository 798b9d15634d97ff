import { DayBudget } from '../../src/core/dayBudget.ts'
import type { SiteConfig } from '../../src/swarm/config.ts'
import type { DialAccess } from '../../src/swarm/startEngine.ts'

/* What holds for an engine that no site and no visitor tells otherwise. */

export function configWithout(site: string, tracker: string): SiteConfig {
  return {
    site,
    tracker,
    iceServers: [],
    relayADay: null,
    renewAt: Infinity,
    trackerMode: 'open',
    sealed: 'offered',
    media: null,
    keeper: null,
  }
}

/** Gives to anybody, as much as is asked for; of trackers the site's own is all that is contacted. */
export function freeDial(): DialAccess {
  return {
    peersFrom: () => 0,
    contactsAll: () => false,
    onlyOnClick: () => false,
    mayGive: () => true,
    gave: () => undefined,
    relayed: new DayBudget('', null, Date.now),
  }
}

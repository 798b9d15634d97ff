import type { IncomingMessage } from 'node:http'
import type { Settings } from './settings.ts'
import type { Relay } from './site/site.ts'
import { AddressRates } from './tracker/addressRates.ts'
import { turnCredentials } from './turn/turnCredentials.ts'

/** A page renews when half of the time is over: what it has just handed to others is good until they connect. */
const RENEWALS_PER_LIFETIME = 2

/** For who was refused. */
const RETRY_SECONDS = 60

/** What the site gives its visitors to use its TURN server with; null where it has none. */
export function startRelay(
  { turnUrls, turnSecret, turnLifetimeSeconds, tracker }: Settings,
  addressOf: (request: IncomingMessage) => string,
): Relay | null {
  if (turnSecret === null) return null
  const relay = { urls: turnUrls, secret: turnSecret, lifetimeSeconds: turnLifetimeSeconds }
  const rates = new AddressRates(tracker.turnPerAddressPerSecond, () => performance.now())
  return (request, member) => {
    const address = addressOf(request)
    if (!rates.allow(address)) return { server: null, renewInSeconds: RETRY_SECONDS }
    const user = member === null ? { address } : { member }
    return {
      server: turnCredentials(relay, user, Date.now(), Math.random()),
      renewInSeconds: Math.floor(turnLifetimeSeconds / RENEWALS_PER_LIFETIME),
    }
  }
}

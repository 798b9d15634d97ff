import type { Milliseconds } from '../../src/core/brand.ts'
import type { ByteText } from './byteText.ts'
import type { Peer, PendingOffer, Session } from './records.ts'

/** WebTorrent gives an offer up after 50 s; the rest is for the answer's way back. */
export const OFFER_LIFETIME_MS: Milliseconds = 60_000

/** How many unanswered offers are remembered of one session; its own oldest are forgotten first. */
export const MAX_OUTBOX = 1_000

/** Remembers that `from`'s offer goes to `to`. Null when another peer's offer goes by the same ids there. */
export function handOver(from: Peer, to: Peer, offerId: ByteText, now: Milliseconds): PendingOffer | null {
  const key = from.peerId + offerId
  const former = to.inbox?.get(key)
  if (former && former.from !== from) return null
  if (former) forget(former)
  const offer: PendingOffer = { from, to, key, expiresAt: now + OFFER_LIFETIME_MS }
  to.inbox ??= new Map()
  to.inbox.set(key, offer)
  const { outbox } = from.session
  outbox.add(offer)
  for (const oldest of outbox) {
    if (outbox.size <= MAX_OUTBOX) break
    forget(oldest)
  }
  return offer
}

/**
 * Takes the offer that `to` answers; null when there is none, or it has expired, or its sender has left. That the two
 * have met is remembered for as long as the offer would have been, on the node where its sender is connected.
 */
export function takeOffer(to: Peer, key: string, now: Milliseconds): PendingOffer | null {
  const offer = to.inbox?.get(key)
  if (!offer) return null
  if (offer.from.isElsewhere) forget(offer)
  else to.inbox?.delete(offer.key)
  return offer.expiresAt > now && offer.from.index >= 0 ? offer : null
}

/** Forgets what was handed to a peer that leaves. What it offered expires by itself, or with its session. */
export function forgetInbox(peer: Peer): void {
  for (const offer of peer.inbox?.values() ?? []) offer.from.session.outbox.delete(offer)
  peer.inbox = null
}

/** Forgets what a session offered, until `now`; all of it when `now` is Infinity. */
export function forgetExpired(session: Session, now: Milliseconds): void {
  for (const offer of session.outbox) {
    if (offer.expiresAt > now) break
    forget(offer)
  }
}

function forget(offer: PendingOffer): void {
  offer.from.session.outbox.delete(offer)
  // It may have been answered, and another one be there by the same ids.
  if (offer.to.inbox?.get(offer.key) === offer) offer.to.inbox.delete(offer.key)
}

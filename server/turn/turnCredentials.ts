import { createHmac } from 'node:crypto'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { IceServer } from '../../src/wire/siteConfig.ts'
import { networkOf } from '../tracker/addressCount.ts'
import type { MemberId } from '../tracker/admission.ts'

/** The relay of a site: a TURN server that knows the same secret (coturn's `use-auth-secret`). */
export interface TurnRelay {
  readonly urls: readonly string[]
  readonly secret: string
  /** How long a name and its password are good for. */
  readonly lifetimeSeconds: number
}

/** Visitors behind one address that ask in the same second still get passwords of their own. */
const SPREAD = 0.1

/** Who may use the relay: a member, or somebody at an address. */
export type TurnUser = { readonly member: MemberId } | { readonly address: string }

/**
 * A name and password for a TURN server (draft-uberti-behave-turn-rest-00): the name is `<Unix time>:<user>`, after
 * which the server refuses it, and the password is base64(HMAC-SHA-1(secret, name)).
 *
 * The user is always the same for a member, or for an IPv4 address or IPv6 /64, since coturn counts what a user has
 * open (`user-quota`) by that part of the name: asking again gives nobody more. It tells neither, being keyed.
 *
 * @param now Unix time
 * @param random 0…1
 */
export function turnCredentials(
  { urls, secret, lifetimeSeconds }: TurnRelay,
  user: TurnUser,
  now: Milliseconds,
  random: number,
): IceServer {
  const spread = Math.floor(random * SPREAD * lifetimeSeconds)
  const expires = Math.ceil(now / 1_000) + lifetimeSeconds + spread
  const who = 'member' in user ? `member ${user.member}` : `address ${networkOf(user.address)}`
  // Hexadecimal: nothing in it could be taken for the colon that ends the time.
  const pseudonym = createHmac('sha256', secret).update(who).digest('hex').slice(0, 16)
  const username = `${expires}:${pseudonym}`
  const credential = createHmac('sha1', secret).update(username).digest('base64')
  return { urls, username, credential }
}

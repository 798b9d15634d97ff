import { fetchConfig, type SiteConfig } from '../swarm/config.ts'

/** A keeper that is about to start offers nothing yet: an answer without an offer is good for those who ask now. */
const WITHOUT_OFFER_MS = 1_000

/** What the site tells this visitor: asked for once for the engine, the keeper's offer and the seal's switch together. */
export class ToldSite {
  readonly #passkey: () => string | null
  readonly #ask: (passkey: string | null) => Promise<SiteConfig>
  #last: { readonly passkey: string | null; readonly told: Promise<SiteConfig> } | null = null
  /** Until when the last answer counts: while its credentials do; Unix time. */
  #ends = Infinity

  /** @param passkey null for a visitor */
  constructor(
    passkey: () => string | null,
    ask = (passkey: string | null) => fetchConfig(location.href, passkey),
  ) {
    this.#passkey = passkey
    this.#ask = ask
  }

  /** Asks anew for another passkey, after a failure, and when what was told has ended. Rejects as `fetchConfig` does. */
  config(): Promise<SiteConfig> {
    const passkey = this.#passkey()
    if (this.#last?.passkey === passkey && Date.now() < this.#ends) return this.#last.told
    const told = this.#ask(passkey)
    const asked = (this.#last = { passkey, told })
    this.#ends = Infinity
    told.then(
      ({ renewAt, keeper }) => {
        if (this.#last === asked) this.#ends = keeper ? renewAt : Date.now() + WITHOUT_OFFER_MS
      },
      () => {
        if (this.#last === asked) this.#last = null
      },
    )
    return told
  }
}

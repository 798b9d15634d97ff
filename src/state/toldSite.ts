import { fetchConfig, type SiteConfig } from '../swarm/config.ts'
import { siteHref } from './onSite.ts'

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
    ask = (passkey: string | null) => fetchConfig(siteHref(), passkey),
  ) {
    this.#passkey = passkey
    this.#ask = ask
  }

  /**
   * Asks anew for another passkey, after a failure, and when what was told has ended. Rejects as `fetchConfig` does.
   *
   * @param anew what was told may have changed
   */
  config(anew = false): Promise<SiteConfig> {
    const passkey = this.#passkey()
    if (!anew && this.#last?.passkey === passkey && Date.now() < this.#ends) return this.#last.told
    const told = this.#ask(passkey)
    const asked = (this.#last = { passkey, told })
    this.#ends = Infinity
    told.then(
      ({ renewAt }) => {
        if (this.#last === asked) this.#ends = renewAt
      },
      () => {
        if (this.#last === asked) this.#last = null
      },
    )
    return told
  }
}

import type { Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { SiteConfig } from './config.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

/** A site that does not answer must not keep anybody from sharing. */
const PATIENCE: Milliseconds = 10_000

interface RegistrarOptions {
  readonly config: SiteConfig
  /** The member's passkey; null for a visitor. */
  readonly passkey: () => string | null
  readonly fetch: typeof fetch
}

/** Enters torrents made here with a site whose tracker serves none but those that it knows. */
export class Registrar {
  readonly #options: RegistrarOptions
  /** What the site knows; not asked a second time, whatever an admin has decided of it since. */
  readonly #known = new Set<InfoHash>()

  constructor(options: RegistrarOptions) {
    this.#options = options
  }

  /**
   * Never rejects: what did not work shows in what the tracker says.
   *
   * @returns whether the site has come to know the torrent by this call
   */
  async register({ infoHash, name }: Metainfo): Promise<boolean> {
    const { config, passkey } = this.#options
    const key = passkey()
    if (config.trackerMode === 'open' || key === null || this.#known.has(infoHash)) return false
    try {
      const response = await this.#options.fetch(new URL('api/torrents', config.site), {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ infoHash, name }),
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (response.ok) this.#known.add(infoHash)
      return response.ok
    } catch {
      return false
    }
  }
}
